"""Duties in the editorial workflow."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DutiesConfig(AppConfig):
    name = "portal.editorial.duties"
    label = "duties"
    verbose_name = _("Duties in the editorial workflow")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from portal.editorial.duties import absences, account, deadlines, events, kinds, signal_handlers, telling
        from portal.outbox.registry import EffectKind, effect_kinds

        kinds.register()
        effect_kinds.register(EffectKind(events.TOLD, _("telling of a text's way"), telling.carry_out))
        absences.register()
        deadlines.register()
        signal_handlers.connect()
        signal_handlers.switch_off_wagtails_mails()
        account.take_over()
