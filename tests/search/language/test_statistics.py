"""What is learned of the texts."""

from search.language import statistics
from search.language.statistics import Learner, SyllableStatistics, learned_from
from search.language.words import canonical
from tests.search.conftest import TEXTS


def test_counts_join_the_spellings_of_a_syllable_and_show_the_commonest():
    known = learned_from(["Đảng uỷ", "đảng ủy", "đảng uỷ khối"])
    assert known.count(canonical("uỷ")) == 3
    assert known.spelling(canonical("ủy")) == "uỷ"
    assert known.pair_count(canonical("đảng"), canonical("uỷ")) == 3
    assert known.pair_count(canonical("uỷ"), canonical("đảng")) == 0


def test_what_is_no_syllable_is_not_counted_and_parts_its_neighbours():
    known = learned_from(["chi bộ 10 facebook đảng viên"])
    assert known.count("facebook") == known.count("10") == 0
    assert known.pair_count(canonical("bộ"), canonical("đảng")) == 0


def test_all_that_was_learned_survives_being_stored(known):
    again = SyllableStatistics.from_bytes(known.to_bytes())
    forms = {form for text in TEXTS for form in map(canonical, text.lower().split())}
    assert again.total == known.total > 100
    for one in forms:
        assert (again.count(one), again.spelling(one)) == (known.count(one), known.spelling(one))
        assert all(again.pair_count(one, other) == known.pair_count(one, other) for other in forms)
    assert again.forms("ban") == known.forms("ban")


def test_nothing_learned_is_stored_and_read_too():
    assert SyllableStatistics.from_bytes(learned_from([]).to_bytes()).total == 0


def test_memory_is_bounded_and_the_common_pairs_stay(monkeypatch):
    monkeypatch.setattr(statistics, "MOST_PAIRS_HELD", 50)
    learner = Learner()
    for first in ("ba", "ca", "da", "ga", "ha", "la", "ma", "na"):
        learner.read("chi bộ")
        for second in ("to", "so", "no", "ngo", "mo", "lo", "ho", "go", "do", "co"):
            learner.read(f"{first} {second}")
    assert len(learner._pairs) <= 50
    assert learner.statistics().pair_count("chi", canonical("bộ")) >= 6


def test_of_too_many_pairs_the_common_ones_are_kept(monkeypatch):
    monkeypatch.setattr(statistics, "MOST_PAIRS_KEPT", 3)
    known = learned_from(["chi bộ, chi bộ", "đảng viên, đảng viên", "nông thôn", "con đường", "hoa nở"])
    assert known.pair_count("chi", canonical("bộ")) == known.pair_count(canonical("đảng"), canonical("viên")) == 2
    assert known.pair_count(canonical("nông"), canonical("thôn")) == 0
