"""What was worked out, kept beside each entry."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class RelatedPages(models.Model):
    """The pages related to one, the best first, as numbers. ``made_at`` empty: something new may belong among them."""

    page = models.OneToOneField(
        Page, verbose_name=_("page"), primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    pages = models.JSONField(default=list)
    made_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("related pages")
        verbose_name_plural = _("related pages")
        indexes: ClassVar = [models.Index(fields=["made_at", "page"], name="search_related_made")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.pages}"
