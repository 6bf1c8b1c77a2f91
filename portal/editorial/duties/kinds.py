"""What staff are told of, and may choose mails for."""

from django.utils.translation import gettext_lazy as _

from portal.registry import NotificationKind, notification_kinds

TURN = NotificationKind("turn", _("a text that waits for me"), staff_only=True)
RETURNED = NotificationKind("returned", _("a text of mine that was returned"), staff_only=True)
PASSED_ON = NotificationKind("passed_on", _("a text of mine that was passed on"), mail="daily", staff_only=True)
APPROVED = NotificationKind("approved", _("a text of mine that was approved"), mail="daily", staff_only=True)
PUBLISHED = NotificationKind("published", _("a text of mine that was published"), mail="daily", staff_only=True)
TAKEN_DOWN = NotificationKind("taken_down", _("a text of mine that was taken down"), mail="daily", staff_only=True)
COMMENTED = NotificationKind("commented", _("remarks on a text of mine"), mail="daily", staff_only=True)
DEADLINE = NotificationKind("deadline", _("deadlines of what waits for me"), staff_only=True)
OVERDUE = NotificationKind("overdue", _("texts that wait too long with others"), staff_only=True)
ABSENCE = NotificationKind("absence", _("standing in for others"), staff_only=True)

KINDS = (ABSENCE, TURN, DEADLINE, OVERDUE, RETURNED, PASSED_ON, APPROVED, PUBLISHED, TAKEN_DOWN, COMMENTED)


def register() -> None:
    """Called when the app is ready."""
    for kind in KINDS:
        notification_kinds.register(kind)
