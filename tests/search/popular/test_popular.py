"""Popular queries: what many asked on several days, names nobody, and is answered now."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from portal.access.levels import Level, set_level
from search.language.learning import forget_known, learn
from search.log.models import QueryDay
from search.popular.choosing import FEWEST_DAYS, FEWEST_SEARCHES, FEWEST_VISITORS, choose_popular, may_be_shown
from search.popular.models import PopularQuery
from tests.factories import ArticleFactory, publish
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out

pytestmark = pytest.mark.django_db


@pytest.fixture
def answered(news_section, worked):
    """A page that answers, whose texts are learned from."""
    page = publish(
        ArticleFactory(parent=news_section, live=False, title="Sinh hoạt chi bộ ở thôn, đảng phí và nông thôn mới")
    )
    worked()
    learn()
    forget_known()
    yield page
    forget_known()


def ask(words: str, **more) -> None:
    """It was asked just often enough by just enough people on just enough days, but for what is said otherwise."""
    days = more.pop("days", FEWEST_DAYS)
    searches, visitors = more.pop("searches", FEWEST_SEARCHES), more.pop("visitors", FEWEST_VISITORS)
    for day in range(days):
        QueryDay.objects.create(
            day=timezone.localdate() - dt.timedelta(days=day + more.get("ago", 0)),
            words=words,
            engine=more.get("engine", "database"),
            results=more.get("results", 1),
            is_signed_in=more.get("is_signed_in", False),
            searches=searches - days + 1 if day == 0 else 1,
            visitors=visitors if day == days - 1 else 1,
        )


def popular() -> list[str]:
    choose_popular()
    return list(PopularQuery.objects.values_list("words", flat=True))


def test_what_many_asked_on_several_days_is_popular(answered):
    ask("sinh hoạt chi bộ")
    assert popular() == ["sinh hoạt chi bộ"]


@pytest.mark.parametrize(
    "less",
    [
        {"searches": FEWEST_SEARCHES - 1},
        {"visitors": FEWEST_VISITORS - 1},
        {"days": FEWEST_DAYS - 1},
        {"results": 0},
        {"is_signed_in": True},
        {"ago": 30},
    ],
    ids=lambda less: next(iter(less)),
)
def test_what_fails_one_threshold_is_not(answered, less):
    ask("sinh hoạt chi bộ", **less)
    assert popular() == []


def test_one_person_on_many_days_is_one(answered):
    ask("sinh hoạt chi bộ", days=29, searches=90, visitors=1)
    assert popular() == []


def test_one_person_with_many_spellings_on_both_engines_is_one(answered):
    for words in ("sinh hoạt chi bộ", "sinh hoat chi bo", "sinh hoạt chi bo", "sinh hoat chi bộ"):
        for engine in ("database", "elasticsearch"):
            ask(words, engine=engine, searches=90, visitors=FEWEST_VISITORS - 1)
    assert popular() == []


def test_days_on_which_it_was_asked_in_one_spelling_or_the_other_are_counted_once_each(answered):
    ask("sinh hoạt chi bộ", days=2)
    ask("sinh hoat chi bo", days=2, ago=1)
    assert popular() == ["sinh hoạt chi bộ"]


def test_spellings_are_one_query_shown_as_most_write_it_with_marks(answered):
    ask("sinh hoat chi bo", searches=90)
    ask("sinh hoạt chi bộ", searches=5, visitors=2)
    assert popular() == ["sinh hoạt chi bộ"]
    assert PopularQuery.objects.get().searches == 95


def test_what_anybody_no_longer_finds_is_dropped(answered):
    ask("sinh hoạt chi bộ")
    assert popular()
    set_level(answered, Level.MEMBERS)
    assert popular() == []


def test_words_that_no_text_has_may_be_a_name(answered):
    ask("sinh hoạt xuyến")
    assert popular() == []


@pytest.mark.parametrize(
    "words",
    [
        "nguyễn thị hoa", "nguyen thi hoa", "lê văn dũng tỉnh uỷ", "hà thị lan", "đồng chí lan", "bà sáu", "lương thưởng",
        "chi bộ ông tư", "10 ct tw", "chỉ thị 10", "0912345678", "k12", "ab", "một hai ba bốn năm sáu bảy tám chín",
    ],
)  # fmt: skip
def test_names_numbers_and_whole_sentences_are_never_shown(words):
    assert not may_be_shown(words)


@pytest.mark.parametrize(
    "words",
    ["sinh hoạt chi bộ", "nông thôn mới", "hồ sơ đảng viên", "ban thường vụ", "bác hồ", "đô thị", "lý luận chính trị"],
)
def test_ordinary_words_that_are_names_too_may_be(words):
    assert may_be_shown(words)


def test_they_are_suggested_and_stand_on_the_search_page(answered, visitor):
    PopularQuery.objects.create(words="đảng phí", folded="dang phi", searches=20)
    PopularQuery.objects.create(words="mức đóng đảng phí", folded="muc dong dang phi", searches=30)
    groups = visitor.get("/tim-kiem/goi-y.json", {"q": "đảng ph"}).json()["groups"]
    assert [one["text"] for one in groups[0]["suggestions"]] == ["mức đóng đảng phí", "đảng phí"]
    assert groups[0]["label"] == "Hay được tìm"
    links = BeautifulSoup(visitor.get("/tim-kiem/").content, "lxml").select(".search-popular a")
    assert [link.get_text() for link in links] == ["mức đóng đảng phí", "đảng phí"]
    assert links[1]["href"] == "/tim-kiem/?q=%C4%91%E1%BA%A3ng+ph%C3%AD"


def test_what_is_typed_whole_is_not_suggested(answered, visitor):
    PopularQuery.objects.create(words="đảng phí", folded="dang phi", searches=20)
    kinds = [group["kind"] for group in visitor.get("/tim-kiem/goi-y.json", {"q": "dang phi"}).json()["groups"]]
    assert "query" not in kinds


def test_where_nothing_is_popular_the_page_has_a_box_alone(visitor, home):
    assert BeautifulSoup(visitor.get("/tim-kiem/").content, "lxml").select_one(".search-popular") is None
