"""Approvals: that somebody let this content of a page be read by all."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Approval(models.Model):
    """Content, known by its digest, that may be live as this page.

    A page of a section with a workflow may be live only with content that has such a row (``portal.editorial.guard``).
    ``authors`` are those who had changed the content since the page's last live revision; ``by`` is none of them. Rows
    are only ever added.
    """

    class Kind(models.TextChoices):
        APPROVAL = "approval", _("approved by the chief editor")
        OVERRIDE = "override", _("let pass by an account with all rights")
        BASELINE = "baseline", _("live before approvals were asked for")
        IMPORT = "import", _("approved for the import")
        DEMO = "demo", _("demo content")
        COMPLETION = "completion", _("completed by the portal after the approval")
        ALIAS = "alias", _("approved for the page it repeats")

    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="approvals",
        verbose_name=pgettext_lazy("four eyes", "page"),
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision",
        on_delete=models.SET_NULL,
        null=True,
        related_name="approvals",
        verbose_name=pgettext_lazy("four eyes", "version"),
    )
    digest = models.CharField(_("digest of the content"), max_length=64)
    kind = models.CharField(_("how it came about"), max_length=12, choices=Kind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="approvals_given",
        verbose_name=_("approved by"),
    )
    at = models.DateTimeField(_("approved at"), auto_now_add=True)
    workflow = models.ForeignKey(
        "wagtailcore.Workflow",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=pgettext_lazy("four eyes", "workflow"),
    )
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", verbose_name=_("whose text it is"))
    held = models.BooleanField(_("waits for the chief editor to publish it"), default=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        indexes = (models.Index(fields=["page", "digest"], name="approval_page_digest"),)

    def __str__(self) -> str:
        return f"{self.page_id} {self.kind} {self.digest[:8]}"
