"""By when a step is to be done, and who stands in for whom."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import TaskState

from portal.text import format_date


class StepDeadline(models.Model):
    """Fixed when the step begins; hours that staff change later count for steps that begin later."""

    step = models.OneToOneField(
        TaskState, on_delete=models.CASCADE, related_name="deadline", verbose_name=_("step of a workflow")
    )
    at = models.DateTimeField(_("to be done by"))

    class Meta:
        verbose_name = _("deadline of a step")
        verbose_name_plural = _("deadlines of steps")

    def __str__(self) -> str:
        return f"{self.step_id} {self.at:%Y-%m-%d %H:%M}"


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> Self:
        return self.filter(ended_at__isnull=True, first_day__lte=day, last_day__gte=day)

    def not_over(self, day: date) -> Self:
        """Those of ``day`` and those to come."""
        return self.filter(ended_at__isnull=True, last_day__gte=day)

    def touching(self, first_day: date, last_day: date) -> Self:
        return self.filter(ended_at__isnull=True, first_day__lte=last_day, last_day__gte=first_day)


class Absence(models.Model):
    """From ``first_day`` to ``last_day`` somebody else decides what waits for ``person``. It ends by itself."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="absences", verbose_name=_("absent")
    )
    substitute = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="stands_in", verbose_name=_("substitute")
    )
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    ended_at = models.DateTimeField(_("ended early at"), null=True, blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        indexes: ClassVar = [models.Index(fields=["substitute", "last_day"], name="absence_substitute")]

    def __str__(self) -> str:
        """What the log calls it: who, when, and who stood in."""
        absent, stands_in = (one.get_full_name() or one.get_username() for one in (self.person, self.substitute))
        return f"{absent}, {format_date(self.first_day)}–{format_date(self.last_day)} → {stands_in}"[:200]

    @property
    def is_now(self) -> bool:
        return self.ended_at is None and self.first_day <= timezone.localdate() <= self.last_day
