"""What every engine keeps of what staff decide: pins stand first, exclusions are not found, and no right is wider."""

import pytest

from search.contract import Facet, Order
from tests.search.contract.corpus import (
    CELLS,
    CELLS_OLD,
    CITES,
    CLOSED_LATER,
    CLOSED_SECTION,
    CT_2007,
    FRIEND,
    HD_42,
    HD_2018,
    MEMBERS,
    MEMBERS_TOKEN,
    SELL,
    TOMORROW,
    YESTERDAY,
)
from tests.search.factories import NEWS, PAPERS, holder_of

QUERY = "sinh hoạt chi bộ"


def test_pins_stand_first_in_their_order(found):
    free = found(QUERY)
    pins = [free[-1], free[2]]
    assert found(QUERY, pinned=pins) == [*pins, *(key for key in free if key not in pins)]


def test_a_pin_comes_before_a_document_named_by_its_number(found):
    assert found("10-CT/TW", pinned=[SELL, FRIEND])[:3] == [SELL, FRIEND, CT_2007]


def test_a_pin_without_the_words_is_found_and_counted(search):
    free, pinned = search(QUERY), search(QUERY, pinned=[SELL])
    assert pinned.hits[0].key == SELL
    assert pinned.total == free.total + 1
    assert pinned.facets[Facet.YEAR]["2025"] == free.facets[Facet.YEAR]["2025"] + 1


def test_a_pin_with_the_words_is_counted_once(search):
    assert search(QUERY, pinned=[CELLS]).total == search(QUERY).total


def test_a_pin_is_found_where_nothing_else_is(found):
    assert found("sinh hoạt chợ") == []
    assert found("sinh hoạt chợ", pinned=[SELL]) == [SELL]


@pytest.mark.parametrize("query", ['"thôn chi bộ"', '"bán cũ"', '"hội nghị giao ban tháng"'])
def test_a_pin_needs_no_phrase_either(found, query):
    assert found(query) == []
    assert found(query, pinned=[CELLS]) == [CELLS]


def test_a_pin_has_no_word_that_was_excluded(found):
    assert found("thôn đồi chè -đảng", pinned=[CELLS, SELL])[0] == SELL
    assert CELLS not in found("thôn đồi chè -đảng", pinned=[CELLS, SELL])


class TestAccess:
    def test_a_pin_that_the_visitor_may_not_open_does_not_exist_for_him(self, search):
        free, pinned = search(QUERY), search(QUERY, pinned=[MEMBERS])
        assert [hit.key for hit in pinned.hits] == [hit.key for hit in free.hits]
        assert (pinned.total, pinned.facets) == (free.total, free.facets)
        assert search(QUERY, pinned=[MEMBERS], tokens=holder_of(MEMBERS_TOKEN)).hits[0].key == MEMBERS

    def test_nor_one_in_a_section_closed_a_moment_ago(self, found):
        assert found(QUERY, pinned=[CLOSED_SECTION])[0] == CLOSED_SECTION
        assert CLOSED_SECTION not in found(QUERY, pinned=[CLOSED_SECTION], tokens=holder_of(closed={CLOSED_LATER: [7]}))

    def test_nor_one_that_has_not_begun_or_has_ended(self, found):
        assert not {TOMORROW, YESTERDAY} & set(found(QUERY, pinned=[TOMORROW, YESTERDAY]))


class TestNarrowing:
    def test_a_pin_outside_what_was_chosen_is_left_out_and_counted_beside(self, search):
        results = search(QUERY, pinned=[SELL], chosen={Facet.DOCUMENT_TYPE: ["2"]})
        assert SELL not in [hit.key for hit in results.hits]
        assert results.total == search(QUERY, chosen={Facet.DOCUMENT_TYPE: ["2"]}).total

    def test_a_pin_inside_stands_first(self, found):
        assert found(QUERY, pinned=[HD_42], chosen={Facet.DOCUMENT_TYPE: ["2"]})[0] == HD_42

    def test_a_pin_of_another_section_is_left_out(self, found):
        assert SELL not in found(QUERY, pinned=[SELL], under=PAPERS)
        assert found(QUERY, pinned=[SELL], under=NEWS)[0] == SELL


class TestOrderAndPages:
    @pytest.mark.parametrize("order", [Order.NEWEST, Order.MOST_VIEWED])
    def test_other_orders_have_no_first_places_and_find_the_same(self, search, order):
        results = search(QUERY, pinned=[SELL], order=order)
        assert results.hits[0].key != SELL
        assert results.total == search(QUERY, pinned=[SELL]).total

    def test_pages_go_on_behind_the_pins(self, search, monkeypatch):
        for module in ("search.engines.database.engine", "search.engines.elastic.requests"):
            monkeypatch.setattr(f"{module}.PER_PAGE", 2)
        pages = [search(QUERY, pinned=[SELL, CELLS_OLD], page=page) for page in (1, 2, 3)]
        keys = [hit.key for page in pages for hit in page.hits]
        assert keys[:2] == [SELL, CELLS_OLD]
        assert len(keys) == len(set(keys)) == pages[0].total


class TestExclusion:
    def test_what_staff_exclude_is_in_no_list_and_no_count(self, search):
        free, without = search(QUERY), search(QUERY, excluded=[HD_2018])
        assert HD_2018 not in [hit.key for hit in without.hits]
        assert without.total == free.total - 1
        assert without.facets[Facet.DOCUMENT_TYPE]["2"] == free.facets[Facet.DOCUMENT_TYPE]["2"] - 1
        assert without.facets[Facet.YEAR].get("2018", 0) == 0

    def test_not_even_by_its_number(self, found):
        assert CT_2007 not in found("10-CT/TW", excluded=[CT_2007])
        assert CITES in found("10-CT/TW", excluded=[CT_2007])

    def test_keys_of_nothing_change_nothing(self, found):
        assert found(QUERY, pinned=["999999"], excluded=["999998"]) == found(QUERY)
