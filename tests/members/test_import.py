"""People from a workbook: what becomes of each line is told first, with its number, and nobody is invited twice."""

import zipfile
from contextlib import suppress
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.access.models import Organisation
from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds
from portal.editorial import roles
from portal.members import workbook, workbook_rows
from portal.members.importing import Fate, carry_out, plan
from portal.members.models import AccountImport, Invitation
from portal.members.workbook import UnreadableWorkbook, read_rows
from portal.outbox.models import Effect
from tests.members.conftest import client_of, person
from tests.portal import confined_readers as readers
from tests.reading import read

HEADINGS = ("Họ và tên", "Thư điện tử", "Vai trò", "Tổ chức", "Lời nhắn")
HOA = ("Vi Thị Hoà", "hoa@lamkhe.example", "Phóng viên; Đảng viên", "", "")
IMPORT = "/quan-tri/invitations/import/"


def book(*lines, headings=HEADINGS) -> bytes:
    made = openpyxl.Workbook()
    for line in (headings, *lines):
        made.worksheets[0].append(line)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def many(count: int) -> bytes:
    return book(*((f"Nguyễn Văn Số {n}", f"so{n}@lamkhe.example", "Đảng viên", "", "") for n in range(count)))


@pytest.fixture
def keeper(db) -> User:
    return person("quan-tri", roles.ADMINISTRATOR, last_name="Đinh Quang", first_name="Duẩn")


@pytest.fixture
def cell(db) -> Organisation:
    return Organisation.objects.create(name="Chi bộ thôn Khe Ngang")


def imported(content: bytes, by: User) -> list[str]:
    return [line.fate.value for line in carry_out(plan(read_rows(content)), by=by)]


# What becomes of a line


def test_a_line_becomes_an_account_with_roles_and_organisation_and_a_mail(keeper, cell):
    line = (" Vi  Thị Hoà ", "Hoa@LamKhe.example", "phong vien, ĐẢNG VIÊN", "chi bộ thôn khe ngang", "Mời đồng chí")
    assert imported(book(line), keeper) == ["new"]
    made = Invitation.objects.get()
    assert (made.account.get_full_name(), made.account.email) == ("Vi Thị Hoà", "hoa@lamkhe.example")
    assert sorted(group.name for group in made.account.groups.all()) == [
        "Phóng viên", "Tổ chức: Chi bộ thôn Khe Ngang", "Đảng viên",
    ]  # fmt: skip
    assert (made.invited_by, made.note) == (keeper, "Mời đồng chí")
    assert Effect.objects.filter(kind="invitation").count() == 1


@pytest.mark.parametrize(
    "headings",
    [
        ("HO VA TEN", "E-mail", "Vai tro"),
        ("Thư điện tử:", "  họ  và tên ", "Quyền"),
        ("STT", "Họ tên", "Ngày sinh", "Địa chỉ email", "Vai trò"),
        ("Tên", "Họ và tên đệm", "Email", "Nhóm"),
    ],
)
def test_headings_are_known_in_any_order_and_spelling(keeper, headings):
    values = {"email": "hoa@lamkhe.example", "vai": "Phóng viên", "quyen": "Phóng viên", "nhom": "Phóng viên"}

    def value(heading: str) -> str:
        kind = workbook_rows._columns([heading, "Email", "Họ và tên"]).get(0, "")
        return {
            "name": "Vi Thị Hoà", "family": "Vi Thị", "given": "Hoà", "email": values["email"], "roles": "Phóng viên",
        }.get(kind, "Hoà" if heading == "Tên" else "Vi Thị" if "đệm" in heading else "7")  # fmt: skip

    assert imported(book([value(heading) for heading in headings], headings=headings), keeper) == ["new"]
    assert Invitation.objects.get().account.get_full_name() == "Vi Thị Hoà"


