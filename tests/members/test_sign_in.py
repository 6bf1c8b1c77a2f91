"""One place to sign in and out."""

from typing import Any

import pytest
from allauth.account.adapter import get_adapter
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from portal.editorial.roles import REPORTER, group_of
from portal.members.second_factor import give_demo_factor

pytestmark = pytest.mark.django_db

PASSWORD = "mat-khau-dung-2026"
SIGN_IN = "/dang-nhap/"
SIGN_OUT = "/dang-xuat/"
CODE = "/dang-nhap/ma-xac-thuc/"


@pytest.fixture
def reader() -> User:
    return get_user_model().objects.create_user("hoa", password=PASSWORD)


@pytest.fixture
def reporter() -> User:
    user = get_user_model().objects.create_user("phong-vien", password=PASSWORD)
    user.groups.add(group_of(REPORTER))
    give_demo_factor(user)
    return user


def sign_in(client: Client, username: str, password: str = PASSWORD, next_url: str = "") -> object:
    return client.post(SIGN_IN, {"login": username, "password": password, "next": next_url})


def test_readers_come_to_the_first_page(client: Client, reader: User) -> None:
    assert sign_in(client, "hoa")["Location"] == "/"  # type: ignore[index]


def test_staff_come_to_their_work(client: Client, reporter: User, settings: Any) -> None:
    settings.DEMO_SECOND_FACTOR_CODE = "135790"
    assert sign_in(client, "phong-vien")["Location"] == CODE  # type: ignore[index]
    assert client.post(CODE, {"code": "135790"})["Location"] == reverse("wagtailadmin_home")


def test_whoever_came_from_somewhere_goes_back_there(client: Client, reader: User) -> None:
    assert sign_in(client, "hoa", next_url="/tin-tuc/")["Location"] == "/tin-tuc/"  # type: ignore[index]


@pytest.mark.parametrize(
    "elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)", "/\\example.com"]
)
def test_nobody_is_sent_elsewhere(client: Client, reader: User, elsewhere: str) -> None:
    assert sign_in(client, "hoa", next_url=elsewhere)["Location"] == "/"  # type: ignore[index]


def test_a_refusal_does_not_say_whether_the_account_exists(client: Client, reader: User) -> None:
    get_user_model().objects.create_user("khoa", password=PASSWORD, is_active=False)
    told = {
        client.post(SIGN_IN, {"login": name, "password": password}).context["form"].non_field_errors().as_text()
        for name, password in (("hoa", "sai"), ("khong-co", "sai"), ("khoa", PASSWORD), ("khoa", "sai"))
    }
    assert told == {"* Tên đăng nhập hoặc mật khẩu không đúng. Hãy thử lại, chú ý chữ hoa và chữ thường."}


def test_signing_out_takes_a_form(client: Client, reader: User) -> None:
    client.force_login(reader)
    assert client.get(SIGN_OUT).status_code == 405
    assert "_auth_user_id" in client.session
    response = client.post(SIGN_OUT)
    assert response["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_the_forms_are_kept_by_nobody(client: Client) -> None:
    assert "no-store" in client.get(SIGN_IN)["Cache-Control"]


def test_the_admin_signs_in_at_the_same_place(client: Client) -> None:
    edit = reverse("wagtailadmin_home")
    assert client.get(edit)["Location"] == f"{SIGN_IN}?next={edit}"
    assert client.get(reverse("wagtailadmin_login"), {"next": "/quan-tri/pages/"})["Location"].startswith(SIGN_IN)
    assert client.post(reverse("wagtailadmin_login")).status_code == 405


def test_a_reader_does_not_get_into_the_admin(client: Client, reader: User) -> None:
    client.force_login(reader)
    assert client.get(reverse("wagtailadmin_home"))["Location"].startswith(SIGN_IN)


@pytest.mark.parametrize("address", ["/quan-tri/", "/quan-tri/pages/", "/quan-tri/khong-co/"])
def test_readers_are_told_that_the_admin_is_not_for_them(client: Client, reader: User, address: str) -> None:
    client.force_login(reader)
    response = client.get(address, follow=True)
    assert response.status_code == 403
    told = response.content.decode()
    assert "không có quyền vào trang quản trị" in told
    assert 'href="/"' in told
    assert "no-store" in response["Cache-Control"]


def test_so_are_those_who_come_to_the_admin_by_signing_in(client: Client, reader: User) -> None:
    there = sign_in(client, "hoa", next_url="/quan-tri/")["Location"]  # type: ignore[index]
    assert client.get(there, follow=True).status_code == 403


def test_nobody_else_is_told_so(client: Client, reporter: User) -> None:
    assert client.get(SIGN_IN, {"next": "/quan-tri/"}).status_code == 200
    client.force_login(reporter)
    assert client.get(SIGN_IN, {"next": "/quan-tri/"}).status_code == 200
    assert client.get(SIGN_IN).status_code == 200


@pytest.mark.parametrize(
    "address", ["/dang-ky/", "/dang-nhap/dang-ky/", "/accounts/signup/", "/signup/", "/accounts/login/"]
)
def test_nobody_signs_up(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address, {"username": "moi", "password1": PASSWORD, "password2": PASSWORD}).status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    assert not get_adapter().is_open_for_signup(None)


def test_a_session_gets_another_key_at_signing_in(client: Client, reader: User) -> None:
    client.get(SIGN_IN)
    session = client.session
    session["before"] = 1
    session.save()
    before = session.session_key
    sign_in(client, "hoa")
    assert client.session.session_key != before


def test_the_name_is_taken_in_any_case_and_with_spaces_around(client: Client, reader: User) -> None:
    assert sign_in(client, " HOA ")["Location"] == "/"  # type: ignore[index]


def test_fields_say_what_they_are_to_programs_that_fill_them(client: Client) -> None:
    page = client.get(SIGN_IN).content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "placeholder" not in page.partition("<main")[2]
