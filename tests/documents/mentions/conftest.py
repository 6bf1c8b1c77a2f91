"""Texts that mention documents, published as the portal does it."""

import datetime as dt
from collections.abc import Callable

import pytest

from news.models import Article
from portal.text import VIET_NAM
from tests.documents.conftest import (  # noqa: F401  fixtures
    clerk,
    directive_2002,
    directive_2007,
    guidance_2018,
    register,
)
from tests.factories import ArticleFactory, publish

Write = Callable[..., Article]


@pytest.fixture
def write(news_section) -> Write:
    """An article of these paragraphs, published, of 12/9/2020 unless said."""

    def write(*paragraphs: str, day: dt.date | None = dt.date(2020, 9, 12), **values) -> Article:
        when = dt.datetime.combine(day, dt.time(10), VIET_NAM) if day else None
        body = [{"type": "paragraph", "value": f"<p>{text}</p>"} for text in paragraphs]
        article = ArticleFactory(parent=news_section, live=False, published_on=when, body=body, **values)
        return publish(article)

    return write
