"""The sessions of one account: on which device, from where, when last used."""

from typing import Any

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.client_address import client_address

#: Programs and systems as they name themselves, the particular before the general.
_PROGRAMS = {
    "Edg": "Edge", "EdgA": "Edge", "EdgiOS": "Edge", "OPR": "Opera", "coc_coc_browser": "Coc Coc", "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox", "FxiOS": "Firefox", "CriOS": "Chrome", "Chrome": "Chrome", "Safari": "Safari",
}  # fmt: skip
_SYSTEMS = {
    "Windows": "Windows", "Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Mac OS X": "macOS",
    "CrOS": "ChromeOS", "Linux": "Linux",
}  # fmt: skip


def device(user_agent: str) -> str:
    """`Chrome, Windows`; a guess, since browsers pretend to be one another."""
    program = next((name for mark, name in _PROGRAMS.items() if f"{mark}/" in user_agent), "")
    system = next((name for mark, name in _SYSTEMS.items() if mark in user_agent), "")
    return ", ".join(filter(None, (program, system))) or _("Unknown device")


def note_use(request: HttpRequest) -> None:
    """That a session is used now, and from here; one query."""
    mine = UserSession.objects.filter(session_key=request.session.session_key)
    mine.update(last_seen_at=timezone.now(), ip=client_address(request) or NOWHERE)


def sessions_of(user: Any) -> list[UserSession]:
    """Those that still run, the latest first; what has ended since is forgotten."""
    running: list[UserSession] = UserSession.objects.purge_and_list(user)
    return sorted(running, key=lambda session: session.last_seen_at, reverse=True)


def end_all_sessions(user: Any) -> None:
    """Of another person, wherever he is signed in."""
    for session in UserSession.objects.filter(user_id=user.pk):
        session.end()


#: Where the server does not tell the visitor's address, since a session must have one.
NOWHERE = "0.0.0.0"  # noqa: S104  nothing listens there
