"""One member of staff at work, as a browser and a careful head would do it."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from bench.editors.browser import Answer, Browser, said_on, values_of
from bench.editors.forms import LEAD, PUBLISH, REASON, SAVE, SUBMIT, SUMMARY, EditForm
from bench.editors.ledger import Ledger, word
from bench.editors.tally import Shift, ShiftIsOver, Tally, Waiting

REPORTER, EDITOR, CHIEF = "reporter", "editor", "chief"
APPROVE, RETURN, HOLD = "approve", "reject", "hold"
#: So often one presses a button again after having been told of a newer version.
TRIES = 4
VIET_NAM = timezone(timedelta(hours=7))


@dataclass(frozen=True)
class Person:
    number: int
    name: str
    role: str
    pages: tuple[int, ...]
    crowded: tuple[int, ...]


@dataclass
class Day:
    """What all of them share."""

    shift: Shift
    ledger: Ledger
    tally: Tally
    waiting: Waiting


class Editor:
    """Works on one page after the other until the shift is over."""

    def __init__(self, person: Person, browser: Browser, day: Day) -> None:
        self.person, self.browser = person, browser
        self.shift, self.ledger, self.tally, self.waiting = day.shift, day.ledger, day.tally, day.waiting
        self.dice = random.Random(person.number)
        self.written = 0
        self.page = 0
        #: All words that this person has read on the page before him.
        self.read: set[str] = set()
        #: Words that stand only in this person's window.
        self.unsaved: set[str] = set()

    def work(self) -> None:
        try:
            while True:
                self.visit()
        except ShiftIsOver:
            return

    def visit(self) -> None:
        self.page = self._choose()
        self.read, self.unsaved = set(), set()
        form = self.open("open")
        if form is None:
            return
        if form.take_down and self.person.role == CHIEF and self.dice.random() < 0.15:
            self.take_down(form)
        elif self._decisions(form) and (self.person.role == CHIEF or self.dice.random() < 0.6):
            self.decide(form)
        elif form.is_locked:
            self.waiting.remove(self.page)
            self.tally.count("found locked")
        elif self.person.role != CHIEF or self.dice.random() < 0.1:
            self.write(form)

    def _choose(self) -> int:
        """Half of the time one of the pages on which everybody works; what waits for this person comes first."""
        pages = self.dice.choice((self.person.pages, self.person.crowded))
        waiting = [page for page in self.waiting.of(self.person.role) if page in pages]
        if waiting and (self.person.role == CHIEF or self.dice.random() < 0.3):
            return self.dice.choice(waiting)
        return self.dice.choice(pages)

    def open(self, what: str) -> EditForm | None:
        self._act("opened")
        answer = self.browser.get(f"/quan-tri/pages/{self.page}/edit/", what)
        form = EditForm.of(answer)
        if form is None:
            self.tally.refused(f"not opened: {answer.status} {' '.join(said_on(answer.page()))}")
            return None
        self.read |= set(form.words)
        return form

    def _act(self, what: str) -> None:
        self.shift.take(self.person.number)
        self.tally.count("actions")
        self.tally.count("on the same five pages" if self.page in self.person.crowded else "on other pages")
        self.tally.count(what)

    # Writing

    def write(self, form: EditForm) -> None:
        saves_itself = True
        for _ in range(self.dice.randint(1, 3)):
            self._type(form)
            saves_itself = saves_itself and self.save_itself(form)
        button = SUBMIT if SUBMIT in form.buttons and self.dice.random() < 0.35 else SAVE
        if REASON in form.fields and not form.fields[REASON]:
            form.fields[REASON] = "Bổ sung số liệu"
        self.press(form, button)

    def _type(self, form: EditForm) -> None:
        self.written += 1
        new = word(self.person.number, self.written)
        if self.dice.random() < 0.2:
            form.correct(f"Bản đầu ghi nhầm {new}.", _moment())
        else:
            form.write(self.dice.choice((LEAD, SUMMARY)), [new])
        if self.dice.random() < 0.05:
            form.take_back_correction()
        self.read.add(new)
        self.unsaved.add(new)
        self.unsaved.intersection_update(form.words)

    def save_itself(self, form: EditForm) -> bool:
        """Whether it may go on saving itself."""
        self._act("saved itself")
        data = dict(form.fields)
        if form.saved_as:
            data["overwrite_revision_id"] = form.saved_as
        answer = self.browser.post(form.address, data, "save itself", Accept="application/json")
        try:
            said = answer.json()
        except ValueError:
            self.tally.problem("no answer", f"to a form that saves itself: {answer.status} {answer.url}")
            return False
        if said["success"]:
            self._accepted(form)
            form.saved_itself(said)
        elif said["error_code"] == "invalid_revision":
            self.tally.count("told of a newer version")
            return False
        else:
            self.tally.refused(f"saved itself: {said['error_code']}")
            return False
        return True

    def _accepted(self, form: EditForm) -> None:
        self.ledger.accept(self.page, form.words, self.read)
        self.tally.count("accepted")
        self.unsaved.clear()

    # Pressing buttons

    def press(self, form: EditForm, button: str, said: dict[str, Any] | None = None) -> None:
        """Until it is done, refused, or told too often of newer versions, each of which is taken over."""
        for _ in range(TRIES):
            self._act("pressed a button")
            answer = self.browser.post(form.address, form.pressed(button, said), "press")
            if answer.status >= 500 or not self._is_stale(form, button, answer):
                return
            known = set(self.read)
            newest = self.open("open again")
            back = EditForm.of(answer)
            if newest is None or back is None or not self.unsaved:
                return  # who only decides begins anew
            back.take_over(newest, set(newest.words) - known, _moment())
            form, button = back, button if button in back.buttons else SAVE
        self.tally.count("gave up")

    def _is_stale(self, form: EditForm, button: str, answer: Answer) -> bool:
        """Whether the form came back because somebody else had saved; what else became of it is written down."""
        messages = said_on(answer.page())
        refusal = " ".join(text for text in messages if not text.startswith("success")) or str(answer.status)
        if any(text.startswith("success") for text in messages):
            self._accepted(form)
            self._goes_on(button)
            return False
        back = EditForm.of(answer)
        if answer.was_led_on:
            back = back or self.open("open again")
            if back is not None and self.unsaved and self.unsaved <= set(back.words):
                self._accepted(form)
        if self.unsaved and (back is None or not self.unsaved <= set(back.words)):
            self.tally.problem("typed words thrown away", refusal)
            return False
        if back is None or answer.was_led_on or back.version == form.version:
            self.tally.refused(refusal)
            return False
        self.tally.count("told of a newer version")
        return True

    def _goes_on(self, button: str) -> None:
        """Whose turn it is now."""
        if button == SUBMIT:
            self.waiting.put(self.page, EDITOR)
        elif button == APPROVE and self.person.role != CHIEF:
            self.waiting.put(self.page, CHIEF)
        elif button != SAVE:
            self.waiting.remove(self.page)
        self.tally.count(f"done: {button}")

    # Deciding

    def _decisions(self, form: EditForm) -> list[str]:
        return [name for name in (APPROVE, RETURN, HOLD, PUBLISH) if name in form.buttons]

    def decide(self, form: EditForm) -> None:
        weights = {APPROVE: 6, RETURN: 2, HOLD: 1, PUBLISH: 2}
        offered = self._decisions(form)
        button = self.dice.choices(offered, [weights[name] for name in offered])[0]
        if button == APPROVE and "go_live_at" in form.fields and self.dice.random() < 0.2:
            form.fields["go_live_at"] = _moment(timedelta(minutes=1))
            self.tally.count("asked for a time")
        if button == APPROVE and self.dice.random() < 0.3:
            self.approve_from_list(form)
        elif button == RETURN:
            self.give_back(form)
        else:
            self.press(form, button)

    def approve_from_list(self, form: EditForm) -> None:
        """Without the form, as the lists of work offer it."""
        self._act("decided from a list")
        address = (
            form.buttons[RETURN].replace("/collect_action_data/", "/action/").replace(f"/{RETURN}/", f"/{APPROVE}/")
        )
        answer = self.browser.post(f"{address}?next=/quan-tri/", self._note(form), "decide")
        messages = " ".join(said_on(answer.page()))
        if answer.status != 200 or messages:
            self.tally.refused(messages or str(answer.status))
        else:
            self._goes_on(APPROVE)

    def give_back(self, form: EditForm) -> None:
        asked = self.browser.post(
            form.buttons[RETURN], self._note(form), "say why", **{"X-Requested-With": "XMLHttpRequest"}
        )
        try:
            self.press(form, RETURN, asked.json()["cleaned_data"])
        except (ValueError, KeyError):
            self.tally.refused(f"no note is asked for any more: {asked.status} {asked.url}")

    def _note(self, form: EditForm) -> dict[str, str]:
        return {"comment": "Xin ghi rõ nguồn.", "csrfmiddlewaretoken": form.fields["csrfmiddlewaretoken"]}

    def take_down(self, form: EditForm) -> None:
        self._act("took down")
        asked = self.browser.get(form.take_down, "ask to take down")
        question = next((one for one in asked.page().forms if "reason" in one.fields), None)
        if question is None:
            self.tally.refused(f"take down: {' '.join(said_on(asked.page())) or asked.status}")
            return
        sent = values_of(question) | {"reason": "outdated"}
        answer = self.browser.post(asked.url, sent, "take down")
        messages = said_on(answer.page())
        if any(text.startswith("success") for text in messages):
            self.waiting.remove(self.page)
            self.tally.count("done: take down")
        else:
            self.tally.refused(f"take down: {' '.join(messages) or answer.status}")


def _moment(later: timedelta = timedelta(0)) -> str:
    """As the boxes of the admin show it."""
    return f"{datetime.now(UTC).astimezone(VIET_NAM) + later:%d/%m/%Y %H:%M}"
