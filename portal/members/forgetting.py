"""What is forgotten after a while: notifications, sessions that have ended, and wrong passwords that count no more."""

from datetime import timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.members.lockout import duration
from portal.members.models import Notification

AT_ONCE = 500
#: So many rows go in one run; the next day has the rest.
MOST = 50_000


def forget_notifications() -> str:
    """The scheduler's job: what was read ``NOTIFICATION_READ_DAYS`` ago, and all of ``NOTIFICATION_DAYS`` ago."""
    now, old = timezone.now(), Q()
    if settings.NOTIFICATION_READ_DAYS:
        old |= Q(read_at__lt=now - timedelta(days=settings.NOTIFICATION_READ_DAYS))
    if settings.NOTIFICATION_DAYS:
        old |= Q(created_at__lt=now - timedelta(days=settings.NOTIFICATION_DAYS))
    count = _forget(Notification.objects.filter(old)) if old else 0
    return _("%(count)d old notifications deleted") % {"count": count} if count else ""


def forget_sessions() -> str:
    """The scheduler's job: sessions that have ended, what is known of them, and attempts that hold nobody up now."""
    now = timezone.now()
    count = _forget(Session.objects.filter(expire_date__lt=now))
    running = Session.objects.filter(session_key=OuterRef("session_key"))
    _forget(UserSession.objects.filter(~Exists(running)))
    _forget(AccessAttempt.objects.filter(attempt_time__lt=now - duration()))
    return _("%(count)d ended sessions deleted") % {"count": count} if count else ""


def _forget(old: QuerySet[Any]) -> int:
    """Some hundred at a time, so that nobody waits for it."""
    found = list(old.order_by().values_list("pk", flat=True)[:MOST])
    for first in range(0, len(found), AT_ONCE):
        old.model._default_manager.filter(pk__in=found[first : first + AT_ONCE]).delete()
    return len(found)
