"""What was given up, in the admin: named by kind and cause, tried again or dropped by those who may."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from portal.editorial import roles
from portal.outbox.models import Effect, State
from tests.reading import Reading

pytestmark = pytest.mark.django_db
URL = "/quan-tri/reports/viec-bo-lai/"


def client_of(role) -> Client:
    user = User.objects.create_user(role.code)
    user.groups.add(roles.group_of(role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def keeper() -> Client:
    return client_of(roles.ADMINISTRATOR)


@pytest.fixture
def dead() -> Effect:
    return Effect.objects.create(
        kind="mail", key="1", subject="page/7", state=State.DEAD, error="550 không có hộp thư này", attempts=4,
        payload={"to": "bi.thu@example.vn", "subject": "Bài trả lại", "text": "riêng tư"},
    )  # fmt: skip


def test_it_names_kind_and_cause_and_no_content(keeper, dead):
    page = Reading(keeper, URL)
    assert "550 không có hộp thư này" in page.html
    assert "Thư" in page.text("td.title")
    assert "bi.thu@example.vn" not in page.html
    assert "riêng tư" not in page.html


def test_it_is_tried_again(keeper, dead):
    keeper.post(URL, {"effect": [dead.pk], "again": ""})
    dead.refresh_from_db()
    assert (dead.state, dead.attempts) == (State.WAITING, 0)


def test_it_is_dropped(keeper, dead):
    keeper.post(URL, {"effect": [dead.pk], "drop": ""})
    assert not Effect.objects.exists()


def test_what_waits_is_never_dropped(keeper):
    waiting = Effect.objects.create(kind="mail", key="2", payload={})
    keeper.post(URL, {"effect": [waiting.pk, "x", "9" * 30], "drop": ""})
    assert Effect.objects.filter(pk=waiting.pk).exists()


def test_nothing_ticked_is_said(keeper, dead):
    answer = keeper.post(URL, {"again": ""}, follow=True)
    assert "Chưa chọn dòng nào" in answer.content.decode()


def test_an_empty_list_says_so_and_the_report_is_in_the_menu(keeper):
    assert "Không có việc nào bị bỏ lại" in Reading(keeper, URL).html
    assert reverse("outbox_given_up") in keeper.get("/quan-tri/").content.decode()


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.CHIEF], ids=lambda role: role.code)
def test_others_get_nothing(role, dead):
    client = client_of(role)
    assert client.get(URL).status_code in (302, 403)
    client.post(URL, {"effect": [dead.pk], "drop": ""})
    assert Effect.objects.filter(pk=dead.pk).exists()
