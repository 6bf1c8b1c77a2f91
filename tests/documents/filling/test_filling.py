"""Văn thư uploads the file first; the form of the new document is filled from it, and saved once it is confirmed."""

import datetime as dt
import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from documents.filling.values import filled_from
from documents.models import DocumentFile, Issuer, OfficialDocument, Quarantine, Reading
from documents.models.levels import IssuerLevel
from tests.documents.files.making import STAMPED, pdf, ready_made, taken
from tests.documents.files.test_entering_files import rows
from tests.editorial.conftest import client_of, person
from tests.reading import edit_form, read

pytestmark = pytest.mark.django_db

FIRST_PAGE = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG          ĐẢNG CỘNG SẢN VIỆT NAM",
    "*          Hà Nội, ngày 30 tháng 3 năm 2007",
    "Số 10-CT/TW",
    "CHỈ THỊ",
    "về nâng cao chất lượng sinh hoạt chi bộ",
    "-----",
    "Chi bộ là tổ chức cơ sở của Đảng, họp mỗi tháng một lần.",
)
LAST_PAGE = (
    "Nơi nhận:          T/M BAN BÍ THƯ",
    "- Các tỉnh uỷ, thành uỷ,",
    "- Lưu Văn phòng.          Trương Văn Mẫu",
)


def paper(**values: Any) -> DocumentFile:
    file = ready_made("chi-thi.pdf", text="\n".join(FIRST_PAGE), **{"page_count": 2, **values})
    file.pages.create(number=2, text="\n".join(LAST_PAGE))
    return file


def form_address(register, file: DocumentFile | None = None) -> str:
    address = reverse("wagtailadmin_pages:add", args=["documents", "officialdocument", register.pk])
    return f"{address}?tep={file.pk}" if file else address


def test_what_the_pages_say_becomes_values_each_with_its_line(register):
    found = {one.name: one for one in filled_from(paper())}
    assert found["symbol"].value == "10-CT/TW"
    assert found["issued_on"].value == dt.date(2007, 3, 30)
    assert str(found["issuer"].value) == "Ban Bí thư", "whose behalf it is signed on, not who heads the page"
    assert str(found["document_type"].value) == "Chỉ thị"
    assert found["abstract"].value == "về nâng cao chất lượng sinh hoạt chi bộ"
    assert found["signer"].value == "Trương Văn Mẫu"
    assert found["signing_authority"].value == "for"
    assert (found["symbol"].page, found["symbol"].line) == (1, "Số 10-CT/TW")
    assert found["signer"].page == 2


def test_what_is_not_sure_stays_empty(register):
    """TU is the letters of every province's committee; the one at the top is not the one that the portal knows."""
    Issuer.objects.create(name="Tỉnh uỷ Sơn Hải", abbreviation="TU", slug="tinh-uy-son-hai", level=IssuerLevel.PROVINCE)
    file = ready_made(text="TỈNH UỶ SƠN BÌNH\n*\nSố 5-NQ/TU\nNGHỊ QUYẾT\nvề phát triển nông thôn\n-----\nCăn cứ")
    names = {one.name for one in filled_from(file)}
    assert {"symbol", "abstract"} <= names
    assert "issuer" not in names
    assert not filled_from(ready_made(text=""))


def test_letters_of_the_number_outweigh_the_heading_above_a_department(register):
    file = ready_made(
        text="BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 21-HD/BTGTW\nHƯỚNG DẪN\nvề tuyên truyền\n-----\nBan hướng dẫn"
    )
    issuer = {one.name: one for one in filled_from(file)}["issuer"]
    assert (issuer.value.abbreviation, issuer.line) == ("BTGTW", "Số 21-HD/BTGTW")


def test_a_correction_by_a_person_is_what_is_read(register):
    file = paper()
    file.pages.filter(number=1).update(corrected_text="\n".join(FIRST_PAGE).replace("10-CT", "12-CT"))
    assert {one.name: one.value for one in filled_from(file)}["symbol"] == "12-CT/TW"


def test_from_the_file_to_the_saved_document(register, vanthu):
    client = client_of(vanthu)
    start = reverse("document_filling_upload", args=[register.pk])
    assert "Tải lên" in client.get(start).content.decode()
    sent = client.post(start, {"file": SimpleUploadedFile("10-CT.pdf", pdf(FIRST_PAGE, LAST_PAGE))})
    file = DocumentFile.objects.get()
    waiting = reverse("document_filling_wait", args=[register.pk, file.pk])
    assert sent.url == waiting
    form = client.get(waiting, follow=True)
    assert form.request["PATH_INFO"] + "?" + form.request["QUERY_STRING"] == form_address(register, file)
    fields = edit_form(form)
    assert fields["symbol"] == "10-CT/TW"
    html = form.content.decode()
    assert "Số 10-CT/TW" in html
    assert not OfficialDocument.objects.exists(), "nothing is saved before a person said so"
    client.post(form_address(register), {**fields, **rows(file), "without_secrets": "on"}, follow=True)
    document = OfficialDocument.objects.get()
    assert (document.symbol, document.issued_on, str(document.issuer)) == (
        "10-CT/TW",
        dt.date(2007, 3, 30),
        "Ban Bí thư",
    )
    assert [one.file for one in document.attachments.all()] == [file]


