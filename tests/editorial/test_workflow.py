"""The steps of the workflow: who may take which, and what they come to."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState, Workflow

from news.models import Article
from portal.editorial.errors import ChangedSince, DecidedAlready, NotApproved, OwnText
from portal.editorial.services import submit
from tests.editorial.conftest import Desk, client_of, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


def test_the_last_step_approves_and_publishes(desk: Desk):
    article = desk.step(desk.waiting(), desk.chief, "approve")
    assert article.live
    assert article.current_workflow_state is None


def test_a_chief_who_mended_the_text_on_the_way_is_offered_no_approval(desk: Desk):
    article = desk.rewrite(desk.waiting(), by=desk.chief)
    task = article.current_workflow_task
    assert [name for name, _label, _modal in task.get_actions(article, desk.chief)] == ["reject"]
    assert "approve" in [name for name, _label, _modal in task.get_actions(article, desk.deputy)]


def test_the_engine_itself_asks(desk: Desk):
    article = desk.waiting(by=desk.chief)
    with pytest.raises(OwnText):
        article.current_workflow_task_state.approve(user=desk.chief)
    with pytest.raises(NotApproved):
        fresh(article).current_workflow_task_state.approve(user=None)
    assert fresh(article).workflow_in_progress
    assert not fresh(article).live


def test_what_changed_after_it_was_submitted_is_not_approved_unseen(desk: Desk):
    article = desk.waiting()
    desk.rewrite(article, by=desk.editor)
    with pytest.raises(ChangedSince, match="đọc lại"):
        desk.step(article, desk.chief, "approve")
    assert not fresh(article).live


@pytest.mark.parametrize("second", ["approve", "reject"])
def test_a_step_is_decided_once_though_two_had_it_before_them(desk: Desk, second: str):
    article = desk.draft()
    submit(article, by=desk.reporter)
    of_one = article.current_workflow_task_state
    of_other = TaskState.objects.get(pk=of_one.pk)
    of_one.task.specific.on_action(of_one, desk.editor, "approve")
    with pytest.raises(DecidedAlready, match="vừa có người quyết định"):
        of_other.task.specific.on_action(of_other, desk.chief, second)
    steps = TaskState.objects.filter(workflow_state=of_one.workflow_state).order_by("pk")
    assert [step.status for step in steps] == [TaskState.STATUS_APPROVED, TaskState.STATUS_IN_PROGRESS]


def labels_for(desk: Desk, article: Article) -> list[str]:
    """The buttons of the reporter's form."""
    form = client_of(desk.reporter).get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    buttons = BeautifulSoup(form.content, "lxml").select("footer button")
    return [re.sub(r"\s+", " ", button.get_text()).strip() for button in buttons]


def test_the_button_that_submits_says_so_and_after_a_return_that_it_does_again(desk: Desk):
    article = desk.draft()
    assert "Gửi duyệt" in labels_for(desk, article)
    submit(article, by=desk.reporter)
    desk.step(article, desk.editor, "reject", comment="Thiếu nguồn")
    labels = labels_for(desk, article)
    assert "Gửi duyệt lại" in labels
    assert "Gửi duyệt" not in labels
    assert len(labels) == len(set(labels)), "no two ways of one name"


def test_held_ready_it_waits_locked_until_the_chief_publishes(desk: Desk):
    article = desk.step(desk.waiting(), desk.chief, "hold")
    assert not article.live
    assert article.current_workflow_state is None
    assert (article.locked, article.locked_by) == (True, desk.chief)
    article.get_latest_revision().publish(user=desk.chief)
    article = fresh(article)
    assert (article.live, article.locked) == (True, False)


def test_approved_for_a_time_it_is_scheduled(desk: Desk):
    article = desk.waiting(go_live_at=timezone.now() + timedelta(hours=2))
    article = desk.step(article, desk.chief, "approve")
    assert not article.live
    assert article.scheduled_revision is not None


def test_a_returned_page_comes_back_to_the_same_step(desk: Desk):
    article = desk.step(desk.waiting(), desk.chief, "reject", comment="Thiếu nguồn")
    submit(desk.rewrite(article, by=desk.reporter), by=desk.reporter)
    assert fresh(article).current_workflow_task.name == "Duyệt xuất bản"
    assert desk.step(article, desk.chief, "approve").live


def test_a_workflow_begun_again_asks_again(desk: Desk):
    article = desk.waiting(by=desk.chief)
    article.current_workflow_state.cancel(user=desk.chief)
    Workflow.objects.get(known_as__code="editorial").start(article, desk.chief)
    assert article.current_workflow_task.name == "Biên tập"
    desk.step(article, desk.chief, "approve")
    with pytest.raises(OwnText):
        desk.step(article, desk.chief, "approve")
