"""A middleware for tests: whoever touches the session or the user is found out."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject


class Touched(AssertionError):
    """The session or the user of a request that should have been answered without."""


class UntouchableSession:
    """What the session middleware asks of it, and nothing else."""

    accessed = False
    modified = False

    def is_empty(self) -> bool:
        return True

    def __getattr__(self, name: str) -> Any:
        raise Touched(f"session.{name}")

    def __getitem__(self, name: str) -> Any:
        raise Touched(f"session[{name!r}]")


def _touched() -> None:
    raise Touched("request.user")


def untouchable(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    def middleware(request: HttpRequest) -> HttpResponseBase:
        request.session = UntouchableSession()  # type: ignore[assignment]
        request.user = SimpleLazyObject(_touched)  # type: ignore[assignment]
        return get_response(request)

    return middleware
