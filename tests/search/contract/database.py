"""Engines that hold given entries, for the rules that all of them keep."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from wagtail.models import Locale, Page, PageViewRestriction

from portal.access.restrictions import PUBLIC, SIGNED_IN, conditions_of, groups_in
from portal.models import HomePage
from search.contract import Engine, SearchRequest, SearchResults
from search.engines.database import writing
from search.engines.database.engine import DatabaseEngine
from search.entries import Entry
from search.models import StoredEntry, StoredPassage

_FIRST = 100_000


def database_engine(entries: Sequence[Entry]) -> Engine:
    """The database engine with ``entries`` and a page for each, restricted as the entry's token says.

    An entry without a path gets one below the first page.
    """
    placed = [_with_page(entry) for entry in entries]
    StoredEntry.objects.bulk_create([StoredEntry.of(entry) for entry in placed])
    StoredPassage.objects.bulk_create(
        StoredPassage(
            entry_id=int(entry.key), file=passage.file, name=passage.name, number=passage.number, text=passage.text
        )
        for entry in placed
        for passage in entry.passages
    )
    writing.write(placed)
    cache.clear()  # how common words are is kept for a while
    return _DatabaseEngine()


def page_of(key: str) -> Page:
    """The page of the entry with this key, as the database engine has it."""
    return Page.objects.get(pk=_FIRST + int(key))


def page_key(key: str) -> str:
    """The key that the database engine has for the entry of the rules with ``key``."""
    return str(_FIRST + int(key))


def key_of_page(key: str) -> str:
    """The other way round."""
    return str(int(key) - _FIRST)


class _DatabaseEngine(DatabaseEngine):
    """Speaks of entries by the keys that the rules give them: pages with low numbers exist already."""

    def search(self, request: SearchRequest) -> SearchResults:
        pinned, excluded = ([page_key(key) for key in keys] for keys in (request.pinned, request.excluded))
        found = super().search(replace(request, pinned=pinned, excluded=excluded))
        return replace(found, hits=[replace(hit, key=key_of_page(hit.key)) for hit in found.hits])


def _with_page(entry: Entry) -> Entry:
    number = _FIRST + int(entry.key)
    home = HomePage.objects.get()
    path = entry.path or Page._get_path(home.path, home.depth + 1, number)
    page = Page.objects.bulk_create(
        [
            Page(
                pk=number,
                title=entry.title or "?",
                draft_title=entry.title,
                slug=f"muc-{entry.key}",
                url_path=f"/{path}/",
                path=path,
                depth=len(path) // Page.steplen,
                content_type=ContentType.objects.get_for_model(Page),
                locale=Locale.get_default(),
                live=True,
                go_live_at=entry.go_live_at,
                expire_at=entry.expire_at,
            )
        ]
    )[0]
    for condition in conditions_of(entry.token) - {PUBLIC}:
        _restrict(page, condition)
    return replace(entry, key=str(number), path=path)


def _restrict(page: Page, condition: str) -> None:
    groups = groups_in(condition)
    kind = PageViewRestriction.LOGIN if condition == SIGNED_IN else PageViewRestriction.GROUPS
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind)
    restriction.groups.set(
        [Group.objects.get_or_create(pk=number, defaults={"name": f"{number}"})[0] for number in groups]
    )
