"""`Dừng duyệt` asks first, and stands behind all that brings a text on."""

import pytest
from django.urls import reverse

from portal.access.levels import Level, set_level
from portal.editorial.stopping import StopReviewItem
from tests.editorial.conftest import client_of, fresh
from tests.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


def address(article) -> str:
    return reverse("portal_stop_review", args=[article.pk])


def offered(user, article) -> list[type]:
    menu = client_of(user).get(reverse("wagtailadmin_pages:edit", args=[article.pk])).context["action_menu"]
    return [type(item) for item in [menu.default_item, *menu.menu_items]]


def is_in_review(article) -> bool:
    return bool(fresh(article).workflow_in_progress)


def test_it_is_the_last_thing_offered_to_who_decides(desk):
    items = offered(desk.chief, desk.waiting())
    assert items[-1] is StopReviewItem
    assert len(items) > 2


def test_it_asks_before_anything_happens(desk):
    article = desk.waiting()
    asked = read(client_of(desk.chief), address(article))
    assert "phải gửi duyệt lại từ bước đầu" in asked.text()
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in asked.links("main a")
    assert is_in_review(article)


@pytest.mark.parametrize("who", ["chief", "reporter"])
def test_after_a_yes_the_text_is_a_draft(desk, who):
    article = desk.waiting()
    answer = client_of(getattr(desk, who)).post(address(article), follow=True)
    assert "Bài nay là bản nháp" in answer.content.decode()
    assert not is_in_review(article)
    assert not fresh(article).live


def test_who_neither_submitted_nor_decides_stops_nothing(desk):
    article = desk.waiting()
    client = client_of(desk.editor)
    assert client.get(address(article)).status_code in (302, 403)
    client.post(address(article))
    assert is_in_review(article)


def test_what_is_closed_to_a_person_is_not_named_to_him(desk):
    article = desk.waiting()
    set_level(article, Level.COMMITTEE)
    answer = client_of(desk.editor).get(address(article), follow=True)
    assert article.title not in answer.content.decode()


def test_where_nothing_is_in_review_that_is_said(desk):
    article = desk.draft(by=desk.reporter)
    for asked in (client_of(desk.reporter).get, client_of(desk.reporter).post):
        assert "không có gì để dừng" in asked(address(article), follow=True).content.decode()
