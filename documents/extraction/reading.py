"""Reading a document's file: text of every page, and which pages have to be recognised (``recognition``)."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from documents.extraction import docx_text, pdf_pages
from documents.extraction.results import Extracted, Reason, Signature, State, page_from_json
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, TookTooLong, TookTooMuch, read_confined

#: Measured in ``docs/decisions/document-files.md``; the file itself is never held, only what a page needs.
BOUNDS = Bounds(memory=1024 * MIB, processor=180, seconds=600, answer=48 * MIB)
_READERS: Mapping[str, Callable[[Path], dict[str, Any]]] = {"pdf": pdf_pages.read, "docx": docx_text.read}


def read_file(path: Path, kind: str, bounds: Bounds = BOUNDS) -> Extracted:
    """What stands in the file; ``kind`` is the ending of its name. Whatever the file is, the answer is a state."""
    reader = _READERS.get(kind.lower().lstrip("."))
    if reader is None:
        return Extracted.failed(Reason.UNSUPPORTED)
    try:
        said = read_confined(reader, path, bounds)
    except (Refused, NotRead) as problem:
        return Extracted.failed(reason_of(problem))
    pages = tuple(page_from_json(page) for page in said["pages"])
    return Extracted(
        state=State.NEEDS_OCR if any(page.wanting for page in pages) else State.DONE,
        pages=pages,
        encrypted=said["encrypted"],
        signatures=tuple(Signature(**signature) for signature in said["signatures"]),
        legacy=tuple(said["legacy"]),
    )


def reason_of(problem: Refused | NotRead) -> Reason:
    """The reason for what a bounded process ended in."""
    if isinstance(problem, Refused):
        return Reason(problem.code)
    if isinstance(problem, TookTooLong):
        return Reason.TOO_LONG
    return Reason.TOO_MUCH_MEMORY if isinstance(problem, TookTooMuch) else Reason.CORRUPT