def test_the_register_leads_to_it(register, vanthu):
    page = read(client_of(vanthu), reverse("wagtailadmin_explore", args=[register.pk]))
    assert reverse("document_filling_upload", args=[register.pk]) in page.html


def test_while_it_is_read_the_page_waits_and_looks_again(register, vanthu):
    file = paper(quarantine=Quarantine.HELD, uploaded_by=vanthu)
    DocumentFile.objects.update(reading=Reading.READING)
    answer = client_of(vanthu).get(reverse("document_filling_wait", args=[register.pk, file.pk]))
    assert answer.status_code == 200
    assert answer["Refresh"] == "3"


def test_of_a_file_that_waits_for_a_second_person_no_words_come_into_the_draft(register, vanthu):
    """Should it be blocked, they would stay in the versions."""
    client, file = client_of(vanthu), paper(quarantine=Quarantine.LOOK, uploaded_by=vanthu)
    page = client.get(reverse("document_filling_wait", args=[register.pk, file.pk]), follow=True)
    fields = edit_form(page)
    assert (fields["symbol"], fields["issued_on"]) == ("10-CT/TW", "30/03/2007")
    assert fields["issuer"]
    assert fields["document_type"]
    html = page.content.decode()
    assert "người thứ hai" in html
    assert "Không tìm thấy" not in html, "the abstract was not looked for"
    client.post(form_address(register), {**fields, **rows(file), "abstract": "về …", "without_secrets": "on"})
    kept = json.dumps([revision.content for revision in Revision.objects.all()], ensure_ascii=False)
    assert "10-CT/TW" in kept
    for words in ("nâng cao chất lượng", "Trương Văn Mẫu", "tỉnh uỷ", "Hà Nội"):
        assert words not in kept
        assert not [name for name, value in fields.items() if words in value]


@pytest.mark.parametrize("quarantine", [Quarantine.HELD, Quarantine.BLOCKED])
def test_before_its_verdict_and_when_it_is_blocked_nothing_is_taken_from_a_file(register, quarantine):
    assert not filled_from(paper(quarantine=quarantine))


def test_of_a_stamped_file_no_form_is_filled(register, vanthu):
    client = client_of(vanthu)
    file = taken(pdf(STAMPED), by=vanthu)
    answer = client.get(reverse("document_filling_wait", args=[register.pk, file.pk]))
    assert answer.url == reverse("document_file_show", args=[file.pk])
    assert edit_form(client.get(form_address(register, file)))["symbol"] == ""


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "Tệp rỗng"), (b"MZ" * 999, "Chỉ nhận PDF và DOCX"), (None, "Hãy chọn tệp")]
)
def test_a_bad_file_is_refused_in_words_beside_its_box(register, vanthu, content, said):
    client = client_of(vanthu)
    sent = {} if content is None else {"file": SimpleUploadedFile("a.pdf", content)}
    answer = client.post(reverse("document_filling_upload", args=[register.pk]), sent)
    assert said in " ".join(answer.context["form"].errors["file"])
    assert not DocumentFile.objects.exists()


def test_what_could_not_be_read_leaves_the_form_to_the_person(register, vanthu):
    file = taken(pdf(FIRST_PAGE)[:300], by=vanthu)
    assert file.reading == Reading.FAILED
    page = client_of(vanthu).get(reverse("document_filling_wait", args=[register.pk, file.pk]), follow=True)
    assert page.status_code == 200
    assert file.problem in page.content.decode()
    assert edit_form(page)["attachments-TOTAL_FORMS"] == "0", "a file that keeps the document from readers"


def test_only_who_brought_it_and_may_enter_documents_gets_it(register, vanthu, lanhdao):
    file = paper(uploaded_by=vanthu)
    wait = reverse("document_filling_wait", args=[register.pk, file.pk])
    start = reverse("document_filling_upload", args=[register.pk])
    assert client_of(lanhdao).get(wait).status_code in (302, 404)
    assert edit_form(client_of(lanhdao).get(form_address(register, file)))["symbol"] == ""
    for client in (Client(), client_of(person("dangvien"))):
        assert client.get(start).status_code in (302, 404)
    for odd in ("x", "9" * 30, "-1", "0"):
        assert client_of(vanthu).get(f"{form_address(register)}?tep={odd}").status_code == 200
