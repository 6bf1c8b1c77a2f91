"""An article is light: what its page links, compressed as a server sends it."""

import gzip
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from django.contrib.staticfiles import finders

from tests.factories import ArticleFactory, PortalImageFactory
from tests.reading import Reading, read

KB = 1024
SENTENCE = "Đồng chí bí thư chi bộ thôn {} nêu việc tháng qua, đảng viên bàn thẳng vào tuyến đường hoa dài {} mét. "


@pytest.fixture
def page(visitor, news_section) -> Reading:
    """An article of a thousand words with everything around it."""
    for number in range(25):
        ArticleFactory(parent=news_section, title=f"Chi bộ thôn số {number} sinh hoạt chuyên đề", base_views=number)
    text = "".join(f"<p>{''.join(SENTENCE.format(n * m, n + m) for m in range(5))}</p>" for n in range(10))
    article = ArticleFactory(
        parent=news_section,
        picture=PortalImageFactory(),
        picture_alt="Hàng cúc",
        author_name="Trúc Linh",
        body=[("paragraph", text)],
    )
    return read(visitor, article.get_url())


def content_of(address: str) -> bytes:
    path = finders.find(unquote(urlsplit(address).path).removeprefix("/static/"))
    assert path, address
    return Path(path).read_bytes()


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def scripts(page: Reading) -> list[str]:
    return [str(script["src"]) for script in page.all("script[src]")]


def styles(page: Reading) -> list[str]:
    return page.links("link[rel=stylesheet]")


def fonts(page: Reading) -> set[str]:
    css = "".join(content_of(address).decode() for address in styles(page))
    return {Path(found).name for found in re.findall(r"""url\(["']?([^"')]+\.woff2)""", css)}


def test_page_styles_and_scripts_are_light(page):
    parts = [page.response.content, *(content_of(address) for address in (*styles(page), *scripts(page)))]
    assert sum(map(compressed, parts)) <= 60 * KB


def test_scripts_are_light(page):
    assert sum(compressed(content_of(address)) for address in scripts(page)) <= 20 * KB


def test_fonts_are_light_and_all_there(page):
    used = fonts(page)
    assert used
    folder = Path(finders.find("portal/fonts/be-vietnam-pro-latin-400.woff2")).parent
    assert sum((folder / name).stat().st_size for name in used) <= 90 * KB


def test_a_font_fetched_early_is_one_the_styles_use_and_fetched_once(page):
    """Without ``crossorigin`` the browser fetches it again when the styles ask."""
    early = page.all("link[rel=preload][as=font]")
    assert early
    assert {Path(str(font["href"])).name for font in early} <= fonts(page)
    assert all(font.has_attr("crossorigin") for font in early)


def test_no_style_fetches_from_elsewhere(page):
    for address in styles(page):
        css = content_of(address).decode()
        assert re.findall(r"""url\(["']?(?:https?:)?//""", css) == [], address
        assert re.findall(r"""@import[^;]*//""", css) == [], address


def test_scripts_do_not_hold_up_the_page_but_for_the_readers_own_settings(page):
    blocking = [script["src"] for script in page.all("script[src]") if not script.has_attr("defer")]
    assert [Path(source).name for source in blocking] == ["preferences.js"]


def test_pictures_have_room_kept_free(page):
    for image in page.all("img"):
        assert image.get("width"), image
        assert image.get("height"), image
