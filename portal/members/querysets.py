"""The vocabulary in which notifications and invitations are asked for."""

from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.utils import timezone
from wagtail.permissions import page_permission_policy

from portal.access.tokens import Tokens, excluded_paths, tokens_for, under

if TYPE_CHECKING:
    from portal.members.models import Invitation, Notification  # noqa: F401  named in the quoted types below


class NotificationQuerySet(models.QuerySet["Notification"]):
    def shown_to(self, person: AbstractUser, tokens: Tokens | None = None) -> Self:
        """What ``person`` was told and may still open: the text of the others names what he may not see."""
        return self.filter(person=person).filter(Q(page__isnull=True) | may_open_now(person, tokens))

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True)

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")

    def awaiting_digest(self) -> Self:
        return self.filter(awaits_digest=True, read_at__isnull=True)


def may_open_now(person: AbstractUser, tokens: Tokens | None = None) -> Q:
    """The condition that ``person`` may open a notification's page, on the site or in the admin, at this instant.

    The admin opens to him what he finds in its page tree: what his level opens, or what he was appointed to.
    """
    tokens = tokens if tokens is not None else tokens_for(person)
    now = timezone.now()
    on_site = Q(
        Q(page__go_live_at__isnull=True) | Q(page__go_live_at__lte=now),
        Q(page__expire_at__isnull=True) | Q(page__expire_at__gt=now),
        in_admin=False,
        page__live=True,
    )
    found_in_admin = page_permission_policy.explorable_instances(person).order_by().values("pk")
    closed = excluded_paths(tokens)
    if closed:
        on_site &= ~under(closed, "page__path")
    return on_site | Q(in_admin=True, page__in=found_in_admin)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def in_state(self, state: str) -> Self:
        """As ``Invitation.state`` says at this moment."""
        if state == "accepted":
            return self.filter(accepted_at__isnull=False)
        if state == "withdrawn":
            return self.filter(accepted_at__isnull=True, withdrawn_at__isnull=False)
        still = self.filter(accepted_at__isnull=True, withdrawn_at__isnull=True)
        now = timezone.now()
        return still.filter(expires_at__gt=now) if state == "waiting" else still.filter(expires_at__lte=now)
