"""A file that several pages name stays with the copy of a document, and with who works on that, when the first goes."""

import pytest
from django.urls import reverse

from documents.files.services import forget_unused_files
from documents.files.serving import file_address
from documents.models import DocumentFile, OfficialDocument, Quarantine
from tests.documents.files.making import ready_made
from tests.editorial.conftest import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(document_with, clerk):
    """A file of a document, and a copy of the document."""
    file = ready_made()
    first = document_with(file)
    copied = first.copy(update_attrs={"slug": "ban-sao", "symbol": "11-CT/TW"}, copy_revisions=False, keep_live=False)
    return file, first, OfficialDocument.objects.get(pk=copied.pk)


def owner_of(file: DocumentFile) -> int | None:
    file.refresh_from_db()
    return file.document_id


def test_when_the_first_document_goes_the_file_is_the_copys(
    shared, vanthu, lanhdao, django_capture_on_commit_callbacks
):
    file, first, copied = shared
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert owner_of(file) == copied.pk
    assert client_of(vanthu).get(reverse("document_file_show", args=[file.pk])).status_code == 200
    DocumentFile.objects.update(quarantine=Quarantine.LOOK)
    said = client_of(lanhdao).get(reverse("document_file_show", args=[file.pk])).content.decode()
    assert "Không có dấu mật" in said, "whoever approves there can give his word"


def test_a_draft_that_names_it_keeps_it_as_well(document_with, django_capture_on_commit_callbacks):
    """The tables show what is live, a draft of it is a version."""
    from documents.models import Attachment

    file = ready_made()
    first, other = document_with(file), document_with(symbol="11-CT/TW")
    other.attachments.add(Attachment(file=file))
    other.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        first.delete()
    assert owner_of(file) == other.pk


def test_when_both_go_the_file_goes(shared, register, django_capture_on_commit_callbacks):
    file = shared[0]
    with django_capture_on_commit_callbacks(execute=True):
        OfficialDocument.objects.get(pk=shared[1].pk).delete()
    with django_capture_on_commit_callbacks(execute=True):
        OfficialDocument.objects.get(pk=shared[2].pk).delete()
    assert not DocumentFile.objects.filter(pk=file.pk).exists()


def test_when_the_register_with_both_goes_nothing_is_left(shared, register, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        register.delete()
    assert not DocumentFile.objects.exists()


def test_a_file_that_lost_its_document_before_finds_one_again(shared, visitor):
    """The job that clears away heals what an older version of the portal left."""
    file, first, copied = shared
    DocumentFile.objects.filter(pk=file.pk).update(document=None)
    first.delete()
    forget_unused_files()
    assert owner_of(file) == copied.pk
    assert visitor.get(file_address(file)).status_code == 404, "the copy is a draft"
