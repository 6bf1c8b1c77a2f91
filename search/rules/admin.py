"""Rules in the admin: a list, a form, and the way to what comes of them."""

from typing import ClassVar

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSet

from search.rules.forms import RulePagesPanel
from search.rules.models import ResultRule, RulePage


class DaysColumn(Column):
    """From when to when a rule holds."""

    cell_template_name = "portal_admin/search/days_cell.html"


class LinksColumn(Column):
    """Where the rule is seen at work."""

    cell_template_name = "portal_admin/search/links_cell.html"


class RuleViewSet(SnippetViewSet):
    model = ResultRule
    icon = "pick"
    list_display: ClassVar = [
        "__str__",
        "match",
        Column("pinned", label=_("Pinned")),
        Column("excluded", label=_("Not found")),
        DaysColumn("days", label=_("Holds")),
        BooleanColumn("is_active", label=capfirst(_("in use"))),
        LinksColumn("links", label=_("See the results")),
    ]
    list_filter: ClassVar = ["is_active", "match"]
    search_fields: ClassVar = ["queries", "note"]
    list_per_page = 50
    panels: ClassVar = [
        FieldPanel("queries"),
        FieldPanel("match"),
        RulePagesPanel("pages", label=_("page"), heading=pgettext_lazy("rule for results", "Pages")),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("is_active"),
        FieldPanel("note"),
        HelpPanel(template="portal_admin/search/rule_links.html", heading=_("See the results")),
    ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ResultRule]":
        def of(effect: str) -> Count:
            return Count("pages", filter=Q(pages__effect=effect))

        return ResultRule.objects.annotate(pinned=of(RulePage.Effect.PIN), excluded=of(RulePage.Effect.EXCLUDE))
