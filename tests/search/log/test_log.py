"""What is searched for and opened is counted by day, without anybody's name, and only what our own pages tell."""

import datetime as dt
import threading
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.test import Client
from django.utils import timezone

from search.contract import SearchResults
from search.log import counting, receipts, visitors
from search.log.counting import Gatherer
from search.log.forgetting import KEPT, RARE_KEPT, forget_queries
from search.log.models import ClickDay, QueryDay
from search.log.receipts import NotOurs, Receipt
from tests.factories import ArticleFactory, publish
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)
FIREFOX = {"HTTP_USER_AGENT": "Mozilla/5.0 Firefox/140.0"}


def receipt(
    words: str = "chi bộ", total: int = 3, *, keys=(11, 12, 13), is_search: bool = True, first: int = 1
) -> Receipt:
    found = SearchResults((), total, {}, engine="database", milliseconds=12.4)
    made = Receipt.of(words, found, keys, first=first, is_search=is_search, is_signed_in=False)
    assert made is not None
    return made


@pytest.fixture
def tell():
    """Sends what a page of results would."""

    def send(signed: str, client: Client | None = None, **more) -> int:
        headers = {name: more.pop(name) for name in list(more) if name.isupper()}
        form = {"phieu": signed, **{name.replace("_", "-"): value for name, value in more.items()}}
        return (client or Client()).post("/tim-kiem/dem/", form, **{**FIREFOX, **headers}).status_code

    return send


def test_a_search_is_counted_with_what_came_of_it_and_nobody_is_in_it(tell):
    assert tell(receipt("  CHI   bộ ").signed()) == 204
    row = QueryDay.objects.get()
    assert (row.day, row.words, row.engine, row.is_signed_in) == (timezone.localdate(), "chi bộ", "database", False)
    assert (row.searches, row.visitors, row.results, row.without_results, row.milliseconds) == (1, 1, 3, 0, 12)
    told = {field.name for field in QueryDay._meta.get_fields()} | {field.name for field in ClickDay._meta.get_fields()}
    assert told == {
        "id", "day", "words", "is_signed_in", "engine", "searches", "visitors", "results", "without_results",
        "milliseconds", "position", "page", "clicks",
    }  # fmt: skip


def test_counts_of_one_day_are_one_row(tell):
    for number in range(3):
        tell(receipt(total=number).signed())
    row = QueryDay.objects.get()
    assert (row.searches, row.results, row.without_results) == (3, 2, 1)


def test_one_person_who_asks_often_is_one_visitor_and_two_are_two(tell):
    for number, browser in enumerate(("Firefox", "Firefox", "Chrome"), start=1):
        tell(receipt(first=number).signed(), HTTP_USER_AGENT=f"Mozilla/5.0 {browser}")
    assert QueryDay.objects.values_list("searches", "visitors").get() == (3, 2)


def test_a_receipt_that_is_sent_again_counts_no_second_search(tell):
    signed = receipt().signed()
    for browser in ("Firefox", "Firefox", "Firefox", "Chrome"):
        assert tell(signed, HTTP_USER_AGENT=f"Mozilla/5.0 {browser}") == 204
    assert QueryDay.objects.get().searches == 2


def test_a_result_that_is_opened_is_counted_by_its_place(tell):
    tell(receipt(first=21).signed(), vi_tri="22")
    assert ClickDay.objects.values_list("words", "position", "page", "clicks").get() == ("chi bộ", 22, 12, 1)
    assert not QueryDay.objects.exists()


@pytest.mark.parametrize("place", ["0", "4", "-1", "x", "99999", "1" * 400, "²"])
def test_a_place_that_the_page_did_not_have_is_not_counted(tell, place):
    assert tell(receipt().signed(), vi_tri=place) == 400
    assert not ClickDay.objects.exists()


def test_who_pages_on_or_narrows_asks_for_nothing_new(tell):
    assert tell(receipt(is_search=False).signed()) == 204
    assert not QueryDay.objects.exists()


@pytest.mark.parametrize("signed", ["", "x", "a:b:c", "\x00", "k" * 3_000])
def test_what_we_did_not_sign_is_not_counted(tell, signed):
    assert tell(signed) == 400
    assert tell(receipt().signed()[:-1] + "x") == 400
    assert not QueryDay.objects.exists()


