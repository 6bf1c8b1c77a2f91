"""Changes after publication."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ChangesConfig(AppConfig):
    name = "portal.editorial.changes"
    label = "changes"
    verbose_name = _("Changes after publication")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.editorial.changes import signal_handlers

        signal_handlers.connect()
