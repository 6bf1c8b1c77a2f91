"""Who works on tasks. The tasks themselves are django-tasks-db's."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.queues.querysets import TaskWorkerQuerySet


class TaskWorker(models.Model):
    """A thread or process that runs tasks of ``queues``, known to them by ``id``; gone once it is silent."""

    id = models.CharField(_("number"), max_length=64, primary_key=True)
    name = models.CharField(_("name"), max_length=100)
    queues = models.JSONField(_("queues"), default=list)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now, db_index=True)

    objects = TaskWorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker for tasks")
        verbose_name_plural = _("workers for tasks")

    def __str__(self) -> str:
        return self.name
