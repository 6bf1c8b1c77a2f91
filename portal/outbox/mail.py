"""Mails as effects: one effect a recipient, so that one bad address stops no other."""

import hashlib
import smtplib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from portal.outbox.models import Effect
from portal.outbox.registry import CannotBeDone, Handed
from portal.outbox.services import write_effect

MAIL = "mail"


@dataclass(frozen=True)
class Mail:
    """A mail to one person. ``html`` is the same text with markup, empty where plain text is enough."""

    to: str
    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


def send_mail(mail: Mail, *, key: str = "", subject: str = "", due_at: datetime | None = None) -> Effect:
    """Write the effect that sends ``mail``; the same ``key`` sends it once. ``subject`` is what it is about."""
    return write_effect(MAIL, asdict(mail), key=f"{MAIL}:{key}" if key else "", subject=subject, due_at=due_at)


def deliver(handed: Handed) -> None:
    """Hand a mail to the server.

    Its ``Message-ID`` follows from the key: servers and mail programs show a mail once that reaches them twice.

    Raises:
        CannotBeDone: the server refuses this recipient or this mail for good.
    """
    mail = Mail(**handed.payload)
    message = EmailMultiAlternatives(
        subject=" ".join(mail.subject.split()),  # a line break would begin another header
        body=mail.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.to],
        headers={"Message-ID": message_id(handed.key), "Auto-Submitted": "auto-generated", **mail.headers},
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refused:
        code, reason = next(iter(refused.recipients.values()), (0, b""))
        _give_up_if_permanent(code, reason, refused)
    except smtplib.SMTPResponseException as refused:
        if isinstance(refused, smtplib.SMTPAuthenticationError | smtplib.SMTPConnectError | smtplib.SMTPHeloError):
            raise  # the server's or the settings' fault, not this mail's
        _give_up_if_permanent(refused.smtp_code, refused.smtp_error, refused)


def message_id(key: str) -> str:
    domain = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return f"<{hashlib.blake2b(key.encode(), digest_size=16).hexdigest()}@{domain}>"


def _give_up_if_permanent(code: int, reason: Any, refused: Exception) -> None:
    """Codes of 500 and above are final (RFC 5321, 4.2.1); those below ask to come again."""
    if code >= 500:
        said = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise CannotBeDone(f"{code} {said}") from refused
    raise refused
