"""Which rows a visitor may find, and which of those the request is narrowed to.

Access is asked of the pages themselves, as all lists of the portal do, so what was closed a moment ago is closed here.
The entry's own token must be held as well: of a page that is being opened or moved, the stricter counts.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db.models import Q

from portal.access.tokens import restrict, under
from search.contract import Facet, SearchRequest
from search.engines.database import storage
from search.engines.database.facets import fitting
from search.engines.database.writing import first_place
from search.models import SearchRow

if TYPE_CHECKING:
    from django.db.models import QuerySet


_PATH = re.compile(r"(?:[0-9A-Z]{4}){1,60}", re.ASCII)


def findable(request: SearchRequest) -> "QuerySet[SearchRow]":
    """The rows this visitor may find at the request's moment, in its section and days."""
    now = request.now
    rows = SearchRow.objects.filter(
        Q(page__go_live_at=None) | Q(page__go_live_at__lte=now),
        Q(page__expire_at=None) | Q(page__expire_at__gt=now),
        page__live=True,
        token__in=request.tokens,
    )
    rows = restrict(rows, request.tokens, path="page__path")
    if request.under:
        rows = rows.filter(page__path__startswith=request.under)
    if request.since:
        rows = rows.filter(place__gte=first_place(request.since.toordinal()))
    if request.until:
        rows = rows.filter(place__lt=first_place(request.until.toordinal() + 1))
    if request.until and not request.since:
        rows = rows.filter(place__gte=first_place(dt.date.min.toordinal()))
    return rows


def with_values(
    rows: "QuerySet[SearchRow]", chosen: Mapping[Facet, Sequence[str]], today: dt.date
) -> "QuerySet[SearchRow]":
    """``rows`` that have one of the values chosen of each facet but the section."""
    asked: dict[Facet, Sequence[str]] = {
        facet: values for facet, values in chosen.items() if values and facet is not Facet.SECTION
    }
    return storage.as_set(rows, fitting(asked, today), "combination") if asked else rows


def in_sections(rows: "QuerySet[SearchRow]", paths: Sequence[str]) -> "QuerySet[SearchRow]":
    """``rows`` below these paths; what is no path names nothing."""
    known = [path for path in paths if _PATH.fullmatch(path)]
    return rows.filter(under(known, "page__path")).exclude(page__path__in=known)
