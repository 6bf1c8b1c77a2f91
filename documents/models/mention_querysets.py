"""The vocabulary in which mentions are asked for."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
)
from django.db.models.functions import Coalesce

if TYPE_CHECKING:
    from documents.models.mentions import Mention  # noqa: F401  named in the quoted type below


class MentionQuerySet(models.QuerySet["Mention"]):
    def undecided(self) -> Self:
        return self.filter(decision=None)

    def without_document(self) -> Self:
        """Those that no live document fits: what was not entered yet."""
        return self.undecided().filter(~Exists(_fitting()), is_supported=True)

    def of_several(self) -> Self:
        """Those that several live documents fit, as far as number, day, year and term tell."""
        counted = _fitting().order_by().values("cited_names").annotate(found=Count("pk")).values("found")
        several: Self = self.undecided().filter(is_supported=True).annotate(
            fitting=Coalesce(Subquery(counted), 0)
        )  # fmt: skip
        return several.filter(fitting__gte=2)

    def that_may_mean(self, document: Any) -> Self:
        """Those that ``document`` fits, and those of which a person said that it is meant."""
        fits = Q(name__in=document.cited_names.values("pk"), decision=None, is_supported=True)
        if document.issued_on is not None:
            fits &= Q(text_day=None) | Q(text_day__gte=document.issued_on)
            fits &= Q(day=None) | Q(day=document.issued_on)
            fits &= Q(year=None) | Q(year=document.issued_on.year)
        return self.filter(fits | Q(decision__document=document.pk))


def _fitting() -> Any:
    """The live documents that fit the mention of the outer query."""
    from documents.models.document import OfficialDocument

    unknown = Q(issued_on=None)
    live = OfficialDocument.objects.live_now().filter(cited_names=OuterRef("name"))
    said = live.annotate(
        said_day=ExpressionWrapper(OuterRef("day"), output_field=DateField()),
        said_year=ExpressionWrapper(OuterRef("year"), output_field=IntegerField()),
        said_term=ExpressionWrapper(OuterRef("term"), output_field=CharField()),
        said_on=ExpressionWrapper(OuterRef("text_day"), output_field=DateField()),
    )
    return said.filter(
        unknown | Q(said_day=None) | Q(issued_on=F("said_day")),
        unknown | Q(said_year=None) | Q(issued_on__year=F("said_year")),
        unknown | Q(said_on=None) | Q(issued_on__lte=F("said_on")),
        Q(term=None) | Q(said_term="") | Q(term__name=F("said_term")),
    )
