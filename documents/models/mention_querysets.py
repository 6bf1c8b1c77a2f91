"""The vocabulary in which mentions are asked for."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import (
    CharField,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)

if TYPE_CHECKING:
    from documents.models.mentions import Mention  # noqa: F401  named in the quoted type below


class MentionQuerySet(models.QuerySet["Mention"]):
    def undecided(self) -> Self:
        return self.filter(decision=None)

    def without_document(self, documents: "QuerySet[Any] | None" = None) -> Self:
        """Those that none of ``documents`` fits, or else no live one: what was not entered yet."""
        return self.undecided().filter(~Exists(that_fit(_or_live(documents))), is_supported=True)

    def of_several(self, documents: "QuerySet[Any] | None" = None) -> Self:
        """Those that several of ``documents``, or else of the live ones, fit, as far as the database can tell."""
        fitting = that_fit(_or_live(documents)).order_by("pk")
        several: Self = self.undecided().filter(is_supported=True).annotate(second=Subquery(fitting.values("pk")[1:2]))
        return several.filter(second__isnull=False)

    def that_may_mean(self, document: Any) -> Self:
        """Those that ``document`` fits, and those of which a person said that it is meant."""
        fits = Q(name__in=document.cited_names.values("pk"), decision=None, is_supported=True)
        if document.issued_on is not None:
            fits &= Q(text_day=None) | Q(text_day__gte=document.issued_on)
            fits &= Q(day=None) | Q(day=document.issued_on)
            fits &= Q(year=None) | Q(year=document.issued_on.year)
        if document.term is not None:
            fits &= Q(term__in=("", document.term.name)) | Q(day__isnull=False)
        return self.alias(
            issuer_called=Value(document.issuer.called, CharField()),
        ).filter(fits & Q(issuer_called__contains=F("place")) | Q(decision__document=document.pk))


def that_fit(documents: "QuerySet[Any]") -> "QuerySet[Any]":
    """Those of ``documents`` that the mention of the outer query may mean: as the resolution says it, or too many.

    Number, day, year, term, place and the letters of the body are compared here, so that one of ten thousand that bear
    a number is found by the database.
    """
    unknown, of_the_day = Q(issued_on=None), Q(issued_on=F("said_day"))
    letters_open = ~Q(number_key__regex=r"\|.*[|-]") | Q(said_issuer__contains="/")
    said = documents.filter(cited_names=OuterRef("name")).alias(
        said_day=_said("day", DateField()),
        said_year=_said("year", IntegerField()),
        said_term=_said("term", CharField()),
        said_issuer=_said("issuer", CharField()),
        said_place=_said("place", CharField()),
        said_on=_said("text_day", DateField()),
    )
    return said.filter(
        unknown | Q(said_day=None) | of_the_day,
        unknown | Q(said_on=None) | Q(issued_on__lte=F("said_on")),
        unknown | Q(said_year=None) | Q(issued_on__year=F("said_year")),
        Q(said_term="") | Q(term=None) | Q(term__name=F("said_term")) | of_the_day,
        Q(said_issuer="") | Q(number_key__contains=F("said_issuer")) | letters_open | of_the_day,
        Q(said_place="") | Q(issuer__called__contains=F("said_place")),
    )


def that_fit_the_day(documents: "QuerySet[Any]") -> "QuerySet[Any]":
    """Of those that fit the ones known to be of the day that the mention says."""
    return that_fit(documents).filter(said_day__isnull=False, issued_on=F("said_day"))


def _said(name: str, output: Any) -> ExpressionWrapper:
    return ExpressionWrapper(OuterRef(name), output_field=output)


def _or_live(documents: "QuerySet[Any] | None") -> "QuerySet[Any]":
    from documents.models.document import OfficialDocument

    return OfficialDocument.objects.live_now() if documents is None else documents
