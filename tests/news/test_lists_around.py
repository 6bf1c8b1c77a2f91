"""`Tin liên quan` and `Các tin khác` under an article."""

from datetime import UTC, datetime, timedelta

import pytest

from news.models.article import RelatedArticle
from portal.access.levels import Level, set_level
from tests.factories import ArticleFactory, SectionFactory
from tests.news.conftest import THAT_SATURDAY
from tests.reading import read


@pytest.fixture
def pick(article):
    """Picks articles as related to the article, in this order."""

    def add(*picked):
        for place, related in enumerate(picked):
            article.related_picks.add(RelatedArticle(related=related, sort_order=place))
        article.save()

    return add


@pytest.fixture
def elsewhere(home):
    return SectionFactory(parent=home, title="Đoàn thể")


def tagged(section, title, *tags, days=0):
    made = ArticleFactory(parent=section, title=title, published_on=THAT_SATURDAY + timedelta(days=days))
    made.tags.add(*tags)
    made.save()
    return made


def related(visitor, article) -> list[str]:
    return read(visitor, article.get_url()).texts(".related h3")


def other(visitor, article) -> list[str]:
    return read(visitor, article.get_url()).texts(".other h3")


def test_picks_come_first_in_their_order_then_articles_that_share_a_tag(visitor, article, elsewhere, pick):
    article.tags.add("nông thôn mới")
    older = tagged(elsewhere, "Cũ cùng chủ đề", "nông thôn mới", days=-9)
    newer = tagged(elsewhere, "Mới cùng chủ đề", "nông thôn mới", days=9)
    first, second = tagged(elsewhere, "Chọn một", days=-5), tagged(elsewhere, "Chọn hai", days=5)
    pick(first, second)
    assert related(visitor, article) == [first.title, second.title, newer.title, older.title]


def test_an_article_picked_that_shares_a_tag_is_listed_once(visitor, article, elsewhere, pick):
    article.tags.add("nông thôn mới")
    both = tagged(elsewhere, "Vừa chọn vừa cùng chủ đề", "nông thôn mới")
    pick(both)
    assert related(visitor, article).count(both.title) == 1


def test_an_article_is_not_related_to_itself(visitor, article, pick):
    article.tags.add("nông thôn mới")
    pick(article)
    assert article.title not in related(visitor, article)


def test_free_places_are_filled_from_the_section(visitor, article, hourly):
    hourly(6)
    assert related(visitor, article) == ["Bài 05", "Bài 04", "Bài 03", "Bài 02"]


def test_four_are_enough(visitor, article, elsewhere):
    article.tags.add("đại hội")
    article.save()
    for number in range(6):
        tagged(elsewhere, f"Đại hội {number}", "đại hội", days=number)
    assert related(visitor, article) == ["Đại hội 5", "Đại hội 4", "Đại hội 3", "Đại hội 2"]


def test_other_news_come_from_other_sections_with_their_lead(visitor, article, hourly, elsewhere):
    hourly(3)
    ArticleFactory(
        parent=elsewhere, title="Tết trồng cây", sapo="<p>Một nghìn cây <b>lim</b> xanh.</p>", source_tag="HBĐT"
    )
    page = read(visitor, article.get_url())
    assert page.texts(".other h3") == ["Tết trồng cây"]
    assert "(HBĐT) – Một nghìn cây lim xanh." in page.text(".other li")


def test_five_other_news_newest_first(visitor, article, elsewhere, hourly):
    titles = hourly(8, section=elsewhere)
    assert other(visitor, article) == titles[:2:-1]


def test_related_articles_are_not_listed_again_as_other_news(visitor, article, elsewhere, hourly, pick):
    hourly(6, section=elsewhere, word="Đoàn")
    pick(elsewhere.get_children().get(title="Đoàn 05").specific)
    assert other(visitor, article) == ["Đoàn 04", "Đoàn 03", "Đoàn 02", "Đoàn 01", "Đoàn 00"]


def test_nothing_hidden_is_listed_though_it_was_picked_and_tagged(visitor, article, elsewhere, pick):
    now = datetime.now(UTC)
    article.tags.add("nông thôn mới")
    hidden = [
        ArticleFactory(parent=elsewhere, title="Bản nháp", live=False),
        ArticleFactory(parent=elsewhere, title="Hết hạn", expire_at=now - timedelta(seconds=1)),
        ArticleFactory(parent=elsewhere, title="Chưa đến giờ", go_live_at=now + timedelta(hours=1)),
        ArticleFactory(parent=elsewhere, title="Nội bộ"),
    ]
    set_level(hidden[-1], Level.MEMBERS)
    for page in hidden:
        page.tags.add("nông thôn mới")
        page.save()
    pick(*hidden)
    answer = read(visitor, article.get_url())
    assert [page.title for page in hidden if page.title in answer.html] == []
    assert answer.all(".related, .other") == [], "an empty list has no heading"
