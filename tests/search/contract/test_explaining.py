"""What each engine tells of its results: parts that add up to the score, and the place of one entry."""

from dataclasses import replace

import pytest

from search.contract import EngineUnavailable
from search.engines.elastic.requests import search_body
from search.explore.contract import Part
from search.explore.database import DatabaseExplainer
from search.explore.elastic import ElasticExplainer
from search.explore.naming import with_names
from search.query.synonyms import Synonyms
from search.query.understanding import understand
from tests.search.contract.corpus import CELLS, CT_2002, CT_2007, MEMBERS, QD_76, SELL, TWIN, TWIN_AGAIN
from tests.search.contract.database import key_of_page, page_key
from tests.search.factories import asked, holder_of

EXPLAINERS = {"elasticsearch": ElasticExplainer, "database": DatabaseExplainer}


class _Keys:
    """The database engine's entries have other numbers in tests (``contract.database``)."""

    def __init__(self, name: str) -> None:
        self._moves = name == "database"
        self.explainer = EXPLAINERS[name]()

    def out(self, keys):
        return [page_key(key) for key in keys] if self._moves else list(keys)

    def back(self, key):
        return key_of_page(key) if self._moves and key else key


@pytest.fixture
def keys(engine):
    return _Keys(engine.name)


@pytest.fixture
def explained(keys, texts_known):
    def explain(query: str, **more):
        more |= {name: keys.out(more[name]) for name in ("pinned", "excluded") if name in more}
        return keys.explainer.explain(asked(query, texts_known, **more))

    return explain


@pytest.fixture
def placed(keys, texts_known):
    def place(key: str, query: str, **more):
        return keys.explainer.place_of(keys.out([key])[0], asked(query, texts_known, **more))

    return place


_QUERIES = [
    "sinh hoạt chi bộ", "sinh hoat chi bo", "10-CT/TW", "10-CT/TW 2007", "quy định 76 nơi cư trú", "chỉ thị 10 khoá IX",
    "sinh hoặtt chi bộ", "chi bộ thôn sinh hoạt như thế nào", '"chi bộ thôn"',
]  # fmt: skip


@pytest.mark.parametrize("query", _QUERIES)
def test_parts_add_up_to_the_score(explained, search, query):
    told = explained(query, pinned=[SELL])
    assert [one.hit.score for one in told.scored][1:] == pytest.approx(
        [hit.score for hit in search(query, pinned=[SELL]).hits[1:10]]
    )
    for one in told.scored:
        assert sum(one.parts.values()) == pytest.approx(one.hit.score, rel=1e-4, abs=0.02)


def test_every_part_says_what_it_is(explained, keys):
    parts = {keys.back(one.hit.key): one.parts for one in explained("10-CT/TW").scored}
    assert parts[CT_2007][Part.NUMBER] > 100
    assert Part.SYLLABLES in explained("sinh hoạt chi bộ").scored[0].parts


@pytest.mark.parametrize("engine", ["elasticsearch"], indirect=True)
class TestElasticsearch:
    def test_nothing_is_left_unexplained(self, explained):
        for query in ("sinh hoạt chi bộ", "10-CT/TW 2007", "quy định 76 nơi cư trú", "sinh hoặtt chi bộ"):
            for one in explained(query, pinned=[SELL]).scored:
                assert Part.REST not in one.parts, (query, one)

    def test_what_no_longer_holds_has_a_loss(self, explained):
        parts = {one.hit.key: one.parts for one in explained("đảng viên nơi cư trú").scored}
        words = sum(points for part, points in parts[QD_76].items() if part is not Part.EXPIRED)
        assert parts[QD_76][Part.EXPIRED] == pytest.approx(-0.3 * words, rel=1e-3)

    def test_of_a_query_in_other_words_the_best_reading_counts(self, keys, texts_known):
        query = understand("họp chi bộ", texts_known, Synonyms([["họp", "sinh hoạt"]]))
        request = asked("", texts_known)
        told = keys.explainer.explain(replace(request, query=query))
        assert told.scored[0].hit.key == CELLS
        assert sum(told.scored[0].parts.values()) == pytest.approx(told.scored[0].hit.score, rel=1e-4)
        assert Part.REST not in told.scored[0].parts

    def test_each_of_four_readings_takes_the_query_apart(self, keys, texts_known):
        told = keys.explainer.analyses(asked("Bí thư", texts_known))
        assert [list(one.tokens) for one in told] == [
            ["bi", "thu"],
            ["bí", "thư"],
            ["bi thu"],
            ["bí thư"],
        ]

    def test_names_change_nothing_of_what_is_asked(self, engine, texts_known):
        body = search_body(asked("quy định 76 nơi cư trú", texts_known))

        def bare(value):
            if isinstance(value, dict):
                kept = {name: bare(inside) for name, inside in value.items() if name != "_name"}
                return kept["value"] if set(kept) == {"value"} else kept
            return [bare(one) for one in value] if isinstance(value, list) else value

        assert bare(with_names(body)) == bare(body)
        assert with_names(body) != body

    def test_the_request_tells_nothing_of_closed_places(self, keys, texts_known):
        open_body = keys.explainer.explain(asked("chi bộ", texts_known)).body
        closed = holder_of(closed={"000100010009": [7], "000100010011": [8]})
        assert keys.explainer.explain(asked("chi bộ", texts_known, tokens=closed)).body == open_body

    def test_a_twin_is_told_by_the_other(self, placed, found):
        shown = found("đường hoa đồi chè")[0]
        twin = placed(TWIN_AGAIN if shown == TWIN else TWIN, "đường hoa đồi chè")
        assert (twin.is_found, twin.rank, twin.told_by) == (True, None, shown)


class TestPlace:
    def test_a_result_has_its_place(self, placed, found):
        for rank, key in enumerate(found("sinh hoạt chi bộ"), start=1):
            assert placed(key, "sinh hoạt chi bộ").rank == rank

    def test_what_has_not_the_words_is_not_found(self, placed):
        assert not placed(SELL, "sinh hoạt chi bộ").is_found

    def test_what_is_closed_is_not_found(self, placed):
        assert not placed(MEMBERS, "kiểm tra").is_found

    def test_the_second_of_two_with_one_number(self, placed):
        assert placed(CT_2002, "10-CT/TW").rank == 2


def test_an_engine_that_does_not_answer_is_told(settings, texts_known):
    settings.ELASTICSEARCH_URLS = []
    with pytest.raises(EngineUnavailable):
        ElasticExplainer().explain(asked("chi bộ", texts_known))
