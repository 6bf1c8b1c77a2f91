"""What every engine keeps: who finds what, in which order, and what is told of it."""

import datetime as dt

import pytest

from search.contract import MOST_RESULTS, PER_PAGE, Facet, Order
from tests.search.contract.corpus import (
    CELLS,
    CELLS_OLD,
    CITES,
    CLOSED_LATER,
    CLOSED_SECTION,
    CT_2002,
    CT_2007,
    CT_PROVINCE,
    CV_279,
    FRIEND,
    HD_42,
    HD_2018,
    HD_2022,
    KH_121,
    MAPS,
    MEMBERS,
    MEMBERS_TOKEN,
    ND_30,
    NQ_2017,
    NQ_2022,
    PLENUM_XI,
    PLENUM_XII,
    QD_76,
    QD_213,
    SCATTERED,
    SELL,
    TOMORROW,
    TWIN,
    TWIN_AGAIN,
    UNDATED,
    WITH_FILE,
    YESTERDAY,
)
from tests.search.contract.engines import ENGINES
from tests.search.factories import NEWS, NOW, PAPERS, asked, holder_of, story

#: The database engine gets its database by a fixture of its own, which says too late that one is needed.
pytestmark = pytest.mark.django_db


class TestAccess:
    """Hits, numbers and counts hold what this visitor may open, now."""

    def test_what_needs_a_token_is_found_by_its_holders_alone(self, found):
        assert MEMBERS not in found("kiểm tra")
        assert MEMBERS in found("kiểm tra", tokens=holder_of(MEMBERS_TOKEN))

    def test_it_is_in_no_number_and_no_count_either(self, search):
        results = search('"bản tin nội bộ"')
        assert (results.total, dict(results.facets.get(Facet.KIND, {}))) == (0, {})
        assert search('"bản tin nội bộ"', tokens=holder_of(MEMBERS_TOKEN)).total == 1
        assert not search("bản tin nội bộ").facets.get(Facet.LEVEL, {}).keys() - {"public"}

    def test_a_section_closed_a_moment_ago_is_closed_before_the_engine_is_told(self, found):
        closed = {CLOSED_LATER: [7]}
        assert CLOSED_SECTION in found("kiểm tra")
        assert CLOSED_SECTION not in found("kiểm tra", tokens=holder_of(closed=closed))

    def test_levels_are_counted_for_those_who_hold_them(self, search):
        levels = search("kiểm tra", tokens=holder_of(MEMBERS_TOKEN)).facets[Facet.LEVEL]
        assert levels == {"public": 1, MEMBERS_TOKEN: 1}

    def test_a_level_narrows_and_keeps_the_counts_beside_it(self, search):
        holder = holder_of(MEMBERS_TOKEN)
        results = search("kiểm tra", tokens=holder, chosen={Facet.LEVEL: [MEMBERS_TOKEN]})
        assert [hit.key for hit in results.hits] == [MEMBERS]
        assert results.facets[Facet.LEVEL] == {"public": 1, MEMBERS_TOKEN: 1}

    def test_a_level_that_is_not_held_opens_nothing(self, search):
        results = search("kiểm tra", chosen={Facet.LEVEL: [MEMBERS_TOKEN]})
        assert (results.total, list(results.hits)) == (0, [])


@pytest.mark.parametrize("name", sorted(ENGINES))
def test_whoever_holds_many_tokens_has_all_of_them_counted(request, name, texts_known):
    tokens = [f"g{number}" for number in range(100, 160)]
    engine = ENGINES[name](request, [story(60 + place, "Tin riêng", token=one) for place, one in enumerate(tokens)])
    levels = engine.search(asked("tin riêng", texts_known, tokens=holder_of(*tokens))).facets[Facet.LEVEL]
    assert levels == dict.fromkeys(tokens, 1)


