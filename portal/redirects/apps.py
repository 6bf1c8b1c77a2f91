"""Old addresses of pages and of all below them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RedirectsConfig(AppConfig):
    name = "portal.redirects"
    label = "moved"
    verbose_name = _("Old addresses")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.redirects import signal_handlers

        signal_handlers.connect()
