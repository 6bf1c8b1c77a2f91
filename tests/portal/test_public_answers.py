"""What holds for every public answer: cacheable, no cookie, a strict policy, nothing inline, nothing from elsewhere."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from news.models.article import Correction
from portal.models import FeaturedStory
from tests.factories import ArticleFactory, PortalImageFactory, SectionFactory
from tests.portal.conftest import picture
from tests.reading import Reading

#: Attributes by which a page makes the browser fetch something.
FETCHED = {
    "script": "src",
    "link": "href",
    "img": "src",
    "source": "srcset",
    "video": "poster",
    "iframe": "src",
    "use": "href",
}
ASIDE = {"canonical", "alternate"}


@pytest.fixture
def addresses(home, news_section, every_page, galleries, notices) -> list[str]:
    """One address of every kind of public page, each with all it can show."""
    day = timezone.localtime() - timedelta(days=1)
    article = ArticleFactory(
        parent=news_section,
        title="Đường hoa thôn Xóm Mới",
        kicker="Ba Chẽ",
        picture=PortalImageFactory(),
        picture_alt="Hàng cúc",
        picture_caption="Đường hoa",
        author_name="Trúc Linh",
        poster_name="Minh Hà",
        source_name="Báo Quảng Ninh",
        base_views=1113,
        published_on=day,
        updated_on=timezone.now(),
        body=[
            ("paragraph", "<h2>Một</h2><p>Hai</p>"),
            ("image", picture()),
            ("gallery", {"title": "Ảnh", "items": [picture(), picture()]}),
            ("quote", {"text": "Đảng viên đi trước.", "attribution": "Lê Thị Hoa"}),
            ("table", {"data": [["a", "b"]], "first_row_is_table_header": False, "first_col_is_header": True}),
            ("key_figures", {"title": "", "items": [{"figure": "24", "label": "chi bộ", "note": ""}]}),
        ],
    )
    article.tags.add("Nông thôn mới")
    article.corrections.add(Correction(text="Ghi nhầm số đảng viên."))
    article.save()
    for _number in range(12):
        ArticleFactory(parent=news_section)
    SectionFactory(parent=news_section, title="Kiểm tra")
    ArticleFactory(parent=SectionFactory(parent=home, title="Đoàn thể"))
    home.featured_stories.add(FeaturedStory(page=article, sort_order=0))
    home.body = [
        ("section_row", {"title": "", "page": news_section, "style": style, "count": 4})
        for style in ("lead_list", "grid", "list")
    ] + [
        ("notices", {"title": "", "page": notices, "count": 3}),
        ("photos", {"title": "", "page": galleries, "count": 3}),
    ]
    home.save()
    url = article.get_url()
    return [
        *(
            "/",
            "/tin-tuc/",
            f"/tin-tuc/nam/{day.year}/",
            url,
            f"{url}moi-hon/",
            f"{url}cu-hon/",
            "/nhan/nong-thon-moi/",
        ),
        *("/_manh/moi-nhat/", "/_manh/xem-nhieu/", "/khong-co-trang-nay/"),
        *every_page,
    ]


@pytest.fixture
def pages(visitor, addresses) -> dict[str, Reading]:
    return {url: Reading(visitor, url) for url in addresses}


def test_every_public_page(pages):
    """All rules in one walk, since making the pages takes longer than asking."""
    broken = [f"{url}: {fault}" for url, page in pages.items() for fault in faults_of(url, page)]
    assert broken == []
    assert {page.status for page in pages.values()} == {200, 404}
    assert sum(page.status == 404 for page in pages.values()) == 1


def faults_of(url: str, page: Reading):
    response, whole = page.response, not url.startswith("/_manh/")
    if response.cookies:
        yield f"sets a cookie: {response.cookies}"
    if page.status == 200 and "cookie" in response.headers.get("Vary", "").lower():
        yield "varies by cookie"
    if page.status == 200 and response["Cache-Control"] != "public, no-cache":
        yield f"may not be kept: {response['Cache-Control']}"
    yield from faults_of_policy(response.headers.get("Content-Security-Policy", ""))
    yield from faults_of_markup(page)
    if whole and page.one("html")["lang"] != "vi":
        yield "is not in Vietnamese"
    if whole and (len(page.all("h1")) != 1 or not page.text("title")):
        yield "has not one h1 and a title"
    if re.search(r"\{\{|\{%|None|<Article", page.text() if whole else page.html):
        yield "shows what only programmers should see"


def faults_of_policy(policy: str):
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";") if " " in part.strip())
    for name in ("default-src", "script-src", "style-src", "img-src", "font-src", "connect-src", "form-action"):
        if rules.get(name) != "'self'":
            yield f"policy {name}: {rules.get(name)}"
    if rules.get("object-src") != "'none'" or rules.get("base-uri") != "'none'":
        yield "policy lets plug-ins or a base address in"
    if "unsafe" in policy or "data:" in policy:
        yield f"policy is lax: {policy}"


def faults_of_markup(page: Reading):
    for script in page.all("script"):
        if not script.get("src") and script.get("type") != "application/ld+json":
            yield f"has a script inside: {script}"
    for element in page.soup.find_all(True):
        handlers = [name for name in element.attrs if name.startswith("on") or name in {"style", "srcdoc"}]
        if element.name == "style" or handlers:
            yield f"has style or script inside: <{element.name} {handlers}>"
        if str(element.get("href", "")).lower().startswith("javascript:"):
            yield f"has a script as address: {element['href']}"
        attribute = FETCHED.get(element.name)
        if attribute and not ASIDE & set(element.get("rel") or []):
            yield from (
                f"fetches from elsewhere: {part}"
                for part in str(element.get(attribute, "")).split(", ")
                if urlsplit(part).netloc or part.startswith(("data:", "//"))
            )


def test_links_to_elsewhere_do_not_give_the_window_away(pages):
    for url, page in pages.items():
        for link in page.all("a[target=_blank]"):
            assert "noopener" in (link.get("rel") or []), url


def test_an_unchanged_page_is_not_sent_again(visitor, home):
    first = visitor.get("/")
    again = visitor.get("/", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_nothing_is_written_by_reading(visitor, addresses):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        for url in addresses:
            visitor.get(url)
    verbs = {query["sql"].split()[0] for query in queries.captured_queries}
    assert not verbs & {"INSERT", "UPDATE", "DELETE"}


def test_what_a_signed_in_reader_gets_is_never_kept(admin_client, home):
    assert admin_client.get("/")["Cache-Control"] == "private, no-store"


def test_the_other_headers_of_security(visitor, home):
    response = visitor.get("/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
