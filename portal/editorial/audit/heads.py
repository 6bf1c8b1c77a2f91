"""The daily head: once a day the administrators get by mail what the chain has come to, and keep it elsewhere."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.editorial.audit.models import DailyHead
from portal.editorial.audit.sealing import head, seal
from portal.editorial.roles import ADMINISTRATOR, group_of
from portal.outbox.mail import Mail, send_mail
from portal.registry import PartlyDone
from portal.text import format_date, format_number, in_viet_nam


def mail_head() -> str:
    """The scheduler's job: today's head to those who keep it, once, whenever the scheduler first comes round.

    Raises:
        PartlyDone: nobody would get it.
    """
    today = in_viet_nam(timezone.now()).date()
    if DailyHead.objects.filter(day=today).exists():
        return ""
    recipients = keepers()
    if not recipients:
        raise PartlyDone(
            "", [_("Nobody gets the head of the activity log: set AUDIT_HEAD_TO, or give administrators an address.")]
        )
    seal()
    with transaction.atomic():
        position, last = head()
        daily, is_new = DailyHead.objects.get_or_create(day=today, defaults={"position": position, "hash": last})
        if is_new:
            for address in recipients:
                send_mail(letter(daily, address), key=f"audit-head/{today:%Y-%m-%d}:{address}")
    return _("head of %(count)s lines mailed") % {"count": format_number(position)}


def keepers() -> Sequence[str]:
    """``AUDIT_HEAD_TO``; where it is empty, the active administrators that have an address."""
    if settings.AUDIT_HEAD_TO:
        return list(settings.AUDIT_HEAD_TO)
    people = get_user_model()._default_manager.filter(groups=group_of(ADMINISTRATOR), is_active=True)
    return sorted(set(people.exclude(email="").values_list("email", flat=True)))


def letter(daily: DailyHead, address: str) -> Mail:
    day, count = format_date(daily.day), format_number(daily.position)
    text = _(
        "On %(day)s the activity log of the portal holds %(count)s sealed lines. Its head is:\n\n"
        "    %(head)s\n\n"
        "Keep this mail. Whether the log was changed since can be checked on the server at any time with:\n\n"
        "    manage.py audit verify --head %(head)s\n"
    ) % {"day": day, "count": count, "head": f"{daily.position}:{daily.hash}"}
    return Mail(address, _("Head of the activity log on %(day)s") % {"day": day}, text)
