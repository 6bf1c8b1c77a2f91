"""Failed tasks in Wagtail's admin."""

from wagtail import hooks

from portal.queues.admin import admin_urls, menu_item

hooks.register("register_admin_urls", admin_urls)
hooks.register("register_reports_menu_item", menu_item)
