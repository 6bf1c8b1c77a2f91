"""The sections that a search names: the one it is bound to, the one it came from, the one chosen beside the results.

A section that is not there any more and one that is closed to whoever asks are alike: neither is known.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from django.db.models import Q
from wagtail.models import Page

from portal.access.restrictions import STEP
from portal.access.tokens import Tokens
from portal.querysets import PortalPageQuerySet

#: Sections stand below the first page: root, site, section.
_DEPTH = 3


@dataclass(frozen=True)
class Place:
    """A section."""

    pk: int
    title: str
    path: str


@dataclass(frozen=True)
class Places:
    """``origin`` is the section of the page from which the search came."""

    by_number: Mapping[int, Place] = field(default_factory=dict)
    origin: Place | None = None

    @classmethod
    def of(cls, numbers: Iterable[int], origin: int, tokens: Tokens) -> Self:
        """No query where nothing is named; else one, and one more for a page inside a section."""
        named = {number for number in numbers if number}
        if not named and not origin:
            return cls()
        found = list(_open(Q(pk__in=named | {origin}), tokens))
        places = {page.pk: Place(page.pk, page.title, page.path) for page in found if page.depth >= _DEPTH}
        came_from = next((page for page in found if page.pk == origin), None)
        return cls({pk: place for pk, place in places.items() if pk in named}, _section_of(came_from, places, tokens))

    def of_number(self, number: int) -> Place | None:
        return self.by_number.get(number)


def _section_of(page: Page | None, known: Mapping[int, Place], tokens: Tokens) -> Place | None:
    """The page itself where others stand below it, else the one above it."""
    if page is None or page.depth < _DEPTH:
        return None
    if page.numchild:
        return known[page.pk]
    if page.depth == _DEPTH:
        return None
    above = _open(Q(path=page.path[:-STEP]), tokens).first()
    return Place(above.pk, above.title, above.path) if above is not None else None


def _open(condition: Q, tokens: Tokens) -> PortalPageQuerySet:
    pages = PortalPageQuerySet(Page).filter(condition).visible_to(tokens)
    return pages.only("pk", "title", "path", "depth", "numchild").order_by("path")
