"""What would become of every row, before anything is written: the preview shows it, and the writing does it.

Rows are looked at together first: one may say twice what another said, name another as its replacement, or replace in a
circle. Then the portal is asked, in a few queries for hundreds of rows, what it has of them already.
"""

import enum
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, TypeVar

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Revision

from documents.importing.entries import Entry, Reading
from documents.importing.relations import Related
from documents.models import ImportedDocument, OfficialDocument
from documents.models.status import Status
from portal.editorial.content import digest_of_revision

T = TypeVar("T")
_CHUNK = 400


class Outcome(enum.StrEnum):
    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    REFUSED = "refused"


@dataclass
class Row:
    """One row with what becomes of it. ``waits``: it was imported before and is still a draft; ``for_files``: it says
    nothing new, but has files that its document lacks.
    """

    sheet: str
    number: int
    label: str
    outcome: Outcome
    reasons: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    entry: Entry | None = None
    record: ImportedDocument | None = None
    document_id: int | None = None
    waits: bool = False
    for_files: bool = False
    secret: bool = False

    @property
    def place(self) -> tuple[str, int]:
        return self.sheet, self.number

    def refuse(self, reason: str) -> None:
        self.outcome = Outcome.REFUSED
        self.reasons.append(reason)


def plan(readings: Iterable[Reading], *, publish: bool = False) -> list[Row]:
    """What would become of each row; with ``publish`` what an earlier import left as a draft is published."""
    rows = [_row(reading) for reading in readings]
    _refuse_repeated(rows)
    _follow_days(rows)
    _turn_inverse(rows)
    _drop_impossible(rows)
    for some in chunks([row for row in rows if row.entry is not None and row.outcome is not Outcome.REFUSED], _CHUNK):
        _ask_portal(some, publish=publish)
    return rows


def chunks(things: Iterable[T], size: int) -> Iterator[list[T]]:
    waiting = iter(things)
    while some := list(islice(waiting, size)):
        yield some


def _row(reading: Reading) -> Row:
    outcome = Outcome.REFUSED if reading.refusals or reading.entry is None else Outcome.NEW
    return Row(
        reading.sheet,
        reading.number,
        reading.label,
        outcome,
        list(reading.refusals),
        list(reading.warnings),
        None if outcome is Outcome.REFUSED else reading.entry,
        secret=reading.secret,
    )


def where(row: Row) -> str:
    said = _("row %(number)d") % {"number": row.number}
    return f"{said} ({row.sheet})" if row.sheet else said


def _number_and_code(entry: Entry) -> str:
    return "|".join(entry.number_key.split("|")[:2])


def _refuse_repeated(rows: Sequence[Row]) -> None:
    """A body gives a number once in a term: the first row counts."""
    seen: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        entry = row.entry
        if entry is None:
            continue
        for claim in _claims(entry):
            first = seen.setdefault(claim, row)
            if first is not row and row.outcome is not Outcome.REFUSED:
                same = first.entry is not None and first.entry.digest() == entry.digest()
                said = (
                    _("The same document stands in %(where)s.")
                    if same
                    else _("The same number of the same body and term stands in %(where)s, and says something else.")
                )
                row.refuse(said % {"where": where(first)})


def _claims(entry: Entry) -> Iterator[tuple[Any, ...]]:
    yield ("key", entry.key)
    if entry.number_key:
        if entry.issued_on:
            yield ("day", _number_and_code(entry), entry.issuer.pk, entry.issued_on)
        if entry.term:
            yield ("term", entry.number_key, entry.issuer.pk, entry.term.pk)


