"""One sees where one is signed in, and ends it."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from portal.members.sessions import device
from tests.members.signing_in import PASSWORD, SECURITY, is_signed_in, person, type_password

pytestmark = pytest.mark.django_db
URL = f"{SECURITY}phien/"
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36"
OFFICE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0"


@pytest.fixture
def browsers() -> dict[str, Client]:
    person("hoa")
    opened = {}
    for name, agent in (("phone", PHONE), ("office", OFFICE)):
        opened[name] = Client(headers={"user-agent": agent})
        type_password(opened[name], "hoa")
    return opened


def works(client: Client) -> bool:
    return client.get(URL).status_code == 200


def test_devices_addresses_and_times_are_listed(browsers) -> None:
    page = browsers["office"].get(URL).content.decode()
    assert "Chrome, Android" in page
    assert "Edge, Windows" in page
    assert "127.0.0.1" in page
    assert page.count("thiết bị này") == 1
    assert timezone.localtime().strftime("%d/%m/%Y") in page


def test_one_is_signed_out(browsers) -> None:
    key = browsers["phone"].session.session_key
    one = UserSession.objects.get(session_key=key)
    browsers["office"].post(URL, {"session": one.pk})
    assert not works(browsers["phone"])
    assert works(browsers["office"])


def test_all_others_are_signed_out(browsers) -> None:
    browsers["office"].post(URL, {"all": "1"})
    assert not works(browsers["phone"])
    assert works(browsers["office"])


def test_nobody_ends_the_session_of_another(browsers) -> None:
    person("lan")
    stranger = Client()
    type_password(stranger, "lan")
    one = UserSession.objects.get(session_key=browsers["phone"].session.session_key)
    for typed in (one.pk, "x", "9" * 30, ""):
        assert stranger.post(URL, {"session": typed}).status_code == 404
    assert works(browsers["phone"])


def test_changing_the_password_ends_the_others_and_gives_this_one_another_key(browsers) -> None:
    office = browsers["office"]
    before = office.session.session_key
    new = {"oldpassword": PASSWORD, "password1": "mot-mat-khau-moi-2026", "password2": "mot-mat-khau-moi-2026"}
    assert office.post(f"{SECURITY}mat-khau/", new)["Location"] == SECURITY
    assert works(office)
    assert office.session.session_key != before
    assert not works(browsers["phone"])


def test_signing_out_ends_the_session_and_not_only_the_cookie(browsers) -> None:
    phone = browsers["phone"]
    cookie = phone.cookies["sessionid"].value
    phone.post("/dang-xuat/")
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert not works(thief)
    assert not is_signed_in(phone)


def test_the_last_use_is_noted_from_time_to_time(browsers) -> None:
    long_ago = timezone.now() - timedelta(hours=3)
    UserSession.objects.update(last_seen_at=long_ago)
    office = browsers["office"]
    works(office)
    seen = UserSession.objects.get(session_key=office.session.session_key).last_seen_at
    assert seen > long_ago
    works(office)
    assert UserSession.objects.get(session_key=office.session.session_key).last_seen_at == seen


def test_who_is_not_signed_in_is_led_to_sign_in(client: Client) -> None:
    assert client.get(URL)["Location"] == f"/dang-nhap/?next={URL}"


@pytest.mark.parametrize(
    ("agent", "named"),
    [
        (PHONE, "Chrome, Android"),
        (OFFICE, "Edge, Windows"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/118.0 Safari/537.36 coc_coc_browser/118.0", "Coc Coc, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox, Linux"),
        ("curl/8", "Thiết bị không rõ"),
        ("", "Thiết bị không rõ"),
    ],
)
def test_devices_are_named(agent: str, named: str) -> None:
    assert device(agent) == named
