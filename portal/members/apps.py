"""Accounts of staff and members."""

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy


class MembersConfig(AppConfig):
    name = "portal.members"
    label = "members"
    verbose_name = pgettext_lazy("app", "Accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.members import checks, registrations  # noqa: F401  the checks register by importing

        registrations.register()
