"""Invitations: how accounts come to their owners. There is no other way, and no open sign-up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, count, islice
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core import signing
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from portal.editorial.accounts import may_touch
from portal.members import signals
from portal.members.addresses import known_emails, tidy_email
from portal.members.models import Invitation, InvitationState
from portal.members.telling import absolute, rendered_mail
from portal.models import SiteSettings
from portal.outbox.mail import deliver
from portal.outbox.registry import Handed
from portal.outbox.services import write_effects
from portal.text import format_moment, slugify

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

INVITATION = "invitation"
_SALT = "portal.members.invitation"
#: So many endings are tried for a user name before it gets a random one.
_ENDINGS = 20
_LONGEST_USERNAME = 60
#: So often somebody else may take an address or a user name while we look.
_ATTEMPTS = 3


class CannotInvite(ValueError):
    """An invitation cannot be made or changed as asked; ``message`` says in the reader's language why."""

    def __init__(self, message: "str | StrPromise") -> None:
        super().__init__(message)
        self.message = message


class AddressTaken(CannotInvite):
    """One of the addresses has an account."""


@dataclass(frozen=True)
class Invitee:
    """Somebody to be invited. ``groups`` are roles, levels and the groups of organisations."""

    last_name: str
    first_name: str
    email: str
    groups: tuple[Group, ...] = ()
    note: str = ""
    is_superuser: bool = False


def invite(invitees: Sequence[Invitee], *, by: User) -> list[Invitation]:
    """Make accounts without passwords, and write the mails by which their owners get them.

    Raises:
        AddressTaken: an address has an account.
        CannotInvite: an address stands here twice, or only a superuser may give all rights.
    """
    addresses = [tidy_email(invitee.email) for invitee in invitees]
    if any(invitee.is_superuser for invitee in invitees) and not by.is_superuser:
        raise CannotInvite(_("Only an account that has this right itself can give or take it."))
    if len(set(addresses)) < len(addresses):
        raise CannotInvite(_("An address stands in the list twice."))
    for _attempt in range(_ATTEMPTS):
        try:
            return _invite(invitees, addresses, by)
        except IntegrityError:  # somebody took an address or a user name at this moment: now it is seen
            continue
    return _invite(invitees, addresses, by)


def _invite(invitees: Sequence[Invitee], addresses: Sequence[str], by: User) -> list[Invitation]:
    with transaction.atomic():
        if known := known_emails(addresses):
            raise AddressTaken(_("There is an account with the address %(email)s already.") % {"email": min(known)})
        accounts = _make_accounts(invitees, addresses)
        now = timezone.now()
        invitations = Invitation.objects.bulk_create(
            Invitation(
                account=account, invited_by=by, note=invitee.note, invited_at=now, sent_at=now, expires_at=_expiry()
            )
            for account, invitee in zip(accounts, invitees, strict=True)
        )
        _write_mails(invitations)
        signals.people_invited.send(Invitation, invitations=invitations, by=by)
    return invitations


def send_again(invitation: Invitation, *, by: User) -> None:
    """A new link, good from now on; that of the mail before no longer is.

    Raises:
        CannotInvite: it was accepted, the account was closed, or ``by`` may not touch it.
    """
    with transaction.atomic():
        invitation = _locked(invitation, by)
        if invitation.state is InvitationState.ACCEPTED:
            raise CannotInvite(_("This invitation is accepted: the account is in use."))
        account = invitation.account
        if invitation.withdrawn_at is not None:
            account.is_active = True
            account.save(update_fields=["is_active"])
        if not account.is_active:
            raise CannotInvite(_("This account is closed. Open it first under “Users”."))
        if not account.email:
            raise CannotInvite(_("This account has no address. Add it first under “Users”."))
        invitation.times_sent += 1
        invitation.sent_at, invitation.expires_at, invitation.withdrawn_at = timezone.now(), _expiry(), None
        invitation.save()
        _write_mails([invitation])
        signals.invitation_sent_again.send(Invitation, invitation=invitation, by=by)


def withdraw(invitation: Invitation, *, by: User) -> None:
    """The link is good no more, and the account is closed until it is invited again.

    Raises:
        CannotInvite: it was accepted, or ``by`` may not touch the account.
    """
    with transaction.atomic():
        invitation = _locked(invitation, by)
        if invitation.state is InvitationState.ACCEPTED:
            raise CannotInvite(_("This invitation is accepted. Close the account under “Users”."))
        if invitation.withdrawn_at is None:
            invitation.withdrawn_at = timezone.now()
            invitation.save(update_fields=["withdrawn_at"])
            get_user_model().objects.filter(pk=invitation.account_id).update(is_active=False)
            signals.invitation_withdrawn.send(Invitation, invitation=invitation, by=by)


