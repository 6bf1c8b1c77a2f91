"""The code on a printed page leads back to that page."""

import io

import pytest
import segno

from portal.models import NoticeIndexPage, NoticePage
from portal.qr_codes import MOST_CHARACTERS, code_address
from tests.factories import ArticleFactory
from tests.reading import Reading, read


def drawn(address: str) -> bytes:
    """The code for ``address`` as it should be drawn."""
    drawing = io.BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(drawing, kind="svg", xmldecl=False, omitsize=True, svgclass=None, lineclass=None, border=0)
    return drawing.getvalue()


@pytest.fixture
def article(news_section):
    return ArticleFactory(parent=news_section)


@pytest.fixture
def notice(home):
    index = home.add_child(instance=NoticeIndexPage(title="Thông báo", slug="thong-bao"))
    return index.add_child(instance=NoticePage(title="Mời họp thôn", text="<p>Mời họp.</p>"))


@pytest.mark.parametrize("kind", ["article", "notice"])
def test_the_code_on_paper_leads_to_the_page(visitor, request, kind):
    page = request.getfixturevalue(kind)
    printed = read(visitor, page.get_url()).one(".print-address")
    assert page.full_url in printed.get_text()
    code = visitor.get(printed.img["src"])
    assert code["Content-Type"] == "image/svg+xml"
    assert code.content == drawn(page.full_url)


def test_the_code_waits_until_the_page_is_printed(visitor, article):
    """A lazy picture in a part that is not shown is not fetched; who prints fetches it first."""
    code = read(visitor, article.get_url()).one(".print-address img")
    assert code["loading"] == "lazy"
    assert code["width"] == code["height"]


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("khong-co-trang-nay/", "khong-co-trang-nay/"),
        ("b%C3%A0i/", "b%C3%A0i/"),
        ("/xau.example/", "/xau.example/"),
        ("@xau.example/", "@xau.example/"),
        ("%00%0d", "%00%0D"),
    ],
)
def test_every_code_leads_to_this_portal(client, settings, path, leads_to):
    settings.WAGTAILADMIN_BASE_URL = "https://dangbo.example.vn/"
    assert client.get(f"/_ma-qr/{path}").content == drawn(f"https://dangbo.example.vn/{leads_to}")


def test_a_code_may_be_kept_and_asks_the_database_nothing(client):
    """A test without the database: asking it would fail."""
    answer = client.get("/_ma-qr/tin-tuc/")
    assert answer["Cache-Control"] == "max-age=31536000, public, immutable"
    assert not answer.cookies


@pytest.mark.usefixtures("home")
def test_an_address_too_long_for_a_camera_has_no_code(visitor, settings):
    portal = settings.WAGTAILADMIN_BASE_URL + "/"
    longest = "a" * (MOST_CHARACTERS - len(portal))
    assert Reading(visitor, code_address(portal + longest)).status == 200
    assert code_address(portal + longest + "a") == ""
    assert Reading(visitor, f"/_ma-qr/{longest}a").status == 404


def test_what_is_not_this_portals_has_no_code(settings):
    settings.WAGTAILADMIN_BASE_URL = "https://dangbo.example.vn"
    assert code_address("https://dangbo.example.vn.xau.example/") == ""
    assert code_address("") == ""
