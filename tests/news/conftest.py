"""Articles for the tests of news."""

from datetime import UTC, datetime, timedelta

import pytest

from news.models import Article
from tests.factories import ArticleFactory

#: Thứ Bảy, 12/09/2020, 10:34 in Viet Nam.
THAT_SATURDAY = datetime(2020, 9, 12, 3, 34, tzinfo=UTC)


@pytest.fixture
def article(news_section) -> Article:
    """An article of which everything is known but what each test adds."""
    return ArticleFactory(
        parent=news_section,
        title="Chi bộ thôn Xóm Mới làm đường hoa dài 500 mét",
        slug="duong-hoa",
        published_on=THAT_SATURDAY,
    )


@pytest.fixture
def hourly(news_section):
    """Makes ``count`` articles, one an hour from ``start``; gives their titles, oldest first."""

    def make(count: int, start: datetime = THAT_SATURDAY, section=news_section, word: str = "Bài") -> list[str]:
        titles = [f"{word} {number:02}" for number in range(count)]
        for hour, title in enumerate(titles):
            ArticleFactory(parent=section, title=title, published_on=start + timedelta(hours=hour))
        return titles

    return make
