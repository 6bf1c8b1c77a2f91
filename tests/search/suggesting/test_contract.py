"""What both suggesters keep: who is offered what, for which letters."""

import datetime as dt

import pytest

from tests.search.contract.corpus import (
    CELLS,
    CLOSED_LATER,
    CLOSED_SECTION,
    CT_2002,
    CT_2007,
    CT_PROVINCE,
    CV_279,
    MEMBERS,
    MEMBERS_TOKEN,
    ND_30,
    PLENUM_XI,
    PLENUM_XII,
    QD_76,
    TOMORROW,
    YESTERDAY,
)
from tests.search.factories import NOW, holder_of
from tests.search.suggesting.conftest import SECRET_ISSUER, SECRET_PAPER


class TestAccess:
    def test_titles_numbers_and_bodies_are_offered_to_holders_of_their_token_alone(self, suggest):
        asked = {"issuers": [SECRET_ISSUER]}
        for text, name, key in (
            ("bản tin nội", "titled", MEMBERS),
            ("17-hd", "numbered", SECRET_PAPER),
            ("ban tuyên giáo", "issuers", SECRET_ISSUER),
        ):
            assert key not in getattr(suggest(text, **asked), name)
            assert key in getattr(suggest(text, tokens=holder_of(MEMBERS_TOKEN), **asked), name)

    def test_a_section_closed_a_moment_ago_is_closed_at_once(self, suggest):
        assert CLOSED_SECTION in suggest("kiểm tra tr").titled
        assert CLOSED_SECTION not in suggest("kiểm tra tr", tokens=holder_of(closed={CLOSED_LATER: [7]})).titled

    def test_what_has_not_begun_or_has_ended_is_not_offered(self, suggest):
        assert not suggest("lễ hội").titled
        assert TOMORROW in suggest("lễ hội", now=NOW + dt.timedelta(seconds=1)).titled
        assert YESTERDAY in suggest("lễ hội", now=NOW - dt.timedelta(seconds=1)).titled


class TestTitles:
    @pytest.mark.parametrize(
        "text",
        [
            "sinh hoạt chi bộ thôn đ",
            "sinh hoat chi bo thon d",
            "sinh hoatj chi booj thoon ddoo",
            "đồi chè sinh ho",
            "Sinh hoạt chi bộ thôn ",
        ],
    )
    def test_any_spelling_and_order_of_words_finds_the_title(self, suggest, text):
        assert CELLS in suggest(text).titled

    def test_only_the_last_word_may_be_half_typed(self, suggest):
        assert CELLS not in suggest("si hoạt chi bộ").titled
        assert CELLS not in suggest("sinh ho ").titled

    def test_words_side_by_side_come_before_scattered_ones(self, suggest):
        assert suggest("xây dựng đ").titled == [PLENUM_XI, PLENUM_XII]

    def test_what_begins_with_a_final_y_may_go_on(self, suggest):
        assert "2" in suggest("về quy").titled
        assert "15" in suggest("kế hoạch học t").titled

    def test_words_of_the_text_are_no_words_of_the_title(self, suggest):
        assert suggest("đảng viên bàn việc làng").titled == []


class TestNumbers:
    @pytest.mark.parametrize(
        ("text", "keys"),
        [
            ("10-CT/TW", {CT_2007, CT_2002}),
            ("10-ct", {CT_2007, CT_2002, CT_PROVINCE}),
            ("10 ct tu", {CT_PROVINCE}),
            ("10–CT/T", {CT_2007, CT_2002, CT_PROVINCE}),
            ("chi thi 1", {CT_2007, CT_2002, CT_PROVINCE}),
            ("ct10", {CT_2007, CT_2002, CT_PROVINCE}),
            ("279", {CV_279}),
            ("27", {CV_279}),
            ("30/20", {ND_30}),
            ("30/2020/nd", {ND_30}),
            ("nghị định 30", {ND_30}),
            ("76 qd", {QD_76}),
            ("76-QĐ/", {QD_76}),
        ],
    )
    def test_any_spelling_of_a_number_finds_it_half_typed_too(self, suggest, text, keys):
        assert set(suggest(text).numbered) == keys

    def test_words_ask_for_no_number(self, suggest):
        assert suggest("sinh hoạt").numbered == []


@pytest.mark.parametrize(
    "text", ["", "a", "!!!", '" OR 1=1 --', "*", "(((", "\x00\ud800", "k" * 5_000, "🙂🙂 🙂", "1" * 400, "-:*|&"]
)
def test_nothing_typed_is_syntax(suggest, text):
    assert not suggest(text).titled
