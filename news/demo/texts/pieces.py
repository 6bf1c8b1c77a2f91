"""The parts of which demo articles are made. Texts may name slots (``{nam}``), filled from the article's date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Paragraphs parted by empty lines; a line that begins with ``##`` is a sub-heading."""

    text: str


@dataclass(frozen=True)
class Picture:
    scene: str
    caption: str
    variant: int = 1


@dataclass(frozen=True)
class Pictures:
    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class Quote:
    text: str
    attribution: str


@dataclass(frozen=True)
class Figures:
    title: str
    #: (figure, label) or (figure, label, note)
    items: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Table:
    caption: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Box:
    title: str
    html: str


@dataclass(frozen=True)
class Attachment:
    """A demo file by the name under which ``portal.demo.files`` made it."""

    title: str
    filename: str


@dataclass(frozen=True)
class Recording:
    title: str
    filename: str
    captions: str
    transcript: str


@dataclass(frozen=True)
class ReadAlso:
    """A link to another article of this collection."""

    key: str


Piece = Text | Picture | Pictures | Quote | Figures | Table | Box | Attachment | Recording | ReadAlso


@dataclass(frozen=True)
class Feature:
    """An article written by hand."""

    key: str
    title: str
    section: str
    kicker: str
    days_ago: int
    sapo: str
    body: Sequence[Piece]
    picture: tuple[str, int] | None
    author: str
    tags: tuple[str, ...]
    views: int | None = None
    caption: str = ""
    hour: int = 8
    minute: int = 15
    related: tuple[str, ...] = ()
    corrections: tuple[tuple[int, str], ...] = ()
    updated_after_hours: int | None = None
    #: Imported from where no date was given: it has none here either.
    undated: bool = False
    source: tuple[str, str] | None = None
    source_tag: str = ""
    poster: str = "Ban Biên tập"
    #: Who may read it: "" everyone, "members" or "committee".
    level: str = ""
    featured: bool = False
