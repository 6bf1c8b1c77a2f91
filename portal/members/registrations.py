"""What this app offers to the rest of the portal."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from portal.members import (
    activation_channel,
    desk,
    desk_channels,
    desk_signals,
    digest,
    email_change,
    forgetting,
    importing,
    inviting,
    resets,
    sign_in_channels,
    sign_in_signals,
    telling,
)
from portal.outbox.registry import EffectKind, effect_kinds
from portal.registry import ScheduledJob, scheduled_jobs


def register() -> None:
    """Called when the app is ready."""
    activation_channel.register()
    desk.register()
    desk_channels.register()
    desk_signals.connect()
    sign_in_channels.register()
    sign_in_signals.connect()
    resets.register()
    email_change.register()
    effect_kinds.register(EffectKind(inviting.INVITATION, _("invitation by mail"), inviting.deliver_invitation))
    effect_kinds.register(EffectKind(telling.NOTICE, _("mail of a notification"), telling.deliver_notice))
    effect_kinds.register(EffectKind(digest.DIGEST, _("daily mail"), digest.deliver_digest))
    scheduled_jobs.register(
        ScheduledJob(
            "forget_account_imports", _("Forgetting lists of people"), timedelta(hours=1), importing.forget_old_lists
        )
    )
    scheduled_jobs.register(
        ScheduledJob("send_digests", _("Daily mails of notifications"), timedelta(minutes=10), digest.send_digests)
    )
    scheduled_jobs.register(
        ScheduledJob(
            "forget_notifications",
            _("Forgetting old notifications"),
            timedelta(days=1),
            forgetting.forget_notifications,
        )
    )
    scheduled_jobs.register(
        ScheduledJob("forget_sessions", _("Forgetting ended sessions"), timedelta(days=1), forgetting.forget_sessions)
    )
