"""A form that saves itself, on a machine as slow as a test wants it.

Time in the page stands still until a test lets it run, and an answer comes when a test lets it go.
"""

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, Request, Route

#: Before Wagtail begins to watch a form, which it does two seconds after the page is there.
NOT_YET_WATCHED = 1_000
#: More than a form takes to notice a change and to send it.
LONG = 5_000
_FORM = re.compile(r"/quan-tri/pages/(\d+/edit|add/news/article/\d+)/$")
_ANSWERED = """window.answeredTimes = 0;
for (const end of ["success", "error"]) document.addEventListener(`w-autosave:${end}`, () => (window.answeredTimes += 1));"""
#: When it is over, the browser has told of all requests before.
_ASK = "async () => { await fetch('/healthz'); }"
_NEXT_FRAME = 20
_POLL = 10


class Saving:
    """What the form of a page sends, by itself or because of a button."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.by_itself: list[Request] = []
        self.by_button: list[Request] = []
        self._holding = False
        self._held: list[Route] = []
        page.add_init_script(_ANSWERED)
        page.clock.install()
        page.clock.pause_at(timezone.now() + timedelta(minutes=1))
        page.on("request", self._count)
        page.route(_FORM, self._meet)

    def run(self, milliseconds: int = LONG) -> None:
        """Lets time run in the page."""
        self.page.clock.run_for(milliseconds)
        self.page.evaluate(_ASK)

    def begins(self, *, held: bool = False) -> None:
        """Lets time run until the form sends itself; the answer waits where it is ``held``."""
        self._holding = held
        with self.page.expect_request(_is_sent):
            self.page.clock.run_for(LONG)
        while held and not self._held:
            self.page.wait_for_timeout(_POLL)

    def ends(self) -> None:
        """Lets the answer go that is held, and the page take it in."""
        answered = self._answered_times()
        self._holding = False
        while self._held:
            self._held.pop().continue_()
        while self._answered_times() == answered:
            self.page.clock.run_for(_NEXT_FRAME)

    def happens(self) -> None:
        """Lets time run until the form has sent itself and has its answer."""
        self.begins(held=True)
        self.ends()

    def leaves(self) -> None:
        """Until what a button sent is held."""
        while not self._held:
            self.page.wait_for_timeout(_POLL)

    def arrives(self) -> None:
        """Lets go what a button sent; the answer is another page."""
        self._holding = False
        with self.page.expect_navigation():
            while self._held:
                self._held.pop().continue_()

    def _answered_times(self) -> int:
        times: int = self.page.evaluate("window.answeredTimes")
        return times

    def hold(self) -> None:
        """From now on no form that is sent arrives, until ``ends`` or ``arrives``."""
        self._holding = True

    def _count(self, request: Request) -> None:
        if _is_sent(request):
            (self.by_itself if _is_by_itself(request) else self.by_button).append(request)

    def _meet(self, route: Route, request: Request) -> None:
        if self._holding and request.method == "POST":
            self._held.append(route)
        else:
            route.fallback()


def _is_sent(request: Request) -> bool:
    return request.method == "POST" and bool(_FORM.search(request.url))


def _is_by_itself(request: Request) -> bool:
    return request.headers.get("accept") == "application/json"
