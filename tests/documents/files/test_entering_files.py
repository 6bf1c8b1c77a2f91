"""Văn thư uploads files in a document's form; with a file that is in quarantine no document is published."""

import datetime as dt

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from documents.files import receiving
from documents.files.conditions import FilesNotReleased
from documents.files.storing import file_path
from documents.models import Attachment, DocumentFile, OfficialDocument, Quarantine, Reading
from portal.editorial.checklist.services import run_checks
from portal.editorial.content import digest_of
from portal.editorial.roles import MEMBER
from portal.publishing import publish_scheduled
from portal.registry import PartlyDone
from tests.documents.files.making import STAMPED, pdf, ready_made, taken
from tests.documents.test_entering import form
from tests.editorial.conftest import client_of, person
from tests.reading import edit_form, read


def upload(client, content: bytes, name: str = "10-CT.pdf"):
    address = f"{reverse('document_file_upload')}?ten={name}"
    return client.post(address, content, content_type="application/octet-stream")


def rows(*files: DocumentFile, **first: str) -> dict[str, str]:
    """What the form sends of new rows."""
    sent = {"attachments-TOTAL_FORMS": str(len(files)), "attachments-INITIAL_FORMS": "0"}
    for number, file in enumerate(files):
        sent |= {
            f"attachments-{number}-file": str(file.pk),
            f"attachments-{number}-role": "main" if number == 0 else "annex",
            f"attachments-{number}-label": "",
            f"attachments-{number}-ORDER": str(number + 1),
            f"attachments-{number}-DELETE": "",
            f"attachments-{number}-id": "",
        }
    return sent | {f"attachments-0-{name}": value for name, value in first.items()}


def add(register, client, **values):
    address = reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
    return client.post(address, {**form(register, client), **values}, follow=True)


def test_a_file_that_was_uploaded_is_attached_to_the_document_it_was_saved_with(register, vanthu):
    client = client_of(vanthu)
    answer = upload(client, pdf()).json()
    file = DocumentFile.objects.get(pk=answer["id"])
    assert "10-CT.pdf" in answer["label"]
    assert file.document is None
    add(register, client, **rows(file, label="Bản ký"))
    document = OfficialDocument.objects.get()
    file.refresh_from_db()
    assert file.document_id == document.pk
    assert [(one.file, one.label) for one in document.attachments.all()] == [(file, "Bản ký")]


def test_a_bad_upload_is_refused_in_words(register, vanthu, monkeypatch):
    client = client_of(vanthu)
    answer = upload(client, b"MZ" * 999, "10-CT.pdf")
    assert answer.status_code == 422
    assert "Chỉ nhận PDF và DOCX" in answer.json()["error"]
    monkeypatch.setattr(receiving, "MOST_BYTES", 10)
    assert "vượt quá dung lượng" in upload(client, pdf()).json()["error"]
    assert not DocumentFile.objects.exists()


def test_only_those_who_enter_documents_upload(register):
    staff = person("khac")
    staff.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for client in (client_of(staff), client_of(person("dangvien", MEMBER)), Client()):
        assert upload(client, pdf()).status_code in (302, 403, 404)
    assert not DocumentFile.objects.exists()


def test_an_upload_needs_the_token_of_the_form(register, vanthu):
    client = Client(enforce_csrf_checks=True)
    client.force_login(vanthu)
    assert upload(client, pdf()).status_code == 403


def test_a_file_of_somebody_else_or_of_another_document_cannot_be_attached(register, clerk, vanthu, lanhdao):
    client = client_of(vanthu)
    elsewhere = clerk.enter("11-CT/TW", dt.date(2007, 3, 30))
    for foreign in (ready_made("a.pdf", uploaded_by=lanhdao), ready_made("b.pdf", document=elsewhere)):
        answer = add(register, client, **rows(foreign))
        assert "Hãy chọn" in answer.content.decode() or "không hợp lệ" in answer.content.decode()
        assert foreign.name not in answer.content.decode()
    assert OfficialDocument.objects.count() == 1


def test_a_row_without_a_file_is_refused_and_what_was_typed_stays(register, vanthu):
    client = client_of(vanthu)
    sent = {**rows(ready_made(uploaded_by=vanthu)), "attachments-0-file": ""}
    answer = add(register, client, **sent).content.decode()
    assert "Hãy tải tệp lên" in answer
    assert "về nâng cao chất lượng sinh hoạt chi bộ" in answer
    assert not OfficialDocument.objects.exists()


def test_the_same_bytes_twice_in_one_document_are_refused(register, vanthu):
    client = client_of(vanthu)
    one, other = (ready_made(name, uploaded_by=vanthu, sha256="0" * 64) for name in ("a.pdf", "b.pdf"))
    assert "đã có trong danh sách" in add(register, client, **rows(one, other)).content.decode()
    assert not OfficialDocument.objects.exists()


