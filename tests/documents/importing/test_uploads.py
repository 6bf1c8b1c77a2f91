"""A register in the admin: shown first, written after a yes, published by another, forgotten afterwards."""

import csv
import io
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from documents.importing import uploads
from documents.models import OfficialDocument, RegisterUpload
from documents.roles import CLERK, OFFICE_HEAD
from portal.access.levels import Level, set_level
from portal.editorial.roles import REPORTER
from tests.documents.importing.registers import DIRECTIVE, GUIDANCE, OLD_GUIDANCE, workbook
from tests.editorial.conftest import client_of, person
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]
START = "/quan-tri/documents/import/"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.PRIVATE_MEDIA_ROOT = tmp_path


@pytest.fixture
def clerk_client(register):
    return client_of(person("vanthu", CLERK))


@pytest.fixture
def head_client(register):
    return client_of(person("lanhdaovp", OFFICE_HEAD))


def send(client, content: bytes, **values) -> RegisterUpload:
    file = SimpleUploadedFile("so.xlsx", content)
    answer = client.post(START, {"file": file, "without_secrets": "on", **values})
    assert answer.status_code == 302
    return RegisterUpload.objects.latest("pk")


def decide(client, upload: RegisterUpload, what: str) -> RegisterUpload | None:
    client.post(f"{START}{upload.pk}/", {"what": what})
    return RegisterUpload.objects.filter(pk=upload.pk).first()


def stored_files(folder: Path) -> list[Path]:
    return [path for path in (folder / "registers").glob("*") if path.is_file()]


def test_the_preview_shows_each_row_and_nothing_is_written(clerk_client):
    upload = send(clerk_client, workbook(DIRECTIVE, (*OLD_GUIDANCE[:1], "31/2/2012", *OLD_GUIDANCE[2:])))
    shown = clerk_client.get(f"{START}{upload.pk}/").content.decode()
    assert "Sẽ nhập" in shown
    assert "nâng cao chất lượng sinh hoạt chi bộ" in shown
    assert "không có ngày này" in shown
    assert not OfficialDocument.objects.exists()


@pytest.mark.parametrize(("day", "said"), [("12/2025", "không đủ ngày, tháng, năm"), ("", "Chưa rõ ngày ban hành")])
def test_that_a_day_stays_empty_is_said_once(clerk_client, day, said):
    upload = send(clerk_client, workbook((DIRECTIVE[0], day, *DIRECTIVE[2:])))
    (row,) = upload.rows
    assert said in row["remarks"]
    assert row["remarks"].count("để trống") == 1


@pytest.mark.parametrize(
    ("letters", "kind", "said"), [(2001, "refused", "tối đa là 2.000"), (701, "warned", "phần ghi dưới tên")]
)
def test_an_abstract_is_bounded_as_in_the_form(clerk_client, letters, kind, said):
    upload = send(clerk_client, workbook((*DIRECTIVE[:3], "a" * letters, *DIRECTIVE[4:]), GUIDANCE))
    row, other = upload.rows
    assert (row["kind"], other["kind"]) == (kind, "imported")
    assert said in row["remarks"]


def test_digits_of_another_keyboard_are_the_same_number(clerk_client):
    upload = send(clerk_client, workbook(("１０－CT/TW", *DIRECTIVE[1:])))
    assert [row["label"] for row in upload.rows] == ["10-CT/TW"]


def test_rows_are_narrowed_by_kinds_that_there_are(clerk_client):
    upload = send(clerk_client, workbook(DIRECTIVE, (*OLD_GUIDANCE[:1], "31/2/2012", *OLD_GUIDANCE[2:])))
    page = read(clerk_client, f"{START}{upload.pk}/?loai=refused")
    assert page.texts(".portal-views a") == ["Tất cả các dòng 2", "Sẽ nhập 1", "Từ chối 1"]
    assert page.texts(".portal-views a[aria-current]") == ["Từ chối 1"]
    (row,) = page.texts("table tbody tr")
    assert "không có ngày này" in row


def test_how_far_the_work_is_is_told_without_its_rows(clerk_client, django_assert_max_num_queries):
    upload = send(clerk_client, workbook(DIRECTIVE, GUIDANCE))
    RegisterUpload.objects.filter(pk=upload.pk).update(state=RegisterUpload.State.WRITING, done=1)
    with django_assert_max_num_queries(12) as asked:
        said = clerk_client.get(f"{START}{upload.pk}/progress/").content.decode()
    assert "Đã ghi 1/2 dòng" in said
    of_uploads = [query["sql"] for query in asked.captured_queries if "registerupload" in query["sql"]]
    assert len([sql for sql in of_uploads if '"done"' in sql]) == 1
    for column in ("rows", "remarks", "problem"):
        assert not any(f'"{column}"' in sql for sql in of_uploads), column


