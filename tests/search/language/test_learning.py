"""Syllables are learned from what is entered, and known to each process once somebody asks."""

import datetime as dt

import pytest
from django.utils import timezone

from search.language.learning import forget_known, known_syllables, learn
from search.language.words import canonical
from search.models import LearnedSyllables, StoredEntry
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_known_of_other_tests():
    forget_known()
    yield
    forget_known()


def entered(page, **values):
    StoredEntry.objects.create(page=page, kind="news", path=page.path, **values)


def test_what_the_entries_say_is_learned(news_section):
    first = ArticleFactory(parent=news_section)
    entered(first, title="Đảng uỷ họp", summary="Đảng uỷ bàn", body="Chi bộ họp.")
    entry = StoredEntry.objects.get()
    entry.passages.create(file="1", name="a.pdf", number=1, text="Đảng uỷ ban hành")
    assert learn().entries == 1
    known = known_syllables()
    assert known.count(canonical("uỷ")) == 3
    assert known.pair_count(canonical("chi"), canonical("bộ")) == 1
    assert known.count(canonical("hành")) == 1


def test_what_not_everybody_may_open_teaches_nothing(news_section):
    for values in (
        {"token": "login"},
        {"go_live_at": timezone.now() + dt.timedelta(days=1)},
        {"expire_at": timezone.now() - dt.timedelta(days=1)},
    ):
        entered(ArticleFactory(parent=news_section), title="Chuyện kín", **values)
    StoredEntry.objects.filter(token="login").get().passages.create(file="1", name="a.pdf", number=1, text="Chuyện kín")
    entered(ArticleFactory(parent=news_section), title="Chuyện hở")
    assert learn().entries == 1
    known = known_syllables()
    assert known.count(canonical("hở")) == 1
    assert known.count(canonical("kín")) == 0


def test_before_anything_was_learned_nothing_is_known(db):
    assert known_syllables().total == 0


def test_a_process_loads_once_and_again_when_something_newer_was_learned(
    news_section, monkeypatch, django_assert_num_queries
):
    entered(ArticleFactory(parent=news_section), title="Đảng uỷ")
    learn()
    known = known_syllables()
    with django_assert_num_queries(0):
        assert known_syllables() is known
    monkeypatch.setattr("search.language.learning.LOOK_EVERY_SECONDS", 0.0)
    with django_assert_num_queries(1):
        assert known_syllables() is known
    StoredEntry.objects.update(title="Chi bộ")
    learn()
    assert known_syllables().count(canonical("bộ")) == 1
    assert LearnedSyllables.objects.count() == 1
