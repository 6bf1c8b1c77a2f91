"""What editorial work adds to Wagtail's admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from portal.editorial import approval_admin
from portal.editorial.accounts import refuse_superusers
from portal.editorial.desk import menu
from portal.editorial.desk.board import board_urls
from portal.editorial.desk.calendar import calendar_urls
from portal.editorial.desk.home import arrange_first_page
from portal.editorial.desk.lists import view_sets
from portal.editorial.desk.returned import say_what_is_to_be_mended
from portal.editorial.refusals import PublishMany
from portal.editorial.stopping import stopping_urls

hooks.register("before_bulk_action", refuse_superusers)
hooks.register("register_bulk_action", PublishMany, order=100)  # after Wagtail's own, which it replaces
hooks.register("before_create_page", approval_admin.keep_as_draft)
hooks.register("before_edit_page", approval_admin.refuse_approving_unseen)
hooks.register("before_edit_page", say_what_is_to_be_mended)
hooks.register("before_publish_page", approval_admin.refuse_publishing)
hooks.register("construct_page_action_menu", approval_admin.show_what_may_be_done, order=200)
hooks.register("construct_homepage_panels", arrange_first_page)
hooks.register("register_admin_menu_item", menu.editorial_menu_item)
hooks.register("register_admin_viewset", view_sets)
hooks.register("register_admin_urls", board_urls)
hooks.register("register_admin_urls", calendar_urls)
hooks.register("register_admin_urls", stopping_urls)
hooks.register(menu.ITEM_HOOK, menu.waiting_menu_item)
hooks.register(menu.ITEM_HOOK, menu.board_menu_item)
hooks.register(menu.ITEM_HOOK, menu.calendar_menu_item)


@hooks.register("register_log_actions")
def override_is_logged(actions: LogActionRegistry) -> None:
    label = _("Approve past the four eyes")
    actions.register_action("portal.four_eyes.override", label, _("Approved with all rights, past the four eyes"))


@hooks.register("insert_global_admin_css")
def desk_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin/desk.css"))
