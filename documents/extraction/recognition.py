"""Recognising scanned pages one by one: whoever calls stores each page as it comes, and may stop and go on later."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from documents.extraction import page_recognition
from documents.extraction.reading import reason_of
from documents.extraction.results import NotExtracted, Page, Reason, Source, Wanting
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, read_confined

#: For one page. Tesseract counts its processor time by itself; the clock on the wall bounds both.
BOUNDS = Bounds(memory=1536 * MIB, processor=90, seconds=300, answer=16 * MIB)
#: The same for every page of the file, so that going on is no use.
_OF_THE_WHOLE_FILE = frozenset({Reason.ENCRYPTED, Reason.NO_PROGRAM})


def ocr_pages(
    path: Path, pages: Iterable[int], *, stamps_on: Collection[int] = (), bounds: Bounds = BOUNDS
) -> Iterator[Page]:
    """The pages of a PDF with these numbers, each as soon as it was recognised.

    On pages in ``stamps_on`` words that stand apart from the text are looked for once more (``Page.loose_words``).
    A page that cannot be recognised comes with its ``reason`` and without text.

    Raises:
        NotExtracted: none of the pages can be recognised: the file asks for a password, or tesseract is missing.
    """
    for number in pages:
        try:
            said = read_confined(page_recognition.read, path, bounds, page=number, stamps=number in stamps_on)
        except (Refused, NotRead) as problem:
            reason = reason_of(problem)
            if reason in _OF_THE_WHOLE_FILE:
                raise NotExtracted(reason) from problem
            yield Page(number, "", Source.OCR, 0, Wanting.UNREADABLE, pictured=True, reason=reason)
        else:
            loose = tuple(said["loose_words"])
            found = Page(number, said["text"], Source.OCR, said["confidence"], pictured=True, looked_at=True)
            yield replace(found, loose_words=loose)
