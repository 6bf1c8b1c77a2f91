"""Files of documents as tests need them: taken in and read as the portal does it, or written down ready-made."""

import shutil
from io import BytesIO
from typing import Any

import pytest

from documents.files.receiving import receive
from documents.files.storing import new_folder, path_of, picture_name, stored_name
from documents.models import DocumentFile, FilePage, Quarantine, Reading
from tests.documents.extraction.pdfs import signed_pdf, text_pdf

#: For who tries a few tests by hand on a machine without it; ``make test`` installs it, and in CI its absence fails.
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
LINES = (
    "Số 10-CT/TW",
    "CHỈ THỊ",
    "về nâng cao chất lượng sinh hoạt chi bộ",
    "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần.",
)
STAMPED = ("TUYỆT MẬT", *LINES)


def taken(content: bytes, name: str = "10-CT.pdf", by: Any = None, length: int | None = None) -> DocumentFile:
    """Uploaded, and read as far as it goes: tasks of tests run at once."""
    file = receive(BytesIO(content), name, by=by, length=length)
    file.refresh_from_db()
    return file


def pdf(*pages: Any) -> bytes:
    return text_pdf(*(pages or (LINES,))).whole()


def ready_made(
    name: str = "10-CT.pdf",
    text: str = "Chi bộ sinh hoạt thường kỳ.",
    quarantine: Quarantine = Quarantine.RELEASED,
    content: bytes = b"%PDF-1.4\n%%EOF\n",
    **values: Any,
) -> DocumentFile:
    """As if it had been read: one page with a picture."""
    folder = new_folder()
    stored = stored_name(folder, "pdf")
    path_of(stored).write_bytes(content)
    given = {"kind": "pdf", "size": len(content), "sha256": folder.rpartition("/")[2], "page_count": 1}
    file: DocumentFile = DocumentFile.objects.create(
        file=stored, name=name, reading=Reading.DONE, quarantine=quarantine, **{**given, **values}
    )
    FilePage.objects.create(file=file, number=1, text=text, picture_width=1240, picture_height=1754)
    path_of(picture_name(file, 1)).write_bytes(f"RIFF {name}".encode())
    return file


def signed() -> bytes:
    return signed_pdf(LINES).whole()
