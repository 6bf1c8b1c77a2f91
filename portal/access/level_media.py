"""What becomes of the pictures and files of a page under each level, in words: for the dialogue, before it is done."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.access.levels import Level, groups_of, own_level_of, own_organisations_of
from portal.access.media_places import Forecast, MediaOf, Stays
from portal.access.restrictions import Restrictions
from portal.access.staff import Person, Sight, sight_of
from portal.text import format_number

MOST_NAMED = 8
#: Of the pages that keep one picture open, to find one to name.
MOST_LOOKED_AT = 50
#: The group of organisations that nobody has named yet.
_SOME_GROUP = -1


@dataclass(frozen=True)
class Effect:
    """Under ``level``: what closes or opens with the page, in words, and what does not go with it, by name."""

    level: str
    closes: str
    opens: str
    open: list[str]
    closed: list[str]


def effects_on_media(page: Page, user: Person) -> list[Effect]:
    """For each level; what is closed to ``user`` is neither named nor counted."""
    media = MediaOf(page.get_descendants(inclusive=True))
    if not media.items:
        return []
    sight = sight_of(user)
    return [
        _effect(level, media.forecast(Restrictions.supposing(page.path, _groups(page, level))), sight)
        for level in Level
    ]


def counted(items: Iterable[Any]) -> str:
    """`3 ảnh, 1 tệp`; nothing of what there is none of."""
    items = list(items)
    pictures = sum(isinstance(item, get_image_model()) for item in items)
    files = len(items) - pictures
    said = [
        ngettext("%(count)s picture", "%(count)s pictures", pictures) % {"count": format_number(pictures)},
        ngettext("%(count)s file", "%(count)s files", files) % {"count": format_number(files)},
    ]
    return ", ".join(words for words, count in zip(said, (pictures, files), strict=True) if count)


def _groups(page: Page, level: Level) -> list[int]:
    if level is not Level.ORGANISATIONS:
        return [group.pk for group in groups_of(level)]
    named = own_organisations_of(page) if own_level_of(page) is level else []
    return [group.pk for group in groups_of(level, named)] or [_SOME_GROUP]


def _effect(level: Level, forecast: Forecast, sight: Sight) -> Effect:
    moves = [move for move in forecast.moves if not sight.is_closed(move.item)]
    open_ones = [stays for stays in forecast.open if not sight.is_closed(stays.item)]
    closed = [item for item in forecast.closed if not sight.is_closed(item)]
    return Effect(
        level.value,
        counted(move.item for move in moves if move.closes),
        counted(move.item for move in moves if not move.closes),
        _named(_shown_on(open_ones[:MOST_NAMED], sight), [stays.item for stays in open_ones]),
        _named((f"“{item.title}”" for item in closed[:MOST_NAMED]), closed),
    )


def _shown_on(several: list[Stays], sight: Sight) -> Iterator[str]:
    """Each with one of the pages that keep it open, as far as the person may see any."""
    numbers = {number for stays in several for number in list(stays.pages)[:MOST_LOOKED_AT]}
    pages = sight.of_pages(Page.objects.filter(pk__in=numbers)).order_by("path") if numbers else ()
    titles = {page.pk: page.get_admin_display_title() for page in pages}
    for stays in several:
        title = next((titles[number] for number in titles if number in stays.pages), "")
        words = {"title": stays.item.title, "page": title}
        if title:
            yield _("“%(title)s”, also on “%(page)s”") % words
        elif not stays.pages:
            yield _("“%(title)s”, also in the portal's settings") % words
        else:
            yield f"“{stays.item.title}”"


def _named(first: Iterable[str], all_items: list[Any]) -> list[str]:
    named = list(first)
    if more := all_items[MOST_NAMED:]:
        named.append(_("and %(count)s more") % {"count": counted(more)})
    return named
