"""Resetting a password by mail.

The request writes one effect, whatever the address; the worker finds out whose it is. So the answer, and the time it
takes, are the same for addresses with and without an account. The link itself is made as its mail is handed over:
whoever reads the table of effects, or a copy of it, finds none.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.members.notices import mail_to
from portal.outbox.mail import deliver
from portal.outbox.registry import EffectKind, Handed, effect_kinds
from portal.outbox.services import write_effect

KIND, MAIL_KIND = "members.reset", "members.reset_mail"


def register() -> None:
    """Called when the app is ready."""
    effect_kinds.register(EffectKind(KIND, _("link for a new password"), find_owners))
    effect_kinds.register(EffectKind(MAIL_KIND, _("mail with a link for a new password"), deliver_link))


def ask(email: str) -> None:
    """Have the link sent to whoever has an account with this address."""
    write_effect(KIND, {"email": email})


def find_owners(handed: Handed) -> None:
    with transaction.atomic():
        for user in _owners(email__iexact=handed.payload["email"]):
            key, subject = f"{MAIL_KIND}:{handed.key}:{user.pk}", f"user/{user.pk}"
            write_effect(MAIL_KIND, {"user": user.pk}, key=key, subject=subject)


def deliver_link(handed: Handed) -> None:
    for user in _owners(pk=handed.payload["user"]):
        context = {"link": reset_link(user), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600}
        deliver(Handed(handed.key, asdict(mail_to(user, "reset", context))))


def _owners(**which: Any) -> Iterable[Any]:
    """Open accounts with an address. Who signs in elsewhere, or never took up his invitation, has no password."""
    found = get_user_model().objects.filter(is_active=True, **which).order_by("pk")
    return (user for user in found if user.email and user.has_usable_password())


def reset_link(user: Any) -> str:
    """An address that lets its holder set a new password, once, for ``PASSWORD_RESET_TIMEOUT``."""
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path.replace("UID-KEY", quote(key))
