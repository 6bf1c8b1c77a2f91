"""Words from a file that is blocked later stay in drafts: the office is told in which, and what removes them."""

import pytest
from django.urls import reverse
from wagtail.models import Revision

from documents.models import DocumentFile, OfficialDocument, Quarantine
from portal.access.levels import Level, set_level
from portal.editorial.purging.services import purge
from tests.documents.files.making import ready_made
from tests.editorial.conftest import client_of, person
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(vanthu) -> DocumentFile:
    return ready_made(uploaded_by=vanthu)


@pytest.fixture
def filled(document_with, file) -> OfficialDocument:
    """A draft with words from the file."""
    document = document_with(file, abstract="về điều không ai được biết")
    document.unpublish()
    DocumentFile.objects.filter(pk=file.pk).update(document=document)
    return OfficialDocument.objects.get(pk=document.pk)


def blocked(file: DocumentFile, by) -> None:
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=Quarantine.LOOK)
    client_of(by).post(reverse("document_file_act", args=[file.pk]), {"act": "refuse"})
    file.refresh_from_db()
    assert file.quarantine == Quarantine.BLOCKED


def told(file: DocumentFile, by) -> str:
    return " ".join(read(client_of(by), reverse("document_file_show", args=[file.pk])).text().split())


def test_the_file_names_the_drafts_that_hold_its_words_and_the_command_that_removes_them(
    file, filled, vanthu, lanhdao, django_capture_on_commit_callbacks
):
    assert "manage.py purge" not in told(file, lanhdao), "nothing is said of a file that is in order"
    blocked(file, lanhdao)
    for office in (vanthu, lanhdao):
        said = told(file, office)
        assert f"{filled.get_admin_display_title()} (bản nháp)" in said
        assert f"python manage.py purge {filled.pk}." in said
    with django_capture_on_commit_callbacks(execute=True):
        purge([filled], by=None, for_real=True)
    assert not Revision.objects.filter(content__icontains="không ai được biết").exists()
    assert not DocumentFile.objects.exists()


def test_a_document_that_names_it_in_a_version_alone_is_told_as_well(file, filled, document_with, lanhdao):
    filled.attachments.clear()
    filled.save_revision()
    filled.save()
    other = document_with(symbol="11-CT/TW")
    DocumentFile.objects.filter(pk=file.pk).update(document=other)
    blocked(file, lanhdao)
    assert f"purge {filled.pk} {other.pk}." in told(file, lanhdao)
    assert f"{other.get_admin_display_title()} (đang xuất bản: gỡ ngay)" in told(file, lanhdao)


def test_titles_are_told_to_whoever_works_on_the_document_alone(file, filled, document_with, lanhdao):
    closed = document_with(file, symbol="11-CT/TW", abstract="về danh sách kín")
    set_level(closed, Level.COMMITTEE)
    blocked(file, lanhdao)
    assert f"purge {filled.pk}." in told(file, lanhdao)
    assert "11-CT/TW" not in told(file, lanhdao)
    assert "Còn 1 văn bản khác" in told(file, lanhdao)
    chief = person("quantri")
    chief.is_superuser = True
    chief.save()
    assert f"purge {filled.pk} {closed.pk}." in told(file, chief)


def test_whoever_deletes_the_file_is_told_that_the_words_are_still_there(file, filled, vanthu, lanhdao):
    blocked(file, lanhdao)
    address = reverse("document_file_act", args=[file.pk])
    answer = client_of(vanthu).post(address, {"act": "discard"}, follow=True)
    assert not DocumentFile.objects.exists()
    said = answer.content.decode()
    assert (
        f"còn trong các văn bản sau và các phiên bản của chúng: {filled.get_admin_display_title()} ({filled.pk})"
        in said
    )
