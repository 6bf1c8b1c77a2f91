"""The log in the admin: for administrators alone, searched, filtered, exported; titles for whom may see the thing."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.access.levels import Level, set_level
from portal.editorial import roles
from portal.editorial.audit import admin, lines
from portal.editorial.audit.services import Line, Thing, record, record_many
from tests.editorial.audit.conftest import client_of, person
from tests.factories import ArticleFactory, publish
from tests.reading import Reading, read

pytestmark = pytest.mark.django_db
URL = "/quan-tri/reports/nhat-ky/"


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
    for query in ("", "results/", "xuat/", "xuat/files/", "xuat/1/", "xuat/1/delete/"):
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


def test_nor_is_it_found_by_its_title(client, committee_page, admin_client):
    assert objects(client, "?q=nhân sự") == []
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


def test_the_list_ends_and_says_how_to_see_more(client, keeper, monkeypatch):
    monkeypatch.setattr(admin, "MOST_LISTED", 60)
    record_many([Line("wagtail.publish", Thing("x.y", str(n), f"Bài {n}")) for n in range(120)], by=keeper)
    assert len(objects(client, "?p=2")) == 10
    assert "Danh sách dừng ở đây" in read(client, f"{URL}?p=2").html
    assert "Danh sách dừng ở đây" not in read(client, f"{URL}?q=nothing").html


def test_a_search_looks_through_the_newest_lines_and_leads_on(client, keeper, monkeypatch):
    for module in (lines, admin):
        monkeypatch.setattr(module, "SEARCHED", 3)
    for day in range(1, 9):
        line(f"Đường hoa {day}", at=datetime(2026, 3, day, 5, tzinfo=UTC), by=keeper)
    chosen = "?q=đường hoa&action=wagtail.publish"
    found = objects(client, chosen)
    assert found == ["Đường hoa 8", "Đường hoa 7", "Đường hoa 6", "Đường hoa 5"]
    page = read(client, f"{URL}{chosen}")
    assert "Đã tìm trong 3 dòng mới nhất, đến hết ngày 05/03/2026" in page.html
    [older] = [link for link in page.links("a") if "at_to=05%2F03%2F2026" in link and "xuat" not in link]
    assert objects(client, older.removeprefix(URL)) == ["Đường hoa 5", "Đường hoa 4", "Đường hoa 3", "Đường hoa 2"]


@pytest.mark.parametrize("query", ["?q=đường", "?q=đường&action=wagtail.publish&actor_id={pk}", "?p=2"])
def test_no_query_reads_more_lines_than_those_bounds(client, keeper, query):
    """Each statement on the lines either has a bound or is narrowed by one that had; plans use the indexes."""
    record_many([Line("wagtail.publish", Thing("x.y", str(n), f"Đường {n}")) for n in range(120)], by=keeper)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(URL + query.format(pk=keeper.pk)).status_code == 200
    on_lines = [one["sql"] for one in asked if 'FROM "audit_entry"' in one["sql"]]
    assert len(on_lines) in (2, 3)
    assert all("LIMIT" in sql for sql in on_lines)


@pytest.mark.parametrize("narrowed", [{}, {"action": "x"}, {"actor_id": 7}, {"actor_id": 7, "action": "x"}])
def test_the_newest_lines_are_found_by_an_index(db, narrowed):
    newest = lines.lines_for(None).filter(**narrowed).values_list("at")[100:101]
    if connection.vendor == "postgresql":  # which of its indexes, it decides by what the tables hold
        connection.cursor().execute("SET LOCAL enable_seqscan = off")
        assert "audit_" in newest.explain()
        assert "Seq Scan" not in newest.explain()
    else:
        wanted = "audit_" + ("_".join(key.removesuffix("_id") for key in narrowed) or "at")
        assert f"INDEX {wanted} " in f"{newest.explain()} "


def test_what_may_be_named_is_asked_once_and_not_for_each_line(keeper):
    """What was open when it was deleted is a set of its own, begun at the few lines that say so."""
    plan = lines.lines_for(keeper)[:50].explain()
    assert "CORRELATED" not in plan.upper() or connection.vendor == "postgresql"
    assert "audit_was_open" in plan or connection.vendor == "postgresql"


def test_public_pages_and_others_reports_know_nothing_of_it(client, twelve_lines):
    record("audit.export")
    assert Reading(Client(), URL).status == 302
