"""The vocabulary in which effects are asked for."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

#: A worker beats every few seconds; after this silence it is taken for dead.
SILENCE = timedelta(seconds=15)


class WorkerQuerySet(models.QuerySet):
    def alive(self, now: datetime) -> Self:
        return self.filter(beat_at__gte=now - SILENCE)

    def dead(self, now: datetime) -> Self:
        return self.filter(beat_at__lt=now - SILENCE)


class EffectQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        return self.filter(state="waiting")

    def dead(self) -> Self:
        """Given up: somebody has to look at them."""
        return self.filter(state="dead")

    def undone_for(self, waited: timedelta) -> Self:
        """Written longer ago than that and not carried out yet, or given up: what they tell is not known there."""
        return self.filter(state__in=["waiting", "dead"], created_at__lt=timezone.now() - waited)

    def ready(self, now: datetime) -> Self:
        """Due, in nobody's hands that still live, and the first of their subject; in the order they fell due."""
        held = Q(worker__isnull=False, worker__beat_at__gte=now - SILENCE)
        earlier = self.model._default_manager.filter(state="waiting").filter(
            subject=OuterRef("subject"), pk__lt=OuterRef("pk")
        )
        return (
            self.waiting()
            .filter(due_at__lte=now)
            .exclude(held)
            .filter(Q(subject="") | ~Exists(earlier))
            .order_by("due_at", "pk")
        )
