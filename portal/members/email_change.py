"""Another address for the mails of one's own account.

The request writes one effect, whatever the address; the worker finds out whether another account has it. So the answer
does not tell. The link in the mail to the new address names account, old and new address, is signed, and holds as long
as the account's address and password are as they were: it is good once.
"""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from portal.members import notices
from portal.members.addresses import known_emails, tidy_email
from portal.outbox.mail import deliver
from portal.outbox.registry import EffectKind, Handed, effect_kinds
from portal.outbox.services import write_effect

KIND = "members.email_change"
_SALT = "portal.members.email_change"


class LinkNotValid(ValueError):
    """The link was used, is too old, belongs to another account, or another account has the address by now."""


def register() -> None:
    """Called when the app is ready."""
    effect_kinds.register(EffectKind(KIND, _("link for another address"), carry_out))


def may_change(person: Any) -> bool:
    """Who signs in through the organisation's server is known there by his address, and changes it there."""
    return bool(person.has_usable_password())


def ask(person: User, email: str) -> None:
    """Have the link sent to ``email``."""
    write_effect(KIND, {"person": person.pk, "email": tidy_email(email), "state": _state(person)})


def carry_out(handed: Handed) -> None:
    email = handed.payload["email"]
    person = get_user_model().objects.filter(pk=handed.payload["person"], is_active=True).first()
    if person is None or _state(person) != handed.payload["state"]:
        return
    owner = known_emails([email]).get(email)
    if owner == person:
        return
    if owner is not None:
        mail = notices.mail_to(owner, "email_taken", {})
    else:
        context = {"link": link_for(person, email), "hours": settings.PASSWORD_RESET_TIMEOUT // 3600}
        mail = notices.mail_to(person, "email_confirm", context, to=email)
    deliver(Handed(handed.key, asdict(mail)))  # at once: the table of effects keeps no link


def link_for(person: User, email: str) -> str:
    key = signing.dumps({"person": person.pk, "email": email, "state": _state(person)}, salt=_SALT, compress=True)
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("members_confirm_email", args=[key])


def address_in(key: str, person: User) -> str:
    """The new address of ``person`` that the link with ``key`` confirms.

    Raises:
        LinkNotValid: it confirms nothing of this account any more.
    """
    try:
        said = signing.loads(key, salt=_SALT, max_age=settings.PASSWORD_RESET_TIMEOUT)
    except signing.BadSignature as problem:
        raise LinkNotValid from problem
    if said["person"] != person.pk or said["state"] != _state(person):
        raise LinkNotValid
    email: str = said["email"]
    return email


def confirm(key: str, person: User, request: HttpRequest | None = None) -> None:
    """Let mails go to the new address from now on; the old one is told.

    Raises:
        LinkNotValid: as for ``address_in``, or another account has the address by now.
    """
    try:
        with transaction.atomic():
            fresh = get_user_model().objects.select_for_update().get(pk=person.pk)
            email = address_in(key, fresh)
            if known_emails([email]):
                raise LinkNotValid
            notices.send("members/email_changed", fresh, request)  # while the old address is the account's
            fresh.email = email
            fresh.save(update_fields=["email"])
    except IntegrityError as taken:  # at this moment
        raise LinkNotValid from taken


def _state(person: Any) -> str:
    """What must be as it was when the link was asked for."""
    held = f"{person.pk}:{tidy_email(person.email)}:{person.password}:{person.is_active}"
    return salted_hmac(_SALT, held).hexdigest()[:20]