def accept(invitation: Invitation, password: str) -> bool:
    """Give the account its password, once; whether this was the one time."""
    now = timezone.now()
    with transaction.atomic():
        good = Invitation.objects.in_state(InvitationState.WAITING).filter(
            pk=invitation.pk, times_sent=invitation.times_sent, account__is_active=True
        )
        if not good.update(accepted_at=now):
            return False
        account = invitation.account
        account.set_password(password)
        account.save(update_fields=["password"])
        invitation.accepted_at = now
        signals.invitation_accepted.send(Invitation, invitation=invitation)
    return True


# Links


def token_of(invitation: Invitation) -> str:
    """What the link holds: made anew each time from the row, signed with the site's key, and stored nowhere."""
    return signing.dumps([invitation.pk, invitation.times_sent], salt=_SALT)


def activation_url(invitation: Invitation) -> str:
    return absolute(reverse("members_activate", args=[token_of(invitation)]))


def invitation_of(token: str) -> Invitation | None:
    """The invitation of a link that this site made, however it stands by now; ``None``: no such link.

    ``times_sent`` is that of the link, so that one of an earlier mail is told apart (``is_latest``).
    """
    try:
        pk, times_sent = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    invitation = Invitation.objects.select_related("account").filter(pk=pk).first()
    if invitation is not None:
        invitation.latest_sent = invitation.times_sent  # type: ignore[attr-defined]
        invitation.times_sent = times_sent
    return invitation


def is_latest(invitation: Invitation) -> bool:
    return bool(getattr(invitation, "latest_sent", invitation.times_sent) == invitation.times_sent)


# Mails


def _write_mails(invitations: Iterable[Invitation]) -> None:
    """Effects of our own kind: that of plain mails would keep the link in the table of effects."""
    sent = [(invitation.pk, invitation.times_sent) for invitation in invitations]
    write_effects(
        INVITATION, {f"{INVITATION}:{pk}:{times}": {"invitation": pk, "times_sent": times} for pk, times in sent}
    )


def deliver_invitation(handed: Handed) -> None:
    """Write the mail as it is handed over; one that was accepted, withdrawn or sent anew meanwhile needs none."""
    found = Invitation.objects.select_related("account", "invited_by").filter(
        pk=handed.payload["invitation"], times_sent=handed.payload["times_sent"], account__is_active=True
    )
    invitation = found.first()
    if invitation is None or invitation.state is not InvitationState.WAITING or not invitation.account.email:
        return
    site = SiteSettings.objects.first()
    subject = _("Your account on the portal of %(committee)s") % {"committee": site.committee_name if site else ""}
    context = {
        "invitation": invitation,
        "by": invitation.invited_by.get_full_name() if invitation.invited_by else "",
        "url": activation_url(invitation),
        "until": format_moment(invitation.expires_at),
    }
    mail = rendered_mail("members/mail/invitation", subject, invitation.account, context)
    deliver(Handed(handed.key, mail.__dict__))


# Accounts


def _make_accounts(invitees: Sequence[Invitee], addresses: Sequence[str]) -> list[User]:
    people = get_user_model()
    accounts = [
        people(
            username=username, email=email, last_name=invitee.last_name, first_name=invitee.first_name,
            is_superuser=invitee.is_superuser, password=make_password(None),
        )
        for username, email, invitee in zip(_usernames(addresses), addresses, invitees, strict=True)
    ]  # fmt: skip
    # In the order of the addresses, so that two lists with the same people do not wait for each other crosswise.
    people.objects.bulk_create(sorted(accounts, key=lambda account: account.email))
    member_of = people.groups.through
    member_of.objects.bulk_create(
        member_of(user_id=account.pk, group_id=pk)
        for account, invitee in zip(accounts, invitees, strict=True)
        for pk in dict.fromkeys(group.pk for group in invitee.groups)
    )
    return accounts


def _usernames(addresses: Iterable[str]) -> list[str]:
    """Free user names after the addresses: `hoa.vi@…` becomes `hoa-vi`, or `hoa-vi-2` where that is taken."""
    bases = [slugify(address.partition("@")[0])[:_LONGEST_USERNAME] or "tai-khoan" for address in addresses]
    tried = {name for base in bases for name in islice(_names(base), _ENDINGS)}
    taken = set(get_user_model().objects.filter(username__in=tried).values_list("username", flat=True))
    chosen = []
    for base in bases:
        last_resort = f"{base}-{get_random_string(8).lower()}"
        name = next(name for name in chain(islice(_names(base), _ENDINGS), [last_resort]) if name not in taken)
        taken.add(name)
        chosen.append(name)
    return chosen


def _names(base: str) -> Iterable[str]:
    return chain([base], (f"{base}-{number}" for number in count(2)))


def _locked(invitation: Invitation, by: User) -> Invitation:
    """The row as it stands, held until the end of the transaction.

    Raises:
        CannotInvite: the account has all rights, and ``by`` has not.
    """
    held = Invitation.objects.select_for_update(of=("self",)).select_related("account").get(pk=invitation.pk)
    if not may_touch(by, held.account):
        raise CannotInvite(_("Only an account that has this right itself can give or take it."))
    return held


def _expiry() -> datetime:
    return timezone.now() + timedelta(days=settings.INVITATION_DAYS)
