"""What the check of approvals has read before."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadContent(models.Model):
    """The digest of a page's stored content, and the fingerprint of the rows it was worked out from.

    Nothing that is decided rests on a row alone: the rows of the page are read each time, and only where they are what
    they were, to the letter, the digest is not worked out anew.
    """

    page_id = models.BigIntegerField(_("page"), primary_key=True)
    fingerprint = models.CharField(_("fingerprint of the rows"), max_length=64)
    digest = models.CharField(_("digest of the content"), max_length=64)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("content read before")
        verbose_name_plural = _("contents read before")

    def __str__(self) -> str:
        return f"{self.page_id} {self.digest[:8]}"
