"""Writing entries: pages are projected as they are now, and what came of it is stored where it differs.

Nobody is kept waiting: pages are read in no transaction, and an entry is written only if it is still the one that was
seen before. A page that changed meanwhile is read again; one that changes later leaves an effect of its own.
"""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from django.db import IntegrityError, transaction
from wagtail.models import Page

from portal.access.restrictions import Restrictions
from portal.models import PortalPage
from portal.outbox.numbers import next_number
from search.entries import Entry
from search.indexing.effects import project_later, tell_index
from search.indexing.parts import parts
from search.models import StoredEntry, StoredPassage
from search.projection.cited import citations_of, cited_by_keys
from search.projection.pages import RULES, entries_of, load_pages
from search.signals import entries_removed, entries_written

logger = logging.getLogger(__name__)

#: Pages that are in memory together.
BATCH = 25
_MOST_TRIES = 5
_PASSAGES_AT_ONCE = 100
#: What a later reading of the page gives; popularity comes from elsewhere.
_WRITTEN = tuple(
    field.attname
    for field in StoredEntry._meta.concrete_fields
    if field.name not in ("page", "popularity", "indexed_version")
)


@dataclass(frozen=True, slots=True)
class Seen:
    """An entry as it was found: its version, what came of the last reading, and what is compared besides."""

    version: int
    digest: str
    path: str
    token: str
    revision: int | None
    projection: int
    cited: Sequence[str]

    def is_of(self, entry: Entry, page: PortalPage, digest: str) -> bool:
        facts = (self.digest, self.path, self.token, self.revision, self.projection)
        return facts == (digest, entry.path, entry.token, page.live_revision_id, RULES)


class KeepsChanging(Exception):
    """Pages were changed as often as they were read."""


def project(ids: Iterable[int]) -> int:
    """Bring the entries of these pages up to date; returns how many were written or removed.

    Raises:
        KeepsChanging: somebody else writes them all the time.
    """
    return sum(_project(part) for part in parts(sorted(set(ids)), BATCH))


def _project(ids: Sequence[int]) -> int:
    changed, left = 0, list(ids)
    for _try in range(_MOST_TRIES):
        seen = _seen(left)
        pages = {page.pk: page for page in load_pages(left)}
        entries = entries_of(list(pages.values()))
        try:
            with transaction.atomic():
                changed += _store(left, entries, pages, seen)
        except IntegrityError:  # a page was deleted, or somebody else entered it first
            logger.info("entries of %s collided", left, exc_info=True)
            continue
        left = _changed_meanwhile(left, pages)
        if not left:
            return changed
    raise KeepsChanging(left)


def _seen(ids: Sequence[int]) -> dict[int, Seen]:
    names = ("version", "digest", "path", "token", "revision", "projection", "cited")
    rows = StoredEntry.objects.filter(pk__in=ids).values_list("pk", *names)
    return {pk: Seen(*values) for pk, *values in rows}


def _store(ids: Sequence[int], entries: dict[int, Entry], pages: dict[int, PortalPage], seen: dict[int, Seen]) -> int:
    """Write what differs. What is no longer as it was ``seen`` is left to whoever changed it, and read again."""
    digests = {pk: digest_of(entry, pages[pk]) for pk, entry in entries.items()}
    other = [
        pk for pk, digest in digests.items() if pk not in seen or not seen[pk].is_of(entries[pk], pages[pk], digest)
    ]
    gone = [pk for pk in ids if pk in seen and pk not in entries]
    if not other and not gone:
        return 0
    locked = StoredEntry.objects.select_for_update().filter(pk__in=[*other, *gone]).order_by("pk")
    held = list(locked.values_list("pk", "version", "popularity"))
    present = {pk: version for pk, version, _ in held}
    popularity = {pk: stored for pk, _, stored in held}
    known = [pk for pk in other if pk in seen and present.get(pk) == seen[pk].version]
    new = [pk for pk in other if pk not in seen and pk not in present]
    number = next_number()
    entries = {pk: replace(entries[pk], version=number, popularity=popularity.get(pk, 0.0)) for pk in (*known, *new)}
    rows = {pk: _row(entry, pages[pk], digests[pk]) for pk, entry in entries.items()}
    StoredEntry.objects.bulk_create([rows[pk] for pk in new])
    StoredEntry.objects.bulk_create(
        [rows[pk] for pk in known], update_conflicts=True, unique_fields=["page"], update_fields=_WRITTEN
    )
    _write_passages(known, entries)
    # One by one, so that each is told of.
    leaving = [pk for pk in gone if present.get(pk) == seen[pk].version]
    removed, _by_model = StoredEntry.objects.filter(pk__in=leaving).delete()
    entries_removed.send(StoredEntry, pages=leaving)
    entries_written.send(StoredEntry, entries=list(entries.values()))
    tell_index(list(entries))
    before = {pk: set(seen[pk].cited) for pk in (*known, *leaving)}
    now = {pk: set(entry.cited) for pk, entry in entries.items()}
    _count_citations({key for pk in before.keys() | now.keys() for key in before.get(pk, set()) ^ now.get(pk, set())})
    return len(entries) + (len(gone) if removed else 0)


def _count_citations(keys: set[str]) -> None:
    """Texts name other documents than before: those whose number of citations has another step are projected anew.

    What they cite themselves stays, so nothing follows from that.
    """
    documents = cited_by_keys(keys)
    counted = citations_of(documents)
    stored = StoredEntry.objects.filter(pk__in=documents).values_list("pk", "citations") if documents else ()
    project_later(pk for pk, citations in stored if counted[pk] != citations)


def _row(entry: Entry, page: PortalPage, digest: str) -> StoredEntry:
    row = StoredEntry.of(entry)
    row.revision, row.projection, row.digest = page.live_revision_id, RULES, digest
    return row


def _write_passages(known: Sequence[int], entries: dict[int, Entry]) -> None:
    if known:
        StoredPassage.objects.filter(entry__in=known).delete()
    StoredPassage.objects.bulk_create(
        [
            StoredPassage(entry_id=pk, file=one.file, name=one.name, number=one.number, text=one.text)
            for pk, entry in entries.items()
            for one in entry.passages
        ],
        batch_size=_PASSAGES_AT_ONCE,
    )


def digest_of(entry: Entry, page: PortalPage) -> str:
    """What tells whether an entry is another than the one that is stored."""
    said = repr((replace(entry, version=0, popularity=0.0), page.live_revision_id, RULES))
    return blake2b(said.encode(), digest_size=16).hexdigest()


def _changed_meanwhile(ids: Sequence[int], pages: dict[int, PortalPage]) -> list[int]:
    """Those whose entry is not what the page says by now, as far as two queries tell.

    Who closes or moves a page places all entries anew that are there; one that came just after would be passed over.
    """
    tree = Restrictions.now().pages
    now = {
        pk: (path, revision, tree.token(path))
        for pk, path, revision in Page.objects.filter(pk__in=ids, live=True).values_list("pk", "path", "live_revision")
    }
    stored = {
        pk: (path, revision, token)
        for pk, path, revision, token in StoredEntry.objects.filter(pk__in=ids).values_list(
            "pk", "path", "revision", "token"
        )
    }
    return [pk for pk in ids if (pk in stored and stored[pk] != now.get(pk)) or (pk in now) != (pk in pages)]
