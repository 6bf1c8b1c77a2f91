"""Which queries a rule holds for."""

import datetime as dt

import pytest

from search.rules.matching import MOST_PINNED, Rule, Rules, form_of

DAY = dt.date(2026, 3, 2)


def pinned(rules: Rules, query: str, day: dt.date = DAY) -> list[str]:
    return list(rules.decide(query.lower().split(), day).pinned)


@pytest.mark.parametrize("query", ["sinh hoạt kỳ", "Sinh Hoạt KỲ", "sinh hoạt kì", "sinh hoat ky", "sinh hoat kì"])
def test_case_marks_and_spellings_make_no_difference(query):
    assert pinned(Rules([Rule(["Sinh hoạt kỳ"], pinned=["1"])]), query) == ["1"]


@pytest.mark.parametrize(
    ("written", "typed"), [("hoà giải", "hòa giải"), ("uỷ ban", "ủy ban"), ("khoá họp", "khóa họp")]
)
def test_the_place_of_the_tone_makes_no_difference(written, typed):
    assert pinned(Rules([Rule([written], pinned=["1"])]), typed) == ["1"]


def test_other_marks_are_another_word():
    rules = Rules([Rule(["bán hàng"], pinned=["1"])])
    assert pinned(rules, "bạn hàng") == []
    assert pinned(rules, "ban hang") == ["1"]


def test_a_rule_without_marks_holds_for_words_with_any():
    assert pinned(Rules([Rule(["ban hang"], pinned=["1"])]), "bạn hàng") == ["1"]


def test_the_whole_query_or_its_words_in_any_order():
    whole, words = Rule(["đảng phí"], pinned=["1"]), Rule(["đảng phí"], contains=True, pinned=["2"])
    rules = Rules([words, whole])
    assert pinned(rules, "đảng phí") == ["1", "2"]
    assert pinned(rules, "mức phí đảng viên") == ["2"]
    assert pinned(rules, "đảng viên") == []


def test_of_rules_for_words_the_more_particular_comes_first():
    rules = Rules([Rule(["đảng"], contains=True, pinned=["1"]), Rule(["đảng phí"], contains=True, pinned=["2"])])
    assert pinned(rules, "mức đảng phí") == ["2", "1"]


def test_any_spelling_of_a_rule():
    rules = Rules([Rule(["lịch tiếp dân", "lịch tiếp công dân"], pinned=["1"])])
    assert pinned(rules, "lịch tiếp công dân") == ["1"]


@pytest.mark.parametrize(("day", "holds"), [(1, False), (2, True), (3, True), (4, False)])
def test_from_the_first_day_to_the_last(day, holds):
    rules = Rules([Rule(["họp"], pinned=["1"], starts=dt.date(2026, 3, 2), ends=dt.date(2026, 3, 3))])
    assert pinned(rules, "họp", dt.date(2026, 3, day)) == (["1"] if holds else [])


def test_what_one_rule_excludes_no_other_pins():
    decided = Rules([Rule(["họp"], pinned=["1", "2"]), Rule(["họp"], contains=True, excluded=["1"])]).decide(
        ["họp"], DAY
    )
    assert (decided.pinned, decided.excluded) == (("2",), ("1",))


def test_pins_of_many_rules_are_bounded():
    rules = Rules([Rule(["họp"], contains=True, pinned=[f"{number}"]) for number in range(100)])
    assert len(pinned(rules, "họp")) == MOST_PINNED


def test_a_query_of_no_words_falls_under_nothing():
    assert not form_of("–")
    assert pinned(Rules([Rule(["–"], contains=True, pinned=["1"])]), "họp") == []
    assert pinned(Rules([Rule(["họp"], pinned=["1"])]), "") == []
