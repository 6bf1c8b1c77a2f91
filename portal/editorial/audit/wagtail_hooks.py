"""The audit in Wagtail's admin."""

from wagtail import hooks

from portal.editorial.audit import admin, export_admin

hooks.register("register_admin_urls", admin.admin_urls)
hooks.register("register_admin_urls", export_admin.admin_urls)
hooks.register("register_reports_menu_item", admin.menu_item)
