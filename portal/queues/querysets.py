"""The vocabulary in which workers are asked for."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models

#: A worker beats every few seconds; after this silence it is taken for dead. A library may hold a process for some
#: seconds, and SQLite lets a writer wait for twenty.
SILENCE = timedelta(seconds=60)


class TaskWorkerQuerySet(models.QuerySet):
    def alive(self, now: datetime) -> Self:
        return self.filter(beat_at__gte=now - SILENCE)

    def silent(self, now: datetime) -> Self:
        return self.filter(beat_at__lt=now - SILENCE)
