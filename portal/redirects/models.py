"""Old addresses. Those of single pages are Wagtail's redirects, which staff see and make too."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MovedTree(models.Model):
    """A page had the address ``old_path``, and all below it theirs; one row, however many lie below."""

    old_path = models.CharField(_("old address"), max_length=2000, unique=True)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    moved_at = models.DateTimeField(_("moved at"), auto_now=True)

    class Meta:
        verbose_name = _("moved part of the tree")
        verbose_name_plural = _("moved parts of the tree")

    def __str__(self) -> str:
        return self.old_path
