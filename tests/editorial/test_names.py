"""Names are written family name first, wherever they stand."""

import html
import json
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import log

from portal.editorial.roles import ADMINISTRATOR, group_of

pytestmark = pytest.mark.django_db

PASSWORD = "một mật khẩu rất dài 27"
NAME = "Vũ Minh Khê"


@pytest.fixture
def khe(client: Client) -> User:
    """An administrator, signed in, whose account was made in the admin's form."""
    user = User.objects.create_user("khe", "khe@example.vn", PASSWORD, last_name="Vũ Minh", first_name="Khê")
    user.groups.add(group_of(ADMINISTRATOR))
    client.force_login(user)
    return user


def texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, str):
        yield value


def sidebar(client: Client) -> list[str]:
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    [props] = re.findall(r'<script id="wagtail-sidebar-props" type="application/json">(.+?)</script>', page, re.DOTALL)
    return list(texts(json.loads(html.unescape(props))))


def test_a_person_is_called_by_the_family_name_first(khe: User) -> None:
    assert khe.get_full_name() == khe.get_short_name() == NAME


@pytest.mark.parametrize(("last", "first"), [("", "Vũ Minh Khê"), ("Vũ Minh Khê", "")])
def test_a_name_in_one_piece_stays_as_it_is(last: str, first: str) -> None:
    assert User(last_name=last, first_name=first).get_full_name() == NAME


def test_the_sidebar_says_the_whole_name(client: Client, khe: User) -> None:
    assert NAME in sidebar(client)
    assert "Khê" not in sidebar(client)


def test_so_does_the_sidebar_of_who_has_no_name(client: Client) -> None:
    client.force_login(User.objects.create_superuser("khong-ten"))
    assert "khong-ten" in sidebar(client)


@pytest.mark.parametrize("page", ["wagtailadmin_home", "wagtailusers_users:index", "wagtailadmin_account", "home"])
def test_pages_greet_and_list_by_the_whole_name(client: Client, khe: User, page: str) -> None:
    address = "/dang-nhap/" if page == "home" else reverse(page)
    shown = client.get(address).content.decode()
    assert "Khê Vũ" not in shown
    assert NAME in shown or page == "wagtailadmin_account"


def test_the_history_names_who_did_it(client: Client, khe: User, news_section) -> None:
    log(instance=news_section, action="wagtail.edit", user=khe)
    shown = client.get(reverse("wagtailadmin_pages:history", args=[news_section.pk])).content.decode()
    assert NAME in shown
    assert "Khê Vũ" not in shown


@pytest.mark.parametrize(
    ("address", "prefix"), [("wagtailusers_users:add", ""), ("wagtailadmin_account", "name_email-")]
)
def test_the_forms_ask_for_what_is_kept(client: Client, khe: User, address: str, prefix: str) -> None:
    shown = html.unescape(client.get(reverse(address)).content.decode())
    family, given = shown.index("Họ và tên đệm"), shown.index(f'name="{prefix}first_name"')
    assert family < shown.index(f'name="{prefix}last_name"') < given


def test_what_is_typed_is_kept_as_typed(client: Client, khe: User) -> None:
    sent = {
        "username": "dao",
        "email": "dao@example.vn",
        "last_name": " Lương  Thị Bích",
        "first_name": "Đào",
        "password1": PASSWORD,
        "password2": PASSWORD,
    }
    client.post(reverse("wagtailusers_users:add"), sent)
    made = User.objects.get(username="dao")
    assert (made.last_name, made.first_name) == ("Lương Thị Bích", "Đào")
    assert made.get_full_name() == "Lương Thị Bích Đào"


def test_accounts_are_listed_by_given_name(client: Client, khe: User) -> None:
    for last, first in [("Vũ", "An"), ("An", "Vy")]:
        User.objects.create_user(first.lower(), last_name=last, first_name=first)
    for ordering, expected in [("name", ["An", "Khê", "Vy"]), ("-name", ["Vy", "Khê", "An"])]:
        listed = client.get(reverse("wagtailusers_users:index"), {"ordering": ordering}).context["users"]
        assert [user.first_name for user in listed] == expected


@pytest.mark.parametrize("words", ["Vũ Minh Khê", "vu minh khe", "khe vu"])
def test_an_account_is_found_by_the_whole_name(client: Client, khe: User, words: str) -> None:
    User.objects.create_user("an", last_name="Vũ Minh", first_name="An")
    listed = client.get(reverse("wagtailusers_users:index"), {"q": words}).context["users"]
    assert list(listed) == [khe]