class TestTime:
    def test_what_has_not_begun_or_has_ended_is_not_found(self, found):
        assert not {TOMORROW, YESTERDAY} & set(found("lễ hội"))

    def test_the_moment_of_the_request_decides(self, found):
        assert TOMORROW in found("lễ hội", now=NOW + dt.timedelta(seconds=1))
        assert YESTERDAY in found("lễ hội", now=NOW - dt.timedelta(seconds=1))

    @pytest.mark.parametrize(("day", "status"), [(dt.date(2020, 1, 1), "in_force"), (dt.date(2020, 1, 2), "expired")])
    def test_a_status_is_that_of_the_day_asked_about(self, found, day, status):
        chosen = {Facet.STATUS: [status]}
        assert QD_76 in found("nơi cư trú", today=day, chosen=chosen)

    def test_dates_bound_on_both_sides(self, found):
        day = dt.date(2018, 7, 6)
        assert HD_2018 in found("sinh hoạt chi bộ", since=day, until=day)
        assert HD_2018 not in found("sinh hoạt chi bộ", since=day + dt.timedelta(days=1))
        assert HD_2018 not in found("sinh hoạt chi bộ", until=day - dt.timedelta(days=1))

    def test_what_has_no_date_is_in_no_span_of_days(self, found):
        assert set(found("sơ đồ")) == {UNDATED, MAPS}
        assert found("sơ đồ", since=dt.date(1900, 1, 1)) == [MAPS]
        assert found("sơ đồ", until=dt.date(2100, 1, 1)) == [MAPS]

    def test_days_leave_counts_as_they_leave_results(self, search):
        results = search("sinh hoạt chi bộ", since=dt.date(2018, 1, 1), until=dt.date(2024, 12, 31))
        assert results.total == 2
        assert results.facets[Facet.YEAR] == {"2018": 1, "2024": 1}


class TestNumbers:
    """The spellings of the domain's table, rows 13 to 37."""

    @pytest.mark.parametrize(
        "query",
        ["10-CT/TW", "10 ct tw", "10ct/tw", "10–CT/TW", "chi thi 10 ban bi thu khoa x", "Chỉ thị số 10-CT/TW", "CT10"],
    )
    def test_any_spelling_finds_the_more_cited_record_first(self, found, query):
        assert found(query)[:2] == [CT_2007, CT_2002]

    @pytest.mark.parametrize(
        ("query", "first"),
        [
            ("10-CT/TW 2007", CT_2007),
            ("10-CT/TW 2002", CT_2002),
            ("10-CT/TW ngày 28/3/2002", CT_2002),
            ("chỉ thị 10 khoá IX", CT_2002),
            ("hướng dẫn 12 sinh hoạt chi bộ", HD_2018),
            ("12-HD/BTCTW", HD_2018),  # the older, but more cited
            ("HD 12 btctw 2022", HD_2022),
            ("huong dan 42 btctw", HD_42),
            ("nqtw4 khoa 12", PLENUM_XII),
            ("nghị quyết trung ương 4 khóa xi", PLENUM_XI),
            ("279-CV/TU", CV_279),
            ("công văn 279", CV_279),
            ("nghị định 30/2020", ND_30),
            ("30/2020", ND_30),
            ("nghi quyêt 21-NQ/TW", NQ_2022),
            ("KH 121 tỉnh ủy hòa bình", KH_121),
            ("76-QĐ/TW", QD_76),
        ],
    )
    def test_the_record_comes_first(self, found, query, first):
        assert found(query)[0] == first

    def test_the_newer_of_two_that_nothing_else_tells_apart(self, found):
        assert found("nghị quyết 21")[:2] == [NQ_2022, NQ_2017]

    def test_type_and_number_find_those_of_other_bodies_next_and_then_texts(self, found):
        keys = found("chỉ thị 10")
        assert keys[:2] == [CT_2007, CT_2002]
        assert keys[2] == CT_PROVINCE
        assert keys[3] == CITES

    def test_a_number_is_not_three_words(self, found):
        assert set(found("10-CT/TW")) == {CT_2007, CT_2002, CITES}
        assert SCATTERED not in found("10 ct tw")

    def test_for_words_what_holds_comes_before_what_it_replaced(self, found):
        keys = found("quy định 76 nơi cư trú")
        assert set(keys[:2]) == {QD_213, QD_76}
        assert keys[0] == QD_213


