"""Of two who take one address at the same moment one gets it, and the other is told so in words, by every road."""

import importlib
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, connections, transaction
from django.test import Client
from django.utils import translation

from portal.editorial import roles
from portal.members import email_change
from portal.members.addresses import NOT_UNIQUE
from portal.members.importing import Fate, carry_out, plan
from portal.members.inviting import Invitee, invite
from portal.members.models import Invitation
from portal.members.workbook import EMAIL, NAME, ROLES, Row
from tests.members.conftest import client_of, person
from tests.members.oidc_server import CLIENT, SECRET, OidcServer
from tests.members.signing_in import type_password

NEW = "hoa@example.vn"
TAKEN = "Đã có tài khoản dùng địa chỉ này"
A = TypeVar("A")


def while_another_writes(first: Callable[[], Any], second: Callable[[], A]) -> A:
    """The answer of ``second``, which begins when ``first`` has written and goes on when that is committed.

    It looks before it writes and sees nothing; that its writing waits for ``first`` is asked of the database.
    """
    answers: list[A] = []

    def answer() -> None:
        try:
            answers.append(second())
        finally:
            connections.close_all()

    thread = threading.Thread(target=answer)
    with ExitStack() as after_commit, transaction.atomic():
        first()
        thread.start()
        after_commit.callback(thread.join)
        _wait_until_it_waits(thread)
    return answers[0]


def _wait_until_it_waits(thread: threading.Thread) -> None:
    until = time.monotonic() + 30
    with connection.cursor() as cursor:
        while thread.is_alive() and time.monotonic() < until:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'transactionid'")
            if cursor.fetchone()[0]:
                return
            time.sleep(0.01)
    assert not thread.is_alive(), "the second neither waits nor ends"


@pytest.fixture
def keeper(db) -> User:
    return person("quan-tri", roles.ADMINISTRATOR, last_name="Đinh Quang", first_name="Duẩn")


def take(email: str = NEW, username: str = "nhanh-hon") -> Callable[[], User]:
    return lambda: User.objects.create_user(username, email.upper())


# The database


@pytest.mark.django_db
def test_the_database_lets_one_address_come_to_one_account():
    User.objects.create_user("mot", NEW)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("hai", "HOA@Example.vn")
    User.objects.create_user("ba", "")
    User.objects.create_user("bon", "")


# Each road


