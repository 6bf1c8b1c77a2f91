"""Signing in through the organisation's server opens accounts that are there, and makes none."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth.models import User
from django.test import Client

from tests.members.oidc_server import CLIENT, SECRET, OidcServer
from tests.members.signing_in import ADMIN, CODE, SECURITY, code_now, give_app, is_signed_in, person, reporter

pytestmark = pytest.mark.django_db
LEAVE = "/dang-nhap/co-quan/co-quan/"
BACK = f"{LEAVE}tro-ve/"


@pytest.fixture(scope="module")
def running() -> Iterator[OidcServer]:
    server = OidcServer()
    yield server
    server.close()


@pytest.fixture
def server(running: OidcServer, settings: Any) -> OidcServer:
    """Named by the settings as ``portal/settings/accounts.py`` does from the environment."""
    settings.OIDC_SERVER_URL = running.url
    settings.OIDC_SECOND_FACTOR = "amr"
    app = {
        "provider_id": "co-quan", "name": "Tỉnh uỷ", "client_id": CLIENT, "secret": SECRET,
        "settings": {"server_url": running.url},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    running.claims = {"sub": "so-7", "email": "Hoa@example.vn", "email_verified": True}
    running.signing_key, running.audience = running.key, CLIENT
    return running


def sign_in(client: Client, server: OidcServer, next_url: str = ""):
    there = client.post(LEAVE, {"next": next_url})
    assert there["Location"].startswith(f"{server.url}/authorize?")
    return client.get(server.authorize(there["Location"]))


def test_it_is_off_while_the_settings_name_no_server(client: Client) -> None:
    assert "co-quan" not in client.get("/dang-nhap/").content.decode()
    assert client.post(LEAVE).status_code == 404
    assert client.get(BACK, {"code": "x", "state": "y"}).status_code == 404


def test_the_account_with_the_verified_address_is_opened(client: Client, server: OidcServer) -> None:
    user = person("hoa")
    assert LEAVE in client.get("/dang-nhap/").content.decode()
    assert sign_in(client, server, next_url="/tin-tuc/")["Location"] == "/tin-tuc/"
    assert client.session["_auth_user_id"] == str(user.pk)


def test_from_then_on_it_is_found_by_its_number_there(client: Client, server: OidcServer) -> None:
    user = person("hoa")
    sign_in(client, server)
    server.claims = {"sub": "so-7", "email": "hoa.moi@example.vn", "email_verified": True}
    again = Client()
    sign_in(again, server)
    assert again.session["_auth_user_id"] == str(user.pk)
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize(
    "claims",
    [
        {"sub": "1", "email": "hoa@example.vn", "email_verified": False},
        {"sub": "1", "email": "hoa@example.vn"},
        {"sub": "1", "email": "hoa@example.vn", "email_verified": "false"},
        {"sub": "1", "email": "la@example.vn", "email_verified": True},
        {"sub": "1"},
    ],
    ids=["unverified", "silent", "a word", "unknown", "no address"],
)
def test_nobody_else_is_let_in_and_no_account_is_made(client: Client, server: OidcServer, claims) -> None:
    person("hoa")
    server.claims = claims
    answer = sign_in(client, server)
    assert answer.status_code == 403
    assert "nhờ quản trị viên" in answer.content.decode()
    assert not is_signed_in(client)
    assert User.objects.count() == 1
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize("linked", [True, False])
def test_a_closed_account_stays_closed(client: Client, server: OidcServer, linked: bool) -> None:
    user = person("hoa")
    if linked:
        sign_in(client, server)
        client.post("/dang-xuat/")
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert sign_in(client, server).status_code == 403
    assert not is_signed_in(client)


@pytest.mark.parametrize("what", ["signature", "audience", "state", "code"])
def test_what_is_forged_or_meant_for_others_is_refused(client: Client, server: OidcServer, what: str) -> None:
    person("hoa")
    if what == "signature":
        server.signing_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    if what == "audience":
        server.audience = "another-site"
    back = server.authorize(client.post(LEAVE)["Location"])
    if what == "state":
        back = back.partition("&state=")[0] + "&state=invented"
    if what == "code":
        back = back.replace("code=", "code=x")
    answer = client.get(back)
    assert answer.status_code == 403
    assert "chưa xác nhận được danh tính" in answer.content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize("process", ["connect", "redirect"])
def test_nothing_is_linked_to_the_account_that_is_signed_in(client: Client, server: OidcServer, process: str) -> None:
    client.force_login(person("lan"))
    there = client.post(LEAVE, {"process": process})["Location"]
    assert client.get(server.authorize(there)).status_code == 403
    assert not SocialAccount.objects.exists()


def test_the_policy_of_the_sign_in_page_lets_its_form_lead_there(client: Client, server: OidcServer) -> None:
    policy = client.get("/dang-nhap/")["Content-Security-Policy"]
    assert f"form-action 'self' {server.url}" in policy
    assert server.url not in client.get("/dang-nhap/quen-mat-khau/")["Content-Security-Policy"]


def test_one_leaves_by_a_form_only(client: Client, server: OidcServer) -> None:
    assert client.get(LEAVE).status_code == 405


# The second factor of staff


@pytest.fixture
def staff() -> User:
    user = reporter()
    User.objects.filter(pk=user.pk).update(email="hoa@example.vn")
    return user


@pytest.mark.parametrize(
    ("setting", "amr", "counts"),
    [
        ("amr", ["pwd", "mfa"], True),
        ("amr", ["pwd", "otp"], True),
        ("amr", ["pwd"], False),
        ("amr", None, False),
        ("always", ["pwd"], True),
        ("never", ["mfa"], False),
    ],
)
def test_what_was_shown_there_counts_as_the_settings_say(client, server, staff, settings, setting, amr, counts) -> None:
    settings.OIDC_SECOND_FACTOR = setting
    server.claims = {**server.claims, "amr": amr}
    sign_in(client, server)
    assert is_signed_in(client)
    answer = client.get(ADMIN)
    assert answer.status_code == 200 if counts else answer["Location"] == SECURITY


@pytest.mark.parametrize("amr", [["mfa"], ["pwd"]])
def test_ones_own_factor_is_asked_unless_one_was_shown_there(client, server, staff, amr) -> None:
    secret = give_app(staff)
    server.claims = {**server.claims, "amr": amr}
    answer = sign_in(client, server)
    if amr == ["pwd"]:
        assert answer["Location"].startswith(CODE)
        assert not is_signed_in(client)
        client.post(CODE, {"code": code_now(secret)})
    assert client.get(ADMIN).status_code == 200
