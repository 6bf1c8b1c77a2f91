"""Accounts with a public password are found whatever else was changed in them."""

from typing import Any

import pytest
from django.contrib.auth.hashers import identify_hasher, make_password
from django.contrib.auth.models import User

from portal.demo.accounts import DEMO_ACCOUNTS, DemoAccount, accounts_with_demo_password, make_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(db: None) -> None:
    assert make_accounts() == len(DEMO_ACCOUNTS)


def made_user(username: str) -> User:
    return User.objects.get(username=username)


@pytest.mark.parametrize("account", DEMO_ACCOUNTS, ids=lambda account: account.username)
def test_a_renamed_account_is_found(made: None, account: DemoAccount) -> None:
    user = made_user(account.username)
    User.objects.filter(pk=user.pk).update(
        username="nguoi-khac", email="nguoi-khac@example.vn", first_name="Lan", last_name="Lê"
    )
    assert made_user("nguoi-khac").check_password(account.password)
    assert "nguoi-khac" in accounts_with_demo_password()


@pytest.mark.parametrize("change", [{"username": "moi"}, {"email": "moi@example.vn"}])
def test_so_is_one_with_another_demo_password_set_by_hand(made: None, change: dict[str, str]) -> None:
    first, second = DEMO_ACCOUNTS[:2]
    user = made_user(first.username)
    User.objects.filter(pk=user.pk).update(password=make_password(second.password), **change)
    assert change.get("username", first.username) in accounts_with_demo_password()


def test_only_active_accounts_with_a_public_password_are_named(made: None) -> None:
    User.objects.create_user("lan", "lan@example.vn", "một mật khẩu khác hẳn")
    off, changed = (made_user(account.username) for account in DEMO_ACCOUNTS[:2])
    off.is_active = False
    off.save()
    changed.set_password("một mật khẩu khác hẳn")
    changed.save()
    assert set(accounts_with_demo_password()) == {account.username for account in DEMO_ACCOUNTS[2:]}


def test_accounts_of_others_cost_one_query_and_no_hash(
    django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        User.objects.create_user(f"can-bo-{number}", f"{number}@example.vn", "mật khẩu", is_superuser=True)
    monkeypatch.setattr("portal.demo.accounts.check_password", None)
    with django_assert_num_queries(1):
        assert accounts_with_demo_password() == []


def test_signing_in_leaves_the_mark(made: None) -> None:
    for account in DEMO_ACCOUNTS:
        before = made_user(account.username).password
        assert not identify_hasher(before).must_update(before)
        assert made_user(account.username).check_password(account.password)
        assert made_user(account.username).password == before
