"""Taking pages down."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TakeDownConfig(AppConfig):
    name = "portal.editorial.take_down"
    label = "take_down"
    verbose_name = _("Taking down")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.access.media_places import withdrawals
        from portal.editorial.take_down import signal_handlers
        from portal.editorial.take_down.answers import TakenDownPages
        from portal.editorial.take_down.media import TakenDownPagesShowNothing
        from portal.redirects.answering import removed

        signal_handlers.connect()
        removed.register(TakenDownPages())
        withdrawals.register(TakenDownPagesShowNothing())
