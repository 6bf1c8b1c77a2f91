"""Repeated failures pause signing in, for one name from one address, whether there is such an account or not."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client, RequestFactory
from django.utils import timezone

from portal.client_address import client_address
from portal.members import lockout
from tests.members.signing_in import (
    CODE,
    SIGN_IN,
    code_now,
    give_app,
    is_signed_in,
    person,
    reporter,
    type_password,
    wrong_code,
)

pytestmark = pytest.mark.django_db


def fail(client: Client, name: str = "hoa", times: int = 5, **extra: str) -> list[int]:
    return [type_password(client, name, "sai", **extra).status_code for _ in range(times)]


def test_the_fifth_failure_pauses_the_name(client: Client) -> None:
    person("hoa")
    assert fail(client) == [200, 200, 200, 200, 429]
    answer = type_password(client, "hoa")
    assert answer.status_code == 429
    assert not is_signed_in(client)
    page = answer.content.decode()
    assert "15 phút" in page
    assert "đặt mật khẩu mới" in page
    assert answer["Retry-After"] == "900"


def test_unknown_and_closed_accounts_are_answered_alike(client: Client) -> None:
    person("hoa")
    person("khoa", is_active=False)
    pages = set()
    for name in ("hoa", "khoa", "khong-co"):
        browser = Client()
        assert fail(browser, name) == [200, 200, 200, 200, 429]
        pages.add(type_password(browser, name).content)
    assert len(pages) == 1


def test_any_spelling_of_the_name_counts(client: Client) -> None:
    person("hoa")
    names = ("hoa", "HOA", " hoa", "Hoa ", "hoA")
    assert [type_password(client, name, "sai").status_code for name in names][-1] == 429


def test_others_at_the_same_address_and_the_owner_elsewhere_go_on(client: Client) -> None:
    person("hoa")
    person("lan")
    fail(client)
    assert type_password(client, "lan").status_code == 302
    assert type_password(Client(), "hoa", REMOTE_ADDR="203.0.113.7").status_code == 302


def test_another_browser_at_the_same_address_does_not_help(client: Client) -> None:
    person("hoa")
    for number in range(5):
        answer = type_password(Client(headers={"user-agent": f"Thử/{number}"}), "hoa", "sai")
    assert answer.status_code == 429


def test_it_ends_by_itself_and_trying_on_does_not_prolong_it(client: Client) -> None:
    person("hoa")
    fail(client)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    fail(client, times=3)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert type_password(client, "hoa").status_code == 302


def test_success_begins_the_count_again(client: Client) -> None:
    person("hoa")
    fail(client, times=4)
    type_password(client, "hoa")
    client.post("/dang-xuat/")
    assert fail(client) == [200, 200, 200, 200, 429]


def test_codes_count_too_and_the_right_password_in_between_does_not_begin_the_count_again(client: Client) -> None:
    secret = give_app(reporter())
    statuses = []
    for _ in range(5):
        type_password(client, "phong-vien")
        statuses.append(client.post(CODE, {"code": wrong_code(secret)}).status_code)
    assert statuses == [200, 200, 200, 200, 429]
    assert client.post(CODE, {"code": code_now(secret)}).status_code in (302, 429)
    assert not is_signed_in(client)
    assert type_password(client, "phong-vien").status_code == 429


def test_nothing_typed_is_kept_but_the_name(client: Client) -> None:
    secret = give_app(reporter())
    type_password(client, "phong-vien", "mat-khau-go-nham")
    type_password(client, "phong-vien")
    code = wrong_code(secret)
    client.post(CODE, {"code": code})
    [attempt] = AccessAttempt.objects.all()
    assert "mat-khau-go-nham" not in attempt.post_data
    assert code not in attempt.post_data


def test_a_lock_out_is_seen_and_released(client: Client) -> None:
    person("hoa")
    fail(client)
    fail(Client(), "lan", times=2)
    [one] = lockout.lock_outs()
    assert (one.name, one.address, one.failures) == ("hoa", "127.0.0.1", 5)
    assert lockout.release(["HOA"]) == 1
    assert lockout.lock_outs() == []
    assert type_password(client, "hoa").status_code == 302


# Addresses behind proxies


@pytest.mark.parametrize(
    ("trusted", "remote", "forwarded", "address"),
    [
        ([], "10.0.0.1", "203.0.113.7", "10.0.0.1"),
        (["10.0.0.0/8"], "10.0.0.1", "203.0.113.7", "203.0.113.7"),
        (["10.0.0.0/8"], "10.0.0.1", "198.51.100.9, 203.0.113.7", "203.0.113.7"),
        (["10.0.0.0/8"], "10.0.0.1", "203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (["10.0.0.0/8"], "192.0.2.1", "203.0.113.7", "192.0.2.1"),
        (["10.0.0.0/8"], "10.0.0.1", "khong-phai-dia-chi", "10.0.0.1"),
        (["10.0.0.0/8"], "10.0.0.1", "", "10.0.0.1"),
        (["10.0.0.0/8"], "", "203.0.113.7", "203.0.113.7"),
        ([], "", "203.0.113.7", None),
        (["::1"], "::1", "2001:db8::7", "2001:db8::7"),
        (["127.0.0.1"], "::ffff:127.0.0.1", "203.0.113.7", "203.0.113.7"),
    ],
)
def test_a_proxy_is_believed_only_where_it_is_trusted(settings, trusted, remote, forwarded, address) -> None:
    settings.TRUSTED_PROXIES = trusted
    request = RequestFactory().get(SIGN_IN, REMOTE_ADDR=remote, headers={"x-forwarded-for": forwarded})
    assert client_address(request) == address


def test_a_header_of_the_visitor_does_not_win_more_attempts(client: Client) -> None:
    person("hoa")
    for number in range(5):
        answer = type_password(client, "hoa", "sai", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")
    assert answer.status_code == 429
