"""What is closed changes nothing of what anybody is answered: hits, their order, totals and counts, on every engine.

Both weigh words by how common they are in all texts, so the order of what fits a sentence hardly at all may change.
"""

import datetime as dt
from dataclasses import replace

import pytest

from search.contract import SearchResults
from tests.search.contract.corpus import ENTRIES, MEMBERS_TOKEN
from tests.search.contract.engines import ENGINES
from tests.search.factories import NOW, asked, paper, story

pytestmark = pytest.mark.django_db

_RARE = ("thăng", "điều", "bãi", "khiển", "luân")
#: Words, numbers, phrases, slips, and what nothing is found for.
CLEAR = (
    "sinh hoạt chi bộ",
    "sinh hoat chi bo",
    "chi bộ",
    "kiểm tra",
    "đồi chè làm đường hoa",
    "bàgn hàng",
    "chợj huyện",
    "xây dựngg chỉnh đốn",
    "nhem ky",
    "10-CT/TW",
    "chỉ thị 10",
    "quy định 76 nơi cư trú",
    '"sinh hoạt chi bộ"',
    '"con đường hoa"',
    "chi bộ -thôn",
    "kangaroo xylophon",
)
#: One of many words is enough, so much is found that has hardly anything of them.
SENTENCES = (
    " ".join(_RARE),
    "con đường hoa của thôn trồng hai hàng hoa mười giờ và sơn lại tường rào sạch đẹp",
    "nghị quyết xây dựng chỉnh đốn đảng cơ sở",
    "Chi bộ thôn bàn việc gì?",
    "ai chịu trách nhiệm về nơi cư trú của đảng viên",
    "máy bay lên thẳng trên sao hoả là của ai",
)
QUERIES = (*CLEAR, *SENTENCES)
SHOWN = (
    *ENTRIES,
    *(story(60 + place, f"Bài có chữ {word}") for place, word in enumerate(_RARE)),
    story(66, "Nhiệm kỳ mới", "Nhiệm kỳ mới đã bắt đầu."),
)
#: The words of the queries, of each and of all, closed in each way there is.
_CLOSED_WAYS = (
    {"token": MEMBERS_TOKEN},
    {"go_live_at": NOW + dt.timedelta(seconds=1)},
    {"expire_at": NOW},
)
CLOSED = (
    *(story(100 + place, query, query, **_CLOSED_WAYS[place % 3]) for place, query in enumerate(QUERIES)),
    story(130, "Nhem kỳ, nham, nhom, bàgn, chợj, dựngg", token=MEMBERS_TOKEN),
    story(131, "Tất cả", " ".join(QUERIES), token=MEMBERS_TOKEN, popularity=9.0),
    paper(132, "10-CT/TW", dt.date(2024, 3, 30), "Về sinh hoạt chi bộ", citations=9, token=MEMBERS_TOKEN),
)


@pytest.fixture(params=sorted(ENGINES))
def answers(request, texts_known):
    """What anybody is answered to each query with these entries in the engine."""

    def answered(entries) -> dict[str, SearchResults]:
        engine = ENGINES[request.param](request, entries)
        return {query: _without_scores(engine.search(asked(query, texts_known))) for query in QUERIES}

    return answered


def _without_scores(found: SearchResults) -> SearchResults:
    """Scores know how common a word is in all texts; nobody is shown them."""
    return replace(found, hits=[replace(hit, score=0.0) for hit in found.hits], milliseconds=0.0)


def test_what_is_closed_changes_no_answer(answers, request):
    before = answers(SHOWN)
    # The tables of the database keep what they have; an index is made for each set of entries.
    added = CLOSED if request.node.callspec.params["answers"] == "database" else (*SHOWN, *CLOSED)
    after = answers(added)
    for query in CLEAR:
        assert after[query] == before[query], query
    for query in SENTENCES:
        assert _numbers(after[query]) == _numbers(before[query]), query
        assert after[query].hits[0] == before[query].hits[0], query
    assert not before["kangaroo xylophon"].total
    assert sum(found.total > 0 for found in before.values()) > len(QUERIES) / 2


def _numbers(found: SearchResults) -> tuple[object, ...]:
    return found.total, found.is_at_least, found.facets
