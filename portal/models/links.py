"""The directory of web links (`Liên kết web`)."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable


class WebLinkGroup(ClusterableModel):
    """A heading of the directory with its links."""

    title = models.CharField(_("heading"), max_length=120, help_text=_("For example: Cơ quan Trung ương."))
    sort_order = models.PositiveSmallIntegerField(_("position"), default=0, help_text=_("Smaller comes first."))

    panels: ClassVar = [
        FieldPanel("title"),
        FieldPanel("sort_order"),
        InlinePanel("links", label=_("web link"), max_num=60),
    ]

    class Meta:
        verbose_name = _("group of web links")
        verbose_name_plural = _("web links")
        ordering = ["sort_order", "title"]

    def __str__(self) -> str:
        return self.title


class WebLink(Orderable):
    """One link of the directory."""

    group = ParentalKey(WebLinkGroup, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(_("name"), max_length=160)
    url = models.URLField(_("address"), help_text=_("The whole address, for example: https://dangcongsan.vn"))

    panels: ClassVar = [FieldPanel("title"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("web link")
        verbose_name_plural = _("web links")

    def __str__(self) -> str:
        return self.title
