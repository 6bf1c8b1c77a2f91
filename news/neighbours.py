"""`Các tin mới hơn` and `Các tin cũ hơn`: the articles around one, within its section, page by page.

Pages are found by place (``ordered_at``, id) and not by number, so that an article published meanwhile neither repeats
nor hides another one, and the hundredth page costs what the first does.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from portal.access.tokens import tokens_of
from portal.cards import Card

if TYPE_CHECKING:
    from news.models import Article


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Direction(Enum):
    """Which way from the article; the value is the name of the article's route."""

    NEWER = "newer"
    OLDER = "older"


@dataclass(frozen=True)
class KeysetList:
    """One page of neighbours, nearest first. ``next_url`` leads farther away, empty at the end."""

    title: str
    cards: list[Card]
    next_url: str
    direction: str


def neighbour_list(article: "Article", direction: Direction, request: HttpRequest, cursor: str = "") -> KeysetList:
    """The ten articles next to ``article``, or next to the place in ``cursor``.

    Raises:
        Http404: ``cursor`` is no place this function gave out.
    """
    from news.models import Article

    ordered_at, pk = read_cursor(cursor) if cursor else (article.ordered_at, article.pk)
    visible = Article.objects.visible_to(tokens_of(request).tokens)
    in_section = visible.filter(parent_section_id=article.parent_section_id)
    nearest = in_section.after(ordered_at, pk) if direction is Direction.NEWER else in_section.before(ordered_at, pk)
    return as_list(article, direction, list(nearest.for_cards()[: settings.NEIGHBOURS_PER_LIST + 1]), request)


def as_list(article: "Article", direction: Direction, found: "list[Article]", request: HttpRequest) -> KeysetList:
    """``found`` as one page of the list; one article more than a page holds means that there is a next page."""
    shown = found[: settings.NEIGHBOURS_PER_LIST]
    base = (article.get_url(request) or "") + str(article.reverse_subpage(direction.value))
    more = len(found) > len(shown)
    return KeysetList(
        title=_("Newer news") if direction is Direction.NEWER else _("Older news"),
        cards=[neighbour.to_card(request) for neighbour in shown],
        next_url=f"{base}?{urlencode({'tu': write_cursor(shown[-1])})}" if more else "",
        direction=direction.value,
    )


def write_cursor(article: "Article") -> str:
    """The place of ``article`` as text: microseconds since 1970 and id."""
    micros = (article.ordered_at - EPOCH) // timedelta(microseconds=1)
    return f"{micros}-{article.pk}"


def read_cursor(cursor: str) -> tuple[datetime, int]:
    """The place that ``write_cursor`` wrote.

    Raises:
        Http404: it did not write this.
    """
    micros, separator, pk = cursor.removeprefix("-").partition("-")
    if not (separator and micros.isascii() and micros.isdigit() and pk.isascii() and pk.isdigit()):
        raise Http404
    sign = -1 if cursor.startswith("-") else 1
    if len(micros) > 17 or len(pk) > 18:
        raise Http404
    try:
        return EPOCH + sign * timedelta(microseconds=int(micros)), int(pk)
    except OverflowError as problem:
        raise Http404 from problem
