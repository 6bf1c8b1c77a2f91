"""The pages whose texts mention a document (`Được nhắc đến trong`)."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import Case, F, Q, Value, When, Window
from django.db.models.functions import DenseRank
from django.http import HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.models import Page

from documents.mentions.candidates import documents_meant, weighed
from documents.models import Mention, OfficialDocument
from portal.access.marks import mark_of
from portal.access.tokens import Tokens, restrict, tokens_of
from portal.addresses import page_address
from portal.text import format_date

if TYPE_CHECKING:
    from django.utils.functional import Promise

SHOWN = 10
#: A charter is mentioned by thousands; of pages that tell which document they mean, and of those that do not, so many
#: are looked at, the newest texts first.
MOST_PAGES, MOST_ROWS = 500, 5000
#: What a page says twice of a document is looked at once.
_ALIKE = ("page", "text_day", "name", "day", "year", "term", "issuer", "body", "place", "decision")
_IS_TELLING = Case(
    When(Q(day__isnull=False) | Q(decision__isnull=False) | ~Q(place=""), then=Value(True)), default=Value(False)
)


@dataclass(frozen=True)
class Mentioning:
    """A page that mentions the document: what it is, and the day of its text."""

    title: str
    url: str
    kind: str
    date_text: str
    mark: "str | Promise"


@dataclass(frozen=True)
class MentionedIn:
    """The newest pages, and how many others there are surely; ``is_at_least``: not all texts were looked at."""

    pages: list[Mentioning] = field(default_factory=list)
    others: int = 0
    is_at_least: bool = False


def mentioned_in(document: OfficialDocument, request: HttpRequest) -> MentionedIn:
    """What ``document`` shows of the texts that mention it: of both only what the visitor may see; three queries."""
    if not document.pk or getattr(request, "is_preview", False):
        return MentionedIn()
    tokens = tokens_of(request).tokens
    days, is_at_least = _days_of_pages(document, tokens)
    shown = list(days)[:SHOWN]
    pages = Page.objects.in_bulk(shown) if shown else {}
    return MentionedIn(
        [_mentioning(pages[pk], days[pk], request) for pk in shown if pk in pages],
        len(days) - len(shown),
        is_at_least,
    )


def _days_of_pages(document: OfficialDocument, tokens: Tokens) -> tuple[dict[int, dt.date | None], bool]:
    """The pages with the days of their texts, newest first, and whether some were not looked at.

    Those that tell which document they mean, and those that do not, are looked at apart: a number that thousands of
    texts give in short does not hide the few that mean this one.
    """
    now = timezone.now()
    may_be = Mention.objects.that_may_mean(document).exclude(page=document.pk)
    seen = may_be.filter(
        Q(page__go_live_at=None) | Q(page__go_live_at__lte=now),
        Q(page__expire_at=None) | Q(page__expire_at__gt=now),
        page__live=True,
    )
    in_order = (F("text_day").desc(nulls_last=True), F("page").desc())
    newest = restrict(seen, tokens, path="page__path").annotate(
        place_of_page=Window(DenseRank(), partition_by=_IS_TELLING, order_by=in_order)
    )
    rows = list(
        newest.filter(place_of_page__lte=MOST_PAGES + 1)
        .order_by("place_of_page", "pk")
        .values_list("place_of_page", "pk", *_ALIKE)[:MOST_ROWS]
    )
    once = {tuple(alike): number for place, number, *alike in rows if place <= MOST_PAGES}
    found = weighed(Mention.objects.filter(pk__in=once.values()), tokens) if once else []
    days = {
        one.mention.page_id: one.mention.text_day for one, meant in documents_meant(found) if meant.pk == document.pk
    }
    ordered = sorted(days.items(), key=lambda page: (page[1] or dt.date.min, page[0]), reverse=True)
    return dict(ordered), len(rows) == MOST_ROWS or any(place > MOST_PAGES for place, *_alike in rows)


def _mentioning(page: Page, day: dt.date | None, request: HttpRequest) -> Mentioning:
    model = page.cached_content_type.model_class()
    return Mentioning(
        title=page.title,
        url=page_address(page, request),
        kind=capfirst(str(model._meta.verbose_name)) if model is not None else "",
        date_text=format_date(day) if day else "",
        mark=mark_of(page),
    )