def _by_number(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.entry is not None and row.outcome is not Outcome.REFUSED and row.entry.number_key:
            found[row.entry.number_key].append(row)
    return found


def _meant(related: Related, rows: dict[str, list[Row]]) -> Row | None:
    """The one row of the file that ``related`` names."""
    found = rows.get(related.key, []) if related.key else []
    if related.day:
        found = [
            row for row in found if row.entry and row.entry.issued_on and row.entry.issued_on.isoformat() == related.day
        ]
    return found[0] if len(found) == 1 else None


def _follow_days(rows: Sequence[Row]) -> None:
    """Under `Văn bản thay thế` some write what replaced a document, others what it replaced: the later replaces."""
    numbered = _by_number(rows)
    for row in rows:
        entry = row.entry
        if entry is None:
            continue
        for place, related in enumerate(entry.relations):
            if not related.by_heading or not related.kind.effect or entry.issued_on is None:
                continue
            other = _meant(related, numbered)
            known = other.entry.issued_on if other is not None and other.entry is not None else None
            day = related.day or (known.isoformat() if known else "")
            own = entry.issued_on.isoformat()
            if day and day != own and related.inverse != (day > own):
                entry.relations[place] = replace(related, inverse=day > own)
        _reason_again(entry)


def _reason_again(entry: Entry) -> None:
    ended = [one for one in entry.relations if one.inverse and one.kind.effect in ("replaces", "abrogates")]
    entry.expiry_reason = "; ".join(f"{one.kind.inverse_name} {one.text}" for one in ended)[:250]


def _turn_inverse(rows: Sequence[Row]) -> None:
    """`Bị thay thế bởi …` belongs to the other document: written there where the file has it, else as a reason."""
    numbered = _by_number(rows)
    for row in rows:
        entry = row.entry
        if entry is None:
            continue
        for related in [one for one in entry.relations if one.inverse]:
            entry.relations.remove(related)
            other = _meant(related, numbered)
            ends = related.kind.effect in ("replaces", "abrogates") and not related.partial
            if other is not None and other.entry is not None and other is not row:
                turned = _turned(related, entry)
                if not any((one.kind, one.key) == (turned.kind, turned.key) for one in other.entry.relations):
                    other.entry.relations.append(turned)
                if ends and entry.status_override == Status.EXPIRED:
                    entry.status_override = entry.status_override_reason = ""
            elif ends:
                if entry.expires_on is None and not entry.status_override:
                    entry.status_override = Status.EXPIRED
                    entry.status_override_reason = (
                        entry.expiry_reason or f"{related.kind.inverse_name} {related.text}"[:250]
                    )
                row.warnings.append(
                    _("“%(text)s” is not in this file: it was noted as the reason why this one no longer holds.")
                    % {"text": related.text[:80]}
                )
            else:
                row.warnings.append(
                    _("“%(text)s” is not in this file: write the relation in that document.")
                    % {"text": related.text[:80]}
                )


def _turned(related: Related, entry: Entry) -> Related:
    day = entry.issued_on
    text = f"{entry.document_type} {entry.symbol}" + (f" ngày {day.day:02}/{day.month}/{day.year}" if day else "")
    iso = day.isoformat() if day else ""
    return Related(related.kind, text[:300], entry.number_key, iso, partial=related.partial, note=related.note)


def _drop_impossible(rows: Sequence[Row]) -> None:
    """Relations that change validity: not from below to above, not in a circle."""
    numbered = _by_number(rows)
    replaced: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for row in rows:
        entry = row.entry
        if entry is None:
            continue
        kept: list[Related] = []
        for related in entry.relations:
            other = _meant(related, numbered)
            if other is None or other.entry is None or not related.kind.effect:
                kept.append(related)
            elif entry.issuer.stands_below(other.entry.issuer):
                row.warnings.append(
                    _("%(lower)s cannot change %(document)s: %(higher)s stands above it. The relation was left out.")
                    % {"lower": entry.issuer, "document": other.label, "higher": other.entry.issuer}
                )
            elif row.place in _reached(other.place, replaced):
                row.warnings.append(
                    _("%(document)s replaces this one, so the relation was left out.") % {"document": other.label}
                )
            else:
                kept.append(related)
                if related.kind.effect == "replaces":
                    replaced[row.place].add(other.place)
        entry.relations = kept


def _reached(start: tuple[str, int], replaced: dict[tuple[str, int], set[tuple[str, int]]]) -> set[tuple[str, int]]:
    reached: set[tuple[str, int]] = set()
    waiting = [start]
    while waiting:
        for one in replaced.get(waiting.pop(), ()):
            if one not in reached:
                reached.add(one)
                waiting.append(one)
    return reached


def _ask_portal(rows: Sequence[Row], *, publish: bool) -> None:
    records = _records(rows)
    there = _documents_like(rows)
    edited = _decisions(record for record in records.values())
    for row in rows:
        entry = row.entry
        assert entry is not None  # noqa: S101  only such rows come here
        record = records.get(entry.key)
        other = _same_number(entry, there, record)
        if record is None and other is not None:
            row.outcome, row.document_id = Outcome.UNCHANGED, other
            row.reasons.append(_("The register has it already, entered by somebody: left as it is."))
        elif record is None:
            continue
        else:
            _settle(row, entry, record, edited.get(record.pk, ""), publish=publish)


def _settle(row: Row, entry: Entry, record: ImportedDocument, decision: str, *, publish: bool) -> None:
    row.record, row.document_id = record, record.document_id
    if decision:
        row.outcome = Outcome.EDITED
        row.reasons.append(decision)
        return
    document = record.document
    row.waits = document is not None and (not document.live or document.has_unpublished_changes)
    if record.source_digest != entry.digest():
        row.outcome = Outcome.UPDATED
    elif publish and row.waits:
        row.outcome = Outcome.UPDATED
        row.reasons.append(_("published; its content did not change"))
    else:
        row.outcome = Outcome.UNCHANGED


def _records(rows: Sequence[Row]) -> dict[str, ImportedDocument]:
    keys = [row.entry.key for row in rows if row.entry]
    found = ImportedDocument.objects.filter(key__in=keys).select_related("document")
    return {record.key: record for record in found}


#: Number of a document, key, body, day, term.
Known = tuple[int, str, int, Any, int | None]


def _documents_like(rows: Sequence[Row]) -> list[Known]:
    """What the portal has with one of these numbers."""
    entries = [row.entry for row in rows if row.entry and row.entry.number_key]
    heads = {entry.number_key.split("|")[0].split("/")[0] for entry in entries}
    values = {int("".join(char for char in head if char.isdigit()) or 0) for head in heads}
    issuers = {entry.issuer.pk for entry in entries}
    columns = ("pk", "number_key", "issuer_id", "issued_on", "term_id")
    return list(
        OfficialDocument.objects.filter(Q(number_value__in=values), issuer__in=issuers, alias_of=None).values_list(
            *columns
        )
    )


def _same_number(entry: Entry, there: Collection[Known], record: ImportedDocument | None) -> int | None:
    for pk, key, issuer, day, term in there:
        if record is not None and pk == record.document_id:
            continue
        if issuer != entry.issuer.pk or "|".join(key.split("|")[:2]) != _number_and_code(entry):
            continue
        same_day = entry.issued_on is not None and day == entry.issued_on
        same_term = entry.term is not None and term == entry.term.pk and key == entry.number_key
        if same_day or same_term:
            return pk
    return None


def _decisions(records: Iterable[ImportedDocument]) -> dict[int, str]:
    """What people decided about documents since they were imported, by record; nothing where nobody did."""
    records = list(records)
    latest = [record.document.latest_revision_id for record in records if record.document]
    digests: dict[str, str] = {}
    for some in chunks(filter(None, latest), 100):
        for revision in Revision.objects.filter(pk__in=some).select_related("content_type"):
            digests[str(revision.object_id)] = digest_of_revision(revision)
    return {record.pk: _decision(record, digests) for record in records}


def _decision(record: ImportedDocument, digests: dict[str, str]) -> str:
    document = record.document
    if document is None:
        return _("the document made from this row was deleted by a person; it is not made again")
    if digests.get(str(document.pk)) != record.written_digest:
        return _("edited by a person since the import; left as it is")
    if document.locked:
        return _("locked by a person; left as it is")
    if not document.live and document.first_published_at is not None:
        return _("taken down by a person; it is not published again")
    return ""
