"""The log of queries, aggregated by day."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class QueryDay(models.Model):
    """How often some words were searched for on one day, by people who are signed in or not, by one engine.

    ``visitors`` says how many of these searches seemed to come from different people. ``results`` is how many were
    found the last time, ``milliseconds`` a sum.
    """

    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=200)
    is_signed_in = models.BooleanField(_("signed in"), default=False)
    engine = models.CharField(_("engine"), max_length=20)
    searches = models.PositiveIntegerField(_("searches"), default=0)
    visitors = models.PositiveIntegerField(_("visitors"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)
    without_results = models.PositiveIntegerField(_("without results"), default=0)
    milliseconds = models.PositiveBigIntegerField(_("milliseconds"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "search"
        verbose_name = _("query of a day")
        verbose_name_plural = _("queries of a day")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "words", "is_signed_in", "engine"], name="search_query_day")
        ]

    def __str__(self) -> str:
        return f"{self.words}, {self.day:%d/%m/%Y}"


class ClickDay(models.Model):
    """How often the result at one place was opened on one day, after some words were searched for."""

    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=200)
    position = models.PositiveSmallIntegerField(_("place"))
    page = models.PositiveBigIntegerField(_("page"))
    clicks = models.PositiveIntegerField(_("clicks"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        app_label = "search"
        verbose_name = _("opened result of a day")
        verbose_name_plural = _("opened results of a day")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["day", "words", "position", "page"], name="search_click_day")
        ]

    def __str__(self) -> str:
        return f"{self.words}, {self.position}"