def test_the_name_of_the_list_may_stand_above_the_headings(keeper):
    made = openpyxl.Workbook()
    for line in (["ĐẢNG UỶ XÃ LAM KHÊ"], [], ["Danh sách cán bộ"], HEADINGS, HOA):
        made.worksheets[0].append(line)
    out = BytesIO()
    made.save(out)
    [row] = read_rows(out.getvalue())
    assert row.number == 5


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (("Hoà", "a@b.vn", "Phóng viên", "", ""), "Thiếu họ và tên đầy đủ"),
        (("Vi Thị Hoà", "", "Phóng viên", "", ""), "Thiếu địa chỉ thư"),
        (("Vi Thị Hoà", "hoa.lamkhe", "Phóng viên", "", ""), "“hoa.lamkhe” không phải địa chỉ hộp thư"),
        (("Vi Thị Hoà", "a@b.vn", "Giám đốc", "", ""), "Không có vai trò “Giám đốc”"),
        (("Vi Thị Hoà", "a@b.vn", "", "", ""), "Thiếu vai trò"),
        (("Vi Thị Hoà", "a@b.vn", "Phóng viên", "Chi bộ Sao Hoả", ""), "Không có tổ chức “Chi bộ Sao Hoả”"),
        (("TrÇn V¨n Hßa", "a@b.vn", "Phóng viên", "", ""), "“Trần Văn Hòa”"),
        (('=HYPERLINK("http://x","Hoà")', "a@b.vn", "Phóng viên", "", ""), "công thức"),
        (("Vi Thị Hoà", '="a"&"@b.vn"', "Phóng viên", "", ""), "công thức"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_with_its_number_and_nothing_written(keeper, line, reason):
    [told] = plan(read_rows(book(line)))
    assert told.fate is Fate.REFUSED
    assert told.number == 2
    assert reason in " ".join(told.reasons)
    assert imported(book(line), keeper) == ["refused"]
    assert not Invitation.objects.exists()


def test_organisations_of_one_name_are_not_guessed(keeper, cell):
    Organisation.objects.create(name="Chi bộ thôn Khe Ngang")
    [told] = plan(read_rows(book((*HOA[:3], "Chi bộ thôn Khe Ngang", ""))))
    assert "Có nhiều tổ chức tên" in told.reasons[0]


def test_the_same_address_twice_is_refused_the_second_time(keeper):
    lines = plan(read_rows(book(HOA, ("Lý Văn Hoà", "HOA@lamkhe.example", "Đảng viên", "", ""))))
    assert [line.fate for line in lines] == [Fate.NEW, Fate.REFUSED]
    assert "dòng 2" in lines[1].reasons[0]


def test_a_second_time_nothing_is_new_and_what_somebody_changed_stays(keeper):
    content = book(HOA, ("Bế Văn Nhâm", "nham@lamkhe.example", "Đảng viên", "", ""))
    assert imported(content, keeper) == ["new", "new"]
    account = User.objects.get(email="hoa@lamkhe.example")
    account.first_name, account.is_active = "Hoa", False
    account.save()
    account.groups.clear()
    assert imported(content, keeper) == ["there", "there"]
    account.refresh_from_db()
    assert (account.first_name, account.is_active, account.groups.count()) == ("Hoa", False, 0)
    assert Effect.objects.filter(kind="invitation").count() == 2


def test_a_workbook_makes_no_superuser(keeper):
    imported(book(HOA, headings=HEADINGS), keeper)
    assert not User.objects.filter(is_superuser=True).exists()


def test_five_hundred_lines_cost_few_queries(keeper, django_assert_max_num_queries):
    rows = read_rows(many(500))
    with django_assert_max_num_queries(75):
        done = carry_out(plan(rows), by=keeper)
    assert {line.fate for line in done} == {Fate.NEW}
    assert Effect.objects.filter(kind="invitation").count() == 500


# Files that are none, or mean harm


def bomb(name: str = "xl/worksheets/sheet1.xml", content: bytes = b" " * (11 * 1024 * 1024)) -> bytes:
    source, out = BytesIO(book(HOA)), BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def crowded() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(workbook_rows.MAX_PARTS + 1):
            archive.writestr(f"xl/{number}.xml", b"<a/>")
    return out.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "không phải sổ tính Excel"),
        (b"PK\x03\x04 hong", "không phải sổ tính Excel"),
        ("Họ tên;Email\n".encode(), "không phải sổ tính Excel"),
        (b"x" * (workbook.MAX_BYTES + 1), "2 MB"),
        (bomb(), "quá lớn"),
        (crowded(), "quá lớn"),
        (bomb(content=ENTITIES), "không phải sổ tính Excel"),
        (bomb(content=ENTITIES.decode().encode("utf-16")), "không phải sổ tính Excel"),
        (bomb(content=b"<worksheet><sheetData><row"), "không phải sổ tính Excel"),
        (book(("x",), headings=("Cột", "Khác")), "Không tìm thấy dòng tiêu đề"),
    ],
    ids=["empty", "broken", "text", "large", "bomb", "crowded", "entities", "entities in utf-16", "cut", "no headings"],
)
def test_a_file_that_is_no_list_is_refused_with_a_word_on_what_to_do(content, said):
    with pytest.raises(UnreadableWorkbook) as refused:
        read_rows(content)
    assert said in refused.value.message


def test_too_many_lines_are_refused():
    with pytest.raises(UnreadableWorkbook, match=r"1[.]?000"):
        read_rows(many(workbook.MAX_ROWS + 1))
    assert len(read_rows(many(workbook.MAX_ROWS))) == workbook.MAX_ROWS


@pytest.mark.parametrize(
    "row", ['<row r="9999999999"><c r="A1"/></row>', '<row r="2"><c r="ZZZZ9"><v>1</v></c></row>', '<row r="x"/>']
)
def test_a_sheet_that_claims_to_be_endless_ends(row):
    with pytest.raises(UnreadableWorkbook):
        read_rows(bomb(content=SHEET.format(row).encode()))


