"""Effects and the workers that carry them out."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.outbox.querysets import EffectQuerySet, WorkerQuerySet


class Worker(models.Model):
    """A process that carries effects out. One that has not beaten for a while is dead, and its claims are free."""

    name = models.CharField(_("name"), max_length=100)
    started_at = models.DateTimeField(_("started at"), default=timezone.now)
    beat_at = models.DateTimeField(_("last sign of life"), default=timezone.now, db_index=True)

    objects = WorkerQuerySet.as_manager()

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return self.name


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    DONE = "done", _("done")
    DEAD = "dead", _("given up")


class Effect(models.Model):
    """One effect: a mail to one person, a page to index, an address to purge.

    ``key`` names the effect for whoever receives it: asked for again it is the same row, and a receiver that gets it
    twice, because a worker died between handing it over and noting so, knows it by its key. Effects of one ``subject``
    are carried out in the order they were written; an empty subject is nobody's.
    """

    kind = models.CharField(_("kind"), max_length=60)
    key = models.CharField(pgettext_lazy("effect", "key"), max_length=200, unique=True)
    subject = models.CharField(_("about"), max_length=200, blank=True)
    payload = models.JSONField(_("content"))
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.WAITING)
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    due_at = models.DateTimeField(_("due at"), default=timezone.now)
    done_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    error = models.TextField(_("last error"), blank=True)
    worker = models.ForeignKey(
        Worker, verbose_name=_("worker"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = EffectQuerySet.as_manager()

    class Meta:
        verbose_name = _("effect")
        verbose_name_plural = _("effects")
        indexes: ClassVar = [
            models.Index(fields=["state", "due_at", "id"], name="effect_next"),
            models.Index(
                fields=["subject", "id"],
                name="effect_subject",
                condition=models.Q(state="waiting") & ~models.Q(subject=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
