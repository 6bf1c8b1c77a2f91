"""What the site adds to Wagtail's admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.snippets.models import register_snippet

from portal.admin.dates import date_script, explain_unreadable_dates
from portal.admin.jobs import SchedulerPanel, jobs_menu_item, report_urls
from portal.admin.media import look_at_avatars, picture_script
from portal.admin.moves import refuse_bulk_move, refuse_move
from portal.admin.paste.hooks import paste_url, text_scripts, text_styles
from portal.admin.session import session_scripts
from portal.admin.web_links import WebLinkGroupViewSet

hooks.register("register_admin_urls", paste_url)
hooks.register("register_admin_urls", report_urls)
hooks.register("register_reports_menu_item", jobs_menu_item)
hooks.register("before_move_page", refuse_move)
hooks.register("before_bulk_action", refuse_bulk_move)
hooks.register("insert_global_admin_css", text_styles)
hooks.register("insert_global_admin_js", date_script)
hooks.register("insert_global_admin_js", picture_script)
hooks.register("insert_global_admin_js", text_scripts)
hooks.register("insert_global_admin_js", session_scripts)

explain_unreadable_dates()
look_at_avatars()
register_snippet(WebLinkGroupViewSet)


@hooks.register("construct_help_menu")
def only_what_helps_here(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own news and guide are in English and about Wagtail."""
    items[:] = [item for item in items if not item.name.startswith(("editor-guide", "whats-new"))]


@hooks.register("insert_global_admin_css")
def portal_colours() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("portal/admin/admin.css"))


@hooks.register("insert_global_admin_js")
def error_script() -> SafeString:
    return format_html('<script defer src="{}"></script>', static("portal/admin/errors.js"))


@hooks.register("construct_homepage_panels")
def scheduler_panel(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(SchedulerPanel())
