"""Staff show a second factor before the admin opens; members may have one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.test import Client

from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR, REPORTER
from portal.members.second_factor import give_demo_factor
from portal.outbox.models import Effect
from tests.members.signing_in import (
    ADMIN,
    APP,
    CODE,
    CODES,
    SECURITY,
    code_now,
    give_app,
    is_signed_in,
    person,
    reporter,
    secret_of,
    type_password,
    wrong_code,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [REPORTER, EDITOR, CHIEF, ADMINISTRATOR], ids=lambda role: role.code)
@pytest.mark.parametrize(
    "address", [ADMIN, f"{ADMIN}pages/", f"{ADMIN}reports/", f"{ADMIN}api/main/pages/", f"{ADMIN}khong-co/"]
)
def test_without_a_factor_staff_are_led_to_set_one_up(client: Client, role, address) -> None:
    person("can-bo", role)
    type_password(client, "can-bo")
    assert is_signed_in(client)
    assert client.get(address)["Location"] == SECURITY
    assert client.post(address)["Location"] == SECURITY
    page = client.get(SECURITY).content.decode()
    assert "Hãy thiết lập lớp xác thực thứ hai trước" in page
    assert f'href="{APP}"' in page


def test_a_superuser_is_no_exception(client: Client) -> None:
    User.objects.create_superuser("goc", "goc@example.vn", "mat-khau-dung-2026")
    type_password(client, "goc")
    assert client.get(ADMIN)["Location"] == SECURITY


def test_a_script_of_the_admin_is_refused_without_a_page(client: Client) -> None:
    reporter()
    type_password(client, "phong-vien")
    assert client.get(ADMIN, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    assert client.get(f"{ADMIN}phien/").json() == {"user": None}


def test_setting_up_an_app_opens_the_admin_and_gives_recovery_codes_once(client: Client) -> None:
    user = reporter()
    type_password(client, "phong-vien")
    page = client.get(APP).content.decode()
    assert "<svg" in page
    secret = re.search(r'class="account__secret"[^>]*>([A-Z2-7]+)<', page)
    assert secret
    assert client.post(APP, {"code": code_now(secret[1])})["Location"] == CODES
    assert secret_of(user) == secret[1]
    shown = client.get(CODES)
    codes = re.findall(r"<li>(\d{8})</li>", shown.content.decode())
    assert len(codes) == 10
    assert "no-store" in shown["Cache-Control"]
    assert 'download="ma-du-phong.txt"' in shown.content.decode()
    assert all(code in shown.context["file"] for code in codes)
    assert client.get(ADMIN).status_code == 200
    again = client.get(CODES).content.decode()
    assert not any(code in again for code in codes)


def test_a_wrong_code_sets_nothing_up(client: Client) -> None:
    reporter()
    type_password(client, "phong-vien")
    page = client.get(APP).content.decode()
    secret = re.findall(r'class="account__secret"[^>]*>([A-Z2-7]+)<', page)[0]
    answer = client.post(APP, {"code": wrong_code(secret)})
    assert "Mã không đúng" in answer.content.decode()
    assert not Authenticator.objects.exists()
    assert client.get(ADMIN)["Location"] == SECURITY


def test_with_an_app_nobody_is_signed_in_before_its_code(client: Client) -> None:
    secret = give_app(reporter())
    assert type_password(client, "phong-vien", next_url=f"{ADMIN}pages/")["Location"].startswith(CODE)
    assert not is_signed_in(client)
    assert client.get(ADMIN)["Location"].startswith("/dang-nhap/")
    refused = client.post(CODE, {"code": wrong_code(secret)})
    assert "Mã không đúng" in refused.content.decode()
    assert not is_signed_in(client)
    assert client.post(CODE, {"code": code_now(secret)})["Location"] == f"{ADMIN}pages/"
    assert client.get(ADMIN).status_code == 200


def test_a_code_is_good_once(client: Client) -> None:
    secret = give_app(reporter())
    code = code_now(secret)
    for browser, opens in ((Client(), True), (Client(), False)):
        type_password(browser, "phong-vien")
        browser.post(CODE, {"code": code})
        assert is_signed_in(browser) == opens


def test_a_recovery_code_is_good_once(client: Client) -> None:
    user = reporter()
    give_app(user)
    code = RecoveryCodes.activate(user).generate_codes()[3]
    for browser, opens in ((Client(), True), (Client(), False)):
        type_password(browser, "phong-vien")
        browser.post(CODE, {"code": code})
        assert is_signed_in(browser) == opens
        assert (browser.get(ADMIN).status_code == 200) == opens


def test_the_code_page_is_nothing_without_the_password(client: Client) -> None:
    give_app(reporter())
    assert client.get(CODE)["Location"].startswith("/dang-nhap/")
    assert client.post(CODE, {"code": "123456"})["Location"].startswith("/dang-nhap/")


def test_members_may_do_without(client: Client) -> None:
    person("hoa")
    type_password(client, "hoa")
    assert is_signed_in(client)
    assert "Nên có lớp xác thực thứ hai" in client.get(SECURITY).content.decode()


def test_members_who_have_one_are_asked_for_it(client: Client) -> None:
    secret = give_app(person("hoa"))
    assert type_password(client, "hoa")["Location"] == CODE
    assert client.post(CODE, {"code": code_now(secret)})["Location"] == "/"


def test_whoever_becomes_staff_is_asked_from_then_on(client: Client) -> None:
    user = person("hoa")
    type_password(client, "hoa")
    user.groups.add(*reporter("khac").groups.all())
    assert client.get(ADMIN)["Location"] == SECURITY


def test_a_session_older_than_the_factor_has_to_show_it(client: Client) -> None:
    user = reporter()
    type_password(client, "phong-vien")
    secret = give_app(user)
    there = client.get(f"{ADMIN}pages/")["Location"]
    assert there == f"{SECURITY}xac-nhan/ma/?next=%2Fquan-tri%2Fpages%2F"
    assert client.post(there, {"code": code_now(secret), "next": f"{ADMIN}pages/"})["Location"] == f"{ADMIN}pages/"
    assert client.get(ADMIN).status_code == 200


def test_staff_cannot_remove_their_only_factor(client: Client) -> None:
    user = reporter()
    secret = give_app(user)
    type_password(client, "phong-vien")
    client.post(CODE, {"code": code_now(secret)})
    page = client.post(f"{APP}bo/").content.decode()
    assert "phải giữ ít nhất một lớp" in page
    assert Authenticator.objects.filter(user=user).exists()


def test_members_can(client: Client) -> None:
    user = person("hoa")
    secret = give_app(user)
    RecoveryCodes.activate(user)
    type_password(client, "hoa")
    client.post(CODE, {"code": code_now(secret)})
    assert client.post(f"{APP}bo/")["Location"] == SECURITY
    assert not Authenticator.objects.filter(user=user).exists()
    [mail] = Effect.objects.filter(kind="mail")
    assert mail.payload["to"] == "hoa@example.vn"
    assert "Ứng dụng xác thực vừa bị bỏ" in mail.payload["text"]


def test_what_protects_the_account_is_not_changed_by_a_session_left_open(client: Client) -> None:
    user = person("hoa")
    type_password(client, "hoa")
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()
    there = client.get(APP)["Location"]
    assert there.startswith(f"{SECURITY}xac-nhan/")
    assert "Mật khẩu không đúng" in client.post(there, {"password": "sai"}).content.decode()
    assert client.post(there, {"password": "mat-khau-dung-2026", "next": APP})["Location"] == APP
    assert client.get(APP).status_code == 200
    assert not Authenticator.objects.filter(user=user).exists()


def test_secrets_are_not_readable_in_the_database() -> None:
    user = person("hoa")
    secret = give_app(user)
    assert secret not in str(Authenticator.objects.get(user=user).data)


def test_secrets_that_cannot_be_read_any_more_let_nobody_in(client: Client, settings) -> None:
    secret = give_app(reporter())
    settings.SECRET_KEY = "another-key-than-the-secrets-were-written-with"
    type_password(client, "phong-vien")
    for code in (code_now(secret), "000000", ""):
        client.post(CODE, {"code": code})
    assert not is_signed_in(client)


# Demo content


@pytest.fixture
def demo_reporter() -> User:
    user = reporter()
    give_demo_factor(user)
    return user


@pytest.mark.parametrize(
    ("setting", "on_a_server", "opens"),
    [("246810", False, True), ("", False, False), ("246810", True, False), ("135790", False, False)],
)
def test_the_fixed_code_passes_demo_staff_where_it_is_set_and_never_on_a_server(
    client: Client, settings, demo_reporter, setting, on_a_server, opens
) -> None:
    settings.DEMO_SECOND_FACTOR_CODE = setting
    settings.REFUSE_DEMO_ACCOUNTS = on_a_server
    type_password(client, "phong-vien")
    client.post(CODE, {"code": "246810"})
    assert is_signed_in(client) == opens


def test_it_passes_nobody_else(client: Client, settings) -> None:
    settings.DEMO_SECOND_FACTOR_CODE = "246810"
    give_app(reporter())
    type_password(client, "phong-vien")
    client.post(CODE, {"code": "246810"})
    assert not is_signed_in(client)


def test_a_server_does_not_start_with_it(settings, demo_reporter) -> None:
    settings.REFUSE_DEMO_ACCOUNTS = True
    settings.DEMO_SECOND_FACTOR_CODE = "246810"
    found = {error.id: error.msg for error in run_checks() if error.id and error.id.startswith("members.")}
    assert set(found) == {"members.E001", "members.E002"}
    assert "phong-vien" in found["members.E002"]


def test_elsewhere_nothing_is_complained_of(settings, demo_reporter) -> None:
    settings.DEMO_SECOND_FACTOR_CODE = "246810"
    assert not [error for error in run_checks() if error.id and error.id.startswith("members.")]


ENGLISH = re.compile(r"\b(password|sign ?in|code|security|device|session|email|required|your|please)\b", re.I)


@pytest.mark.parametrize(
    "address",
    [
        SECURITY, APP, f"{APP}bo/", CODES, f"{CODES}tao-moi/", f"{SECURITY}khoa-truy-cap/them/", f"{SECURITY}mat-khau/",
        f"{SECURITY}phien/", f"{SECURITY}xac-nhan/", f"{SECURITY}xac-nhan/ma/", f"{SECURITY}xac-nhan/khoa/",
        "/dang-nhap/", "/dang-nhap/quen-mat-khau/", "/dang-nhap/quen-mat-khau/da-gui/", "/dang-nhap/mat-khau-moi/xong/",
    ],
)  # fmt: skip
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_word_of_the_packages_shows(client: Client, address: str, method: str) -> None:
    user = person("hoa")
    secret = give_app(user)
    RecoveryCodes.activate(user)
    if address.startswith(SECURITY):
        type_password(client, "hoa")
        client.post(CODE, {"code": code_now(secret)})
    answer = getattr(client, method)(address, follow=True)
    shown = re.sub(r"<script.*?</script>|<style.*?</style>", "", answer.content.decode(), flags=re.DOTALL)
    text = re.sub(r"<[^>]+>", " ", shown.partition("<main")[2].partition("</main>")[0].partition(">")[2])
    assert not ENGLISH.findall(text)