class TestWords:
    def test_marks_need_not_be_typed(self, found):
        assert found("sinh hoat chi bo") == found("sinh hoạt chi bộ")

    def test_words_side_by_side_come_before_scattered_ones(self, found):
        keys = found("sinh hoạt chi bộ")
        assert keys.index(CELLS) < keys.index(CELLS_OLD)

    def test_typed_marks_decide_the_order(self, found):
        assert found("bán")[0] == SELL
        assert found("bạn")[0] == FRIEND

    def test_a_phrase_is_found_as_it_stands(self, found):
        assert CELLS in found('"chi bộ thôn"')
        assert CELLS_OLD not in found('"sinh hoạt chi bộ"')
        assert found('"thôn chi bộ"') == []

    def test_marks_typed_in_a_phrase_must_be_there(self, found):
        assert found('"bạn cũ"') == [FRIEND]
        assert found('"ban cu"') == [FRIEND]
        assert found('"bán cũ"') == []

    def test_what_is_excluded_is_not_found(self, found):
        assert CELLS in found("thôn đồi chè")
        assert CELLS not in found("thôn đồi chè -đảng")

    def test_few_words_must_all_be_there(self, found):
        assert found("sinh hoạt chợ") == []

    def test_a_slip_of_the_fingers_is_forgiven(self, found):
        assert CELLS in found("sinh hoặtt chi bộ")

    def test_titles_alone(self, found):
        assert FRIEND in found("thầy cô")
        assert FRIEND not in found("thầy cô", title_only=True)
        assert FRIEND in found("bạn cũ", title_only=True)

    def test_a_section_alone(self, found):
        assert HD_2018 in found("sinh hoạt chi bộ", under=PAPERS)
        assert HD_2018 not in found("sinh hoạt chi bộ", under=NEWS)
        assert CELLS in found("sinh hoạt chi bộ", under=NEWS)


class TestFacets:
    def test_counts_are_those_of_what_is_found(self, search):
        results = search("sinh hoạt chi bộ")
        assert sum(results.facets[Facet.KIND].values()) == results.total
        assert results.facets[Facet.YEAR]["2007"] == 1
        assert results.facets[Facet.DOCUMENT_TYPE] == {"2": 2, "1": 1}
        assert results.facets[Facet.STATUS] == {"in_force": 3}

    def test_a_facet_counts_without_its_own_choice_and_with_all_others(self, search):
        free = search("sinh hoạt chi bộ").facets
        results = search("sinh hoạt chi bộ", chosen={Facet.DOCUMENT_TYPE: ["1"]})
        assert [hit.key for hit in results.hits] == [CT_2007]
        assert results.total == 1
        assert results.facets[Facet.DOCUMENT_TYPE] == free[Facet.DOCUMENT_TYPE]
        assert results.facets[Facet.YEAR] == {"2007": 1}

    def test_any_value_of_a_facet_and_all_facets(self, found):
        chosen = {Facet.DOCUMENT_TYPE: ["1", "2"], Facet.YEAR: ["2018"]}
        assert found("sinh hoạt chi bộ", chosen=chosen) == [HD_2018]

    @pytest.mark.parametrize("facet", list(Facet))
    def test_a_value_that_nothing_has_finds_nothing(self, found, facet):
        assert found("sinh hoạt", chosen={facet: ["không có"]}) == []

    def test_sections_are_those_below_the_one_searched(self, search):
        assert search("sinh hoạt chi bộ").facets[Facet.SECTION] == {PAPERS: 3, NEWS: 2}
        assert search("kiểm tra", under=NEWS).facets[Facet.SECTION] == {CLOSED_LATER: 1}

    def test_a_section_narrows_and_keeps_the_counts_beside_it(self, search):
        results = search("sinh hoạt chi bộ", chosen={Facet.SECTION: [PAPERS]})
        assert results.total == len(results.hits) == 3
        assert results.facets[Facet.SECTION] == {PAPERS: 3, NEWS: 2}
        assert results.facets[Facet.KIND] == {"document": 3}

    def test_a_section_has_what_stands_below_it_and_not_its_own_page(self, search):
        section = f"{NEWS}0050"
        assert search("sơ đồ", under=NEWS).facets[Facet.SECTION] == {section: 1}
        assert [hit.key for hit in search("sơ đồ", under=NEWS, chosen={Facet.SECTION: [section]}).hits] == [MAPS]
        assert {hit.key for hit in search("sơ đồ", under=section).hits} == {UNDATED, MAPS}


