"""What a search costs the database, besides what every page costs it."""

import uuid

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from search import searching
from search.index.names import alias
from search.index.rebuilding import rebuild
from search.indexing.comparing import difference
from search.indexing.syncing import mend
from search.language.learning import forget_known
from tests.factories import SectionFactory, many_articles, publish

pytestmark = pytest.mark.django_db

#: Of our own: whether changes wait for the index, syllables (a look once a minute), synonyms, staff's rules, hits, the
#: names beside them.
#: Every page has four more: restrictions, site, settings and menu.
OUR_OWN = 6
#: The sections that the address names, and the one above a page inside a section.
OF_SECTIONS = 2
#: Where nothing was found, the register and the sections that fit stand for the hits.
OF_HELP = 2


@pytest.fixture
def on_elasticsearch(server, settings):
    """An index of what there is, when the test says so."""
    settings.ELASTICSEARCH_PREFIX = f"queries-{uuid.uuid4().hex[:8]}"
    settings.ELASTICSEARCH_TIMEOUT_SECONDS = 20
    searching._elastic.cache_clear()

    def build() -> None:
        mend(difference())
        rebuild()

    yield build
    searching._elastic.cache_clear()
    for name in server.indices.get(index=f"{alias()}*").body:
        server.indices.delete(index=name)


def queries_of(visitor, address: str) -> list[str]:
    """As a process asks them that has nothing in memory but what it never asks twice."""
    visitor.get(address)
    cache.clear()
    forget_known()
    with CaptureQueriesContext(connection) as asked:
        answer = visitor.get(address)
    assert answer.status_code == 200
    return [query["sql"] for query in asked]


def test_a_search_on_elasticsearch_asks_little_of_the_database(
    news_section, register, directive_2007, guidance_2012, on_elasticsearch, visitor
):
    section = publish(SectionFactory(parent=news_section, live=False))
    many_articles(section, 40, timezone.now())
    on_elasticsearch()
    story = Page.objects.filter(path__startswith=section.path).last()
    bare = queries_of(visitor, "/tim-kiem/")
    plain = queries_of(visitor, "/tim-kiem/?q=chi+b%E1%BB%99")
    assert len(plain) - len(bare) <= OUR_OWN, "\n".join(plain)
    named = f"&trong={news_section.pk}&tu-trang={story.pk}&muc={section.pk}&loai-trang=news&tu-ngay=2020-01-01"
    narrowed = queries_of(visitor, f"/tim-kiem/?q=chi+b%E1%BB%99{named}")
    assert len(narrowed) - len(bare) <= OUR_OWN + OF_SECTIONS, "\n".join(narrowed)
    nothing = queries_of(visitor, "/tim-kiem/?q=xyzzy")
    assert len(nothing) - len(bare) <= OUR_OWN - 1 + OF_HELP, "\n".join(nothing)


def test_more_results_ask_no_more(news_section, on_elasticsearch, visitor):
    many_articles(news_section, 3, timezone.now())
    on_elasticsearch()
    few = queries_of(visitor, "/tim-kiem/?q=chi+b%E1%BB%99")
    many_articles(news_section, 60, timezone.now())
    on_elasticsearch()
    assert len(queries_of(visitor, "/tim-kiem/?q=chi+b%E1%BB%99")) == len(few)
