"""What was imported from where, so that a second run knows."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRecord(models.Model):
    """One saved page that became an article.

    ``content_digest`` is that of the file's bytes: a file that was moved or renamed is still known by it.
    ``written_digest`` is that of the article as the import wrote it; where the article's digest is another, a person
    has edited it since, and no import writes to it any more. ``article`` is empty once a person deleted it.
    """

    source_name = models.CharField(_("saved page"), max_length=500, unique=True)
    content_digest = models.CharField(_("digest of the file"), max_length=64, db_index=True)
    article = models.ForeignKey(
        "news.Article", verbose_name=_("article"), null=True, on_delete=models.SET_NULL, related_name="import_records"
    )
    written_digest = models.CharField(_("digest of the article as written"), max_length=64)
    imported_at = models.DateTimeField(_("imported on"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last changed by an import"), auto_now=True)

    machine_texts: ClassVar = frozenset({"source_name"})  # compared with the names of files

    class Meta:
        verbose_name = _("import record")
        verbose_name_plural = _("import records")
        ordering: ClassVar[list[str]] = ["source_name"]

    def __str__(self) -> str:
        return self.source_name
