"""Whether a document holds (`Tình trạng hiệu lực`), on any day.

Periods are written when dates or relations change; pages, lists and filters compare them with the day that is asked
for, so what ends at midnight has ended at midnight, without anything being run.
"""

import datetime as dt
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """The labels of the national database of legal documents (vbpl.vn)."""

    NOT_YET = "not_yet", pgettext_lazy("status of a document", "Not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("status of a document", "In force")
    PARTLY_EXPIRED = "partly", pgettext_lazy("status of a document", "Partly no longer in force")
    EXPIRED = "expired", pgettext_lazy("status of a document", "No longer in force")
    SUSPENDED = "suspended", pgettext_lazy("status of a document", "Suspended")
    OBSOLETE = "obsolete", pgettext_lazy("status of a document", "No longer suitable")
    UNKNOWN = "unknown", pgettext_lazy("status of a document", "Not determined")

    @property
    def holds(self) -> bool:
        """Whether somebody is bound by it, in whole or in part."""
        return self in (Status.IN_FORCE, Status.PARTLY_EXPIRED)


class StatusPeriodQuerySet(models.QuerySet["StatusPeriod"]):
    def on(self, day: dt.date) -> Self:
        """The period of each document that ``day`` lies in."""
        return self.filter(Q(starts=None) | Q(starts__lte=day), Q(ends=None) | Q(ends__gt=day))


class StatusPeriod(models.Model):
    """From ``starts`` on, to the day before ``ends``, a document has ``status``; ``None``: always had, or lasts."""

    document = models.ForeignKey(
        "documents.OfficialDocument", on_delete=models.CASCADE, related_name="status_periods", db_index=False
    )
    status = models.CharField(max_length=10, choices=Status.choices)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)

    wagtail_reference_index_ignore = True

    objects = models.Manager.from_queryset(StatusPeriodQuerySet)()

    class Meta:
        ordering: ClassVar = ["document", models.F("starts").asc(nulls_first=True)]
        indexes: ClassVar = [
            models.Index(fields=["document", "starts", "ends", "status"], name="status_of_document"),
            models.Index(fields=["status", "starts", "ends", "document"], name="documents_with_status"),
        ]

    def __str__(self) -> str:
        return f"{self.starts or '…'}–{self.ends or '…'}: {self.get_status_display()}"
