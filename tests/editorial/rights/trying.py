"""Who can do what to a page in a state: tried by requests, each undone before the next."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.contrib.messages import get_messages
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.editorial.rights.actions import ACTIONS, Desktop, Fields, Screen, empty_streams
from tests.editorial.rights.states import Newsroom
from tests.editorial.rights.table import STAFF
from tests.reading import edit_form


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    cache.clear()


class Attempts:
    """Whoever works in ``room``, and what becomes of what he tries; for as long as its page stays in one state."""

    def __init__(self, room: Newsroom, clients: dict[str, Client] | None = None) -> None:
        self.room = room
        self.clients = clients or {role: room.client(role) for role in room.people}
        #: What was answered to what was not done, for whoever wonders why.
        self.refusals: dict[tuple[str, str], str] = {}

    @cached_property
    def form(self) -> Fields:
        """The page's form before anybody touches it."""
        drawn = edit_form(self._desktop("superuser").get("edit"))
        return drawn | empty_streams(self.room.model) | self.room.streams

    def _desktop(self, role: str) -> Desktop:
        return Desktop(self.room, self.clients[role], lambda: self.form)

    def can(self, role: str, action: str) -> bool:
        """Whether the database, or the answer where nothing is written, says that it was done."""
        spec = ACTIONS[action]
        with undone():
            response = spec.send(self._desktop(role))
            done = response is not None and spec.done(self.room, response)
            if response is not None and not done:
                self.refusals[role, action] = _told(response)
            return done

    def buttons(self) -> dict[str, set[str]]:
        """For each of the staff the actions whose buttons he is shown."""
        screens = {role: Screen(self._desktop(role)) for role in STAFF}
        return {
            role: {action for action, spec in ACTIONS.items() if spec.shown is not None and spec.shown(screen)}
            for role, screen in screens.items()
        }


def _told(response: Any) -> str:
    """Status, where it leads, messages, and what stands beside the fields of a form that came back."""
    form: Any = (getattr(response, "context", None) or {}).get("form")
    messages = [str(message) for message in get_messages(response.wsgi_request)]
    beside = dict(form.errors) if hasattr(form, "errors") else {}
    return f"{response.status_code} {response.headers.get('Location', '')} {messages} {beside}"
