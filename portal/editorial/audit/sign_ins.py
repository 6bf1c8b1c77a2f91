"""Signing in, failing to, signing out; lock-outs and second factors where the apps that know them are installed."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from portal.editorial.audit import actions
from portal.editorial.audit.services import Thing, record


def connect() -> None:
    user_logged_in.connect(signed_in, dispatch_uid="audit_signed_in")
    user_logged_out.connect(signed_out, dispatch_uid="audit_signed_out")
    user_login_failed.connect(failed, dispatch_uid="audit_sign_in_failed")
    if apps.is_installed("axes"):
        from axes.signals import user_locked_out

        user_locked_out.connect(locked_out, dispatch_uid="audit_locked_out")
    if apps.is_installed("allauth.mfa"):
        from allauth.mfa.signals import authenticator_added, authenticator_removed

        authenticator_added.connect(factor_added, dispatch_uid="audit_factor_added")
        authenticator_removed.connect(factor_removed, dispatch_uid="audit_factor_removed")


def signed_in(sender: Any, request: HttpRequest | None = None, user: Any = None, **kwargs: Any) -> None:
    record(actions.SIGNED_IN, user, by=user, request=request)


def signed_out(sender: Any, request: HttpRequest | None = None, user: Any = None, **kwargs: Any) -> None:
    if user is not None and user.is_authenticated:
        record(actions.SIGNED_OUT, user, by=user, request=request)


def failed(
    sender: Any, credentials: Mapping[str, Any] | None = None, request: HttpRequest | None = None, **kwargs: Any
) -> None:
    record(actions.SIGN_IN_FAILED, account_tried(_typed(credentials or {})), request=request)


def locked_out(sender: Any, request: HttpRequest | None = None, username: str = "", **kwargs: Any) -> None:
    record(actions.LOCKED_OUT, account_tried(username or ""), request=request)


def factor_added(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any) -> None:
    record(actions.FACTOR_ADDED, user, details=_kind_of(authenticator), request=request)


def factor_removed(sender: Any, request: HttpRequest, user: Any, authenticator: Any, **kwargs: Any) -> None:
    record(actions.FACTOR_REMOVED, user, details=_kind_of(authenticator), request=request)


def _kind_of(authenticator: Any) -> str:
    """As the page of one's own account calls it."""
    kinds = {
        "totp": _("App for codes"),
        "webauthn": _("Passkeys"),
        "recovery_codes": pgettext("portal", "Recovery codes"),
    }
    return kinds.get(str(authenticator.type), str(authenticator.type))


def account_tried(typed: str) -> Thing:
    """The account of this name; of a name that is nobody's only the beginning, for it may be a password."""
    user: Any = get_user_model()
    typed = str(typed).replace("\0", "")[:150]
    found = user._default_manager.filter(Q(**{user.USERNAME_FIELD: typed}) | Q(email__iexact=typed)).first()
    if typed and found is not None:
        return Thing.of(found)
    return Thing(title=f"{typed[:2]}…" if typed else "")


def _typed(credentials: Mapping[str, Any]) -> str:
    return str(next((credentials[name] for name in ("username", "email", "login") if credentials.get(name)), ""))
