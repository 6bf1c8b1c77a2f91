"""What people were told, and how they signed in, is not kept for ever."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from wagtail.admin.models import EditingSession

from portal.editorial.checklist.models import CheckedLink
from portal.editorial.checklist.tasks import forget_untried
from portal.housekeeping import forget_editing
from portal.members import forgetting
from portal.members.models import Notification
from portal.members.telling import notify
from tests.members.signing_in import person, type_password

pytestmark = pytest.mark.django_db


def told(person, name: str, *, days: int, read: int | None = None) -> None:
    notification = notify(person, "published", name)
    now = timezone.now()
    read_at = now - timedelta(days=read) if read is not None else None
    Notification.objects.filter(pk=notification.pk).update(created_at=now - timedelta(days=days), read_at=read_at)


@pytest.fixture
def several(kinds, member) -> None:
    told(member, "mới", days=1)
    told(member, "đã đọc hôm qua", days=300, read=1)
    told(member, "đã đọc từ lâu", days=100, read=91)
    told(member, "chưa đọc", days=364)
    told(member, "quá cũ", days=366)


def left() -> set[str]:
    return set(Notification.objects.values_list("text", flat=True))


def test_notifications_go_sooner_when_they_were_read(several, monkeypatch):
    monkeypatch.setattr(forgetting, "AT_ONCE", 1)
    assert forgetting.forget_notifications() == "Đã xoá 2 thông báo cũ"
    assert left() == {"mới", "đã đọc hôm qua", "chưa đọc"}


def test_nought_keeps_them_for_ever(several, settings):
    settings.NOTIFICATION_READ_DAYS = 0
    forgetting.forget_notifications()
    assert left() == {"mới", "đã đọc hôm qua", "đã đọc từ lâu", "chưa đọc"}
    settings.NOTIFICATION_DAYS = 0
    assert forgetting.forget_notifications() == ""
    assert len(left()) == 4


def test_sessions_that_ended_go_with_what_is_known_of_them():
    for name in ("hoa", "khoa"):
        person(name)
        type_password(Client(), name)
    ended = UserSession.objects.get(user__username="hoa")
    Session.objects.filter(session_key=ended.session_key).update(expire_date=timezone.now() - timedelta(minutes=1))
    assert forgetting.forget_sessions() == "Đã xoá 1 phiên đã hết"
    assert [session.user.username for session in UserSession.objects.all()] == ["khoa"]
    assert Session.objects.count() == 1


def test_attempts_that_hold_nobody_up_any_more_go(settings):
    for name in ("hoa", "khoa"):
        type_password(Client(), name, "sai")
    AccessAttempt.objects.filter(username="hoa").update(attempt_time=timezone.now() - timedelta(minutes=16))
    forgetting.forget_sessions()
    assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["khoa"]


def test_who_had_a_page_open_long_ago_is_forgotten(home):
    user = person("hoa")
    content_type = ContentType.objects.get_for_model(home)
    for hours in (0, 2):
        EditingSession.objects.create(
            user=user, content_type=content_type, object_id=home.pk,
            last_seen_at=timezone.now() - timedelta(hours=hours),
        )  # fmt: skip
    forget_editing()
    assert EditingSession.objects.count() == 1


def test_addresses_tried_long_ago_go():
    for name, days in (("mới", 89), ("cũ", 91)):
        CheckedLink.objects.create(digest=name, url=name, checked_at=timezone.now() - timedelta(days=days))
    forget_untried()
    assert CheckedLink.objects.get().url == "mới"
