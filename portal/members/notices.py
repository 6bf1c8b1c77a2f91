"""Mails to the owner of an account: plain and HTML, from one pair of templates each."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.client_address import client_address
from portal.members.sessions import device
from portal.outbox.mail import Mail, send_mail

#: What happened to an account, by the name allauth has for it.
CHANGES = {
    "account/email/password_changed": gettext_lazy("The password was changed."),
    "account/email/password_reset": gettext_lazy("The password was set anew through a link sent by mail."),
    "mfa/email/totp_activated": gettext_lazy("An app for codes was set up as second factor."),
    "mfa/email/totp_deactivated": gettext_lazy("The app for codes was removed."),
    "mfa/email/webauthn_added": gettext_lazy("A passkey was added."),
    "mfa/email/webauthn_removed": gettext_lazy("A passkey was removed."),
    "mfa/email/recovery_codes_generated": gettext_lazy("New recovery codes were made; the old ones no longer hold."),
    "members/email_changed": gettext_lazy("The email address of the account was changed; mails go to another one now."),
    "members/second_factor_reset": gettext_lazy("An administrator removed all second factors. Set up a new one."),
}


def send(change: str, user: Any, request: HttpRequest | None = None) -> None:
    """Tell ``user`` of a change to how the account is entered; nobody is told where no address is known."""
    if not user.email or change not in CHANGES:
        return
    context = {
        "change": CHANGES[change],
        "at": timezone.localtime(),
        "address": client_address(request) if request else None,
        "device": device(request.headers.get("user-agent", "")) if request else None,
    }
    send_mail(mail_to(user, "change", context), subject=f"user/{user.pk}")


SUBJECTS = {
    "reset": gettext_lazy("Set a new password"),
    "change": gettext_lazy("Your account was changed"),
    "email_confirm": gettext_lazy("Confirm the email address"),
    "email_taken": gettext_lazy("Your email address was asked for"),
}


def mail_to(user: Any, name: str, context: dict[str, Any], *, to: str = "") -> Mail:
    """The mail ``name`` from ``templates/sign_in/mail/``, to the address of ``user`` or to another one."""
    from portal.models import SiteSettings

    site = SiteSettings.objects.first()
    portal = (site.committee_name if site else "") or _("Portal")
    filled = {
        "portal": portal,
        "portal_address": settings.WAGTAILADMIN_BASE_URL.rstrip("/"),
        "name": user.get_full_name() or user.get_username(),
        "username": user.get_username(),
        **context,
    }
    return Mail(
        to=to or user.email,
        subject=f"[{portal}] {SUBJECTS[name]}",
        text=render_to_string(f"sign_in/mail/{name}.txt", filled).strip() + "\n",
        html=render_to_string(f"sign_in/mail/{name}.html", filled),
    )
