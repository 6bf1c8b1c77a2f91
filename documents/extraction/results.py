"""What reading a file ended in, as plain values that JSON can hold."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class State(StrEnum):
    DONE = "done"
    NEEDS_OCR = "needs_ocr"
    FAILED = "failed"


class Reason(StrEnum):
    """Why a file, or one of its pages, could not be read."""

    ENCRYPTED = "encrypted"
    CORRUPT = "corrupt"
    TRUNCATED = "truncated"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    UNSUPPORTED = "unsupported"
    EMPTY = "empty"
    ONLY_PICTURES = "only_pictures"
    TOO_MANY_PAGES = "too_many_pages"
    TOO_LONG = "too_long"
    TOO_MUCH_MEMORY = "too_much_memory"
    BOMB = "bomb"
    NO_PAGE = "no_page"
    NO_PROGRAM = "no_program"


_MESSAGES: Mapping[Reason, Promise] = {
    Reason.ENCRYPTED: _("The file asks for a password. Save it without a password and upload that."),
    Reason.CORRUPT: _("The file is damaged. Open it in its program, save it again and upload that."),
    Reason.TRUNCATED: _("The end of the file is missing: it was cut off on its way. Upload it again from where it is whole."),
    Reason.NOT_WHAT_IT_SAYS: _("The content is not of the type that the name says. Upload the original."),
    Reason.UNSUPPORTED: _("The text of such files is not read. Upload the document as PDF or DOCX."),
    Reason.EMPTY: _("The file has no text and no pictures."),
    Reason.ONLY_PICTURES: _("The file has pictures only. Save it as PDF and upload that; its pages will be recognised."),
    Reason.TOO_MANY_PAGES: _("The file has more pages than are read at once. Divide it and upload the parts."),
    Reason.TOO_LONG: _("Reading the file took too long, so it was stopped. Save it again as PDF, or divide it."),
    Reason.TOO_MUCH_MEMORY: _("Reading the file took too much memory, so it was stopped. Save it again as PDF, or divide it."),
    Reason.BOMB: _("The file unfolds to too much, so it was not read. Save it again in its program and upload that."),
    Reason.NO_PAGE: _("The file has no such page."),
    Reason.NO_PROGRAM: _("The program that recognises scans is not installed. Install tesseract-ocr and tesseract-ocr-vie."),
}  # fmt: skip


def message_of(reason: Reason) -> str:
    """What ``reason`` means, and what to do about it."""
    return str(_MESSAGES[reason])


class NotExtracted(Exception):
    """A page could not be read or pictured; ``reason`` says why, ``message`` what to do."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason

    @property
    def message(self) -> str:
        return message_of(self.reason)


class Source(StrEnum):
    TEXT = "text"
    OCR = "ocr"


class Wanting(StrEnum):
    """Why the words of a page have to be recognised from its picture."""

    NOTHING = ""
    NO_TEXT = "no_text"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Page:
    """One page. ``confidence`` is that of recognition, 0 to 100; ``None`` where text stood in the file.

    ``pictured``: something besides text is drawn on it, where a stamp may be that its text does not tell.
    ``looked_at``: its picture was recognised too; the ``loose_words`` found so are only looked at for stamps.
    ``reason`` says why recognition gave nothing.
    """

    number: int
    text: str
    source: Source = Source.TEXT
    confidence: int | None = None
    wanting: Wanting = Wanting.NOTHING
    pictured: bool = False
    looked_at: bool = False
    loose_words: tuple[str, ...] = ()
    reason: Reason | None = None

    def with_look(self, recognised: "Page") -> "Page":
        """The same after its picture was recognised. Text that was readable is not replaced by a guess of it."""
        if self.wanting:
            return recognised
        words = tuple(line for line in recognised.text.split("\n") if line.strip())
        seen = recognised.looked_at
        return replace(self, looked_at=seen, loose_words=(*words, *recognised.loose_words), reason=recognised.reason)


@dataclass(frozen=True)
class Signature:
    """A digital signature as the file states it, which nobody verified; unknown is ``None``."""

    by: str | None = None
    at: str | None = None
    kind: str | None = None


@dataclass(frozen=True)
class Extracted:
    """What a file holds. ``legacy`` names the encodings before Unicode that its text was in."""

    state: State
    reason: Reason | None = None
    pages: tuple[Page, ...] = ()
    encrypted: bool = False
    signatures: tuple[Signature, ...] = ()
    legacy: tuple[str, ...] = field(default=())

    @classmethod
    def failed(cls, reason: Reason) -> "Extracted":
        return cls(State.FAILED, reason)

    @property
    def signed(self) -> bool:
        return bool(self.signatures)

    @property
    def message(self) -> str:
        return message_of(self.reason) if self.reason else ""

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    def pages_to_recognise(self) -> list[int]:
        """Numbers of the pages whose words are only in their pictures."""
        return [page.number for page in self.pages if page.wanting]

    def pages_to_look_at(self) -> list[int]:
        """First and last page, where they hold pictures: a stamp may stand in one (quarantine ends after these)."""
        ends = {page.number: page for page in (*self.pages[:1], *self.pages[-1:])}
        return [number for number, page in ends.items() if (page.pictured or page.wanting) and not page.looked_at]

    def with_pages(self, recognised: Iterable[Page]) -> "Extracted":
        """The same with pages that were recognised since."""
        new = {page.number: page for page in recognised}
        pages = tuple(page.with_look(new[page.number]) if page.number in new else page for page in self.pages)
        state = State.NEEDS_OCR if any(page.wanting for page in pages) else State.DONE
        return replace(self, pages=pages, state=state)

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Extracted":
        return cls(
            state=State(stored["state"]),
            reason=Reason(stored["reason"]) if stored["reason"] else None,
            pages=tuple(page_from_json(page) for page in stored["pages"]),
            encrypted=stored["encrypted"],
            signatures=tuple(Signature(**signature) for signature in stored["signatures"]),
            legacy=tuple(stored["legacy"]),
        )


def page_from_json(stored: Mapping[str, Any]) -> Page:
    return Page(
        number=stored["number"],
        text=stored["text"],
        source=Source(stored.get("source", Source.TEXT)),
        confidence=stored.get("confidence"),
        wanting=Wanting(stored.get("wanting", Wanting.NOTHING)),
        pictured=stored.get("pictured", False),
        looked_at=stored.get("looked_at", False),
        loose_words=tuple(stored.get("loose_words", ())),
        reason=Reason(stored["reason"]) if stored.get("reason") else None,
    )
