"""Where Elasticsearch is configured, what is entered and what goes is sent after; its failing touches nothing else."""

import pytest

from portal.outbox.models import Effect
from search.index.definition import definition
from search.index.names import alias
from search.models import StoredEntry
from tests.factories import ArticleFactory, publish

pytestmark = pytest.mark.django_db


def sends() -> list[list[int]]:
    return [effect.payload["pages"] for effect in Effect.objects.filter(kind="search.send").order_by("pk")]


def test_without_elasticsearch_nothing_is_sent(news_section, worked, settings):
    settings.ELASTICSEARCH_URLS = []
    publish(ArticleFactory(parent=news_section, live=False)).delete()
    worked()
    assert sends() == []


@pytest.fixture
def away(settings) -> None:
    """Nobody listens there."""
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:1"]


def test_while_it_is_away_pages_are_saved_and_entered_and_the_effect_waits(news_section, away, worked):
    article = publish(ArticleFactory(parent=news_section, live=False, title="Chi bộ họp"))
    with pytest.raises(AssertionError, match=r"search\.send"):
        worked()
    assert StoredEntry.objects.get(pk=article.pk).title == "Chi bộ họp"
    assert [article.pk] in sends()
    waiting = Effect.objects.filter(kind="search.send", state="waiting")
    assert waiting.exists()
    assert not waiting.filter(error="").exists()
    assert not Effect.objects.exclude(state="done").exclude(kind="search.send").exists()


def test_what_goes_is_told_in_the_transaction_in_which_it_goes(news_section, away):
    article = ArticleFactory(parent=news_section)
    StoredEntry.objects.create(page=article, kind="news", path=article.path, title="Chi bộ họp")
    before = len(sends())
    article.delete()
    assert sends()[before:] == [[article.pk]]


@pytest.fixture
def index(server, settings):
    settings.ELASTICSEARCH_PREFIX = "entries-test"
    name = f"{alias()}-1"
    server.indices.delete(index=name, ignore_unavailable=True)
    server.indices.create(index=name, aliases={alias(): {"is_write_index": True}}, **definition())
    yield server
    server.indices.delete(index=name)


def title_of(index, article) -> list[str]:
    return index.get(index=alias(), id=str(article.pk), stored_fields=["title"])["fields"]["title"]


def test_the_index_follows(news_section, index, worked):
    article = publish(ArticleFactory(parent=news_section, live=False, title="Chi bộ họp"))
    worked()
    found = index.get(index=alias(), id=str(article.pk), stored_fields=["title"])
    assert found["fields"]["title"] == ["Chi bộ họp"]
    assert found["_version"] == StoredEntry.objects.get(pk=article.pk).version
    article.title = "Chi bộ họp bàn"
    publish(article)
    worked()
    assert title_of(index, article) == ["Chi bộ họp bàn"]
    article.unpublish()
    worked()
    assert not index.exists(index=alias(), id=str(article.pk))
    publish(article)
    worked()
    assert index.exists(index=alias(), id=str(article.pk))
    article.delete()
    worked()
    assert not index.exists(index=alias(), id=str(article.pk))


def test_an_older_state_never_overwrites_a_newer(news_section, index, worked):
    article = publish(ArticleFactory(parent=news_section, live=False, title="Mới"))
    worked()
    row = StoredEntry.objects.get(pk=article.pk)
    StoredEntry.objects.filter(pk=article.pk).update(title="Cũ", version=row.version - 1)
    Effect.objects.filter(kind="search.send").update(state="waiting")
    worked()
    assert title_of(index, article) == ["Mới"]