def test_after_a_yes_the_rows_are_drafts_and_the_file_is_gone(clerk_client, tmp_path):
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE, GUIDANCE)), "confirm")
    assert upload.state == RegisterUpload.State.DONE
    assert [document.live for document in OfficialDocument.objects.all()] == [False, False]
    assert all(OfficialDocument.objects.values_list("without_secrets", flat=True))
    assert OfficialDocument.objects.first().owner.username == "vanthu"
    assert stored_files(tmp_path) == []


def test_a_second_yes_and_a_second_upload_change_nothing(clerk_client):
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE)), "confirm")
    decide(clerk_client, upload, "confirm")
    again = send(clerk_client, workbook(DIRECTIVE))
    assert again.total == 0
    assert "Không đổi" in clerk_client.get(f"{START}{again.pk}/").content.decode()
    assert OfficialDocument.objects.count() == 1


def test_another_person_publishes_all_of_them(clerk_client, head_client, visitor):
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE, OLD_GUIDANCE)), "confirm")
    decide(clerk_client, upload, "publish")
    assert not OfficialDocument.objects.live().exists()
    decide(head_client, upload, "publish")
    assert OfficialDocument.objects.live().count() == 2
    assert visitor.get("/van-ban/10-ct-tw-30-03-2007/").status_code == 200


def test_nobody_publishes_what_he_brought(head_client):
    upload = decide(head_client, send(head_client, workbook(DIRECTIVE)), "confirm")
    decide(head_client, upload, "publish")
    assert not OfficialDocument.objects.live().exists()


def test_what_was_edited_meanwhile_is_not_published_with_the_others(clerk_client, head_client):
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE, OLD_GUIDANCE)), "confirm")
    draft = OfficialDocument.objects.get(symbol="10-CT/TW").get_latest_revision_as_object()
    draft.abstract = "đã sửa tay"
    draft.save_revision()
    decide(head_client, upload, "publish")
    assert list(OfficialDocument.objects.live().values_list("symbol", flat=True)) == ["09-HD/BTCTW"]


def test_one_that_cannot_be_published_keeps_no_other_back(clerk_client, head_client):
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE, OLD_GUIDANCE)), "confirm")
    head = head_client.get("/quan-tri/").wsgi_request.user
    draft = OfficialDocument.objects.get(symbol="10-CT/TW").get_latest_revision_as_object()
    as_imported, draft.abstract = draft.abstract, "thử sửa"
    draft.save_revision(user=head)
    draft.abstract = as_imported
    draft.save_revision(user=head)
    upload = decide(head_client, upload, "publish")
    assert list(OfficialDocument.objects.live().values_list("symbol", flat=True)) == ["09-HD/BTCTW"]
    assert upload.state == RegisterUpload.State.DONE
    assert "10-CT/TW" in head_client.get(f"{START}{upload.pk}/").content.decode()
    assert "người khác" in upload.remarks[0]


def test_submitted_rows_wait_for_the_office(clerk_client):
    decide(clerk_client, send(clerk_client, workbook(DIRECTIVE), submit="on"), "confirm")
    assert OfficialDocument.objects.get().current_workflow_state is not None


def test_without_the_word_on_secrets_nothing_is_read(clerk_client):
    answer = clerk_client.post(START, {"file": SimpleUploadedFile("so.xlsx", workbook(DIRECTIVE))})
    assert answer.status_code == 200
    assert "bí mật nhà nước" in answer.content.decode()
    assert not RegisterUpload.objects.exists()


def test_a_dropped_register_leaves_no_file(clerk_client, tmp_path):
    assert decide(clerk_client, send(clerk_client, workbook(DIRECTIVE)), "drop") is None
    assert stored_files(tmp_path) == []


def test_a_file_that_is_no_register_says_so_and_is_gone(clerk_client, tmp_path):
    upload = send(clerk_client, b"%PDF-1.7 none")
    assert ".xlsx" in clerk_client.get(f"{START}{upload.pk}/").content.decode()
    assert stored_files(tmp_path) == []