@pytest.mark.usefixtures("committing_db")
@pytest.mark.skipif(connection.vendor == "sqlite", reason="on SQLite one writer at a time is the database's own rule")
class TestAtOnce:
    def test_an_invitation(self, keeper):
        client = client_of(keeper)
        details = {"last_name": "Vi Thị", "first_name": "Hoà", "email": NEW, "roles": [roles.group_of(roles.MEMBER).pk]}
        answer = while_another_writes(take(), lambda: client.post("/quan-tri/invitations/new/", details))
        assert answer.status_code == 200
        assert f"Đã có tài khoản dùng địa chỉ {NEW}" in answer.content.decode()
        assert not Invitation.objects.exists()

    def test_an_invitation_whose_user_name_is_taken_gets_another_one(self, keeper):
        invitee = Invitee("Vi Thị", "Hoà", NEW)
        [made] = while_another_writes(take("khac@example.vn", "hoa"), lambda: invite([invitee], by=keeper))
        assert made.account.username == "hoa-2"

    def test_a_list_of_people_of_whom_the_others_are_invited(self, keeper):
        rows = [
            Row(number, {NAME: f"Vi Thị {name}", EMAIL: email, ROLES: roles.MEMBER.name})
            for number, name, email in ((2, "Hoà", NEW), (3, "Sương", "suong@example.vn"))
        ]
        lines = plan(rows)
        done = while_another_writes(take(), lambda: carry_out(lines, by=keeper))
        assert [line.fate for line in done] == [Fate.THERE, Fate.NEW]
        assert Invitation.objects.get().account.email == "suong@example.vn"

    def test_an_account_made_by_hand(self, keeper):
        client = client_of(keeper)
        answer = while_another_writes(take(), lambda: client.post("/quan-tri/users/new/", account("hoa", NEW)))
        assert answer.status_code == 200
        assert TAKEN in answer.content.decode()
        assert not User.objects.filter(username="hoa").exists()

    def test_an_account_changed_by_hand(self, keeper):
        client, khoa = client_of(keeper), person("khoa", last_name="Vi", first_name="Khoa")
        change = lambda: client.post(f"/quan-tri/users/edit/{khoa.pk}/", account("khoa", NEW))  # noqa: E731
        answer = while_another_writes(take(), change)
        assert answer.status_code == 200
        assert TAKEN in answer.content.decode()
        assert User.objects.get(pk=khoa.pk).email == "khoa@example.vn"

    def test_another_address_for_ones_own_account(self, db):
        khoa = person("khoa", password="mat-khau-dung-2026")
        client = Client()
        type_password(client, "khoa", "mat-khau-dung-2026")
        link = email_change.link_for(khoa, NEW).removeprefix("http://127.0.0.1:8000")
        answer = while_another_writes(take(), lambda: client.post(link))
        assert "không còn hiệu lực" in answer.content.decode()
        assert User.objects.get(pk=khoa.pk).email == "khoa@example.vn"

    def test_the_first_sign_in_through_the_organisation_from_two_windows(self, settings):
        server = OidcServer()
        try:
            hoa, client = person("hoa"), Client()
            app = {"provider_id": "co-quan", "name": "Tỉnh uỷ", "client_id": CLIENT, "secret": SECRET,
                   "settings": {"server_url": server.url}}  # fmt: skip
            settings.OIDC_SERVER_URL, settings.OIDC_SECOND_FACTOR = server.url, "amr"
            settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
            server.claims = {"sub": "so-7", "email": NEW, "email_verified": True}
            back = server.authorize(client.post("/dang-nhap/co-quan/co-quan/")["Location"])
            known = lambda: SocialAccount.objects.create(user=hoa, provider="co-quan", uid="so-7")  # noqa: E731
            answer = while_another_writes(known, lambda: client.get(back))
        finally:
            server.close()
        assert answer.status_code == 302
        assert client.session["_auth_user_id"] == str(hoa.pk)


def account(username: str, email: str) -> dict[str, Any]:
    password = "mat-khau-rat-dai-2026"
    names = {"username": username, "email": email, "last_name": "Vi Thị", "first_name": "Hoà", "is_active": "on"}
    return {**names, "password1": password, "password2": password, "groups": [roles.group_of(roles.MEMBER).pk]}


# One after the other


@pytest.mark.django_db
def test_the_form_of_accounts_tells_that_an_address_is_taken(keeper):
    client, khoa = client_of(keeper), person("khoa", last_name="Vi", first_name="Khoa")
    assert TAKEN in client.post("/quan-tri/users/new/", account("hoa", "Khoa@Example.vn")).content.decode()
    assert client.post(f"/quan-tri/users/edit/{khoa.pk}/", account("khoa", "KHOA@example.vn")).status_code == 302


# Data from before


@pytest.mark.django_db
def test_the_migration_names_the_accounts_that_share_an_address():
    migration = importlib.import_module("portal.members.migrations.0005_one_account_an_address")
    with connection.cursor() as cursor:
        cursor.execute(NOT_UNIQUE)
    for username, email in (("mot", NEW), ("hai", NEW.upper()), ("ba", "ba@example.vn"), ("bon", ""), ("nam", "")):
        User.objects.create_user(username, email)
    with translation.override(None), pytest.raises(migration.SharedAddresses) as refused:
        migration.refuse_shared(apps, SimpleNamespace(connection=connection))
    said = str(refused.value)
    assert said.startswith("Nhiều tài khoản dùng chung một địa chỉ thư")
    assert said.endswith(f"\n  {NEW}: mot, hai")
    User.objects.filter(username="hai").update(email="")
    migration.refuse_shared(apps, SimpleNamespace(connection=connection))
