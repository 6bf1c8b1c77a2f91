"""What a page costs the database: bounded, and the same with a hundred articles and with ten thousand."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from taggit.models import Tag
from wagtail.models import Site

from news.models import Article, ArticleTag
from portal.models import GalleryIndexPage, GalleryPage, NoticeIndexPage, NoticePage, SiteMapPage
from tests.factories import PortalImageFactory, SectionFactory, many_articles

START = datetime(2024, 1, 1, tzinfo=UTC)
LIMITS = {
    "home": 25,
    "section": 15,
    "year": 15,
    "article": 15,
    "newer": 8,
    "older": 8,
    "tag": 12,
    "rss": 6,
    "atom": 6,
    "section rss": 9,
    "section atom": 9,
}
STANDING_LIMITS = {"galleries": 12, "notices": 12, "site map": 12}


def cost(client, url: str) -> list[str]:
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, url
    return [query["sql"] for query in queries.captured_queries]


def addresses(section) -> dict[str, str]:
    articles = Article.objects.in_section(section).order_by("ordered_at")
    middle = articles[articles.count() // 2].get_url()
    own = section.get_url()
    return {
        "home": "/",
        "section": own,
        "year": f"{own}nam/2024/",
        "article": middle,
        "newer": f"{middle}moi-hon/",
        "older": f"{middle}cu-hon/",
        "tag": "/nhan/nong-thon-moi/",
        "rss": "/rss/",
        "atom": "/atom/",
        "section rss": f"{own}rss/",
        "section atom": f"{own}atom/",
    }


def tagged_articles(section, count: int) -> None:
    """``count`` more articles; all bear one tag and an author, as feeds tell him."""
    many_articles(section, count, START)
    tag, _made = Tag.objects.get_or_create(name="nông thôn mới")
    untagged = Article.objects.filter(tagged_items=None).values_list("pk", flat=True)
    ArticleTag.objects.bulk_create([ArticleTag(tag=tag, content_object_id=pk) for pk in untagged], batch_size=1000)
    Article.objects.update(author_name="Trúc Linh", updated_on=datetime(2025, 12, 1, tzinfo=UTC))


@pytest.mark.parametrize("template", LIMITS)
def test_queries_are_few(visitor, news_section, template):
    tagged_articles(news_section, 100)
    queries = cost(visitor, addresses(news_section)[template])
    assert len(queries) <= LIMITS[template], "\n".join(queries)


def test_queries_do_not_grow_with_the_site(visitor, news_section):
    tagged_articles(news_section, 100)
    few = {name: len(cost(visitor, url)) for name, url in addresses(news_section).items()}
    tagged_articles(news_section, 9_900)
    many = {name: len(cost(visitor, url)) for name, url in addresses(news_section).items()}
    assert many == few


@pytest.fixture
def standing(home):
    """The pages outside news that list others; gives what makes each of their lists longer by ``count``."""
    galleries = home.add_child(instance=GalleryIndexPage(title="Thư viện ảnh", slug="thu-vien"))
    notices = home.add_child(instance=NoticeIndexPage(title="Thông báo", slug="thong-bao"))
    home.add_child(instance=SiteMapPage(title="Sơ đồ cổng", slug="so-do"))

    def add(count: int) -> None:
        for number in range(count):
            picture = {"image": PortalImageFactory(), "alt_text": "Trồng cây", "decorative": False}
            gallery = GalleryPage(title=f"Bộ ảnh {number}", pictures=[("pictures", [picture])])
            galleries.add_child(instance=gallery)
            notices.add_child(instance=NoticePage(title=f"Thông báo {number}", text="<p>Mời họp.</p>"))
            SectionFactory(parent=home, show_in_menus=False)

    return add


@pytest.mark.parametrize(
    ("template", "url"), [("galleries", "/thu-vien/"), ("notices", "/thong-bao/"), ("site map", "/so-do/")]
)
def test_lists_outside_news_cost_little_and_the_same_however_long(visitor, standing, template, url):
    standing(3)
    visitor.get(url)  # content types are asked for once in a process
    few = cost(visitor, url)
    standing(24)
    many = cost(visitor, url)
    assert len(few) == len(many) <= STANDING_LIMITS[template], "\n".join(many)
