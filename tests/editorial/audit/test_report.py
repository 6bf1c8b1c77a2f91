"""The log in the admin: for administrators alone, searched, filtered, exported; titles for whom may see the thing."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.access.levels import Level, set_level
from portal.editorial import roles
from portal.editorial.audit.models import Entry
from portal.editorial.audit.services import Line, Thing, record, record_many
from tests.editorial.audit.conftest import client_of, person
from tests.factories import ArticleFactory, publish
from tests.reading import Reading, read

pytestmark = pytest.mark.django_db
URL = "/quan-tri/reports/nhat-ky/"
FORMULA = '=HYPERLINK("http://x";"bấm")'


@pytest.fixture
def client(keeper) -> Client:
    return client_of(keeper)


def objects(client: Client, query: str = "") -> list[str]:
    cells = read(client, f"{URL}{query}").texts("table tbody tr td:nth-of-type(4)")
    return [" ".join(cell.split()).removeprefix("Đối tượng:").strip() for cell in cells]


def line(title: str, *, action: str = "wagtail.publish", by: User | None = None, at: datetime | None = None) -> None:
    record_many([Line(action, Thing("x.y", "1", title), at=at)], by=by)


# Who


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.CHIEF], ids=lambda role: role.code)
def test_others_get_nothing(role):
    client = client_of(person("khong.phai", role))
    line("Bài kín")
    for query in ("", "results/", "?export=csv", "?export=xlsx"):
        answer = client.get(URL + query)
        assert answer.status_code in (302, 403)
        assert "Bài kín" not in answer.content.decode()
    assert reverse("audit_log") not in client.get("/quan-tri/").content.decode()


def test_it_is_in_the_menu_of_administrators(client):
    assert reverse("audit_log") in client.get("/quan-tri/").content.decode()


# Reading


def test_a_line_says_who_did_what_when_and_from_where(client, keeper):
    record_many([Line("user.created", Thing("auth.user", "7", "Đỗ Thị Hoà"), "ghi chú")], by=keeper)
    row = read(client, URL).texts("table tbody tr")[0]
    for word in ("Vũ Minh Khê", "Tạo tài khoản", "Đỗ Thị Hoà", "ghi chú", f"{datetime.now(UTC):%Y}"):
        assert word in row


@pytest.mark.parametrize("typed", ["duong hoa", "ĐƯỜNG HOA", "hoa đường", "vu minh khe hoa", "xuat ban hoa"])
def test_it_is_found_without_diacritics_and_in_any_order(client, keeper, typed):
    line("Làm đường hoa", by=keeper)
    line("Làm đường bê tông", by=keeper)
    assert objects(client, f"?q={typed}") == ["Làm đường hoa"]


def test_it_is_filtered_by_day_of_viet_nam_action_and_person(client, keeper):
    other = person("bien.tap", roles.EDITOR)
    line("Hôm trước", at=datetime(2026, 3, 9, 16, 59, tzinfo=UTC), by=keeper)
    line("Hôm sau", at=datetime(2026, 3, 9, 17, 0, tzinfo=UTC), by=keeper)
    line("Gỡ", action="wagtail.unpublish", by=other)
    assert objects(client, "?at_from=10/03/2026&at_to=10/03/2026") == ["Hôm sau"]
    assert objects(client, "?at_to=09/03/2026") == ["Hôm trước"]
    assert objects(client, "?action=wagtail.unpublish") == ["Gỡ"]
    assert objects(client, f"?actor_id={other.pk}") == ["Gỡ"]


def test_nothing_found_is_said(client):
    assert "Không có dòng nhật ký nào phù hợp" in Reading(client, f"{URL}?q=khôngcótừnày").html


def test_what_was_erased_is_shown_as_such(client, twelve_lines):
    call_command("audit", "erase", "--line", str(twelve_lines[-1].pk))
    found = objects(client)
    assert "(đã xoá)" in found
    assert "Bài số 11" not in found


# Titles


@pytest.fixture
def committee_page(news_section):
    page = publish(ArticleFactory(parent=news_section, title="Bàn nhân sự kỳ tới"))
    set_level(page, Level.COMMITTEE)
    return page


def test_the_title_of_a_page_shows_only_to_whom_may_see_it(client, keeper, committee_page):
    assert "Bàn nhân sự kỳ tới" not in Reading(client, URL).html
    assert "(không được xem)" in objects(client)
    keeper.groups.add(roles.group_of(roles.COMMITTEE_MEMBER))
    assert "Bàn nhân sự kỳ tới" in objects(client)


def test_nor_is_it_found_by_its_title_nor_exported(client, committee_page, admin_client):
    assert objects(client, "?q=nhân sự") == []
    assert "nhân sự" not in b"".join(client.get(f"{URL}?export=csv").streaming_content).decode()
    assert "Bàn nhân sự kỳ tới" in objects(admin_client, "?q=nhân sự")


def test_a_deleted_page_keeps_its_title_where_anyone_could_see_it(client, committee_page, news_section):
    public = publish(ArticleFactory(parent=news_section, title="Đường hoa"))
    public.delete()
    committee_page.delete()
    found = objects(client)
    assert "Đường hoa" in found
    assert "Bàn nhân sự kỳ tới" not in found


# Bounds


def test_queries_do_not_grow_with_the_lines(client, keeper):
    def queries() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{URL}?q=đường hoa&action=wagtail.publish").status_code == 200
        return len(asked)

    record_many(
        [Line("wagtail.publish", Thing("wagtailcore.page", "1", f"Đường hoa {n}")) for n in range(60)], by=keeper
    )
    few = queries()
    record_many(
        [Line("wagtail.publish", Thing("wagtailcore.page", "1", f"Đường hoa {n}")) for n in range(3000)], by=keeper
    )
    assert queries() == few
    assert few < 25


def test_a_page_holds_fifty_lines(client, keeper):
    record_many([Line("wagtail.publish", Thing("x.y", str(n), f"Bài {n}")) for n in range(120)], by=keeper)
    assert len(objects(client)) == 50
    assert read(client, f"{URL}?p=2").status == 200


# Exports


def csv_rows(client: Client, query: str = "") -> list[list[str]]:
    answer: Any = client.get(f"{URL}?export=csv{query}")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_csv_holds_what_was_asked_for_and_no_formula(client, keeper):
    line(FORMULA, by=keeper)
    line("Khác", action="wagtail.unpublish", by=keeper)
    heading, *rows = csv_rows(client, "&action=wagtail.publish")
    assert heading[:4] == ["Dòng", "Thời điểm", "Người thực hiện", "Việc"]
    assert [row[4] for row in rows] == [f"'{FORMULA}"]


def test_xlsx_holds_the_same_and_no_formula(client, keeper):
    line(FORMULA, by=keeper)
    answer = client.get(f"{URL}?export=xlsx&action=wagtail.publish")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.iter_rows())
    assert rows[0][2].value == "Người thực hiện"
    assert (rows[1][4].value, rows[1][4].data_type) == (f"'{FORMULA}", "s")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_that_it_was_taken_away_is_a_line(client, keeper, kind):
    client.get(f"{URL}?export={kind}&q=nhân")
    found = Entry.objects.select_related("text").get(action="audit.export")
    assert found.actor_id == keeper.pk
    assert found.text.details == f"{kind}; q=nhân"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_command_writes_all_of_it(twelve_lines, tmp_path, kind, capsys):
    file = tmp_path / f"nhat-ky.{kind}"
    call_command("audit", "export", str(file))
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))
        assert len(rows) == 14, "twelve, the export itself and the heading"
    else:
        assert openpyxl.load_workbook(file).active.max_row == 14


def test_another_ending_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="csv"):
        call_command("audit", "export", str(tmp_path / "nhat-ky.txt"))


def test_public_pages_and_others_reports_know_nothing_of_it(client, twelve_lines):
    record("audit.export")
    assert Reading(Client(), URL).status == 302
