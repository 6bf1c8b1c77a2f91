"""Who gets a file: readers what a page that they may open shows, once released; all else is an unknown address."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from documents.files.serving import file_address, picture_address
from documents.models import Attachment, DocumentFile, OfficialDocument, Quarantine
from portal.access.levels import Level, set_level
from portal.editorial.audit.models import Entry
from portal.editorial.roles import MEMBER
from tests.documents.files.making import ready_made
from tests.editorial.conftest import client_of, person


def roads(file: DocumentFile) -> tuple[str, str]:
    return file_address(file), picture_address(file, 1)


def statuses(client: Client, file: DocumentFile) -> set[int]:
    return {client.get(road).status_code for road in roads(file)}


def same_as_unknown(client: Client, path: str) -> bool:
    """Compared with an address of the same length, since the way to sign in names it."""
    unknown = re.sub(r"/\d+/", lambda found: f"/{'9' * (len(found[0]) - 2)}/", path)
    assert unknown != path
    told, other = client.get(path), client.get(unknown)
    assert other.status_code == 404
    return (told.status_code, dict(told.headers), told.content.decode().replace(path, "")) == (
        other.status_code,
        dict(other.headers),
        other.content.decode().replace(unknown, ""),
    )


def test_a_released_file_of_a_public_page_is_for_everybody(document_with, visitor):
    file = ready_made("Chỉ thị 10.pdf")
    document_with(file)
    answer = visitor.get(file_address(file))
    assert b"".join(answer.streaming_content) == b"%PDF-1.4\n%%EOF\n"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline; filename*=utf-8''Ch%E1%BB%89")
    assert answer["Cache-Control"] == "public, no-cache"
    assert "Cookie" not in answer.get("Vary", "")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(visitor.get(picture_address(file, 1)).streaming_content).startswith(b"RIFF")


def test_parts_and_repeated_questions_are_answered_briefly(document_with, visitor):
    file = ready_made()
    document_with(file)
    whole = visitor.get(file_address(file))
    part = visitor.get(file_address(file), headers={"range": "bytes=1-3"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, b"PDF")
    again = visitor.get(file_address(file), headers={"if-none-match": whole["ETag"]})
    assert again.status_code == 304
    assert visitor.post(file_address(file)).status_code == 405


def test_the_web_server_hands_out_large_files(document_with, visitor, settings):
    settings.ACCEL_REDIRECT_PREFIX = "/_rieng"
    file = ready_made()
    document_with(file)
    assert visitor.get(file_address(file))["X-Accel-Redirect"] == f"/_rieng/{file.file.name}"


def test_a_file_is_as_restricted_as_its_page(document_with, visitor):
    file = ready_made()
    set_level(document_with(file), Level.MEMBERS)
    member = client_of(person("dangvien", MEMBER))
    outsider = client_of(person("khac"))
    assert statuses(member, file) == {200}
    assert member.get(file_address(file))["Cache-Control"] == "private, no-store"
    for client in (visitor, outsider):
        for road in roads(file):
            assert same_as_unknown(client, road)


def test_a_restricted_file_that_is_opened_is_audited(document_with):
    file = ready_made()
    set_level(document_with(file), Level.MEMBERS)
    client_of(person("dangvien", MEMBER)).get(file_address(file))
    assert Entry.objects.filter(action="file.opened", object_id=str(file.pk)).count() == 1


@pytest.mark.parametrize("quarantine", [Quarantine.HELD, Quarantine.LOOK, Quarantine.BLOCKED])
def test_what_is_in_quarantine_has_no_address(document_with, visitor, quarantine, vanthu):
    file = ready_made()
    document_with(file)
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=quarantine, uploaded_by=vanthu)
    for client in (visitor, client_of(vanthu)):
        for road in roads(file):
            assert same_as_unknown(client, road)


def test_only_what_the_live_version_shows_has_an_address(document_with, visitor):
    shown, drafted = ready_made("a.pdf"), ready_made("b.pdf")
    document = document_with(shown)
    document.attachments.add(Attachment(file=drafted))
    document.save_revision()
    assert statuses(visitor, shown) == {200}
    assert statuses(visitor, drafted) == {404}


def test_files_of_drafts_expired_and_withdrawn_pages_have_no_address(document_with, clerk, visitor):
    file = ready_made()
    document = document_with(file)
    Page.objects.filter(pk=document.pk).update(expire_at=timezone.now() - dt.timedelta(seconds=1))
    assert statuses(visitor, file) == {404}
    Page.objects.filter(pk=document.pk).update(expire_at=None)
    assert statuses(visitor, file) == {200}
    OfficialDocument.objects.get().unpublish()
    assert statuses(visitor, file) == {404}


def test_another_name_is_another_address(document_with, visitor):
    file = ready_made()
    document_with(file)
    assert visitor.get(file_address(file).replace("10-CT", "11-CT")).status_code == 404
    assert visitor.get(picture_address(file, 2)).status_code == 404


def test_a_file_of_two_pages_is_open_to_the_readers_of_either(document_with, visitor):
    file = ready_made()
    set_level(document_with(file), Level.COMMITTEE)
    assert statuses(visitor, file) == {404}
    document_with(file, symbol="11-CT/TW")
    assert statuses(visitor, file) == {200}
    assert visitor.get(file_address(file))["Cache-Control"] == "public, no-cache"


def test_a_question_costs_few_queries(document_with, visitor, django_assert_max_num_queries):
    file = ready_made()
    document_with(file)
    with django_assert_max_num_queries(4):
        visitor.get(file_address(file))
    with django_assert_max_num_queries(4):
        visitor.get(picture_address(file, 1))