def test_an_old_receipt_counts_no_more(tell, monkeypatch):
    signed = receipt().signed()
    monkeypatch.setattr(receipts, "OLDEST", dt.timedelta(seconds=-1))
    with pytest.raises(NotOurs):
        Receipt.read(signed)
    assert tell(signed) == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"HTTP_USER_AGENT": "Googlebot/2.1"}, 204),
        ({"HTTP_USER_AGENT": ""}, 204),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
    ],
)
def test_robots_and_other_sites_are_not_counted(tell, headers, status):
    assert tell(receipt().signed(), **headers) == status
    assert not QueryDay.objects.exists()


def test_one_address_counts_so_much_a_minute(tell, monkeypatch):
    monkeypatch.setattr(visitors, "MOST_A_MINUTE", 3)
    assert [tell(receipt(first=number).signed()) for number in range(1, 6)] == [204, 204, 204, 429, 429]
    assert tell(receipt().signed(), REMOTE_ADDR="192.0.2.7") == 204
    assert QueryDay.objects.get().searches == 4


def test_large_bodies_are_not_read(tell):
    assert tell("k" * 5_000) == 413


@pytest.mark.parametrize(
    ("length", "status"), [("", 400), ("abc", 400), ("-1", 400), ("²", 400), ("9" * 5_000, 413), ("4001", 413)]
)
def test_what_does_not_say_how_long_it_is_neither(tell, length, status):
    assert tell(receipt().signed(), CONTENT_LENGTH=length) == status
    assert not QueryDay.objects.exists()


@pytest.mark.parametrize(
    "text", ["", "???", "0912 345 678", "0912.345.678", "thẻ 001099012345", "nguoi@example.vn", "k" * 201]
)
def test_what_may_be_somebodys_number_or_is_no_question_gets_no_receipt(text):
    found = SearchResults((), 0, {}, engine="database")
    assert Receipt.of(text, found, (), first=1, is_search=True, is_signed_in=False) is None


def test_numbers_of_documents_do():
    assert receipt("chỉ thị 10-CT/TW ngày 30/3/2007").words == "chỉ thị 10 ct tw ngày 30 3 2007"


def test_counts_are_written_together_and_a_database_that_fails_harms_nobody(
    settings, monkeypatch, django_assert_num_queries
):
    settings.SEARCH_LOG_SECONDS = 1_000
    gatherer = Gatherer()
    for number in range(50):
        gatherer.search(receipt(f"chi bộ {number % 5}"), DAY, is_new_visitor=True)
    assert not QueryDay.objects.exists()
    with django_assert_num_queries(4):  # a savepoint, its end, the rows of the day, and one statement
        gatherer.write()
    assert [row.searches for row in QueryDay.objects.all()] == [10] * 5
    gatherer.search(receipt(), DAY, is_new_visitor=True)

    def fails(gathered):
        raise DatabaseError("database is locked")

    with monkeypatch.context() as locked:
        locked.setattr(counting, "_write", fails)
        gatherer.write()
    assert QueryDay.objects.count() == 5
    gatherer.search(receipt("khác"), DAY, is_new_visitor=True)
    gatherer.write()
    assert QueryDay.objects.get(words="khác").searches == 1


def test_what_is_gathered_and_what_a_day_may_hold_is_bounded(settings, monkeypatch):
    settings.SEARCH_LOG_SECONDS = 1_000
    monkeypatch.setattr(counting, "MOST_GATHERED", 3)
    gatherer = Gatherer()
    for number in range(9):
        gatherer.search(receipt(f"chi bộ {number}"), DAY, is_new_visitor=True)
    gatherer.write()
    assert QueryDay.objects.count() == 3


def test_on_a_full_day_what_has_a_row_is_counted_on_and_each_table_is_full_by_itself(settings, monkeypatch):
    settings.SEARCH_LOG_SECONDS = 1_000
    monkeypatch.setattr(counting, "MOST_ROWS_A_DAY", 2)
    gatherer = Gatherer()
    for place in (1, 2):
        gatherer.click(receipt(), place, 10 + place, DAY)
    gatherer.write()
    for asked in (["a b", "c d"], ["a b", "khác"]):
        for words in asked:
            gatherer.search(receipt(words), DAY, is_new_visitor=True)
        gatherer.write()
    gatherer.search(receipt("khác"), DAY + dt.timedelta(days=1), is_new_visitor=True)
    for place in (2, 3):
        gatherer.click(receipt(), place, 10 + place, DAY)
    gatherer.write()
    assert set(QueryDay.objects.values_list("day", "words", "searches")) == {
        (DAY, "a b", 2), (DAY, "c d", 1), (DAY + dt.timedelta(days=1), "khác", 1),
    }  # fmt: skip
    assert set(ClickDay.objects.values_list("position", "clicks")) == {(1, 1), (2, 2)}


