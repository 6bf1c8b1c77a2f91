"""What the register refuses: impossible dates, numbers given twice, relations that cannot be.

The bounds of domain 2.8: collections of real documents hold years from 1913 to 2984.
"""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from documents.dates import today
from portal.text import format_number

if TYPE_CHECKING:
    from documents.models import DocumentRelation, OfficialDocument
    from documents.querysets import OfficialDocumentQuerySet

FIRST_YEAR, YEARS_AHEAD = 1930, 5
#: Letters of an abstract: the longest that we know of have some six hundred, and what is longer is looked at.
LONG_ABSTRACT, LONGEST_ABSTRACT = 700, 2000
_MOST_STEPS = 200


class DuplicateNumber(ValidationError):
    """The body gave this number to another document already; ``other`` is that one."""

    def __init__(self, other: "OfficialDocument") -> None:
        self.other = other
        super().__init__(
            {"symbol": _("This body has a document with this number and symbol in the same term already.")}
        )


def errors_in_dates(
    issued_on: dt.date | None, effective_on: dt.date | None, expires_on: dt.date | None
) -> dict[str, Any]:
    """A sentence for each date that cannot be; unknown dates are fine."""
    errors: dict[str, Any] = {}
    last = today().year + YEARS_AHEAD
    for name, day in (("issued_on", issued_on), ("effective_on", effective_on), ("expires_on", expires_on)):
        if day is not None and not FIRST_YEAR <= day.year <= last:
            errors[name] = _("The year is not between %(first)d and %(last)d. Check the date.") % {
                "first": FIRST_YEAR,
                "last": last,
            }
    if issued_on and issued_on > today():
        errors.setdefault("issued_on", _("The date of issue cannot be in the future."))
    if issued_on and effective_on and effective_on < issued_on:
        errors.setdefault("effective_on", _("A document cannot take effect before it was issued."))
    begins = effective_on or issued_on
    if begins and expires_on and expires_on < begins:
        errors.setdefault("expires_on", _("The expiry cannot be before the day it takes effect."))
    return errors


def problem_of_abstract(abstract: str) -> str:
    """Why it can be none; empty where it can."""
    if len(abstract) <= LONGEST_ABSTRACT:
        return ""
    return _(
        "The abstract has %(count)s letters; at most %(most)s are taken. Keep what stands under the title of the paper, "
        "and put the rest into “Toàn văn”."
    ) % {"count": format_number(len(abstract)), "most": format_number(LONGEST_ABSTRACT)}


def doubt_of_abstract(abstract: str) -> str:
    """What is to be looked at; empty where nothing is."""
    if not LONG_ABSTRACT < len(abstract) <= LONGEST_ABSTRACT:
        return ""
    return _(
        "The abstract has %(count)s letters, and lists show all of it. Look whether it is only what stands under the "
        "title of the paper."
    ) % {"count": format_number(len(abstract))}


def refuse_duplicate(document: "OfficialDocument") -> None:
    """A body gives a number once in a term; where neither term nor day is known, nothing can be said.

    Raises:
        DuplicateNumber: there is another with it.
    """
    other = same_number(document).first()
    if other is not None:
        raise DuplicateNumber(other)


def same_number(document: "OfficialDocument") -> "OfficialDocumentQuerySet":
    """Other documents of the same body with the number of ``document``, on the same day or in the same term."""
    from documents.models import OfficialDocument

    ids: set[int] = set()
    if document.number_key and document.issuer_id and not document.alias_of_id:
        # Each by an index of its own: with more to choose by, databases look among all papers of the body.
        if document.identity:
            ids |= set(OfficialDocument.objects.filter(identity=document.identity).values_list("pk", flat=True))
        if document.term_id:
            numbered = OfficialDocument.objects.filter(number_key=document.number_key)
            wanted = (document.issuer_id, document.term_id, None)
            columns = ("pk", "issuer", "term", "alias_of")
            ids |= {pk for pk, *of_it in numbered.values_list(*columns) if tuple(of_it) == wanted}
    ids.discard(document.pk)
    return OfficialDocument.objects.filter(pk__in=ids) if ids else OfficialDocument.objects.none()


def refuse_relations(document: "OfficialDocument", relations: Iterable["DocumentRelation"]) -> None:
    """Relations of ``document`` that cannot be.

    Raises:
        ValidationError: one with itself, one twice, a replacement in a circle, or a lower body changing what a higher
            one issued. All are named.
    """
    problems: list[str] = []
    seen: set[tuple[int, int]] = set()
    for relation in relations:
        target = relation.target
        if target is None:
            continue
        if target.pk == document.pk:
            problems.append(_("A document has no relation with itself."))
            continue
        if (relation.kind_id, target.pk) in seen:
            problems.append(_("The relation “%(relation)s” is there twice.") % {"relation": relation})
        seen.add((relation.kind_id, target.pk))
        problems += _problems_of_effect(document, relation, target)
    if problems:
        raise ValidationError(problems)


def _problems_of_effect(
    document: "OfficialDocument", relation: "DocumentRelation", target: "OfficialDocument"
) -> Iterable[str]:
    if not relation.kind.changes_validity:
        return
    if document.issuer_id and document.issuer.stands_below(target.issuer):
        yield _("%(lower)s cannot change %(document)s: %(higher)s stands above it.") % {
            "lower": document.issuer,
            "document": target.name,
            "higher": target.issuer,
        }
    if document.pk and replaces_in_the_end(target, document):
        yield _("%(document)s replaces this document, so this one cannot replace it.") % {"document": target.name}


def replaces_in_the_end(source: "OfficialDocument", target: "OfficialDocument") -> bool:
    """Whether ``source`` replaces ``target``, directly or through others."""
    from documents.models import RelationEdge, RelationKind

    reached: set[int] = set()
    frontier = {source.pk}
    for _step in range(_MOST_STEPS):
        edges = RelationEdge.objects.filter(
            source__in=frontier, kind__effect=RelationKind.Effect.REPLACES, target__isnull=False
        )
        frontier = set(edges.values_list("target", flat=True)) - reached
        if target.pk in frontier:
            return True
        if not frontier:
            return False
        reached |= frontier
    return False
