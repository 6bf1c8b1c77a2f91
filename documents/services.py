"""What becomes of the register when a document is published, taken down or deleted: all writes live here."""

from collections.abc import Collection, Iterable

from django.db import transaction

from documents.models import OfficialDocument, RegisterVersion, RelationEdge, StatusPeriod
from documents.models.status import Status
from documents.naming import Named, named_in
from documents.validity import Change, Facts, Period, periods_of

_BATCH = 500


@transaction.atomic
def enter(document: OfficialDocument) -> None:
    """``document`` was just published: its relations count, and those that waited for it find it."""
    touched = set(_targets(document)) | {document.pk}
    document.edges.all().delete()
    edges = RelationEdge.objects.bulk_create(_edges(document))
    _find_targets(edges)
    _be_found(document)
    recompute_status(touched | set(_targets(document)))
    RegisterVersion.grow()


@transaction.atomic
def withdraw(document: OfficialDocument) -> None:
    """``document`` is no longer published: what it did to others is undone."""
    touched = set(_targets(document))
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
        for document in documents:
            periods = periods_of(facts_of(document, changes.get(document.pk, ())))
            if periods != before.get(document.pk):
                _write_periods(document, periods)
                changed += 1
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


def _edges(document: OfficialDocument) -> list[RelationEdge]:
    return [
        RelationEdge(
            source=document,
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
        for order, relation in enumerate(document.relations.select_related("kind", "target"))
    ]


def _find_targets(edges: Collection[RelationEdge]) -> None:
    """Link those of ``edges`` that name a document that is here by now."""
    for edge in edges:
        if edge.target_id is None and edge.target_key:
            edge.target = _only_one(named_in(edge.target_text), edge.source_id)
            if edge.target is not None:
                edge.save(update_fields=["target"])


def _be_found(document: OfficialDocument) -> None:
    """Relations of others that named ``document`` before it was here."""
    if document.number_key:
        waiting = RelationEdge.objects.filter(target__isnull=True, target_key=document.number_key)
        _find_targets(list(waiting.exclude(source=document)))


def _only_one(named: Named, source_id: int) -> OfficialDocument | None:
    """The one live document that ``named`` can mean; none where there are several: a number alone tells too little."""
    candidates = OfficialDocument.objects.live().filter(number_key=named.key).exclude(pk=source_id)
    if named.day is not None:
        candidates = candidates.filter(issued_on=named.day)
    found = list(candidates[:2])
    return found[0] if len(found) == 1 else None


def _targets(document: OfficialDocument) -> list[int]:
    """The documents that the stored edges of ``document`` bear on."""
    return list(document.edges.filter(target__isnull=False).values_list("target", flat=True))


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


def _write_periods(document: OfficialDocument, periods: Iterable[Period]) -> None:
    document.status_periods.all().delete()
    StatusPeriod.objects.bulk_create(
        StatusPeriod(document=document, status=period.status, starts=period.starts, ends=period.ends)
        for period in periods
    )
