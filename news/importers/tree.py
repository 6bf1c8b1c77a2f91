"""The one tree between the readers and everything that follows.

It is flat: a page is a list of blocks in reading order. What nesting a source had (lists, tables, headings) is a value
of the block, so that text and HTML look the same to the rules.
"""

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from portal.text import fold


class Kind(enum.StrEnum):
    TEXT = "text"
    HEADING = "heading"  # only where the source says so; the shape of a line is judged later
    ITEM = "item"
    IMAGE = "image"
    TABLE = "table"
    MEDIA = "media"


class Hint(enum.StrEnum):
    """What the markup of an HTML page calls the place a block is in."""

    TITLE = "title"
    SAPO = "sapo"
    DATE = "date"
    AUTHOR = "author"
    POSTER = "poster"
    SOURCE = "source"
    VIEWS = "views"
    SECTION = "section"
    CAPTION = "caption"
    TAGS = "tags"
    BODY = "body"
    LIST = "list"


class Placed(enum.StrEnum):
    START = "start"
    CENTRE = "centre"
    END = "end"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    href: str = ""
    linked: bool = False  # was a link in the source, kept or not
    anchor: int = 0  # which link of the page, so that neighbours stay two


@dataclass(frozen=True, slots=True)
class Picture:
    source: str
    alt: str
    width: int | None = None


@dataclass(frozen=True)
class Block:
    kind: Kind
    line: int
    runs: tuple[Run, ...] = ()
    level: int = 0  # of a heading: 1-6; of an item: its depth from 0
    marker: str = ""  # of an item: what stood before it ("-", "+", "a)", "1."); "" in a list of HTML
    gap: bool = False  # an empty line or space before it
    placed: Placed = Placed.START
    hints: frozenset[Hint] = frozenset()
    fenced: bool = False  # inside a part that the markup calls navigation, sidebar, comments …
    picture: Picture | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    quoted: bool = False  # somebody's words, set off from the text
    in_table: int = 0  # number of the layout table's row it was in, 0 for none

    @cached_property
    def text(self) -> str:
        return " ".join("".join(run.text for run in self.runs).split())

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def words(self) -> int:
        return len(self.text.split())

    @cached_property
    def linked(self) -> float:
        """The share of the text that is a link."""
        length = sum(len(run.text.strip()) for run in self.runs)
        return sum(len(run.text.strip()) for run in self.runs if run.linked) / length if length else 0.0

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The texts of the links, one each."""
        texts: dict[int, str] = {}
        for run in self.runs:
            if run.anchor:
                texts[run.anchor] = texts.get(run.anchor, "") + run.text
        return tuple(" ".join(text.split()) for text in texts.values() if text.strip())

    @cached_property
    def bold(self) -> bool:
        return self._all("bold")

    @cached_property
    def italic(self) -> bool:
        return self._all("italic")

    def _all(self, style: str) -> bool:
        inked = [run for run in self.runs if run.text.strip(" .,;:-()")]
        return bool(inked) and all(getattr(run, style) for run in inked)


@dataclass(frozen=True, slots=True)
class MetaValue:
    """A value that an HTML page states for machines: ``og:title``, JSON-LD ``datePublished`` …"""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should look at."""

    message: str
    line: int | None = None


@dataclass(slots=True)
class SourcePage:
    path: Path
    blocks: list[Block]
    styled: bool  # the source can show bold, links and headings (HTML); plain text cannot
    encoding: str = ""
    meta: list[MetaValue] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def stated(self, *names: str) -> Iterable[MetaValue]:
        for name in names:
            yield from (value for value in self.meta if value.name == name)
