"""What a browser does for its editor: cookies, redirects, forms as they are sent, messages as they are shown."""

import json
import time
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin

from lxml import html

TIMEOUT = 60
#: For each answer: what was asked for, its status, and how many seconds it took.
Note = Callable[[str, int, float], None]


@dataclass
class Answer:
    """A page as it stands in the window, after all redirects."""

    status: int
    url: str
    body: bytes
    was_led_on: bool = False

    def json(self) -> Any:
        return json.loads(self.body)

    def page(self) -> Any:
        return html.fromstring(self.body or b"<html></html>")


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows them, and remembers that there were some."""

    followed = 0

    def redirect_request(self, *args: Any, **kwargs: Any) -> urllib.request.Request | None:
        self.followed += 1
        return super().redirect_request(*args, **kwargs)


class Browser:
    """One person's window and cookies."""

    def __init__(self, base: str, note: Note) -> None:
        self.base, self.note = base, note
        self._redirects = _Redirects()
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(cookies, self._redirects)

    def get(self, url: str, what: str) -> Answer:
        return self._ask(urllib.request.Request(urljoin(self.base, url)), what)  # noqa: S310  our own server

    def post(self, url: str, data: Mapping[str, str], what: str, **headers: str) -> Answer:
        address = urljoin(self.base, url)
        request = urllib.request.Request(address, urlencode(data).encode(), {"Referer": address, **headers})  # noqa: S310
        return self._ask(request, what)

    def _ask(self, request: urllib.request.Request, what: str) -> Answer:
        began, before = time.perf_counter(), self._redirects.followed
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                found = Answer(answer.status, answer.url, answer.read(), self._redirects.followed > before)
        except HTTPError as refused:
            found = Answer(refused.code, request.full_url, refused.read())
        except OSError as failure:
            found = Answer(599, request.full_url, str(failure).encode())
        self.note(what, found.status, time.perf_counter() - began)
        return found

    def sign_in(self, username: str, password: str, code: str) -> None:
        """By password and second factor.

        Raises:
            RuntimeError: it does not end in the admin.
        """
        answer = self.get("/dang-nhap/?next=/quan-tri/", "sign in")
        for values in ({"login": username, "password": password}, {"code": code}):
            name = next(iter(values))
            form = next(form for form in answer.page().forms if name in form.inputs.keys())  # noqa: SIM118  lxml's own
            answer = self.post(form.action or answer.url, values_of(form) | values, "sign in")
        if "/quan-tri/" not in answer.url:
            raise RuntimeError(f"{username} is not signed in: {answer.status} {answer.url}")


def values_of(form: Any) -> dict[str, str]:
    """What a browser sends of ``form`` when no button is pressed (``lxml`` leaves out boxes without a value)."""
    values: dict[str, str] = {}
    for field in form.inputs:
        kind = field.get("type", "")
        if not field.name or kind in ("submit", "button", "image", "reset", "file"):
            continue
        if kind not in ("checkbox", "radio") or field.checked:
            values[field.name] = field.value or ("on" if kind == "checkbox" else "")
    return values


def said_on(page: Any) -> list[str]:
    """The messages on top of a page, each with its level."""
    items = page.xpath("//div[contains(concat(' ', @class, ' '), ' messages ')]/ul/li")
    return [f"{item.get('class', '').split(' ')[0]}: {' '.join(item.text_content().split())}" for item in items]
