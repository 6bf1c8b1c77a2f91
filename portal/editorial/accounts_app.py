"""Wagtail's app of accounts, with our views."""

from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    user_viewset = "portal.editorial.accounts.AccountViewSet"
