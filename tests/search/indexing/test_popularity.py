"""What is read most: from those who count views to both engines, and only where it moved noticeably."""

import pytest

from portal.outbox.models import Effect
from portal.registry import Registry
from search import popularity
from search.contract import Order
from search.engines.database.engine import DatabaseEngine
from search.models import StoredEntry
from search.popularity import ViewCounts, follow_views
from tests.factories import ArticleFactory, publish
from tests.search.factories import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(monkeypatch):
    """Views by page, as an app that counts them would tell; empty: nobody counts."""
    views: dict[int, int] = {}
    sources: Registry[ViewCounts] = Registry("counts of views")
    monkeypatch.setattr(popularity, "view_counts", sources)

    def count(**by_page: int) -> int:
        views.clear()
        views.update({int(page.removeprefix("p")): times for page, times in by_page.items()})
        sources.register(source)
        return follow_views()

    source = ViewCounts("test", lambda: views)
    return count


@pytest.fixture
def articles(news_section, worked):
    """Two articles that are found, the older one first."""
    made = [publish(ArticleFactory(parent=news_section, live=False, title=f"Chi bộ họp {name}")) for name in "ab"]
    worked()
    return [article.pk for article in made]


def versions() -> dict[int, int]:
    return dict(StoredEntry.objects.values_list("pk", "version"))


def most_viewed(known) -> list[int]:
    return [int(hit.key) for hit in DatabaseEngine().search(asked("chi bộ họp", known, order=Order.MOST_VIEWED)).hits]


def test_where_nobody_counts_all_stays(articles, monkeypatch):
    monkeypatch.setattr(popularity, "view_counts", Registry("counts of views"))
    StoredEntry.objects.update(popularity=3.0)
    before = versions()
    assert follow_views() == 0
    assert versions() == before


def test_what_is_read_more_has_a_new_version_and_is_sent_and_nothing_else(articles, counted, settings):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:1"]
    before = versions()
    assert counted(**{f"p{articles[0]}": 100}) == 1
    changed = {pk for pk, version in versions().items() if version != before[pk]}
    assert changed == {articles[0]}
    assert versions()[articles[0]] > max(before.values())
    assert [one.payload["pages"] for one in Effect.objects.filter(kind="search.send", state="waiting")] == [
        [articles[0]]
    ]


def test_the_database_orders_by_it(articles, counted, known):
    for most in articles:
        counted(**{f"p{most}": 100})
        assert most_viewed(known)[0] == most


def test_a_little_more_is_no_change(articles, counted):
    counted(**{f"p{articles[0]}": 100})
    before = versions()
    assert counted(**{f"p{articles[0]}": 115}) == 0
    assert versions() == before
    assert counted(**{f"p{articles[0]}": 160}) == 1


def test_what_is_no_longer_read_falls(articles, counted):
    counted(**{f"p{articles[0]}": 100})
    assert counted() == 1
    assert StoredEntry.objects.get(pk=articles[0]).popularity == 0


def test_a_page_that_is_corrected_keeps_it_in_both_engines(articles, counted, known, worked):
    counted(**{f"p{articles[0]}": 100})
    article = StoredEntry.objects.get(pk=articles[0]).page.specific
    article.title = "Chi bộ họp bàn việc"
    publish(article)
    worked()
    assert StoredEntry.objects.get(pk=articles[0]).title == "Chi bộ họp bàn việc"
    assert most_viewed(known)[0] == articles[0]
