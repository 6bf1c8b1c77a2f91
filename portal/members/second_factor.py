"""The second factor: whom it is required of, and whether a session has passed it.

A session has passed when allauth's record of how its owner signed in names one. What leaves no record has not passed,
so a new way of signing in is closed to staff until it says which factors it asked for.
"""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest

ENTER_ADMIN = "wagtailadmin.access_admin"
#: Recovery codes stand in for these, and are nothing without one of them.
MAIN_TYPES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
#: The method by which allauth records a second factor.
METHOD = "mfa"
DEMO_MARK = "demo"


def is_required_of(user: Any) -> bool:
    """Of whoever may enter the admin."""
    return bool(user.is_authenticated and user.has_perm(ENTER_ADMIN))


def has_factor(user: Any) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=MAIN_TYPES).exists()


def has_passed(request: HttpRequest) -> bool:
    """Whether this session's owner has shown a second factor in it."""
    return any(record.get("method") == METHOD for record in get_authentication_records(request, _user(request)))


def may_enter_admin(request: HttpRequest) -> bool:
    return is_required_of(request.user) and has_passed(request)


def note_passed(request: HttpRequest) -> None:
    """Who has just set a factor up has shown it: the code was checked."""
    user = _user(request)
    authenticator = Authenticator.objects.filter(user_id=user.pk, type__in=MAIN_TYPES).latest("created_at", "pk")
    record_authentication(request, user, METHOD, id=authenticator.pk, type=str(authenticator.type))


def note_shown_elsewhere(request: HttpRequest, user: Any) -> None:
    """That a server which the settings trust with it saw a second factor."""
    record_authentication(request, user, METHOD, type="oidc")


def may_remove(authenticator: Authenticator) -> bool:
    """Staff keep one factor; recovery codes are not counted."""
    user: Any = authenticator.user
    if authenticator.type not in MAIN_TYPES or not is_required_of(user):
        return True
    others = Authenticator.objects.filter(user_id=user.pk, type__in=MAIN_TYPES).exclude(pk=authenticator.pk)
    return others.exists()


# Demo content


def give_demo_factor(user: AbstractUser) -> None:
    """A factor that only the fixed code of the demo passes: nobody is told the secret of its app."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    if has_factor(user):
        return
    authenticator = TOTP.activate(user, generate_totp_secret()).instance
    authenticator.data[DEMO_MARK] = True
    authenticator.save(update_fields=["data"])


def demo_factor(user: Any, code: str) -> Authenticator | None:
    """The demo factor of ``user``, when ``code`` is the one that passes it here; on a server none does."""
    expected = settings.DEMO_SECOND_FACTOR_CODE
    if not expected or getattr(settings, "REFUSE_DEMO_ACCOUNTS", False) or code.replace(" ", "") != expected:
        return None
    mine = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP)
    return next((authenticator for authenticator in mine if authenticator.data.get(DEMO_MARK)), None)


def people_with_demo_factor() -> list[str]:
    """Names of accounts whose factor is the demo's."""
    found = Authenticator.objects.filter(type=Authenticator.Type.TOTP).select_related("user")
    return sorted(str(one.user) for one in found if one.data.get(DEMO_MARK))


def _user(request: HttpRequest) -> Any:
    return request.user if request.user.is_authenticated else None
