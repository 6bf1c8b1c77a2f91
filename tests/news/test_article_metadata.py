"""What an article's page says to search engines and social networks: complete, true, and no way out of its script."""

import json
from datetime import datetime, timedelta
from html import escape

import pytest

from portal.models import SiteSettings
from tests.factories import PortalImageFactory
from tests.news.conftest import THAT_SATURDAY
from tests.reading import Reading, read

PUBLIC = "https://luongminh.example.vn"


@pytest.fixture(autouse=True)
def _public_address(settings, news_section):
    settings.WAGTAILADMIN_BASE_URL = PUBLIC
    SiteSettings.objects.update(committee_name="Đảng uỷ xã Lương Minh")


def page_of(visitor, article, **fields) -> Reading:
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    return read(visitor, article.get_url())


def structured(page: Reading, kind: str) -> dict:
    blocks = [json.loads(block.get_text()) for block in page.all('script[type="application/ld+json"]')]
    (found,) = [block for block in blocks if block["@type"] == kind]
    assert found["@context"] == "https://schema.org"
    return found


def test_title_and_canonical_address(visitor, article):
    page = page_of(visitor, article)
    assert page.text("title") == f"{article.title} | Đảng uỷ xã Lương Minh"
    assert page.one("link[rel=canonical]")["href"] == f"{PUBLIC}/tin-tuc/duong-hoa/"


def test_news_article_has_its_required_fields(visitor, article):
    image = PortalImageFactory(title="Đường hoa")
    page = page_of(
        visitor,
        article,
        picture=image,
        picture_alt="Hàng cúc",
        author_name="Trúc Linh",
        sapo="<p>Dài <b>500 mét</b>.</p>",
    )
    found = structured(page, "NewsArticle")
    assert found["headline"] == article.title
    assert found["mainEntityOfPage"] == f"{PUBLIC}/tin-tuc/duong-hoa/"
    assert datetime.fromisoformat(found["datePublished"]) == THAT_SATURDAY
    assert datetime.fromisoformat(found["dateModified"]) == THAT_SATURDAY
    assert found["author"] == {"@type": "Person", "name": "Trúc Linh"}
    assert found["publisher"] == {"@type": "Organization", "name": "Đảng uỷ xã Lương Minh"}
    assert found["description"] == "Dài 500 mét."
    assert found["inLanguage"] == "vi"
    (picture,) = found["image"]
    assert picture.startswith(f"{PUBLIC}/anh/")
    assert visitor.get(picture.removeprefix(PUBLIC))["Content-Type"] == "image/jpeg"


def test_an_update_is_told(visitor, article):
    found = structured(page_of(visitor, article, updated_on=THAT_SATURDAY + timedelta(days=1)), "NewsArticle")
    assert datetime.fromisoformat(found["dateModified"]) == THAT_SATURDAY + timedelta(days=1)


def test_unknown_values_are_left_out_and_an_author_not_invented(visitor, article):
    found = structured(page_of(visitor, article, published_on=None, sapo=""), "NewsArticle")
    assert not {"datePublished", "dateModified", "image", "description"} & found.keys()
    assert found["author"] == {"@type": "Organization", "name": "Đảng uỷ xã Lương Minh"}


def test_a_long_title_is_cut_to_what_search_engines_take(visitor, article):
    found = structured(page_of(visitor, article, title="Đảng uỷ xã " * 20), "NewsArticle")
    assert len(found["headline"]) <= 110


def test_breadcrumbs_lead_from_home_to_the_article(visitor, article):
    found = structured(page_of(visitor, article), "BreadcrumbList")
    assert [(step["@type"], step["position"], step["name"], step["item"]) for step in found["itemListElement"]] == [
        ("ListItem", 1, "Trang chủ", f"{PUBLIC}/"),
        ("ListItem", 2, "Tin tức", f"{PUBLIC}/tin-tuc/"),
        ("ListItem", 3, article.title, f"{PUBLIC}/tin-tuc/duong-hoa/"),
    ]


def test_open_graph_shows_title_lead_and_picture(visitor, article):
    page = page_of(visitor, article, picture=PortalImageFactory(), picture_alt="Hàng cúc", sapo="<p>Dài 500 mét.</p>")
    assert page.meta("og:type") == "article"
    assert page.meta("og:title") == article.title
    assert page.meta("og:description") == page.meta("description") == "Dài 500 mét."
    assert page.meta("og:url") == f"{PUBLIC}/tin-tuc/duong-hoa/"
    assert page.meta("og:site_name") == "Đảng uỷ xã Lương Minh"
    assert page.meta("og:locale") == "vi_VN"
    picture = page.meta("og:image")
    assert picture.startswith(f"{PUBLIC}/anh/")
    assert visitor.get(picture.removeprefix(PUBLIC)).status_code == 200
    assert page.meta("article:published_time") == THAT_SATURDAY.isoformat()


def test_a_page_without_a_picture_is_shared_with_that_of_the_site(visitor, article):
    assert page_of(visitor, article).meta("og:image") is None
    SiteSettings.objects.update(share_picture=PortalImageFactory(title="Trụ sở Đảng uỷ"))
    assert page_of(visitor, article).meta("og:image").endswith("/tru-so-dang-uy.jpeg")


def test_typed_metadata_take_the_place_of_those_made_from_the_text(visitor, article):
    page = page_of(visitor, article, seo_title="Đường hoa Xóm Mới", search_description="Đường hoa dài nhất huyện.")
    assert page.text("title") == "Đường hoa Xóm Mới | Đảng uỷ xã Lương Minh"
    assert page.meta("description") == page.meta("og:description") == "Đường hoa dài nhất huyện."


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--<script>", '"};alert(1);//'])
def test_a_title_cannot_break_out_of_the_structured_data(visitor, article, title):
    page = page_of(visitor, article, title=title, seo_title=title, sapo=f"<p>{escape(title)}</p>", author_name=title)
    scripts = page.all("script")
    assert [script for script in scripts if not script.get("src") and script["type"] != "application/ld+json"] == []
    assert structured(page, "NewsArticle")["headline"] == title
    assert structured(page, "BreadcrumbList")["itemListElement"][-1]["name"] == title
    assert page.meta("og:title") == title
