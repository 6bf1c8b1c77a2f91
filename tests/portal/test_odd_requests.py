"""Whatever stands in an address or a header, no answer is a failure of the server."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import product
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Collection

from news.models import Article, Section
from news.neighbours import write_cursor
from portal.access.media import file_url
from portal.models import PortalFile
from portal.pictures import _signer
from tests.factories import ArticleFactory, PortalImageFactory

pytestmark = pytest.mark.django_db

NUMBERS = ["0", "-1", "9" * 10, "9" * 18, "9" * 19, "9" * 25, "9" * 5000, "1%00", "%C2%B2", "%D9%A3"]
TEXTS = ["%00", "a%00b", "..", "%2e%2e%2f", "%FF", "%F0%9F%98%80", "a" * 3000, "-1", "9" * 25]
HUGE = "9" * 5000
HEADERS = [
    {"Range": value}
    for value in (
        f"bytes={HUGE}-", f"bytes=-{HUGE}", f"bytes=0-{HUGE}", "bytes=-0", "bytes=5-2", "bytes=--1", "bytes=a-b",
        "bytes=0-1,5-", "bytes=²-", "bytes=٣-", "lines=1-2", "bytes", "\x00",
    )
] + [
    {"Range": "bytes=0-1", "If-Range": value}
    for value in (
        "", "x", '"', 'W/"x"', "0", "Mon, 01 Jan 0001 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 +2359",
        "Fri, 31 Dec 9999 23:59:59 -2359", "Mon, 99 Foo 99999 99:99:99 GMT", f"Mon, 01 Jan {HUGE} 00:00:00 GMT",
        "Mon, 01 Jan 2024 00:00:00 +99999999999999", "Mon, 01 Jan 2024 00:00:00", "²", "\x00",
    )
] + [
    {name: value}
    for name in ("If-Modified-Since", "If-Unmodified-Since", "If-None-Match", "If-Match")
    for value in ("", "x", "0", "Mon, 01 Jan 0001 00:00:00 GMT", f"Mon, 01 Jan {HUGE} 00:00:00 GMT", '"', "*", "²", "\x00")
]  # fmt: skip


def own_patterns(patterns: Iterable[URLPattern | URLResolver], prefix: str = "/") -> Iterable[tuple[str, list[str]]]:
    """Addresses outside the admin with a value in them, each with the names of its converters."""
    for pattern in patterns:
        route = getattr(pattern.pattern, "_route", None)
        if isinstance(pattern, URLResolver):
            if not route:
                yield from own_patterns(pattern.url_patterns, prefix)
        elif route and pattern.pattern.converters:
            yield prefix + route, list(pattern.pattern.converters)


PATTERNS = list(own_patterns(get_resolver().url_patterns))


def odd_addresses(route: str) -> Iterable[str]:
    """``route`` with each odd value in each place, and usual ones in the others."""
    parts = route.replace("<", "\0<").replace(">", ">\0").split("\0")
    places = [number for number, part in enumerate(parts) if part.startswith("<")]
    usual = ["1" if part.startswith(("<int", "<number")) else "x" if part.startswith("<") else part for part in parts]
    for place, value in product(places, NUMBERS + TEXTS):
        yield "".join([*usual[:place], value, *usual[place + 1 :]])


def test_there_are_addresses_to_ask() -> None:
    assert {"portal_picture", "access_file"} <= {pattern.name for pattern in _named(get_resolver().url_patterns)}
    assert len(PATTERNS) >= 6


def _named(patterns: Iterable[URLPattern | URLResolver]) -> Iterable[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _named(pattern.url_patterns)
        else:
            yield pattern


@pytest.mark.parametrize("route", [route for route, _converters in PATTERNS])
def test_odd_values_in_addresses(client: Client, home: object, route: str) -> None:
    client.raise_request_exception = False
    answers = {address[:90]: client.get(address).status_code for address in odd_addresses(route)}
    assert {address: status for address, status in answers.items() if status >= 500} == {}


IN_THE_TREE = [
    "/tin-tuc/nam/{}/", "/tin-tuc/nam/2024/thang/{}/", "/tin-tuc/?page={}", "/nhan/dai-hoi/?page={}",
    "/tin-tuc/hop/moi-hon/?tu={}", "/tin-tuc/hop/cu-hon/?tu={}", "/sitemap-trang.xml?p={}", "/{}/", "/media/{}",
    "/tin-tuc/{}/",
]  # fmt: skip


@pytest.fixture
def ordinary(news_section: Section) -> dict[str, str]:
    """What is ordinarily asked for at each of these addresses, and is there."""
    when = datetime(2024, 5, 1, 3, tzinfo=UTC)
    article: Article = ArticleFactory(parent=news_section, title="Chi bộ họp", slug="hop", published_on=when)
    article.tags.add("Đại hội")
    article.save()
    picture: Any = PortalImageFactory()
    size = picture.get_rendition("width-40")
    cursor = write_cursor(article)
    values = ("2024", "5", "1", "1", cursor, cursor, "1", "tin-tuc", size.file.name, "hop")
    return dict(zip(IN_THE_TREE, values, strict=True))


@pytest.mark.parametrize("address", IN_THE_TREE)
def test_ordinary_values_in_the_tree_are_answered(client: Client, ordinary: dict[str, str], address: str) -> None:
    """Else the odd values below would only ask what is never there."""
    assert client.get(address.format(ordinary[address])).status_code == 200


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("address", IN_THE_TREE)
@pytest.mark.usefixtures("ordinary")
def test_odd_values_in_the_tree(client: Client, address: str, number: str) -> None:
    client.raise_request_exception = False
    assert client.get(address.format(number)).status_code < 500


@pytest.mark.parametrize("pk", ["9" * 18, "9" * 25])
def test_a_well_signed_picture_that_cannot_be(client: Client, home: object, pk: str) -> None:
    signature = _signer.signature(f"{pk}/width-320/v")[:16]
    assert client.get(f"/anh/{pk}/v/{signature}/width-320/x.jpg").status_code == 404


@pytest.fixture
def file_address(home: object) -> str:
    file = PortalFile.objects.create(
        title="Báo cáo",
        collection=Collection.get_first_root_node(),
        file=ContentFile(b"0123456789", name="bao-cao.pdf"),
    )
    return file_url(file)


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: ascii(headers)[:60].replace("/", ""))
def test_odd_headers(client: Client, file_address: str, headers: dict[str, str]) -> None:
    assert client.get(file_address, headers=headers).status_code in {200, 206, 304, 412, 416}
