"""A newsroom with the portal's own two steps, and a worker that tells people and hands mails over."""

import threading
from collections.abc import Callable

import pytest
from wagtail.models import Workflow, WorkflowPage, WorkflowTask

from news.models import Section
from portal.editorial.models import ChiefApprovalTask, EditorTask
from portal.editorial.roles import CHIEF, EDITOR, REPORTER, group_of
from portal.outbox.worker import drain, register_worker
from tests.editorial.desk.conftest import Newsroom, person


@pytest.fixture
def newsroom(news_section: Section) -> Newsroom:
    editing = EditorTask.objects.create(name="Biên tập")
    editing.groups.add(group_of(EDITOR))
    approval = ChiefApprovalTask.objects.create(name="Duyệt xuất bản")
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


@pytest.fixture
def drained(db) -> Callable[[], int]:
    """Carries out what is due, as a worker does."""
    worker = register_worker()
    return lambda: drain(worker, threading.Event())
