"""The kinds of effects that the portal itself has."""

from django.utils.translation import gettext_lazy as _

from portal.outbox import mail, reminders
from portal.outbox.registry import EffectKind, effect_kinds


def register() -> None:
    """Called when the app is ready."""
    effect_kinds.register(EffectKind(mail.MAIL, _("mail"), mail.deliver))
    effect_kinds.register(EffectKind(reminders.REMINDER, _("reminder"), reminders.carry_out))
