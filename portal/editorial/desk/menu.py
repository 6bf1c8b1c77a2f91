"""`Ban biên tập` in the admin's menu. Other apps add to it by the hook ``register_editorial_menu_item``."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from portal.editorial.desk.states import has_desk

ITEM_HOOK = "register_editorial_menu_item"
ORDER = 105  # after the page tree, before lists of one kind of page


class DeskMenuItem(MenuItem):
    """For everyone who has to do with pages at all."""

    def is_shown(self, request: HttpRequest) -> bool:
        return has_desk(request.user)


editorial_menu = Menu(register_hook_name=ITEM_HOOK)


def editorial_menu_item() -> SubmenuMenuItem:
    """For ``register_admin_menu_item``."""
    return SubmenuMenuItem(
        pgettext_lazy("menu", "Editorial desk"), editorial_menu, name="ban-bien-tap", icon_name="tasks", order=ORDER
    )


def waiting_menu_item() -> DeskMenuItem:
    return DeskMenuItem(
        _("Waiting for me"), reverse("desk_waiting:index"), name="cho-toi-duyet", icon_name="tasks", order=10
    )


def calendar_menu_item() -> DeskMenuItem:
    return DeskMenuItem(
        _("Editorial calendar"),
        reverse("desk_calendar"),
        name="lich-bien-tap",
        icon_name="calendar-alt",
        order=30,
    )


def board_menu_item() -> DeskMenuItem:
    return DeskMenuItem(_("Board of texts"), reverse("desk_board"), name="bang-theo-doi", icon_name="grid", order=20)