def test_bytes_that_the_document_has_already_are_its_own_file(register, vanthu, document_with):
    there = ready_made(sha256="0" * 64)
    document = document_with(there)
    again = ready_made(sha256="0" * 64, uploaded_by=vanthu)
    client = client_of(vanthu)
    address = reverse("wagtailadmin_pages:edit", args=[document.pk])
    sent = edit_form(client.get(address)) | {"attachments-0-file": str(again.pk)}
    sent = {
        name: value for name, value in sent.items() if name not in ("fields", "co_issuers") and "__prefix__" not in name
    }
    client.post(address, sent)
    draft = OfficialDocument.objects.get().get_latest_revision_as_object()
    assert [one.file for one in draft.attachments.all()] == [there]


def test_attachments_are_content_that_is_approved(document_with):
    document = document_with(ready_made("a.pdf"))
    before = digest_of(document)
    document.attachments.add(Attachment(file=ready_made("b.pdf")))
    assert digest_of(document) != before


def findings(document) -> list[tuple[str, bool]]:
    return [
        (finding.text, finding.pending)
        for result in run_checks(document)
        if result.check.name == "document_files"
        for finding in result.findings
    ]


@pytest.mark.parametrize(
    ("quarantine", "reading", "said", "pending"),
    [
        (Quarantine.BLOCKED, Reading.DONE, "dấu chỉ độ mật", False),
        (Quarantine.HELD, Reading.FAILED, "Không đọc được", False),
        (Quarantine.HELD, Reading.READING, "đang được đọc", True),
        (Quarantine.LOOK, Reading.DONE, "người thứ hai", True),
    ],
)
def test_what_is_in_quarantine_is_said_and_never_published(clerk, quarantine, reading, said, pending):
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    file = ready_made(quarantine=quarantine, reason="encrypted" if reading == Reading.FAILED else "")
    file.reading = reading
    file.save()
    document.attachments.add(Attachment(file=file))
    (found,) = findings(document)
    assert said in found[0]
    assert found[1] is pending
    with pytest.raises(FilesNotReleased, match=r"10-CT\.pdf"):
        clerk.publish(document)
    assert not Attachment.objects.exists()
    assert OfficialDocument.objects.get().live


def test_what_is_released_keeps_nothing_back(document_with):
    document = document_with(ready_made())
    assert findings(document) == []
    assert document.live


def test_the_scheduler_does_not_publish_what_is_in_quarantine_and_says_why(clerk):
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    document.attachments.add(Attachment(file=ready_made(quarantine=Quarantine.LOOK)))
    revision = document.save_revision(approved_go_live_at=timezone.now() - dt.timedelta(minutes=1))
    with pytest.raises(PartlyDone) as partly:
        publish_scheduled()
    assert "10-CT.pdf" in partly.value.problems[0]
    assert revision.pk in OfficialDocument.objects.get().revisions.values_list("pk", flat=True)


@pytest.mark.four_eyes
def test_a_document_with_a_stamped_file_is_not_submitted(register, vanthu):
    client = client_of(vanthu)
    file = taken(pdf(STAMPED), by=vanthu)
    answer = add(register, client, **rows(file), **{"action-submit": "true"}).content.decode()
    assert "dấu chỉ độ mật" in answer
    assert not OfficialDocument.objects.get().workflow_in_progress


@pytest.mark.four_eyes
def test_what_waits_for_a_second_person_is_submitted_and_published_after_his_word(register, vanthu, lanhdao, visitor):
    file = ready_made(quarantine=Quarantine.LOOK, uploaded_by=vanthu)
    add(register, client_of(vanthu), **rows(file), **{"action-submit": "true"})
    document = OfficialDocument.objects.get()
    approve = reverse(
        "wagtailadmin_pages:workflow_action", args=[document.pk, "approve", document.current_workflow_task_state.pk]
    )
    head = client_of(lanhdao)
    assert "chờ bạn xem" in head.post(approve, follow=True).content.decode()
    assert not OfficialDocument.objects.get().live
    head.post(reverse("document_file_act", args=[file.pk]), {"act": "release"})
    head.post(approve, follow=True)
    assert OfficialDocument.objects.get().live
    assert visitor.get(f"/tep-van-ban/{file.pk}/10-CT.pdf").status_code == 200


def test_marks_of_circulation_on_a_file_of_a_public_page_are_said(document_with):
    found = [{"mark": "internal", "text": "LƯU HÀNH NỘI BỘ", "where": "first"}]
    document = document_with(ready_made(found=found))
    texts = [finding.text for result in run_checks(document) for finding in result.findings]
    assert any("LƯU HÀNH NỘI BỘ" in text for text in texts)


def test_two_versions_are_compared_by_the_names_of_their_files(document_with, lanhdao):
    document = document_with(ready_made("cu.pdf"))
    document.attachments = [Attachment(file=ready_made("moi.pdf"))]
    document.save_revision()
    said = read(
        client_of(lanhdao), reverse("wagtailadmin_pages:revisions_compare", args=[document.pk, "live", "latest"])
    ).text()
    assert "cu.pdf" in said
    assert "moi.pdf" in said


def test_a_copy_names_the_same_files_and_a_deleted_original_leaves_them(
    document_with, django_capture_on_commit_callbacks
):
    file = ready_made()
    document = document_with(file)
    copied = document.copy(update_attrs={"slug": "ban-sao", "symbol": "11-CT/TW"}, keep_live=False)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert [one.file for one in OfficialDocument.objects.get(pk=copied.pk).attachments.all()] == [file]
    assert file_path(file).exists()
