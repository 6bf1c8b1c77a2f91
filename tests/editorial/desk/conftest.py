"""A newsroom: a reporter, an editor and a chief, and a workflow of two steps on the news section."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from wagtail.models import (
    GroupApprovalTask,
    Page,
    Revision,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from news.models import Article, Section
from portal.editorial.roles import CHIEF, EDITOR, REPORTER, Role, group_of
from tests.factories import ArticleFactory, many_articles


@dataclass
class Newsroom:
    section: Section
    workflow: Workflow
    editing: GroupApprovalTask
    approval: GroupApprovalTask
    reporter: User
    editor: User
    chief: User

    def draft(self, title: str, **values: Any) -> Article:
        """A draft of the reporter's, saved as the editor form saves it."""
        values = {"owner": self.reporter, "live": False, "published_on": None, **values}
        article = ArticleFactory(parent=self.section, title=title, **values)
        article.save_revision(user=article.owner)
        return Article.objects.get(pk=article.pk)

    def submitted(self, title: str, **values: Any) -> Article:
        """A draft that the reporter has submitted."""
        article = self.draft(title, **values)
        self.workflow.start(article, self.reporter)
        return article

    def passed(self, title: str, **values: Any) -> Article:
        """A draft that the editor has passed on to the chief."""
        article = self.submitted(title, **values)
        step(article).approve(user=self.editor)
        return article

    def returned(self, title: str, note: str) -> Article:
        article = self.submitted(title)
        step(article).reject(user=self.editor, comment=note)
        return article

    def fill(self, count: int) -> None:
        """``count`` texts that wait for the editor, written in bulk."""
        known = set(Article.objects.values_list("pk", flat=True))
        many_articles(self.section, count, timezone.now() - timedelta(days=40))
        pages = list(Page.objects.filter(pk__in=Article.objects.exclude(pk__in=known).values("pk")))
        kinds = {
            "base_content_type": ContentType.objects.get_for_model(Page),
            "content_type": ContentType.objects.get_for_model(Article),
        }
        now = timezone.now()
        Revision.objects.bulk_create(
            Revision(object_id=str(page.pk), content={"author_name": "Trúc Linh"}, created_at=now, **kinds)
            for page in pages
        )
        revisions = dict(Revision.objects.filter(**kinds).values_list("object_id", "pk"))
        states = WorkflowState.objects.bulk_create(
            WorkflowState(object_id=str(page.pk), workflow=self.workflow, requested_by=self.reporter, **kinds)
            for page in pages
        )
        steps = [
            TaskState(
                workflow_state=state,
                task=self.editing.task_ptr,
                revision_id=revisions[state.object_id],
                content_type=ContentType.objects.get_for_model(TaskState),
                started_at=now,
            )
            for state in states
        ]
        for state, made in zip(states, TaskState.objects.bulk_create(steps), strict=True):
            state.current_task_state = made
        WorkflowState.objects.bulk_update(states, ["current_task_state"], batch_size=500)
        for page in pages:
            page.live, page.draft_title, page.owner = False, page.title, self.reporter
            page.latest_revision_id = revisions[str(page.pk)]
        Page.objects.bulk_update(pages, ["live", "draft_title", "owner", "latest_revision"], batch_size=500)


def step(article: Article) -> TaskState:
    """The step that ``article`` is at."""
    state: TaskState = Article.objects.get(pk=article.pk).current_workflow_task_state
    return state


def waits_since(article: Article, passed: timedelta) -> None:
    """As if the step of ``article`` had begun earlier."""
    TaskState.objects.filter(pk=step(article).pk).update(started_at=timezone.now() - passed)


def person(username: str, name: str, role: Role) -> User:
    family, _space, given = name.rpartition(" ")
    user = User.objects.create_user(username, f"{username}@example.vn", first_name=given, last_name=family)
    user.groups.add(group_of(role))
    return user


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def newsroom(news_section: Section) -> Newsroom:
    editing = GroupApprovalTask.objects.create(name="Biên tập")
    editing.groups.add(group_of(EDITOR))
    approval = GroupApprovalTask.objects.create(name="Duyệt xuất bản")
    approval.groups.add(group_of(CHIEF))
    workflow = Workflow.objects.create(name="Quy trình tin bài")
    for place, task in enumerate((editing, approval)):
        WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=place)
    WorkflowPage.objects.update_or_create(page=news_section, defaults={"workflow": workflow})
    return Newsroom(
        section=news_section,
        workflow=workflow,
        editing=editing,
        approval=approval,
        reporter=person("suong", "Nguyễn Thị Thu Sương", REPORTER),
        editor=person("khe", "Vũ Minh Khê", EDITOR),
        chief=person("dao", "Lương Thị Bích Đào", CHIEF),
    )
