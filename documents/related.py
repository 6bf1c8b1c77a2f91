"""How a document bears on others and they on it, as far as a visitor may see them: bounded, however many there are.

A charter is cited by thousands; of each kind of relation the newest are named, and how many more there are is said.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import HttpRequest

from documents.models import OfficialDocument, RelationEdge, RelationKind, Status
from documents.querysets import OfficialDocumentQuerySet
from documents.register.rows import Row, rows_of
from portal.access.tokens import Tokens

#: Of one kind of relation, how many are named.
MOST_OF_A_KIND = 100
#: How many of them stand in the list at once; the others are unfolded.
SHOWN_AT_ONCE = 10

Effect = RelationKind.Effect
_ENDING = frozenset({Effect.REPLACES, Effect.ABROGATES})
#: What a reader must know before he reads, and by which effects of others it came about.
CHANGING_EFFECTS = {
    Status.EXPIRED: _ENDING,
    Status.OBSOLETE: _ENDING,
    Status.PARTLY_EXPIRED: _ENDING | {Effect.AMENDS},
    Status.SUSPENDED: frozenset({Effect.SUSPENDS}),
}


@dataclass
class Related:
    """The relations of one kind, seen from this document. ``texts`` name documents that are not in the register.

    ``is_own``: what this document does; else what is done to it, with an ``effect`` on its validity. ``unnamed``: how
    many more there are.
    """

    label: str
    is_own: bool
    effect: str = ""
    anchor: str = ""
    rows: list[Row] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unnamed: int = 0

    @property
    def at_once(self) -> list[Row]:
        return self.rows[:SHOWN_AT_ONCE]

    @property
    def folded(self) -> list[Row]:
        return self.rows[SHOWN_AT_ONCE:]

    def __len__(self) -> int:
        return len(self.rows) + len(self.texts) + self.unnamed


@dataclass(frozen=True)
class _End:
    """The other end of a relation; ``other`` is empty where only ``text`` names it."""

    label: str
    is_own: bool
    effect: str
    other: int | None
    text: str = ""
    unnamed: int = 0


def relations_of(document: OfficialDocument, request: HttpRequest, tokens: Tokens) -> list[Related]:
    """What this document does to others, then what others do to it, as far as the visitor may see the others.

    A preview shows what the draft says; nothing follows from it yet.
    """
    visible: OfficialDocumentQuerySet = OfficialDocument.objects.visible_to(tokens)
    if not document.pk or getattr(request, "is_preview", False):
        ends = [_End(r.kind.name, True, "", r.target_id, r.target_text) for r in document.relations.all()]
    else:
        ends = _own_ends(document, visible)
    if document.pk:
        ends += _ends_of_others(document, visible)
    others = visible.filter(pk__in={end.other for end in ends if end.other}).newest_first().for_rows()
    found = list(others)
    return _grouped(ends, {one.pk: row for one, row in zip(found, rows_of(found, request), strict=True)})


def changed_by(related: Iterable[Related], status: Status) -> list[tuple[str, Row]]:
    """(what it does, document) of those by which a document came to have ``status``."""
    effects = CHANGING_EFFECTS.get(status, frozenset())
    groups = [group for group in related if not group.is_own and group.effect in effects]
    return [(group.label, row) for group in groups for row in group.at_once]


def _own_ends(document: OfficialDocument, visible: OfficialDocumentQuerySet) -> list[_End]:
    edges = document.edges.filter(Q(target=None) | Q(target__in=visible.order_by().values("pk")))
    first = _first_of_each_kind(edges, ["sort_order", "pk"])
    told = first.values_list("kind__name", "target", "target_text", "unnamed")
    return [_End(label, True, "", other, text, unnamed) for label, other, text, unnamed in told]


def _ends_of_others(document: OfficialDocument, visible: OfficialDocumentQuerySet) -> list[_End]:
    edges = RelationEdge.objects.filter(target=document, source__in=visible.order_by().values("pk"))
    first = _first_of_each_kind(edges, ["-source__ordered_on", "-source"])
    told = first.values_list("kind__inverse_name", "kind__effect", "source", "unnamed")
    return [_End(label, False, effect, other, "", unnamed) for label, effect, other, unnamed in told]


def _first_of_each_kind(edges: "QuerySet[RelationEdge]", order: list[str]) -> Any:
    """At most ``MOST_OF_A_KIND`` of each; ``unnamed`` says how many are left out."""
    numbered = edges.annotate(
        place=Window(RowNumber(), partition_by="kind", order_by=order),
        unnamed=Window(Count("pk"), partition_by="kind") - MOST_OF_A_KIND,
    )
    return numbered.filter(place__lte=MOST_OF_A_KIND).order_by("kind__sort_order", "kind", "place")


def _grouped(ends: Collection[_End], rows: dict[int, Row]) -> list[Related]:
    groups: dict[str, Related] = {}
    for end in ends:
        group = groups.setdefault(end.label, Related(end.label, end.is_own, end.effect))
        group.unnamed = max(group.unnamed, end.unnamed)
        if end.other is None:
            group.texts.append(end.text)
        elif end.other in rows and rows[end.other] not in group.rows:
            group.rows.append(rows[end.other])
    named = [group for group in groups.values() if group.rows or group.texts]
    for place, group in enumerate(named, start=1):
        group.anchor = f"quan-he-{place}"
    return named
