"""Pages as entries, from what their types declare (``PortalPage.search_entry``).

An entry holds what the page's row holds while it is live, which is the live revision; drafts stand in revisions alone.
An alias is found at its own place, as what its original says; a document's numbers lead to the original. What begins or
ends at a time has that time with it, and queries compare it with the clock.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from documents.mentions.cited import read
from documents.models import Mention, OfficialDocument
from portal.access.restrictions import NEVER, Restrictions, conditions_of
from portal.models import PortalPage
from portal.text import normalise
from search.entries import Entry
from search.projection.papers import Paper, papers_of
from search.projection.texts import MOST_LETTERS, text_of

#: Grows when entries are made by other rules: then every page is projected anew.
RULES = 2
MOST_SUMMARY = 5_000
MOST_CITED = 500


def entry_of(page: PortalPage) -> Entry | None:
    """The entry of ``page`` as it is stored; none where nobody may find it."""
    return entries_of([page]).get(page.pk)


def entries_of(pages: Sequence[PortalPage]) -> dict[int, Entry]:
    """The entries of those of ``pages`` that may be found, by number; so many queries for however many."""
    tree = Restrictions.now().pages
    tokens = {page.pk: tree.token(page.path) for page in pages}
    shown = [page for page in pages if page.live and page.search_entry.kind and can_be_found(tokens[page.pk])]
    if not shown:
        return {}
    papers = papers_of([page for page in shown if isinstance(page, OfficialDocument)])
    cited = _cited(shown)
    nothing = Paper()
    return {
        page.pk: _entry(page, tokens[page.pk], papers.get(page.pk, nothing), tuple(cited[page.pk])) for page in shown
    }


def can_be_found(token: str) -> bool:
    """Whether anybody holds ``token``: what a shared password protects is for nobody."""
    return NEVER not in conditions_of(token)


def searched_types() -> list[type[PortalPage]]:
    """The page types that give something to search."""
    return [model for model in _page_types() if model.search_entry.kind]


def _page_types() -> list[type[PortalPage]]:
    from wagtail.models import get_page_models

    return [model for model in get_page_models() if issubclass(model, PortalPage)]


def _entry(page: PortalPage, token: str, paper: Paper, cited: tuple[str, ...]) -> Entry:
    told = page.search_entry
    body = "\n".join(filter(None, (text_of(page, name) for name in told.body)))[:MOST_LETTERS]
    summary = text_of(page, told.summary, MOST_SUMMARY) if told.summary and told.summary not in told.body else ""
    return Entry(
        key=str(page.pk),
        kind=told.kind,
        title=normalise(str(getattr(page, told.title))),
        summary=summary,
        about=paper.about,
        body=body,
        passages=paper.passages,
        path=page.path,
        token=token,
        date=_day(getattr(page, told.date) if told.date else page.first_published_at),
        go_live_at=page.go_live_at,
        expire_at=page.expire_at,
        numbers=paper.numbers,
        cited=cited,
        document_type=paper.document_type,
        issuer=paper.issuer,
        fields=paper.fields,
        statuses=paper.statuses,
        citations=paper.citations,
    )


def _day(moment: Any) -> dt.date | None:
    if isinstance(moment, dt.datetime):
        return timezone.localtime(moment).date()
    return moment if isinstance(moment, dt.date) else None


def _cited(pages: Sequence[PortalPage]) -> defaultdict[int, list[str]]:
    """The keys of the documents that these pages name, each once, in the order of reading: titles first.

    Mentions are those of texts: a title links to nothing.
    """
    found: defaultdict[int, list[str]] = defaultdict(list)
    for page in pages:
        if not isinstance(page, OfficialDocument):
            found[page.pk] = list(dict.fromkeys(one.cited.key for one in read([page.title])))
    rows = Mention.objects.filter(page__in=[page.pk for page in pages]).order_by("page", "position")
    for number, key in rows.values_list("page", F("name__key")):
        if key not in found[number] and len(found[number]) < MOST_CITED:
            found[number].append(key)
    return found


def load_pages(ids: Sequence[int]) -> list[PortalPage]:
    """The live pages with these numbers, as their types; one query, and one more for each type."""
    return [page for page in Page.objects.filter(pk__in=ids, live=True).specific() if isinstance(page, PortalPage)]
