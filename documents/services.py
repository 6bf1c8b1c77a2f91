"""What becomes of the register when a document is published, taken down or deleted: all writes live here."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from documents.models import DocumentRelation, OfficialDocument, RegisterVersion, RelationEdge, StatusPeriod
from documents.models.status import Status
from documents.naming import Named, named_in
from documents.signals import statuses_changed
from documents.validity import Change, Facts, Period, periods_of

_BATCH = 500
#: What was published and waits to be entered together.
_waiting: ContextVar[list[OfficialDocument] | None] = ContextVar("documents_waiting", default=None)


def enter(document: OfficialDocument) -> None:
    """``document`` was just published: its relations count, and those that waited for it find it."""
    waiting = _waiting.get()
    if waiting is None:
        enter_all([document])
    else:
        waiting.append(document)


@contextmanager
def entered_together() -> Iterator[None]:
    """Inside, what is published is entered at the end, with all that was published beside it: some queries for all."""
    waiting: list[OfficialDocument] = []
    before = _waiting.set(waiting)
    try:
        yield
    finally:
        _waiting.reset(before)
    enter_all(waiting)


@transaction.atomic
def enter_all(documents: Collection[OfficialDocument]) -> None:
    """As ``enter``, for several; what was undone meanwhile is passed over."""
    ids = [document.pk for document in documents]
    there = {document.pk: document for document in OfficialDocument.objects.live().filter(pk__in=ids)}
    if not there:
        return
    touched = _targets(there) | set(there)
    RelationEdge.objects.filter(source__in=there).delete()
    edges = RelationEdge.objects.bulk_create(_edges(there))
    _find_targets(edges)
    _be_found(there.values())
    recompute_status(touched | _targets(there))
    RegisterVersion.grow()


@transaction.atomic
def withdraw(document: OfficialDocument) -> None:
    """``document`` is no longer published: what it did to others is undone."""
    touched = _targets([document.pk])
    document.edges.all().delete()
    recompute_status(touched)
    RegisterVersion.grow()


def recompute_status(ids: Collection[int]) -> int:
    """Write the periods of these documents anew where they differ; returns how many were changed."""
    changed = 0
    wanted = sorted(ids)
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        documents = OfficialDocument.objects.filter(pk__in=batch).select_related("issuer", "document_type")
        changes = _changes_to(batch)
        before = _stored_periods(batch)
        new = {document: periods_of(facts_of(document, changes.get(document.pk, ()))) for document in documents}
        other = {document: periods for document, periods in new.items() if periods != before.get(document.pk)}
        _write_periods(other)
        if other:
            statuses_changed.send(OfficialDocument, documents=[document.pk for document in other])
        changed += len(other)
    if changed:
        RegisterVersion.grow()
    return changed


def facts_of(document: OfficialDocument, changes: Iterable[Change] = ()) -> Facts:
    """What is known of ``document``, as far as its validity hangs on it."""
    return Facts(
        begins=document.begins,
        ends=document.expires_on,
        expired_part=bool(document.expired_part.strip()),
        changes=list(changes),
        override=Status(document.status_override) if document.status_override else None,
    )


def _edges(documents: Mapping[int, OfficialDocument]) -> list[RelationEdge]:
    relations = DocumentRelation.objects.filter(document__in=documents).select_related("kind", "target")
    of_each: dict[int, int] = {}
    edges = []
    for relation in relations.order_by("document", "sort_order"):
        order = of_each[relation.document_id] = of_each.get(relation.document_id, -1) + 1
        edges.append(
            RelationEdge(
                source=documents[relation.document_id],
                kind=relation.kind,
                target=relation.target,
                target_text=relation.target_text,
                target_key="" if relation.target_id else named_in(relation.target_text).key,
                is_partial=relation.is_partial,
                note=relation.note,
                since=relation.since,
                until=relation.until,
                sort_order=order,
            )
        )
    return edges


def _find_targets(edges: Iterable[RelationEdge]) -> None:
    """Link those of ``edges`` that name a document that is here by now."""
    waiting = [edge for edge in edges if edge.target_id is None and edge.target_key]
    found = []
    for start in range(0, len(waiting), _BATCH):
        some = waiting[start : start + _BATCH]
        keys = {edge.target_key for edge in some}
        numbered: dict[str, list[OfficialDocument]] = {}
        for document in OfficialDocument.objects.live().filter(number_key__in=keys):
            numbered.setdefault(document.number_key, []).append(document)
        for edge in some:
            edge.target = _only_one(named_in(edge.target_text), edge.source_id, numbered)
            if edge.target is not None:
                found.append(edge)
    RelationEdge.objects.bulk_update(found, ["target"], batch_size=_BATCH)


def _be_found(documents: Iterable[OfficialDocument]) -> None:
    """Relations of others that named one of ``documents`` before it was here."""
    keys = {document.number_key for document in documents if document.number_key}
    if keys:
        _find_targets(RelationEdge.objects.filter(target__isnull=True, target_key__in=keys))


def _only_one(
    named: Named, source_id: int, numbered: Mapping[str, Iterable[OfficialDocument]]
) -> OfficialDocument | None:
    """The one live document that ``named`` can mean; none where there are several: a number alone tells too little."""
    candidates = [document for document in numbered.get(named.key, ()) if document.pk != source_id]
    if named.day is not None:
        candidates = [document for document in candidates if document.issued_on == named.day]
    return candidates[0] if len(candidates) == 1 else None


def _targets(sources: Iterable[int]) -> set[int]:
    """The documents that the stored edges of ``sources`` bear on."""
    edges = RelationEdge.objects.filter(source__in=list(sources), target__isnull=False)
    return set(edges.values_list("target", flat=True))


def _changes_to(ids: Collection[int]) -> dict[int, list[Change]]:
    """What live documents do to these, each from the day said or else from the day it takes effect itself."""
    changes: dict[int, list[Change]] = {}
    edges = RelationEdge.objects.filter(target__in=ids, source__live=True).exclude(kind__effect="")
    for edge in edges.select_related("kind", "source__issuer"):
        since = edge.since or edge.source.begins
        change = Change(edge.kind.effect, since, edge.until, edge.is_partial)
        if edge.target_id is not None:
            changes.setdefault(edge.target_id, []).append(change)
    return changes


def _stored_periods(ids: Collection[int]) -> dict[int, list[Period]]:
    stored: dict[int, list[Period]] = {}
    for row in StatusPeriod.objects.filter(document__in=ids):
        stored.setdefault(row.document_id, []).append(Period(Status(row.status), row.starts, row.ends))
    return stored


def _write_periods(periods: Mapping[OfficialDocument, Iterable[Period]]) -> None:
    if not periods:
        return
    StatusPeriod.objects.filter(document__in=list(periods)).delete()
    StatusPeriod.objects.bulk_create(
        StatusPeriod(document=document, status=period.status, starts=period.starts, ends=period.ends)
        for document, of_it in periods.items()
        for period in of_it
    )