WHOLE = book(HOA)  # made once: each time it holds another moment


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_however_a_workbook_is_damaged_it_is_read_or_refused(data, tmp_path):
    """In this process: sixty of their own would take long. The others pass through one each."""
    content = bytearray(WHOLE)
    for _time in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(content)
    with suppress(Refused):
        assert all(number > 1 for number, _values, _formulas in workbook_rows.read(file))


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        (readers.loop, "mất quá nhiều thời gian"),
        (readers.hoard, "tốn quá nhiều bộ nhớ"),
        (readers.break_on_words, "Không đọc được tệp"),
    ],
)
def test_a_file_that_would_take_the_server_down_takes_its_own_process_down(reader, said, keeper, monkeypatch):
    """Whatever in the reading libraries it breaks: really run, with less than usual to wait for."""
    monkeypatch.setattr(workbook_rows, "read", reader)
    monkeypatch.setattr(workbook, "BOUNDS", Bounds(memory=256 * MIB, processor=1, seconds=300))
    client = client_of(keeper)
    answer = client.post(IMPORT, {"file": SimpleUploadedFile("danh-sach.xlsx", WHOLE)})
    assert answer.status_code == 200
    assert said in answer.content.decode()
    assert not AccountImport.objects.exists()
    assert client.get(IMPORT).status_code == 200


# The template


def test_the_template_is_read_back_as_an_empty_list_with_choices_and_no_formula(db, cell):
    Organisation.objects.create(name='=HYPERLINK("http://x")')
    content = client_of(person("quan-tri", roles.ADMINISTRATOR)).get(f"{IMPORT}template/").content
    assert plan(read_rows(content)) == []
    made = openpyxl.load_workbook(BytesIO(content))
    assert [cell.value for cell in made.worksheets[0][1]] == list(HEADINGS)
    assert len(made.worksheets[0].data_validations.dataValidation) == 2
    lists = [cell for row in made.worksheets[1].iter_rows() for cell in row]
    assert "Phóng viên" in {cell.value for cell in lists}
    assert {cell.data_type for cell in lists} <= {"s", "n"}


# In the admin, and by command


def upload(client: Client, content: bytes):
    file = SimpleUploadedFile("danh-sach.xlsx", content)
    return client.post(IMPORT, {"file": file}, follow=True)


def test_in_the_admin_a_list_is_shown_first_and_carried_out_once_after_a_yes(keeper):
    client = client_of(keeper)
    shown = upload(client, book(HOA, ("Hoà", "", "", "", "")))
    said = shown.content.decode()
    assert "Sẽ mời: 1" in said
    assert "Từ chối: 1" in said
    assert not Invitation.objects.exists()
    address = f"{IMPORT}{AccountImport.objects.get().pk}/"
    for _time in range(2):
        client.post(address)
    assert Invitation.objects.count() == 1
    page = read(client, address)
    assert "Đã mời: 1" in page.text("main")
    assert not page.all("main form[method=post]")


def test_only_who_read_the_list_sees_it(keeper):
    upload(client_of(keeper), book(HOA))
    other = client_of(person("khac", roles.ADMINISTRATOR))
    address = f"{IMPORT}{AccountImport.objects.get().pk}/"
    assert other.get(address).status_code == 404
    assert other.post(address).status_code == 404


def test_a_file_that_is_none_is_refused_in_the_form(keeper):
    answer = upload(client_of(keeper), b"khong phai")
    assert "không phải sổ tính Excel" in answer.content.decode()
    assert not AccountImport.objects.exists()


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.CHIEF], ids=lambda role: role.code)
def test_other_staff_import_nothing(db, role):
    client = client_of(person("khac", role))
    upload(client, book(HOA))
    assert not AccountImport.objects.exists()
    assert client.get(f"{IMPORT}template/").status_code in (302, 403)


def test_the_command_says_what_became_of_each_line(keeper, tmp_path):
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(book(HOA, ("Hoà", "hoa2@b.vn", "Đảng viên", "", "")))
    out = StringIO()
    call_command("import_accounts", str(file), invited_by="quan-tri", dry_run=True, stdout=out)
    assert not Invitation.objects.exists()
    call_command("import_accounts", str(file), invited_by="quan-tri", stdout=out)
    call_command("import_accounts", str(file), invited_by="quan-tri", stdout=out)
    first, second, third = out.getvalue().split("dòng 2: ")[1:]
    assert "Sẽ mời: 1. Đã có tài khoản: 0. Từ chối: 1. Chưa ghi gì." in first
    assert "dòng 3: Hoà <hoa2@b.vn>: Thiếu họ và tên đầy đủ" in first
    assert "Đã mời: 1. Đã có tài khoản: 0. Từ chối: 1." in second
    assert "Đã mời: 0. Đã có tài khoản: 1. Từ chối: 1." in third


@pytest.mark.parametrize("username", ["khong-co", "phong-vien"])
def test_the_command_wants_somebody_who_may_invite(db, tmp_path, username):
    person("phong-vien", roles.REPORTER)
    with pytest.raises(CommandError, match="không được quyền mời"):
        call_command("import_accounts", str(tmp_path / "x.xlsx"), invited_by=username)
