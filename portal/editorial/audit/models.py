"""Lines of the audit, their erasable texts, and the heads of the chain that seals them."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.editorial.audit.querysets import AppendOnly, EntryQuerySet, TextQuerySet


class Origin(models.TextChoices):
    """By which road something was done."""

    WEB = "web", _("on the site")
    COMMAND = "command", _("by a command")
    SCHEDULER = "scheduler", _("by the scheduler")
    WORKER = "worker", _("by a worker")


class Entry(models.Model):
    """One line: ids, action and time for ever; ``digest`` stands for the text beside it, and is empty without one.

    ``position`` and ``hash`` are the sealer's, written once. Ids are no foreign keys: what they name may be deleted.
    """

    at = models.DateTimeField(default=timezone.now)
    action = models.CharField(max_length=100)
    actor_id = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    object_type = models.CharField(max_length=100, blank=True)
    object_id = models.CharField(max_length=255, blank=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    position = models.BigIntegerField(null=True, unique=True, editable=False)
    hash = models.CharField(max_length=64, blank=True, editable=False)

    wagtail_reference_index_ignore = True

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("line of the activity log")
        verbose_name_plural = _("activity log")
        default_permissions = ("view",)
        indexes: ClassVar = [
            models.Index(fields=["at", "id"], name="audit_at"),
            models.Index(fields=["action", "at"], name="audit_action"),
            models.Index(fields=["actor_id", "at"], name="audit_actor"),
            models.Index(fields=["actor_id", "action", "at"], name="audit_actor_action"),
            models.Index(fields=["object_type", "object_id", "at"], name="audit_object"),
            models.Index(fields=["id"], name="audit_unsealed", condition=models.Q(position=None)),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.action}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Refused: lines are written by ``services.record`` and never again."""
        raise AppendOnly

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        raise AppendOnly


class EntryText(models.Model):
    """What a line says in words: names, titles, addresses. A lawful erasure deletes the row, and the chain still holds.

    ``search_who`` and ``search_thing`` are the same texts folded, for search alone: the first may be searched by
    whoever reads the audit, the second where he may see the thing. ``was_open`` is set when a thing is deleted that
    anyone could see, so that its title may still be shown.
    """

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="text")
    salt = models.CharField(max_length=32, editable=False)
    actor_name = models.CharField(max_length=255, blank=True)
    address = models.CharField(max_length=100, blank=True)
    title = models.TextField(blank=True)
    details = models.TextField(blank=True)
    was_open = models.BooleanField(default=False)
    search_who = models.TextField(blank=True, editable=False)
    search_thing = models.TextField(blank=True, editable=False)

    wagtail_reference_index_ignore = True

    objects = TextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a line")
        verbose_name_plural = _("texts of lines")
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["entry"], name="audit_was_open", condition=models.Q(was_open=True)),
        ]

    def __str__(self) -> str:
        return self.title or self.actor_name

    def save(self, *args: object, **kwargs: object) -> None:
        """Refused: see ``Entry.save``."""
        raise AppendOnly

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Refused: ``services.erase`` says in the audit that it was done."""
        raise AppendOnly


class ChainHead(models.Model):
    """The one row that says how far the chain goes."""

    position = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("head of the chain")
        verbose_name_plural = _("heads of the chain")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.position}:{self.hash}"


class DailyHead(models.Model):
    """The head as it was mailed on one day of Viet Nam."""

    day = models.DateField(unique=True)
    position = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("daily head of the chain")
        verbose_name_plural = _("daily heads of the chain")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.position}:{self.hash}"


class Export(models.Model):
    """A file with lines that somebody asked for: written by a task, handed to him alone, gone after a day.

    ``asked`` is what he had typed and chosen above the list, as the address of the list has it. ``seen_at`` is when the
    task last said how far it was: where it stays silent, it was cut off.
    """

    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)
    kind = models.CharField(max_length=4)
    asked = models.CharField(max_length=2000, blank=True)
    file = models.CharField(max_length=100, unique=True)
    total = models.PositiveBigIntegerField(null=True)
    done = models.PositiveBigIntegerField(default=0)
    sheets = models.PositiveSmallIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    seen_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("file of the activity log")
        verbose_name_plural = _("files of the activity log")
        default_permissions = ()

    def __str__(self) -> str:
        return self.file
