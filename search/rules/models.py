"""Rules as rows, kept by staff, live from the next search on."""

import secrets
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Page

from search.rules.matching import Rule
from search.rules.problems import problem_of_dates, problem_of_queries

#: Few enough that the sum of thousands is still a number to SQLite.
_EDITION_BITS = 48


class ResultRule(ClusterableModel):
    """For one query, in all its spellings: the pages that stand first, and those that are not found.

    ``edition`` is drawn by lot with every change, so that whoever keeps the rules sees that they are others now: no
    number comes twice, whatever was rolled back, and their sum is another after each change.
    """

    class Match(models.TextChoices):
        WHOLE = "whole", _("The query is just that")
        CONTAINS = "contains", _("The query has these words, perhaps among others")

    queries = models.TextField(
        _("what is typed"),
        help_text=_("One spelling a line. Capitals and the place of tones make no difference; marks may be left out."),
    )
    match = models.CharField(_("holds when"), max_length=10, choices=Match, default=Match.WHOLE)
    starts_on = models.DateField(_("from"), null=True, blank=True, help_text=_("Empty: at once."))
    ends_on = models.DateField(_("to"), null=True, blank=True, help_text=_("That day included. Empty: for good."))
    is_active = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("note"), max_length=250, blank=True, help_text=_("Why, for whoever reads this later."))
    edition = models.BigIntegerField(default=0, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("rule for results")
        verbose_name_plural = _("rules for results")
        ordering: ClassVar = ["queries", "pk"]

    def __str__(self) -> str:
        return " / ".join(self.listed())

    def listed(self) -> list[str]:
        """The spellings, without empty lines."""
        return [" ".join(line.split()) for line in self.queries.splitlines() if line.strip()]

    def rule(self) -> Rule:
        """What it says."""
        placed = [(row.effect, str(row.page_id)) for row in self.pages.all()]
        return Rule(
            self.listed(),
            self.match == self.Match.CONTAINS,
            [key for effect, key in placed if effect == RulePage.Effect.PIN],
            [key for effect, key in placed if effect == RulePage.Effect.EXCLUDE],
            self.starts_on,
            self.ends_on,
        )

    def clean(self) -> None:
        self.queries = "\n".join(self.listed())
        problems: dict[str, Any] = {}
        others = ResultRule.objects.filter(is_active=True, match=self.match).exclude(pk=self.pk)
        mine = Rule(self.listed(), starts=self.starts_on, ends=self.ends_on)
        theirs = [Rule(one.listed(), starts=one.starts_on, ends=one.ends_on) for one in others]
        if problem := problem_of_queries(mine, theirs if self.is_active else ()):
            problems["queries"] = problem
        if problem := problem_of_dates(self.starts_on, self.ends_on):
            problems["ends_on"] = problem
        if problems:
            raise ValidationError(problems)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.edition = secrets.randbits(_EDITION_BITS)
        super().save(*args, **kwargs)


class RulePage(models.Model):
    """One page of a rule, and what becomes of it."""

    class Effect(models.TextChoices):
        PIN = "pin", _("Stands first, in this order")
        EXCLUDE = "exclude", _("Is not found")

    rule = ParentalKey(ResultRule, on_delete=models.CASCADE, related_name="pages")
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    effect = models.CharField(_("what becomes of it"), max_length=10, choices=Effect, default=Effect.PIN)
    sort_order = models.IntegerField(null=True, blank=True, editable=False)
    sort_order_field = "sort_order"

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("page of a rule")
        verbose_name_plural = _("pages of a rule")
        ordering: ClassVar = ["sort_order", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["rule", "page"], name="search_rule_page_once")]

    def __str__(self) -> str:
        return str(self.page)