class TestOrderAndPages:
    def test_newest_first(self, found):
        assert found("sinh hoạt", order=Order.NEWEST)[:2] == [HD_42, CELLS_OLD]

    def test_most_viewed_first(self, found):
        assert found("sinh hoạt", order=Order.MOST_VIEWED)[:3] == [CELLS, CELLS_OLD, HD_2018]

    def test_pages_neither_repeat_nor_leave_out(self, search, monkeypatch):
        for module in ("search.engines.database.engine", "search.engines.elastic.requests"):
            monkeypatch.setattr(f"{module}.PER_PAGE", 5)
        pages = [search("về", page=page) for page in (1, 2, 3, 4, 5)]
        keys = [hit.key for page in pages for hit in page.hits]
        assert [len(page.hits) for page in pages][:3] == [5, 5, 5]
        assert len(keys) == len(set(keys)) == pages[0].total

    @pytest.mark.parametrize("page", [0, -3, MOST_RESULTS // PER_PAGE + 1, 10**9])
    def test_a_page_beyond_all_is_no_error(self, search, page):
        results = search("sinh hoạt chi bộ", page=page)
        assert results.total
        assert bool(results.hits) is (page < 1)

    @pytest.mark.parametrize("order", list(Order))
    def test_one_story_told_twice_is_shown_once_and_counted_as_often_as_it_is_told(self, search, order):
        results = search("đường hoa đồi chè", order=order)
        assert len({TWIN, TWIN_AGAIN} & {hit.key for hit in results.hits}) == 1
        assert results.total == len(results.hits) + 1


class TestSnippets:
    def test_words_are_marked_as_they_are_written(self, search):
        hit = next(hit for hit in search("sinh hoat chi bo").hits if hit.key == CELLS)
        assert hit.title.text == "Sinh hoạt chi bộ thôn Đồi Chè"
        assert [hit.title.text[start:end] for start, end in hit.title.marks] == ["Sinh", "hoạt", "chi", "bộ"]

    def test_a_word_with_other_marks_than_typed_is_not_marked(self, search):
        hit = next(hit for hit in search("bán hàng").hits if hit.key == SELL)
        assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["bán"]
        for hit in search("bạn").hits:
            assert "bán" not in [hit.snippet.text[start:end] for start, end in hit.snippet.marks]

    def test_what_is_on_a_page_of_a_file_tells_the_page(self, search):
        hit = search("mẫu biên bản kiểm phiếu").hits[0]
        assert (hit.key, hit.file, hit.file_page) == (WITH_FILE, "8", 3)
        assert "biên bản" in hit.snippet.text

    def test_a_cited_number_is_marked_where_it_stands(self, search):
        hit = next(hit for hit in search("10 ct tw").hits if hit.key == CITES)
        start, end = hit.snippet.marks[0][0], hit.snippet.marks[-1][1]
        assert hit.snippet.text[start:end] == "10-CT/TW"


_HOSTILE = [
    "", " ", "\x00", "\x1b[31m", "\u202e\u202d đảng", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "🎉" * 500, "a" * 100_000, "chi " * 25_000, "đảng AND (", "title:*", "* OR *", "[1 TO *]", "/.*(a+)+$/", "~9", "^9e99",
    "'; DROP TABLE page; --", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "%00%ff", "\\", '"', '"""',
    '"' * 1000, "-" * 1000, "-đảng", "-a -b -c", '""', "“”", "((((((((((", "NOT", "&& ||", "!", "+", "?" * 300, "*" * 300,
    "10-" * 300, "0" * 5000, "99999999999999999999-CT/TW", "CT/TW", "/" * 2000, "chỉ thị " * 200, "\n\n\n", "\u0301" * 300,
    "ﷺ" * 50, "\ufeff\u200b\u200d", "\ue000đảng\ue001", "ﾊﾝｶｸ", "nghị quyết trung ương " * 40, "2020/" * 200,
    "é" * 999 + "́" * 999,
]  # fmt: skip


@pytest.mark.parametrize("query", _HOSTILE, ids=range(len(_HOSTILE)))
def test_whatever_is_typed_is_answered(search, query):
    for more in ({}, {"title_only": True}, {"chosen": {Facet.YEAR: [query[:50]], Facet.STATUS: [query[:50]]}}):
        assert search(query, **more).total >= 0
