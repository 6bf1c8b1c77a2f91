"""Lock-out after repeated failures: of the password and of the second factor, by user name and address together.

It counts what was typed, whether there is such an account or not, so being locked out tells nothing.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone


def duration(request: HttpRequest | None = None) -> timedelta:
    """For ``AXES_COOLOFF_TIME``."""
    return timedelta(minutes=settings.LOCKOUT_MINUTES)


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """For ``AXES_USERNAME_CALLABLE``: the name in one spelling, as the accounts are looked up without case."""
    return one_spelling((credentials or {}).get("username") or "")


def one_spelling(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()[:255]


def locked_out_answer(
    request: HttpRequest, answer: HttpResponse | None = None, credentials: Mapping[str, Any] | None = None
) -> HttpResponse:
    """For ``AXES_LOCKOUT_CALLABLE``: how long to wait and what else helps."""
    response = render(request, "sign_in/locked_out.html", {"minutes": settings.LOCKOUT_MINUTES}, status=429)
    response["Retry-After"] = str(settings.LOCKOUT_MINUTES * 60)
    response["Cache-Control"] = "private, no-store"
    return response


# The second factor, whose forms are not Django's


def is_locked_out(request: HttpRequest, user: Any) -> bool:
    """Whether ``user`` may not try a code from here; the answer to the request then says so."""
    if AxesProxyHandler.is_allowed(request, _credentials(user)):
        return False
    request.axes_locked_out = True  # type: ignore[attr-defined]
    return True


def count_failure(request: HttpRequest, user: Any) -> None:
    user_login_failed.send(sender=__name__, credentials=_credentials(user), request=request)


def _credentials(user: Any) -> dict[str, str]:
    return {"username": user.get_username()}


# Seeing and releasing


@dataclass(frozen=True)
class LockOut:
    """Somebody at ``address`` may not try ``name`` until ``ends_at``."""

    name: str
    address: str
    failures: int
    ends_at: datetime


def lock_outs() -> list[LockOut]:
    """Those that hold now, the latest first."""
    since = timezone.now() - duration()
    counted = (
        AccessAttempt.objects.filter(attempt_time__gte=since)
        .values("username", "ip_address")
        .annotate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
        .filter(failures__gte=settings.AXES_FAILURE_LIMIT)
        .order_by("-last")
    )
    return [
        LockOut(row["username"] or "", row["ip_address"] or "", row["failures"], row["last"] + duration())
        for row in counted
    ]


def release(names: Iterable[str]) -> int:
    """Forget the failures of these names from everywhere; returns how many rows went."""
    count, _by_model = AccessAttempt.objects.filter(username__in=[one_spelling(name) for name in names]).delete()
    return count
