"""What tests of the page share: entries that follow, and the page as a reader gets it."""

from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup

from tests.factories import ArticleFactory, publish
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out


@pytest.fixture
def page(visitor):
    """The page for a query, as parsed HTML."""

    def ask(query: str = "", client=visitor, **more: str) -> BeautifulSoup:
        answer = client.get(f"/tim-kiem/?{urlencode({'q': query, **more})}")
        assert answer.status_code == 200
        return BeautifulSoup(answer.content, "lxml")

    return ask


@pytest.fixture
def story():
    """Publishes an article in a section."""

    def tell(section, title: str, sapo: str = "", **more):
        return publish(ArticleFactory(parent=section, live=False, title=title, sapo=f"<p>{sapo}</p>", **more))

    return tell


@pytest.fixture
def titles():
    """The titles of the results on a page."""
    return lambda soup: [heading.get_text() for heading in soup.select(".search-result__title")]
