"""Administrators release paused names and remove lost second factors."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR, REPORTER
from portal.members import lockout
from portal.outbox.models import Effect
from tests.members.signing_in import (
    ADMIN,
    CODE,
    SECURITY,
    code_now,
    give_app,
    is_signed_in,
    person,
    reporter,
    type_password,
)
from tests.reading import Reading

pytestmark = pytest.mark.django_db
PAUSED = "/quan-tri/reports/tam-dung-dang-nhap/"


@pytest.fixture
def keeper() -> Client:
    client = Client()
    client.force_login(person("duan", ADMINISTRATOR))
    return client


def pause(name: str) -> None:
    for _ in range(5):
        type_password(Client(), name, "sai")


def remove_url(user: User) -> str:
    return reverse("members_remove_factors", args=[user.pk])


def test_paused_names_are_listed_and_released(keeper: Client) -> None:
    person("hoa")
    pause("hoa")
    pause("khong-co")
    page = Reading(keeper, PAUSED)
    assert "hoa" in page.text("table")
    assert "khong-co" in page.text("table")
    assert "127.0.0.1" in page.text("table")
    keeper.post(PAUSED, {"name": ["hoa"]})
    assert [one.name for one in lockout.lock_outs()] == ["khong-co"]
    assert type_password(Client(), "hoa").status_code == 302


def test_nothing_paused_and_nothing_ticked_is_said(keeper: Client) -> None:
    assert "Không có tên nào đang bị tạm dừng" in Reading(keeper, PAUSED).html
    assert "Chưa chọn dòng nào" in keeper.post(PAUSED, follow=True).content.decode()
    assert PAUSED in keeper.get(ADMIN).content.decode()


def test_a_lost_factor_is_removed_and_its_owner_told_and_signed_out(keeper: Client) -> None:
    user = reporter()
    secret = give_app(user)
    theirs = Client()
    type_password(theirs, "phong-vien")
    theirs.post(CODE, {"code": code_now(secret)})
    assert remove_url(user) in keeper.get(reverse("wagtailusers_users:index")).content.decode()
    assert "phong-vien" in Reading(keeper, remove_url(user)).text("main")
    assert Authenticator.objects.filter(user=user).exists(), "looking removes nothing"
    keeper.post(remove_url(user))
    assert not Authenticator.objects.filter(user=user).exists()
    assert theirs.get(ADMIN)["Location"].startswith("/dang-nhap/")
    [mail] = Effect.objects.filter(kind="mail")
    assert mail.payload["to"] == "phong-vien@example.vn"
    assert "Quản trị viên vừa bỏ mọi lớp xác thực" in mail.payload["text"]
    type_password(theirs, "phong-vien")
    assert is_signed_in(theirs)
    assert theirs.get(ADMIN)["Location"] == SECURITY


@pytest.mark.parametrize("role", [REPORTER, EDITOR, CHIEF], ids=lambda role: role.code)
def test_others_do_neither(role) -> None:
    user = person("hoa")
    give_app(user)
    pause("hoa")
    client = Client()
    client.force_login(person("can-bo", role))
    for address, form in ((PAUSED, {"name": "hoa"}), (remove_url(user), {})):
        assert client.get(address).status_code in (302, 403)
        client.post(address, form)
    assert Authenticator.objects.exists()
    assert lockout.lock_outs()


def test_nobody_removes_his_own_or_those_of_an_account_with_more_rights(keeper: Client) -> None:
    root = User.objects.create_superuser("goc", "goc@example.vn", "mat-khau-dung-2026")
    for user in (root, User.objects.get(username="duan")):
        give_app(user)
        keeper.post(remove_url(user))
        assert Authenticator.objects.filter(user=user).exists()


def test_the_command_helps_the_only_administrator() -> None:
    user = reporter()
    give_app(user)
    call_command("remove_second_factors", "PHONG-VIEN")
    assert not Authenticator.objects.exists()
    with pytest.raises(CommandError, match="Không có tài khoản nào"):
        call_command("remove_second_factors", "khong-co")


def test_the_account_page_of_the_admin_leads_to_ones_security_and_changes_no_password(keeper: Client) -> None:
    page = keeper.get(reverse("wagtailadmin_account")).content.decode()
    assert f'href="{SECURITY}"' in page
    assert "old_password" not in page
