"""What each engine finds to be like a story, for related pages."""

import datetime as dt
from collections.abc import Callable

import pytest

from portal.access.tokens import PUBLIC
from search.language.statistics import learned_from
from search.related.contract import Alike, Relating
from search.related.database import DatabaseRelating
from search.related.elastic import ElasticRelating
from search.related.telling import telling_pairs
from tests.search.contract.database import key_of_page, page_key
from tests.search.contract.engines import ENGINES
from tests.search.factories import NEWS, NOW, holder_of, paper, story

_ROAD = (
    "Bà con thôn Đồi Chè hiến đất mở đường bê tông. Đường bê tông vào thôn Đồi Chè dài hai cây số, dân làng góp công."
)
_OTHER = "Chi bộ trường học kết nạp hai đảng viên mới. Lễ kết nạp đảng viên mới diễn ra trang trọng."
ENTRIES = (
    story(1, "Đồi Chè mở đường bê tông", _ROAD, cited=("10|CT|TW",)),
    story(2, "Hiến đất làm đường", "Thêm năm hộ hiến đất mở đường bê tông vào xóm, cả thôn góp công."),
    story(3, "Kết nạp đảng viên", _OTHER),
    story(4, "Đường bê tông nội bộ", "Hiến đất mở đường bê tông ở thôn Đồi Chè, chuyện nội bộ.", token="g7"),
    story(5, "Đường bê tông ngày mai", "Hiến đất mở đường bê tông.", go_live_at=NOW + dt.timedelta(days=1)),
    story(6, "Nói chuyện chỉ thị", "Đọc lại chỉ thị cũ, nhớ người xưa.", cited=("10|CT|TW",)),
    paper(7, "10-CT/TU", dt.date(2021, 5, 4), "Về mở đường bê tông, hiến đất mở đường"),
    story(8, "Chuyện khác hẳn", "Trời mưa to, nước sông lên nhanh, bà con phơi thóc vội."),
    story(9, "Đường ở chỗ khép kín", "Hiến đất mở đường bê tông.", path=f"{NEWS}00310001"),
)  # fmt: skip
KNOWN = learned_from(entry.words for entry in ENTRIES)
RELATING: dict[str, Callable[[], Relating]] = {"elasticsearch": ElasticRelating, "database": DatabaseRelating}


@pytest.fixture(params=sorted(ENGINES))
def alike(request, db):
    """The keys of what is like a story, the likeliest first."""
    ENGINES[request.param](request, ENTRIES)
    moves = request.param == "database"

    def ask(number: int, tokens=None, **more) -> list[str]:
        entry = ENTRIES[number - 1]
        wanted = Alike(
            page_key(entry.key) if moves else entry.key,
            entry.kind,
            telling_pairs(entry, KNOWN),
            entry.cited,
            tokens or holder_of(),
            NOW,
            **more,
        )
        found = RELATING[request.param]().alike(wanted)
        scores = [one.score for one in found]
        assert scores == sorted(scores, reverse=True)
        return [key_of_page(one.key) if moves else one.key for one in found]

    return ask


def test_the_same_matter_comes_before_all_else(alike):
    assert alike(1)[0] == "2"
    assert "8" not in alike(1)


def test_a_story_is_not_like_itself_and_a_document_is_no_story(alike):
    assert not {"1", "7"} & set(alike(1))


def test_naming_the_same_document_makes_stories_alike(alike):
    assert "6" in alike(1)


def test_what_is_closed_or_has_not_begun_is_like_nothing(alike):
    assert not {"4", "5"} & set(alike(1))
    assert "4" in alike(1, holder_of("g7"))
    assert "9" in alike(1)
    assert "9" not in alike(1, holder_of(closed={f"{NEWS}0031": [7]}))


def test_closed_stories_take_no_place_of_open_ones(alike, monkeypatch):
    monkeypatch.setattr("search.related.database._AT_ONCE", 1)
    assert {"2", "9"} <= set(alike(1))


def test_a_story_of_nothing_is_like_nothing(alike, monkeypatch):
    monkeypatch.setattr("tests.search.contract.test_alike.telling_pairs", lambda entry, known: {})
    assert alike(3) == []


def test_telling_pairs_are_those_of_the_matter():
    pairs = telling_pairs(ENTRIES[0], KNOWN)
    assert list(pairs)[:4]
    assert {"be tong", "doi che"} <= set(pairs)
    assert len(pairs) <= 24
    assert PUBLIC not in pairs
