"""A small newsroom on the workflow that the portal makes."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from news.models import Article, Section
from portal.editorial.changes.services import give_reason
from portal.editorial.roles import CHIEF, EDITOR, REPORTER, Role, group_of
from portal.editorial.services import approve, submit
from tests.factories import ArticleFactory
from tests.reading import edit_form


def person(name: str, *roles: Role, **values: Any) -> User:
    user = User.objects.create_user(name, f"{name}@example.vn", **values)
    user.groups.add(*(group_of(role) for role in roles))
    return user


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@dataclass
class Desk:
    """Who works here, and what they do to articles as the admin does it."""

    section: Section
    reporter: User
    editor: User
    chief: User
    deputy: User

    def draft(self, by: User | None = None, **values: Any) -> Article:
        by = by or self.reporter
        values = {"owner": by, "live": False, "published_on": None, **values}
        article = ArticleFactory(parent=values.pop("parent", self.section), **values)
        article.save_revision(user=by)
        return fresh(article)

    def rewrite(self, article: Article, by: User, **values: Any) -> Article:
        latest = fresh(article).get_latest_revision_as_object()
        for name, value in ({"title": f"{latest.title} – sửa"} | values).items():
            setattr(latest, name, value)
        latest.save_revision(user=by)
        give_reason(article, "Bổ sung số liệu", by=by)
        return fresh(article)

    def publish(self, article: Article, by: User | None = None) -> Article:
        by = by or self.chief
        revision = fresh(article).get_latest_revision()
        approve(revision, by=by)
        revision.publish(user=by)
        return fresh(article)

    def live(self, **values: Any) -> Article:
        return self.publish(self.draft(**values))

    def waiting(self, **values: Any) -> Article:
        """At the chief's step."""
        article = self.draft(**values)
        submit(article, by=self.reporter)
        state = article.current_workflow_task_state
        state.task.specific.on_action(state, self.editor, "approve")
        return fresh(article)

    def step(self, article: Article, by: User, action: str, **more: Any) -> Article:
        state = fresh(article).current_workflow_task_state
        state.task.specific.on_action(state, by, action, **more)
        return fresh(article)


def fresh(article: Any) -> Any:
    return type(article).objects.get(pk=article.pk)


def send(user: User, article: Article, **fields: str) -> Any:
    """The edit form as a browser sends it, with some fields changed."""
    client, address = client_of(user), reverse("wagtailadmin_pages:edit", args=[article.pk])
    return client.post(address, {**edit_form(client.get(address)), **fields}, follow=True)


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def desk(news_section: Section) -> Desk:
    return Desk(
        news_section,
        person("phongvien", REPORTER),
        person("bientap", EDITOR),
        person("truongban", CHIEF),
        person("photruongban", CHIEF),
    )
