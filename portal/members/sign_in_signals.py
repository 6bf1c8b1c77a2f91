"""What follows from signing in."""

from typing import Any

from allauth.account.signals import password_reset

from portal.members import lockout, oidc


def connect() -> None:
    oidc.connect()
    password_reset.connect(release_lock_out, dispatch_uid="members_release_lock_out")


def release_lock_out(sender: Any, user: Any, **kwargs: Any) -> None:
    """Whoever has a new password by mail is the owner and may try it."""
    lockout.release([user.get_username()])
