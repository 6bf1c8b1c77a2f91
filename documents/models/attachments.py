"""Which files a document has (`Tệp đính kèm`)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable


class AttachmentRole(models.TextChoices):
    MAIN = "main", pgettext_lazy("attachment", "Document")
    ANNEX = "annex", pgettext_lazy("attachment", "Annex")
    EDITABLE = "editable", pgettext_lazy("attachment", "Text for copying")
    OTHER = "other", pgettext_lazy("attachment", "Other")


class Attachment(Orderable):
    """A file of a document: content of the page, kept in its versions and approved with it.

    Several versions, and copies of a page, may name one file.
    """

    document = ParentalKey("documents.OfficialDocument", on_delete=models.CASCADE, related_name="attachments")
    file = models.ForeignKey(
        "documents.DocumentFile", verbose_name=_("file"), on_delete=models.CASCADE, related_name="attachments"
    )
    role = models.CharField(_("what it is"), max_length=10, choices=AttachmentRole.choices, default=AttachmentRole.MAIN)
    label = models.CharField(
        _("label"), max_length=150, blank=True, help_text=_("For example: Phụ lục 1. Empty: its name.")
    )

    wagtail_reference_index_ignore = True

    class Meta(Orderable.Meta):
        verbose_name = _("attached file")
        verbose_name_plural = _("attached files")

    def __str__(self) -> str:
        return self.label or str(self.file)

    @property
    def is_text(self) -> bool:
        """Whether its text is the document's own."""
        return self.role in (AttachmentRole.MAIN, AttachmentRole.EDITABLE)
