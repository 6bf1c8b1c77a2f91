"""Whom the activity log tells the names of files: those to whom a live page shows them."""

import pytest

from documents.files import actions
from documents.models import DocumentFile, Quarantine
from portal.access.levels import Level, set_level
from portal.editorial.audit.models import Entry
from portal.editorial.audit.services import record
from portal.editorial.audit.visibility import may_be_named
from tests.documents.files.making import ready_made
from tests.editorial.conftest import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    return person("docnhatky")


@pytest.fixture
def file(vanthu) -> DocumentFile:
    file = ready_made("Kỷ luật.pdf", uploaded_by=vanthu)
    record(actions.UPLOADED, file, by=vanthu)
    return file


def is_named(file: DocumentFile, reader) -> bool:
    lines = Entry.objects.filter(object_type="documents.documentfile", object_id=str(file.pk))
    assert lines
    return lines.filter(may_be_named(reader)).exists()


def test_a_file_is_named_while_it_is_shown(document_with, file, reader):
    document_with(file)
    assert is_named(file, reader)
    DocumentFile.objects.update(quarantine=Quarantine.LOOK)
    assert not is_named(file, reader)


def test_a_file_of_a_restricted_page_is_not_named(document_with, file, reader):
    set_level(document_with(file), Level.COMMITTEE)
    assert not is_named(file, reader)


def test_a_file_of_a_draft_is_not_named(document_with, file, reader):
    document_with(file).unpublish()
    assert DocumentFile.objects.get().document is not None
    assert not is_named(file, reader)


def test_a_file_of_two_documents_is_named_to_the_readers_of_either(document_with, file, reader):
    set_level(document_with(file), Level.COMMITTEE)
    document_with(file, symbol="11-CT/TW")
    assert is_named(file, reader)
