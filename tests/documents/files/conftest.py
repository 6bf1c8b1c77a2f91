"""People of the office, and documents with files."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from documents.models import Attachment, AttachmentRole, DocumentFile, OfficialDocument
from documents.roles import CLERK, OFFICE_HEAD
from tests.editorial.conftest import person


@pytest.fixture
def vanthu(register):
    return person("vanthu", CLERK, last_name="Trần", first_name="Thị Mai")


@pytest.fixture
def lanhdao(register):
    return person("lanhdaovp", OFFICE_HEAD, last_name="Lê", first_name="Văn Hoà")


@pytest.fixture
def document_with(clerk) -> Callable[..., OfficialDocument]:
    """A published document with these files, the first of them the document itself."""

    def make(*files: DocumentFile, symbol: str = "10-CT/TW", **values: Any) -> OfficialDocument:
        document = clerk.enter(symbol, dt.date(2007, 3, 30), **values)
        for number, file in enumerate(files):
            role = AttachmentRole.ANNEX if number else AttachmentRole.MAIN
            document.attachments.add(Attachment(file=file, role=role))
        return clerk.publish(document) if files else document

    return make
