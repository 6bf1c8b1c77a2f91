"""To those without the right, a restricted address and an unknown one are answered alike."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from portal.access.media import file_url
from portal.access.own_channels import ADMIN
from portal.pictures import picture_url, size_of
from tests.access.asking import client_of
from tests.access.planting import Item, Plants


def addresses_of(item: Item) -> list[tuple[str, str]]:
    """Addresses of what was planted, each beside an unknown address of the same length."""
    if item.kind == "file":
        return [(url := file_url(item.thing), url[:-6] + "00.txt")]
    if item.kind == "picture":
        url = picture_url(item.thing, size_of(item.thing, 40))
        restricted = [rendition.url for rendition in item.thing.renditions.all()]
        return [(url, url.replace("/width-40_", "/width-41_")), *((one, _changed(one)) for one in restricted)]
    url = item.thing.get_url()
    number = str(item.thing.pk)
    link = reverse("access_page", args=[number])
    unknown = [reverse("access_page", args=[free]) for free in _numbers_of_no_page(len(number))[:1]]
    return [(url, _changed(url)), *((link, one) for one in unknown)]


def _numbers_of_no_page(digits: int) -> list[int]:
    """Those of so many digits that are free, if any are: the pages of this test may bear all of two digits."""
    taken = set(Page.objects.values_list("pk", flat=True))
    return [number for number in range(10**digits - 1, 10 ** (digits - 1) - 1, -1) if number not in taken]


def _changed(url: str) -> str:
    """``url`` with another letter near its end."""
    place = len(url.rstrip("/")) - 6
    return url[:place] + ("a" if url[place] != "a" else "b") + url[place + 1 :]


def answer(client: Client, url: str, method: str) -> tuple[int, dict[str, str], str, str]:
    """All of an answer but what repeats the question."""
    response: Any = client.generic(method, url)
    headers = {name: value for name, value in response.headers.items() if name != "ETag"}
    headers["has ETag"] = str("ETag" in response.headers)
    return response.status_code, headers, response.cookies.output(), response.content.decode().replace(url, "")


def _tells_something_new(item: Item) -> bool:
    """All states of articles, pictures and files; of other page types two are enough."""
    if item.kind in {"Article", "picture", "file"}:
        return item.case.state != "changed"
    return item.case.name in {"members", "draft"}


@pytest.mark.parametrize(
    ("role", "method"),
    [
        *(("anonymous", method) for method in ("GET", "HEAD")),
        *((role, "GET") for role in ("outsider", "member", "organisation", "reporter", "superuser")),
    ],
)
def test_refused_is_like_unknown(role: str, method: str, plants: Plants, db: None) -> None:
    client = client_of(role, plants)
    compared = 0
    for item in plants.items:
        if role in item.case.seen_by or not _tells_something_new(item):
            continue
        for refused, unknown in addresses_of(item):
            assert len(refused) == len(unknown)
            assert answer(client, refused, method) == answer(client, unknown, method), f"{item.kind} {item.case.name}"
            compared += 1
    assert compared >= 15


def test_no_shared_cache_keeps_a_refusal(plants: Plants, db: None, client: Client) -> None:
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert response["Cache-Control"] == "private, no-store"


def test_an_anonymous_visitor_gets_no_session_and_a_way_to_sign_in(plants: Plants, db: None, client: Client) -> None:
    members_only = next(item for item in plants.items if item.kind == "Article" and item.case.name == "members")
    url = members_only.thing.get_url()
    response = client.get(url)
    assert response.status_code == 404
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert f"{reverse('portal_sign_in')}?next={url}" in response.content.decode()


def test_a_stale_session_cookie_is_answered_alike(plants: Plants, db: None, client: Client) -> None:
    client.cookies["sessionid"] = "khong-con-hieu-luc-nua-roi-abcdefgh"
    members_only = next(item for item in plants.items if item.kind == "Article" and item.case.name == "members")
    url = members_only.thing.get_url()
    assert answer(client, url, "GET") == answer(client, _changed(url), "GET")


@pytest.mark.parametrize(
    "path",
    [
        "/_util/login/",
        "/_util/authenticate_with_password/1/1/",
        "/documents/1/a.pdf",
        "/images/a/1/width-40/a.jpg",
        f"/{ADMIN}password_reset/",
        f"/{ADMIN}password_reset/confirm/x/y/",
    ],
)
def test_wagtails_other_doors_are_not_there(path: str, client: Client, db: None) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


@pytest.mark.parametrize("view_name", ["wagtaildocs_serve", "wagtailimages_serve", "wagtailcore_login"])
def test_wagtails_other_doors_have_no_address(view_name: str) -> None:
    from django.urls import NoReverseMatch

    with pytest.raises(NoReverseMatch):
        reverse(view_name, args=["a", "1", "b"])
