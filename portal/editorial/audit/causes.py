"""Who does what is being done right now, by which road, and from where."""

import sys
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.log_actions import get_active_log_context

from portal.access.restrictions import request_being_answered
from portal.client_address import client_address
from portal.editorial.audit.models import Origin

#: The commands that stand for a process of the portal; every other one was started by somebody.
PROCESSES = {"run_scheduler": Origin.SCHEDULER, "run_worker": Origin.WORKER, "db_worker": Origin.WORKER}


@dataclass(frozen=True)
class Cause:
    """``address`` is that of the request, or the name of the command."""

    actor: Any
    origin: Origin
    address: str


def current_cause(request: HttpRequest | None = None) -> Cause:
    """Asked only when something is written: reading a public page costs nothing and touches no user."""
    request = request or request_being_answered()
    if request is None:
        command = running_command()
        return Cause(get_active_log_context().user, PROCESSES.get(command, Origin.COMMAND), command)
    return Cause(_actor(request), Origin.WEB, client_address(request) or "")


def running_command() -> str:
    """The command of ``manage.py`` that this process is, else the program's own name."""
    program = PurePath(sys.argv[0]).name if sys.argv else ""
    if program in ("manage.py", "django-admin") and len(sys.argv) > 1:
        return sys.argv[1]
    return program


def _actor(request: HttpRequest) -> Any:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return get_active_log_context().user
    user: Any = getattr(request, "user", None)
    return user if user is not None and user.is_authenticated else get_active_log_context().user
