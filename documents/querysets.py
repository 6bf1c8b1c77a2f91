"""The vocabulary in which documents are asked for."""

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, Self

from django.db.models import OuterRef, Q, Subquery

from documents.dates import today
from documents.numbers import matching
from portal.querysets import PortalPageQuerySet

if TYPE_CHECKING:
    from documents.models import DocumentType, Field, Issuer, Term
    from documents.models.status import Status, StatusPeriodQuerySet

#: What a row of a list shows, besides the names of type and issuer.
ROW_FIELDS = (
    "title",
    "path",
    "url_path",
    "slug",
    "symbol",
    "abstract",
    "issued_on",
    "effective_on",
    "ordered_on",
    "document_type__name",
    "issuer__name",
    "issuer__slug",
    "issuer__sphere",
    "term__name",
)


class OfficialDocumentQuerySet(PortalPageQuerySet):
    """Documents by number, type, issuer, field, year, term and validity."""

    def newest_first(self) -> Self:
        """By the day of issue; those whose day is unknown come last."""
        return self.order_by("-ordered_on", "-pk")

    def numbered(self, typed: str) -> Self:
        """Those with the number ``typed``, in whatever spelling; several bodies and terms may have given it."""
        wanted = matching(typed)
        return self.filter(wanted) if wanted is not None else self.none()

    def of_type(self, document_type: "DocumentType") -> Self:
        return self.filter(document_type=document_type)

    def of_issuer(self, issuer: "Issuer") -> Self:
        """Issued by that body, alone or with others."""
        joint = self.model._base_manager.filter(co_issuers=issuer).values("pk")
        return self.filter(Q(issuer=issuer) | Q(pk__in=joint))

    def in_field(self, field: "Field") -> Self:
        return self.filter(fields=field)

    def of_term(self, term: "Term") -> Self:
        return self.filter(term=term)

    def in_year(self, year: int) -> Self:
        return self.filter(issued_on__gte=dt.date(year, 1, 1), issued_on__lte=dt.date(year, 12, 31))

    def with_status(self, statuses: "Collection[Status]", day: dt.date | None = None) -> Self:
        """Those that have one of ``statuses`` on ``day``, today unless said."""
        return self.filter(pk__in=_periods_on(day).filter(status__in=statuses).values("document"))

    def with_status_known(self, day: dt.date | None = None) -> Self:
        """``status_on_day``: what each has on ``day``, today unless said."""
        own = _periods_on(day).filter(document=OuterRef("pk"))
        return self.annotate(status_on_day=Subquery(own.values("status")[:1]))

    def for_rows(self, day: dt.date | None = None) -> Self:
        """Everything a row of a list shows, in one query."""
        related = self.select_related("document_type", "issuer", "term").only(*ROW_FIELDS)
        return related.with_status_known(day)


def _periods_on(day: dt.date | None) -> "StatusPeriodQuerySet":
    from documents.models.status import StatusPeriod

    return StatusPeriod.objects.on(day or today())
