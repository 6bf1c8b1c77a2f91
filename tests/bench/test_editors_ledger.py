"""The books of ``bench.editors`` find a word that went away without anybody's knowledge, and only such a one."""

from bench.editors.ledger import Ledger, word, words_in

FIRST, SECOND, THIRD = word(0, 1), word(1, 1), word(2, 1)
PAGE, OTHER = 7, 8


def test_nothing_is_lost_while_every_word_stands_in_the_newest_version():
    ledger = Ledger()
    ledger.accept(PAGE, {FIRST}, {FIRST})
    ledger.accept(PAGE, {FIRST, SECOND}, {FIRST, SECOND})
    assert ledger.lost({PAGE: [SECOND, FIRST]}) == {}


def test_a_word_written_over_by_someone_who_never_read_it_is_lost():
    ledger = Ledger()
    ledger.accept(PAGE, {FIRST}, {FIRST})
    ledger.accept(PAGE, {SECOND}, {SECOND})
    assert ledger.lost({PAGE: [SECOND]}) == {PAGE: {FIRST}}


def test_a_word_taken_away_by_someone_who_had_read_it_is_not():
    ledger = Ledger()
    ledger.accept(PAGE, {FIRST}, {FIRST})
    ledger.accept(PAGE, {SECOND}, {FIRST, SECOND})
    assert ledger.lost({PAGE: [SECOND]}) == {}


def test_having_read_it_on_another_page_is_no_excuse():
    ledger = Ledger()
    ledger.accept(PAGE, {FIRST}, {FIRST})
    ledger.accept(OTHER, {SECOND}, {FIRST, SECOND})
    assert ledger.lost({PAGE: [], OTHER: [SECOND]}) == {PAGE: {FIRST}}


def test_an_accepted_save_that_was_never_kept_is_lost():
    ledger = Ledger()
    ledger.accept(PAGE, {FIRST, THIRD}, {FIRST, THIRD})
    assert ledger.lost({PAGE: [FIRST]}) == {PAGE: {THIRD}}
    assert ledger.lost({}) == {PAGE: {FIRST, THIRD}}


def test_words_are_found_in_whatever_surrounds_them():
    assert words_in(f'[{{"text": "{FIRST} {SECOND}"}}, "Bản đầu ghi nhầm {FIRST}."] tux9') == [FIRST, SECOND]
