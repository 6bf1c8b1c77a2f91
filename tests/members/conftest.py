"""People with roles and levels, kinds of notifications, and a worker that carries their mails out."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from portal.access.levels import Level, set_level
from portal.editorial import roles
from portal.outbox.worker import drain, register_worker
from portal.registry import NotificationKind, notification_kinds
from tests.factories import ArticleFactory


def person(username: str, *belongs_to: roles.Role, **values: Any) -> User:
    user = User.objects.create_user(username, f"{username}@example.vn", **values)
    user.groups.set([roles.group_of(role) for role in belongs_to])
    return user


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def member(db) -> User:
    return person("nham", roles.MEMBER, last_name="Bế Văn", first_name="Nhâm")


@pytest.fixture
def outsider(db) -> User:
    return person("khach")


@pytest.fixture
def reporter(db) -> User:
    return person("suong", roles.REPORTER, roles.MEMBER, last_name="Nguyễn Thị Thu", first_name="Sương")


@pytest.fixture
def for_members(news_section):
    article = ArticleFactory(parent=news_section, title="Sinh hoạt chuyên đề quý IV")
    set_level(article, Level.MEMBERS)
    return article


@pytest.fixture
def kinds(monkeypatch) -> None:
    monkeypatch.setattr(notification_kinds, "_by_name", {})
    notification_kinds.register(NotificationKind("returned", "bài được trả lại"))
    notification_kinds.register(NotificationKind("published", "bài mới đăng", mail="daily"))
    notification_kinds.register(NotificationKind("quiet", "việc nhỏ", mail="never"))
    notification_kinds.register(NotificationKind("waiting", "bài chờ duyệt", staff_only=True))


@pytest.fixture
def drained(db) -> Callable[[], int]:
    worker = register_worker()
    return lambda: drain(worker, threading.Event())
