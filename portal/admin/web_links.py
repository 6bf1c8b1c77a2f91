"""`Liên kết web` in the admin: groups of links, each edited with its links on one page."""

from typing import ClassVar

from wagtail.snippets.views.snippets import SnippetViewSet

from portal.models import WebLinkGroup


class WebLinkGroupViewSet(SnippetViewSet):
    model = WebLinkGroup
    icon = "link"
    menu_order = 400
    add_to_admin_menu = True
    list_display: ClassVar[list[str]] = ["title", "sort_order"]
