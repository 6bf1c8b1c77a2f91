"""What was imported from registers, so that a second run knows; and what waits for somebody to say yes."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedDocument(models.Model):
    """One row of a register that became a document.

    ``key`` is what makes the row's identity; ``source_digest`` is of what the register said, ``written_digest`` of the
    document as the import wrote it: where the document's is another, a person has edited it since, and no import
    writes to it any more. ``document`` is empty once a person deleted it.
    """

    key = models.CharField(max_length=200, unique=True)
    document = models.ForeignKey(
        "documents.OfficialDocument", null=True, on_delete=models.SET_NULL, related_name="import_records"
    )
    source_digest = models.CharField(max_length=64)
    written_digest = models.CharField(max_length=64)
    upload = models.ForeignKey(
        "documents.RegisterUpload", null=True, on_delete=models.SET_NULL, related_name="imported"
    )
    imported_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    machine_texts: ClassVar = frozenset({"key"})
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("imported document")
        verbose_name_plural = _("imported documents")
        ordering: ClassVar[list[str]] = ["key"]

    def __str__(self) -> str:
        return self.key


class RegisterUpload(models.Model):
    """A register that somebody chose in the admin: first what would become of its rows, after a yes what did.

    ``file`` lies in the private folder and is deleted once the rows are written, or after a day. ``rows`` hold
    nothing of those that were refused as secret.
    """

    class State(models.TextChoices):
        READING = "reading", _("is being read")
        READ = "read", _("waits for a yes")
        WRITING = "writing", _("is being written")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="register_uploads")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    register = models.ForeignKey("documents.DocumentRegister", on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    file = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    submit = models.BooleanField(default=False)
    rows: Any = models.JSONField(default=list)
    remarks: Any = models.JSONField(default=list)
    problem = models.TextField(blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now=True)

    machine_texts: ClassVar = frozenset({"file"})
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("uploaded register")
        verbose_name_plural = _("uploaded registers")
        ordering: ClassVar[list[str]] = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
