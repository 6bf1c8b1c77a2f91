"""RSS and Atom, of the whole site and of each section: valid, public articles only, nothing invented."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from lxml import etree

from portal.access.levels import Level, set_level
from portal.models import SiteSettings
from tests.factories import ArticleFactory, SectionFactory
from tests.news.conftest import THAT_SATURDAY

ATOM = "{http://www.w3.org/2005/Atom}"
PUBLIC = "https://luongminh.example.vn"
RSS_FEEDS, ATOM_FEEDS = ("/rss/", "/tin-tuc/rss/"), ("/atom/", "/tin-tuc/atom/")


@pytest.fixture(autouse=True)
def _public_address(settings, news_section):
    settings.WAGTAILADMIN_BASE_URL = PUBLIC
    SiteSettings.objects.update(committee_name="Đảng uỷ xã Lương Minh")


def feed(client, url: str) -> Any:
    response = client.get(url)
    assert response.status_code == 200
    return etree.fromstring(response.content)


def titles(client, url: str) -> list[str]:
    root = feed(client, url)
    return [
        str(title.text) for title in (*root.findall("channel/item/title"), *root.findall(f"{ATOM}entry/{ATOM}title"))
    ]


@pytest.mark.parametrize("url", RSS_FEEDS)
def test_rss_has_what_the_format_asks_for(visitor, article, url):
    channel = feed(visitor, url).find("channel")
    assert {"title", "link", "description", "language"} <= {part.tag for part in channel}
    assert all(channel.findtext(part) for part in ("title", "link", "description"))
    assert channel.findtext("language") == "vi"
    item = channel.find("item")
    assert item.findtext("title") == article.title
    assert item.findtext("link") == item.findtext("guid") == f"{PUBLIC}{article.get_url()}"
    assert parsedate_to_datetime(item.findtext("pubDate")) == THAT_SATURDAY
    assert item.findtext("description") == "Buổi sinh hoạt diễn ra cởi mở, dân chủ, đi thẳng vào việc của thôn."
    assert visitor.get(url)["Content-Type"] == "application/rss+xml; charset=utf-8"


@pytest.mark.parametrize("url", ATOM_FEEDS)
def test_atom_has_what_the_format_asks_for(visitor, article, url):
    root = feed(visitor, url)
    for required in ("id", "title", "updated"):
        assert root.findtext(f"{ATOM}{required}")
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Đảng uỷ xã Lương Minh"
    assert root.find(f"{ATOM}link[@rel='self']").get("href").endswith(url)
    entry = root.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id")
    assert entry.findtext(f"{ATOM}title") == article.title
    assert entry.find(f"{ATOM}link[@rel='alternate']").get("href") == f"{PUBLIC}{article.get_url()}"
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}published")) == THAT_SATURDAY
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) == THAT_SATURDAY
    assert visitor.get(url)["Content-Type"] == "application/atom+xml; charset=utf-8"


def test_an_unknown_date_is_left_out(visitor, news_section):
    article = ArticleFactory(parent=news_section, published_on=None)
    assert feed(visitor, "/rss/").find("channel/item/pubDate") is None
    entry = feed(visitor, "/atom/").find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}published") is None
    updated = datetime.fromisoformat(entry.findtext(f"{ATOM}updated"))
    assert updated == article.ordered_at, "Atom asks for a time: that of the import is true"


def test_an_update_is_told(visitor, article):
    article.updated_on = THAT_SATURDAY + timedelta(days=1)
    article.save()
    entry = feed(visitor, "/atom/").find(f"{ATOM}entry")
    assert datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) == article.updated_on


def test_the_author_is_named(visitor, article):
    article.author_name = "Trúc Linh"
    article.save()
    assert feed(visitor, "/atom/").findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "Trúc Linh"


@pytest.mark.parametrize("url", [*RSS_FEEDS, *ATOM_FEEDS])
def test_newest_first_and_bounded(visitor, hourly, url, settings):
    settings.ARTICLES_PER_LIST = 3
    assert titles(visitor, url) == []
    hourly(5)
    assert titles(visitor, url) == ["Bài 04", "Bài 03", "Bài 02"]


@pytest.mark.parametrize("url", ["/tin-tuc/rss/", "/tin-tuc/atom/"])
def test_the_feed_of_a_section_holds_those_below_it_and_no_other(visitor, home, news_section, url):
    ArticleFactory(parent=SectionFactory(parent=news_section, title="Kiểm tra"), title="Trong")
    ArticleFactory(parent=SectionFactory(parent=home, title="Đoàn thể"), title="Ngoài")
    assert titles(visitor, url) == ["Trong"]


@pytest.mark.parametrize("url", [*RSS_FEEDS, *ATOM_FEEDS])
def test_public_articles_only_even_for_those_who_may_see_more(visitor, admin_client, news_section, url):
    now = datetime.now(UTC)
    ArticleFactory(parent=news_section, title="Bản nháp", live=False)
    ArticleFactory(parent=news_section, title="Hết hạn", expire_at=now - timedelta(seconds=1))
    ArticleFactory(parent=news_section, title="Chưa đến giờ", go_live_at=now + timedelta(hours=1))
    set_level(ArticleFactory(parent=news_section, title="Nội bộ"), Level.MEMBERS)
    assert titles(visitor, url) == titles(admin_client, url) == []


@pytest.mark.parametrize("url", [*RSS_FEEDS, *ATOM_FEEDS])
def test_titles_with_marks_of_xml_and_control_letters_stay_readable(visitor, news_section, url):
    ArticleFactory(parent=news_section, title="Chi bộ & đảng viên <mới> ]]>", slug="dau", sapo="<p>A &amp; B\x0b</p>")
    assert titles(visitor, url) == ["Chi bộ & đảng viên <mới> ]]>"]