def test_what_is_opened_takes_no_room_from_what_is_asked(settings, monkeypatch):
    settings.SEARCH_LOG_SECONDS = 1_000
    monkeypatch.setattr(counting, "MOST_GATHERED", 2)
    gatherer = Gatherer()
    for place in (1, 2, 3, 1):
        gatherer.click(receipt(), place, 10 + place, DAY)
    gatherer.search(receipt(), DAY, is_new_visitor=True)
    gatherer.write()
    assert set(ClickDay.objects.values_list("position", "clicks")) == {(1, 2), (2, 1)}
    assert QueryDay.objects.get().searches == 1


def test_without_a_thread_it_is_counted_all_the_same_and_tried_again(settings, monkeypatch):
    settings.SEARCH_LOG_SECONDS = 1_000
    gatherer = Gatherer()

    def refuses(timer):
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as exhausted:
        exhausted.setattr(threading.Timer, "start", refuses)
        gatherer.search(receipt(), DAY, is_new_visitor=True)
    gatherer.search(receipt(), DAY, is_new_visitor=True)
    assert gatherer._timer is not None
    assert gatherer._timer.is_alive()
    gatherer.write()
    assert QueryDay.objects.get().searches == 2


def test_the_thread_gives_its_connection_back_whatever_happens(monkeypatch):
    closed = []

    def breaks(gatherer):
        raise LookupError

    monkeypatch.setattr(Gatherer, "write", breaks)
    monkeypatch.setattr(counting, "connection", SimpleNamespace(close=lambda: closed.append(True)))
    with pytest.raises(LookupError):
        Gatherer()._write_in_thread()
    assert closed == [True]


def test_the_log_forgets():
    today = timezone.localdate()
    for days, searches in ((0, 1), (RARE_KEPT.days + 1, 1), (RARE_KEPT.days + 1, 2), (KEPT.days + 1, 9)):
        QueryDay.objects.create(
            day=today - dt.timedelta(days=days), words="chi bộ", engine=f"{days}{searches}", searches=searches
        )
    ClickDay.objects.create(day=today - KEPT - dt.timedelta(days=1), words="chi bộ", position=1, page=1)
    forget_queries()
    assert set(QueryDay.objects.values_list("engine", flat=True)) == {"01", f"{RARE_KEPT.days + 1}2"}
    assert not ClickDay.objects.exists()


class TestThePageOfResults:
    @pytest.fixture
    def told(self, worked, news_section):
        """The receipt of the page of results for an address, and what stands beside it."""
        self.page = publish(ArticleFactory(parent=news_section, live=False, title="Chi bộ họp bàn việc làng"))
        worked()

        def ask(address: str, client: Client):
            script = BeautifulSoup(client.get(address).content, "lxml").select_one("script[data-receipt]")
            return None if script is None else Receipt.read(str(script["data-receipt"]))

        return ask

    def test_it_carries_what_was_asked_and_what_was_shown(self, told, visitor):
        found = told("/tim-kiem/?q=H%E1%BB%8DP", visitor)
        assert (found.words, found.results, found.is_search, found.is_signed_in) == ("họp", 1, True, False)
        assert found.page_at(1) == self.page.pk

    def test_narrowing_and_ordering_is_no_search(self, told, visitor):
        assert told("/tim-kiem/?q=h%E1%BB%8Dp&xep=moi", visitor).is_search is False
        assert told("/tim-kiem/?q=h%E1%BB%8Dp&loai-trang=news", visitor).is_search is False
        assert told("/tim-kiem/", visitor) is None

    def test_it_says_whether_somebody_is_signed_in_and_no_more(self, told, db):
        client = Client()
        client.force_login(User.objects.create_user("thanhvien"))
        assert told("/tim-kiem/?q=h%E1%BB%8Dp", client).is_signed_in

    def test_searching_writes_nothing(self, told, visitor):
        told("/tim-kiem/?q=h%E1%BB%8Dp", visitor)
        assert not QueryDay.objects.exists()
