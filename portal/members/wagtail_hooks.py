"""Accounts in Wagtail's admin."""

from wagtail import hooks

from portal.members import import_admin, invitations_admin, security_admin

hooks.register("register_admin_viewset", invitations_admin.invitation_viewset)
hooks.register("register_admin_urls", invitations_admin.admin_urls)
hooks.register("register_admin_urls", import_admin.admin_urls)
hooks.register("register_admin_urls", security_admin.admin_urls)
hooks.register("register_reports_menu_item", security_admin.menu_item)
hooks.register("register_user_listing_buttons", security_admin.listing_buttons)
hooks.register("register_account_menu_item", security_admin.account_menu_item)