@pytest.mark.parametrize("path", ["", "template/", "{pk}/", "{pk}/progress/", "{pk}/report/csv/"])
def test_only_who_enters_documents_comes_here(clerk_client, register, path):
    upload = send(clerk_client, workbook(DIRECTIVE))
    reporter = client_of(person("phongvien", REPORTER))
    answer = reporter.get(START + path.format(pk=upload.pk))
    assert answer.status_code in (302, 403, 404)
    assert "sinh hoạt" not in answer.content.decode()


@pytest.mark.parametrize("path", ["", "progress/", "report/xlsx/"])
def test_a_preview_is_its_owners_alone(clerk_client, head_client, path):
    upload = send(clerk_client, workbook(DIRECTIVE))
    assert head_client.get(f"{START}{upload.pk}/{path}").status_code == 404


def test_another_cannot_say_yes(clerk_client, head_client):
    upload = send(clerk_client, workbook(DIRECTIVE))
    decide(head_client, upload, "confirm")
    assert not OfficialDocument.objects.exists()


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_report_holds_no_formula(clerk_client, kind):
    evil = ('=HYPERLINK("http://x","bấm")', *DIRECTIVE[1:3], "+cmd|' /C calc'!A0", DIRECTIVE[4])
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE, evil, ("@SUM(1)", *DIRECTIVE[1:]))), "confirm")
    answer = clerk_client.get(f"{START}{upload.pk}/report/{kind}/")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if kind == "csv":
        cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row]
    else:
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n"}
        cells = [str(cell.value or "") for row in book.active.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_a_secret_row_stays_out_of_preview_and_report(clerk_client):
    upload = send(clerk_client, workbook((*DIRECTIVE, None, "Tuyệt mật")))
    assert "10-CT/TW" not in str(upload.rows)
    assert "sinh hoạt" not in clerk_client.get(f"{START}{upload.pk}/").content.decode()


def test_the_template_can_be_filled_in_and_read_back(clerk_client):
    book = openpyxl.load_workbook(io.BytesIO(clerk_client.get(f"{START}template/").content))
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[1]]
    filled = dict(
        zip(("Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Trích yếu", "Cơ quan ban hành"), DIRECTIVE, strict=True)
    )
    sheet.append([filled.get(name) for name in names])
    out = io.BytesIO()
    book.save(out)
    upload = send(clerk_client, out.getvalue())
    assert [(row["label"], row["kind"]) for row in upload.rows] == [("10-CT/TW", "imported")]


def test_every_heading_of_the_template_is_read(clerk_client):
    from documents.importing.columns import column_of

    book = openpyxl.load_workbook(io.BytesIO(clerk_client.get(f"{START}template/").content))
    headings = [cell.value for cell in book.worksheets[0][1]]
    columns = [column_of(heading, {}) for heading in headings]
    assert None not in columns
    assert len(set(columns)) == len(columns)


def test_files_that_nobody_confirmed_are_forgotten(clerk_client, tmp_path):
    upload = send(clerk_client, workbook(DIRECTIVE))
    RegisterUpload.objects.update(created_at=timezone.now() - timedelta(days=2))
    uploads.forget_old()
    upload.refresh_from_db()
    assert (upload.state, upload.rows, stored_files(tmp_path)) == (RegisterUpload.State.FAILED, [], [])


def test_a_clerk_finds_it_in_the_menu_and_a_reporter_does_not(clerk_client, register):
    home = reverse("wagtailadmin_home")
    assert START in clerk_client.get(home).content.decode()
    assert START not in client_of(person("phongvien", REPORTER)).get(home).content.decode()


def test_whoever_publishes_sees_of_the_rows_of_others_what_he_may_see(clerk_client, head_client):
    """The register may have closed a paper to all but the committee; its row says number and abstract."""
    upload = decide(clerk_client, send(clerk_client, workbook(DIRECTIVE, GUIDANCE)), "confirm")
    assert upload is not None
    closed = OfficialDocument.objects.get(symbol=DIRECTIVE[0])
    set_level(closed, Level.COMMITTEE)
    for address in (f"{START}{upload.pk}/", f"{START}{upload.pk}/report/csv/"):
        answer = head_client.get(address)
        said = b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode()
        assert DIRECTIVE[0] not in said
        assert GUIDANCE[0] in said
    assert DIRECTIVE[0] in clerk_client.get(f"{START}{upload.pk}/").content.decode()
