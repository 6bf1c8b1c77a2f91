"""What staff read of the log: in three lists, over a period, for those who may."""

import csv
import datetime as dt
import io

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR
from search.log.models import ClickDay, QueryDay
from search.reports import counts
from tests.editorial.conftest import client_of, person

pytestmark = pytest.mark.django_db
ADDRESS = "/quan-tri/tim-kiem/cau-hoi/"


@pytest.fixture
def chief(home):
    return client_of(person("truong-ban", CHIEF))


def counted(words: str, searches: int, *, ago: int = 0, nothing: int = 0, **more) -> None:
    day = timezone.localdate() - dt.timedelta(days=ago)
    values = {"engine": "database", "visitors": searches, "results": 7, "milliseconds": 10 * searches, **more}
    QueryDay.objects.create(day=day, words=words, searches=searches, without_results=nothing, **values)


def opened(words: str, position: int, clicks: int, *, ago: int = 0) -> None:
    day = timezone.localdate() - dt.timedelta(days=ago)
    ClickDay.objects.create(day=day, words=words, position=position, page=position, clicks=clicks)


def rows(client, query: str = "") -> list[list[str]]:
    answer = client.get(ADDRESS + query)
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.content, "lxml")
    return [[cell.get_text(strip=True) for cell in row.select("td")] for row in soup.select("main tbody tr")]


def test_the_most_searched_come_first_with_how_often_and_where_results_were_opened(chief):
    counted("đảng phí", 3)
    counted("sinh hoạt chi bộ", 4)
    counted("sinh hoạt chi bộ", 6, ago=2, is_signed_in=True, results=29)
    opened("sinh hoạt chi bộ", 1, 3)
    opened("sinh hoạt chi bộ", 5, 1, ago=2)
    assert rows(chief) == [
        ["sinh hoạt chi bộ", "10", "10", "7", "40,0%", "2,0", "10"],
        ["đảng phí", "3", "3", "7", "0,0%", "–", "10"],
    ]


class TestWhoIsSignedIn:
    """How much members find says what they may read: those who read the report may not all read it."""

    def test_what_he_finds_is_in_no_figure(self, chief):
        counted("sinh hoạt chi bộ", 4, results=3)
        counted("sinh hoạt chi bộ", 6, is_signed_in=True, results=29)
        assert rows(chief) == [["sinh hoạt chi bộ", "10", "10", "3", "0,0%", "–", "10"]]

    def test_what_he_does_not_find_neither(self, chief):
        counted("đảng phí", 3)
        counted("đảng phí", 5, nothing=5, is_signed_in=True, results=0)
        counted("nông thôn mới", 3, nothing=2)
        counted("nông thôn mới", 5, nothing=5, is_signed_in=True, results=0)
        assert [row[:3] for row in rows(chief, "?xem=khong-co")] == [["nông thôn mới", "2", "8"]]
        assert counts.totals(timezone.localdate(), 7)["nothing"] == 2

    @pytest.mark.parametrize("searches", [0, 1])
    def test_what_nobody_else_asked_twice_is_in_no_line(self, chief, searches):
        counted("quy hoạch nhân sự", 6, nothing=6, is_signed_in=True)
        if searches:
            counted("quy hoạch nhân sự", searches, nothing=searches)
        assert rows(chief) == rows(chief, "?xem=khong-co") == []
        assert "quy hoạch" not in b"".join(chief.get(f"{ADDRESS}tep.csv").streaming_content).decode()


def test_what_found_nothing_has_a_list_of_its_own(chief):
    counted("đảng phí", 3)
    counted("mẫu đơn chuyển", 5, nothing=4)
    today = timezone.localdate()
    assert rows(chief, "?xem=khong-co") == [["mẫu đơn chuyển", "4", "5", "5", f"{today:%d/%m/%Y}"]]


def test_places_are_counted_of_all_searches_and_of_all_that_were_opened(chief):
    counted("đảng phí", 10)
    opened("đảng phí", 1, 3)
    opened("đảng phí", 2, 1)
    assert rows(chief, "?xem=vi-tri") == [["1", "3", "30,0%", "75,0%"], ["2", "1", "10,0%", "25,0%"]]


@pytest.mark.parametrize(
    ("days", "searches"), [("7", "2"), ("30", "5"), ("90", "9"), ("x", "5"), ("9999", "5"), ("", "5")]
)
def test_a_period_is_seven_thirty_or_ninety_days(chief, days, searches):
    for ago, count in ((6, 2), (29, 3), (89, 4), (90, 90)):
        counted("đảng phí", count, ago=ago)
    assert rows(chief, f"?ngay={days}")[0][1] == searches


def test_what_was_asked_once_is_in_no_line(chief):
    counted("một người nào đó", 1)
    assert rows(chief) == []
    assert "một người nào đó" not in chief.get(ADDRESS).content.decode()


def test_files_have_the_same_lines_and_no_formulas(chief):
    counted("=cmd|' /C calc'!A0", 3)
    counted("đảng phí", 2, nothing=2)
    answer = chief.get(ADDRESS + "tep.csv?ngay=7")
    assert answer["Content-Disposition"].endswith('.csv"')
    assert "no-store" in answer["Cache-Control"]
    lines = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert [line[0] for line in lines] == ["Từ tìm", "'=cmd|' /C calc'!A0", "đảng phí"]
    for chosen, length in (("khong-co", 2), ("vi-tri", 1)):
        told = b"".join(chief.get(f"{ADDRESS}tep.csv?xem={chosen}").streaming_content).decode("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(told)))) == length


@pytest.mark.parametrize(("role", "may"), [(CHIEF, True), (ADMINISTRATOR, True), (EDITOR, False)])
def test_the_chief_and_administrators_read_them(home, role, may):
    client = client_of(person("nguoi-thu", role))
    statuses = [client.get(ADDRESS + rest).status_code for rest in ("", "tep.csv")]
    assert statuses == ([200, 200] if may else [302, 302])
    assert ("cau-hoi" in client.get("/quan-tri/").content.decode()) == may


def test_queries_do_not_grow_with_the_lines(chief, django_assert_max_num_queries):
    for number in range(80):
        counted(f"câu hỏi {number}", 2)
        opened(f"câu hỏi {number}", 1, 1)
    chief.get(ADDRESS)
    with django_assert_max_num_queries(30):
        assert len(rows(chief)) == 50
