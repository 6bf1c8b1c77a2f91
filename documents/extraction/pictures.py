"""Pictures of pages for readers: what a phone shows instead of the PDF."""

import base64
from dataclasses import dataclass
from pathlib import Path

from documents.extraction import page_rendering
from documents.extraction.reading import reason_of
from documents.extraction.results import NotExtracted
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, read_confined

BOUNDS = Bounds(memory=1024 * MIB, processor=20, seconds=60)


@dataclass(frozen=True)
class PagePicture:
    """A page as WebP, with its size in pixels."""

    webp: bytes
    width: int
    height: int


def page_picture(path: Path, page: int, width: int, bounds: Bounds = BOUNDS) -> PagePicture:
    """Page ``page`` of a PDF, counted from 1, ``width`` pixels across.

    Raises:
        NotExtracted: there is no such page, or it cannot be drawn.
    """
    try:
        drawn = read_confined(page_rendering.read, path, bounds, page=page, width=width)
    except (Refused, NotRead) as problem:
        raise NotExtracted(reason_of(problem)) from problem
    return PagePicture(base64.b64decode(drawn["webp"]), drawn["width"], drawn["height"])
