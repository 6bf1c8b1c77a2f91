"""What tests of the page share on which staff see how a query is searched: articles, and who looks."""

import pytest

from portal.editorial.roles import CHIEF
from search.language.learning import forget_known, learn
from tests.editorial.conftest import client_of, person
from tests.factories import ArticleFactory, publish
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out


@pytest.fixture
def articles(news_section, worked):
    titles = ["Sinh hoạt chi bộ thôn Đồi Chè", "Chi bộ bàn việc làng", "Giá chè tăng"]
    made = [publish(ArticleFactory(parent=news_section, live=False, title=title)) for title in titles]
    worked()
    learn()
    forget_known()
    yield made
    forget_known()


@pytest.fixture
def chief(home):
    return client_of(person("truong-ban", CHIEF))
