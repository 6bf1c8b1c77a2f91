"""The files of documents: what was uploaded, what stands on its pages, and whether it may be shown."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from documents.extraction.results import Page, Reason, Source, Wanting, message_of
from portal.access.media import private_storage


class Kind(models.TextChoices):
    PDF = "pdf", "PDF"
    DOCX = "docx", "DOCX"


class Reading(models.TextChoices):
    """How far the text of a file is known."""

    WAITING = "waiting", pgettext_lazy("reading of a file", "Waits to be read")
    READING = "reading", pgettext_lazy("reading of a file", "Is being read")
    DONE = "done", pgettext_lazy("reading of a file", "Read")
    NEEDS_RECOGNITION = "needs_ocr", pgettext_lazy("reading of a file", "Some pages were not recognised")
    FAILED = "failed", pgettext_lazy("reading of a file", "Could not be read")


class Quarantine(models.TextChoices):
    """Whether a file may leave quarantine. Only what is released reaches readers."""

    HELD = "held", pgettext_lazy("quarantine of a file", "In quarantine")
    LOOK = "look", pgettext_lazy("quarantine of a file", "Waits for a second person")
    RELEASED = "released", pgettext_lazy("quarantine of a file", "Released")
    BLOCKED = "blocked", pgettext_lazy("quarantine of a file", "Blocked")


class DocumentFileQuerySet(models.QuerySet["DocumentFile"]):
    def released(self) -> Self:
        return self.filter(quarantine=Quarantine.RELEASED)

    def for_a_second_person(self) -> Self:
        return self.filter(quarantine=Quarantine.LOOK)

    def waiting_for_somebody(self) -> Self:
        """Those with which a person has to do something."""
        stuck = Q(reading__in=(Reading.FAILED, Reading.NEEDS_RECOGNITION))
        blocked = Q(quarantine__in=(Quarantine.LOOK, Quarantine.BLOCKED))
        return self.filter(stuck | blocked | Q(pages__proposed_text__isnull=False)).distinct()


class DocumentFile(models.Model):  # type: ignore[django-manager-missing]  # Wagtail's has no types
    """A file as it was uploaded. Its bytes never change: a signature in them stays what it was.

    It lies in a folder of its own in the private storage, with the pictures of its pages. ``document`` is the page it
    was uploaded for, unknown until that is saved. ``found`` are the stamps on its first and last page. ``page_count``
    is unknown until the text was read.
    """

    document = models.ForeignKey(
        "documents.OfficialDocument",
        verbose_name=_("document"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="files",
    )
    file = models.FileField(storage=private_storage, max_length=120)
    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=5, choices=Kind.choices)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField("SHA-256", max_length=64, db_index=True)
    signatures = models.JSONField(default=list)

    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("uploaded by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True, db_index=True)

    reading = models.CharField(_("text"), max_length=10, choices=Reading.choices, default=Reading.WAITING)
    reason = models.CharField(max_length=20, blank=True)
    seen_at = models.DateTimeField(null=True)
    page_count = models.PositiveIntegerField(_("pages"), null=True)

    quarantine = models.CharField(_("quarantine"), max_length=8, choices=Quarantine.choices, default=Quarantine.HELD)
    found = models.JSONField(default=list)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided at"), null=True)

    wagtail_reference_index_ignore = True

    objects = models.Manager.from_queryset(DocumentFileQuerySet)()

    class Meta:
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")
        ordering: ClassVar = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_signed(self) -> bool:
        """Whether it bears a digital signature; whose it is, nobody verified."""
        return bool(self.signatures)

    @property
    def is_released(self) -> bool:
        return self.quarantine == Quarantine.RELEASED

    @property
    def folder(self) -> str:
        """Where it lies, with all that was made of it."""
        return str(self.file.name).rpartition("/")[0]

    @property
    def problem(self) -> str:
        """Why it could not be read, and what to do."""
        return message_of(Reason(self.reason)) if self.reason else ""


class FilePage(models.Model):
    """What stands on a page of a file.

    ``text`` is what the machine read; it is written anew whenever the file is read again. A correction is proposed by
    one person and holds once another confirmed it (``corrected_text``); no reading touches either.
    """

    file = models.ForeignKey(DocumentFile, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()

    text = models.TextField(blank=True)
    source = models.CharField(max_length=4, default=Source.TEXT.value)
    confidence = models.PositiveSmallIntegerField(null=True)
    wanting = models.CharField(max_length=10, blank=True)
    pictured = models.BooleanField(default=False)
    looked_at = models.BooleanField(default=False)
    loose_words = models.JSONField(default=list)
    reason = models.CharField(max_length=20, blank=True)

    proposed_text = models.TextField(null=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    corrected_text = models.TextField(null=True)
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    corrected_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    picture_width = models.PositiveIntegerField(null=True)
    picture_height = models.PositiveIntegerField(null=True)

    wagtail_reference_index_ignore = True

    #: What a reading writes.
    READ = ("text", "source", "confidence", "wanting", "pictured", "looked_at", "loose_words", "reason")

    class Meta:
        ordering: ClassVar = ["file", "number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["file", "number"], name="page_of_file")]

    def __str__(self) -> str:
        return f"{self.file_id}, {self.number}"

    @property
    def shown_text(self) -> str:
        """What readers see and search finds."""
        return self.text if self.corrected_text is None else self.corrected_text

    @property
    def was_recognised(self) -> bool:
        return self.source == Source.OCR

    @property
    def problem(self) -> str:
        return message_of(Reason(self.reason)) if self.reason else ""

    def as_read(self) -> Page:
        """The page as ``documents.extraction`` knows it."""
        return Page(
            number=self.number,
            text=self.text,
            source=Source(self.source),
            confidence=self.confidence,
            wanting=Wanting(self.wanting),
            pictured=self.pictured,
            looked_at=self.looked_at,
            loose_words=tuple(self.loose_words),
            reason=Reason(self.reason) if self.reason else None,
        )

    @classmethod
    def of(cls, file: DocumentFile, page: Page) -> Self:
        """A row for ``page``, not yet saved."""
        return cls(
            file=file,
            number=page.number,
            text=page.text,
            source=page.source.value,
            confidence=page.confidence,
            wanting=page.wanting.value,
            pictured=page.pictured,
            looked_at=page.looked_at,
            loose_words=list(page.loose_words),
            reason=page.reason.value if page.reason else "",
        )
