"""The edit form of a page, as it stands in a window and as it is sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from bench.editors.browser import Answer, values_of
from bench.editors.ledger import words_in

SAVE, SUBMIT, PUBLISH = "save", "action-submit", "action-publish"
LEAD, SUMMARY, REASON = "sapo", "search_description", "change_reason"
#: An editor takes the oldest words away when a text has more than the first number, until it has the second.
MOST_WORDS, FEWER_WORDS = 40, 25


@dataclass
class EditForm:
    """Fields, buttons (with the address of the window that asks for a note), and whether this person may save it."""

    fields: dict[str, str]
    address: str
    buttons: dict[str, str]
    is_locked: bool = False
    take_down: str = ""
    #: The version that this form has saved by itself, and goes on saving over.
    saved_as: str = ""

    @classmethod
    def of(cls, answer: Answer) -> "EditForm | None":
        """``None`` where the answer is another page."""
        page = answer.page()
        found = page.xpath("//form[@data-edit-form]") if answer.status == 200 else []
        if not found:
            return None
        form = found[0]
        # The text is drawn by a script, which sends how many blocks there are.
        fields = {"body-count": "0"} | values_of(form)
        address = urljoin(answer.url, form.get("action") or "")
        down = form.xpath(".//a[contains(@href, '/unpublish/')]/@href")
        is_locked = bool(page.xpath("//body[contains(@class, 'content-locked')]"))
        return cls(fields, address, _buttons(form), is_locked, down[0] if down else "")

    @property
    def words(self) -> list[str]:
        return words_in("\n".join(text for name, text in self.fields.items() if self._is_text(name)))

    def _is_text(self, name: str) -> bool:
        if name.startswith("corrections-"):
            return name.endswith("-text") and not self.fields.get(name.replace("-text", "-DELETE"))
        return name in (LEAD, SUMMARY)

    def write(self, name: str, words: list[str]) -> None:
        """Add ``words`` to the lead or to the summary; the oldest go when there are too many."""
        kept = words_in(self.fields[name]) + words
        if len(kept) > MOST_WORDS:
            kept = kept[-FEWER_WORDS:]
        text = " ".join(kept)
        self.fields[name] = text if name == SUMMARY else _rich(text)

    def correct(self, text: str, moment: str) -> None:
        """Add a correction."""
        number = int(self.fields["corrections-TOTAL_FORMS"])
        self.fields["corrections-TOTAL_FORMS"] = str(number + 1)
        row = {"id": "", "noted_on": moment, "text": text, "ORDER": str(number + 1), "DELETE": ""}
        self.fields |= {f"corrections-{number}-{name}": value for name, value in row.items()}

    def take_back_correction(self) -> None:
        """Delete the last correction, if there is one."""
        number = int(self.fields["corrections-TOTAL_FORMS"]) - 1
        if number >= 0:
            self.fields[f"corrections-{number}-DELETE"] = "1"

    def take_over(self, other: "EditForm", words: set[str], moment: str) -> None:
        """Add those of ``words`` that stand in ``other``, each where it stands there."""
        for name in (LEAD, SUMMARY):
            self.write(name, [word for word in words_in(other.fields[name]) if word in words])
        for word in sorted(words - set(self.words)):
            self.correct(f"Bản đầu ghi nhầm {word}.", moment)

    @property
    def version(self) -> str:
        return self.fields.get("loaded_revision_id", "")

    def pressed(self, button: str, said: Mapping[str, Any] | None = None) -> dict[str, str]:
        """What is sent when ``button`` is pressed; ``said`` was asked for in a window of its own."""
        if button == SAVE:
            return dict(self.fields)
        if button.startswith("action-"):
            return {**self.fields, button: self.buttons[button]}
        more = {"action-workflow-action": "true", "workflow-action-name": button}
        if said is not None:
            more["workflow-action-extra-data"] = json.dumps(said)
        return {**self.fields, **more}

    def saved_itself(self, answer: Mapping[str, Any]) -> None:
        """What the scripts of the admin do after the form has saved itself."""
        self.fields |= {name: str(value) for name, value in answer["field_updates"].items() if name in self.fields}
        self.saved_as = self.fields["loaded_revision_id"] = str(answer["revision_id"])
        self.fields["loaded_revision_created_at"] = answer["revision_created_at"]


def _buttons(form: Any) -> dict[str, str]:
    buttons: dict[str, str] = {}
    for button in form.xpath(".//button[not(@disabled)]"):
        if "action-save" in button.get("class", ""):
            buttons[SAVE] = ""
        elif name := button.get("data-workflow-action-name"):
            buttons.setdefault(name, button.get("data-workflow-action-modal-url", ""))
        elif (name := button.get("name", "")).startswith("action-"):
            buttons[name] = button.get("value", "")
    return buttons


def _rich(text: str) -> str:
    """As the editor of rich texts keeps it."""
    block = {"key": "chu00", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return json.dumps({"blocks": [block], "entityMap": {}})
