"""What machines read: site map, robots, manifest, icon, clock."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from lxml import etree

from portal import sitemaps
from portal.access.levels import Level, set_level
from portal.models import SiteSettings
from tests.factories import ArticleFactory, many_articles

XML = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(visitor, url: str) -> list[str]:
    response = visitor.get(url)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    return [
        found.text.removeprefix("http://127.0.0.1:8000")
        for found in etree.fromstring(response.content).iter(f"{XML}loc")
    ]


@pytest.mark.usefixtures("every_page", "home")
def test_the_site_map_holds_every_public_page_once(visitor, news_section, every_page):
    article = ArticleFactory(parent=news_section)
    assert addresses(visitor, "/sitemap.xml") == ["/sitemap-trang.xml"]
    found = addresses(visitor, "/sitemap-trang.xml")
    assert sorted(found) == sorted(["/", "/tin-tuc/", article.get_url(), *every_page])


def test_the_site_map_holds_nothing_that_is_not_public(visitor, admin_client, news_section):
    now = timezone.now()
    ArticleFactory(parent=news_section, live=False)
    ArticleFactory(parent=news_section, expire_at=now)
    ArticleFactory(parent=news_section, go_live_at=now + timedelta(hours=1))
    set_level(ArticleFactory(parent=news_section), Level.MEMBERS)
    for client in (visitor, admin_client):
        assert addresses(client, "/sitemap-trang.xml") == ["/", "/tin-tuc/"]


def test_the_site_map_is_cut_into_parts(visitor, news_section, monkeypatch):
    assert sitemaps.PageSitemap.limit == 1000
    monkeypatch.setattr(sitemaps.PageSitemap, "limit", 10)
    many_articles(news_section, 19, datetime(2024, 1, 1, tzinfo=UTC))
    parts = addresses(visitor, "/sitemap.xml")
    assert parts == ["/sitemap-trang.xml", "/sitemap-trang.xml?p=2", "/sitemap-trang.xml?p=3"]
    found = [addresses(visitor, part) for part in parts]
    assert [len(part) for part in found] == [10, 10, 1]
    assert len({address for part in found for address in part}) == 21


@pytest.mark.parametrize("url", ["/sitemap-trang.xml?p=2", "/sitemap-trang.xml?p=abc", "/sitemap-khac.xml"])
def test_a_part_that_is_not_there_is_not_found(visitor, home, url):
    assert visitor.get(url).status_code == 404


def test_robots_are_told_what_to_leave_out_and_where_the_site_map_is(visitor, home):
    response = visitor.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    lines = response.content.decode().splitlines()
    assert "User-agent: *" in lines
    assert {"Disallow: /quan-tri/", "Disallow: /dang-nhap/"} <= set(lines)
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in lines


def test_the_manifest_names_the_committee_and_icons_that_are_there(visitor, home):
    SiteSettings.objects.update(committee_name="Đảng uỷ xã Lương Minh")
    response = visitor.get("/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    manifest = json.loads(response.content)
    assert (manifest["name"], manifest["lang"], manifest["start_url"]) == ("Đảng uỷ xã Lương Minh", "vi", "/")
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    for icon in manifest["icons"]:
        assert visitor.get(icon["src"])["Content-Type"] == "image/png"


def test_the_icon_is_where_browsers_look_for_it(visitor, home):
    response = visitor.get("/favicon.ico", follow=True)
    assert response.status_code == 200
    assert b"".join(response.streaming_content)[:4] == b"\0\0\1\0"


def test_the_clock_tells_the_day_of_viet_nam_and_is_never_kept(visitor, home):
    response = visitor.get("/_gio/")
    told = response.json()
    now = timezone.localtime()
    assert abs(datetime.fromisoformat(told["iso"]) - now) < timedelta(seconds=30)
    assert told["iso"].endswith("+07:00")
    weekday, day = told["text"].split(", ")
    assert weekday in {"Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"}
    assert datetime.strptime(day, "%d/%m/%Y").date() == datetime.fromisoformat(told["iso"]).date()  # noqa: DTZ007
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("url", ["/_gio/", "/robots.txt", "/manifest.webmanifest", "/_manh/moi-nhat/", "/nhan/x/"])
def test_nothing_can_be_sent_to_what_only_answers(visitor, home, url):
    assert visitor.post(url).status_code == 405
