"""What the search adds to Wagtail's admin."""

from typing import ClassVar

from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search.explore.admin import ExploreMenuItem, admin_urls
from search.models import SynonymGroup
from search.reports.admin import QueriesMenuItem, report_urls
from search.rules.admin import RuleViewSet


class SynonymViewSet(SnippetViewSet):
    model = SynonymGroup
    icon = "list-ul"
    list_display: ClassVar = ["__str__", "is_active", "note"]
    list_filter: ClassVar = ["is_active"]
    search_fields: ClassVar = ["terms", "note"]
    list_per_page = 50
    panels: ClassVar = [FieldPanel("terms"), FieldPanel("is_active"), FieldPanel("note")]


class SearchGroup(SnippetViewSetGroup):
    menu_label = pgettext_lazy("menu", "Search of the portal")
    menu_icon = "search"
    menu_order = 300
    items = (SynonymViewSet, RuleViewSet)

    def get_submenu_items(self) -> list[MenuItem]:
        own: list[MenuItem] = super().get_submenu_items()
        return [*own, QueriesMenuItem(len(own)), ExploreMenuItem()]


register_snippet(SearchGroup)
hooks.register("register_admin_urls", report_urls)
hooks.register("register_admin_urls", admin_urls)
