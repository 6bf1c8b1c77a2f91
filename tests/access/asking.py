"""Asking the probes of a channel as somebody, and what of the answers he may not have."""

from typing import Any
from urllib.parse import unquote

from django.core import mail
from django.http.response import HttpResponseBase
from django.test import Client

from portal.access.channels import Channel, Probe, Shows
from tests.access.planting import STAFF, Item, Plants, is_open_to_staff, words_in


def leaks_in(channel: Channel, role: str, plants: Plants) -> list[str]:
    """Each thing that ``role`` may not see and an answer tells of, with the probe that brought it."""
    by_word = plants.by_word()
    client = client_of(role, plants)
    leaks = []
    for probe in channel.probes(plants):
        response = ask(client, probe)
        assert response.status_code != 500, f"{probe} breaks"
        leaks += [
            f"{probe.method} {probe.path}: {item.kind} ({item.case.name})"
            for item in {by_word[word] for word in words_in(said_by(response, probe)) if word in by_word}
            if not may_see(role, item, channel, response.status_code)
        ]
    told = " ".join(str(message.message()) for message in mail.outbox)
    return leaks + [f"mail: {word}" for word in words_in(told)]


def client_of(role: str, plants: Plants) -> Client:
    client = Client(raise_request_exception=False)
    if role in plants.users:
        client.force_login(plants.users[role])
    return client


def ask(client: Client, probe: Probe) -> HttpResponseBase:
    return client.generic(probe.method, probe.path, **_form(probe))


def _form(probe: Probe) -> dict[str, Any]:
    if not probe.form:
        return {}
    body = "&".join(f"{name}={value}" for name, value in probe.form)
    return {"data": body, "content_type": "application/x-www-form-urlencoded"}


def said_by(response: Any, probe: Probe) -> str:
    """All that an answer says, without what the question itself said."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
    cookies = response.cookies.output()
    said = f"{response.status_code} {response.reason_phrase} {headers} {cookies} {body.decode('utf-8', 'replace')}"
    said = unquote(unquote(said))
    path, _, query = unquote(probe.path).partition("?")
    for asked in filter(None, (path, path.rstrip("/"), query.partition("=")[2])):
        said = said.replace(asked, "")
    return said


def may_see(role: str, item: Item, channel: Channel, status: int) -> bool:
    if channel.shows is Shows.STAFF_ALL and role in STAFF and is_open_to_staff(item):
        return True
    if channel.shows is Shows.PUBLIC_ONLY and status == 200:
        return item.case.name == "public"
    return role in item.case.seen_by  # an error page has the visitor's own menu around it
