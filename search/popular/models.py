"""The popular queries as they were last chosen."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class PopularQuery(models.Model):
    """Words that may be suggested to others; chosen anew every hour from the counts (``search.popular.choosing``)."""

    words = models.CharField(_("words"), max_length=80)
    folded = models.CharField(max_length=80, unique=True)
    searches = models.PositiveIntegerField(_("searches"))

    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "search"
        verbose_name = _("popular query")
        verbose_name_plural = _("popular queries")
        ordering: ClassVar = ["-searches", "folded"]

    def __str__(self) -> str:
        return self.words
