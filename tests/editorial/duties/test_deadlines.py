"""Deadlines of steps: shown, reminded of, told to the chief when they pass, and forgotten when the step is done."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.editorial.duties.models import StepDeadline
from portal.editorial.roles import ADMINISTRATOR, CHIEF
from portal.members.models import Notification
from portal.outbox.models import Effect
from tests.editorial.desk.conftest import Newsroom, client_of, person, step

pytestmark = pytest.mark.django_db
TITLE = "Chi bộ Đồng Tiến họp chuyên đề"


def pass_time(stage: str, drained) -> list[tuple[str, str]]:
    """Who is told what when this reminder falls due; what was told before is forgotten."""
    drained()
    Notification.objects.all().delete()
    Effect.objects.filter(key__startswith=f"deadline:{stage}:").update(due_at=timezone.now())
    if stage != "soon":
        StepDeadline.objects.update(at=timezone.now())
    drained()
    return sorted((one.person.username, one.text) for one in Notification.objects.select_related("person"))


def test_a_step_is_due_after_the_hours_that_its_task_gives(newsroom: Newsroom):
    newsroom.editing.hours = 6
    newsroom.editing.save()
    at = step(newsroom.submitted(TITLE))
    assert at.deadline.at == at.started_at + timedelta(hours=6)


def test_a_task_without_hours_has_no_deadline(newsroom: Newsroom):
    newsroom.editing.hours = None
    newsroom.editing.save()
    newsroom.submitted(TITLE)
    assert not StepDeadline.objects.exists()
    assert not Effect.objects.filter(kind="editorial.deadline").exists()


def test_staff_set_the_hours_where_the_step_is_kept(newsroom: Newsroom, admin_client):
    edit = reverse("wagtailadmin_workflows:edit_task", args=[newsroom.editing.pk])
    assert "Thời hạn (giờ)" in admin_client.get(edit).content.decode()
    groups = list(newsroom.editing.groups.values_list("pk", flat=True))
    admin_client.post(edit, {"groups": groups, "hours": "5"})
    newsroom.editing.refresh_from_db()
    assert newsroom.editing.hours == 5
    answer = admin_client.post(edit, {"groups": groups, "hours": "0"})
    assert answer.status_code == 200
    newsroom.editing.refresh_from_db()
    assert newsroom.editing.hours == 5


def test_the_list_of_work_shows_it(newsroom: Newsroom):
    newsroom.submitted(TITLE)
    StepDeadline.objects.update(at=timezone.now() - timedelta(minutes=1))
    page = client_of(newsroom.editor).get(reverse("desk_waiting:index")).content.decode()
    assert "Thời hạn" in page
    assert "Quá hạn" in page


@pytest.mark.parametrize(("stage", "words"), [("soon", "cần xử lý trước"), ("due", "đã đến hạn: Biên tập")])
def test_those_whose_turn_it_is_are_reminded(newsroom: Newsroom, drained, stage, words):
    newsroom.submitted(TITLE)
    [(who, said)] = pass_time(stage, drained)
    assert who == "khe"
    assert words in said


def test_what_is_overdue_for_long_is_told_to_the_chief_once(newsroom: Newsroom, drained):
    newsroom.submitted(TITLE)
    [(who, said)] = pass_time("late", drained)
    assert who == "dao"
    assert "quá hạn từ" in said
    assert "Vũ Minh Khê" in said
    assert pass_time("late", drained) == []


def test_what_waits_too_long_for_the_chief_is_told_to_the_administrators(newsroom: Newsroom, drained):
    person("quan", "Hà Văn Quản", ADMINISTRATOR)
    person("pho", "Đinh Văn Phó", CHIEF)
    newsroom.passed(TITLE)
    told = pass_time("late", drained)
    assert {who for who, _said in told} >= {"quan"}
    assert not {"dao", "pho"} & {who for who, said in told if "Duyệt xuất bản" in said}


@pytest.mark.parametrize("stage", ["soon", "due", "late"])
def test_nobody_is_reminded_of_a_step_that_is_done(newsroom: Newsroom, drained, stage):
    newsroom.returned(TITLE, "Thiếu nguồn")
    assert pass_time(stage, drained) == []


def test_nor_of_a_text_that_was_withdrawn(newsroom: Newsroom, drained):
    newsroom.submitted(TITLE).current_workflow_state.cancel(user=newsroom.reporter)
    assert pass_time("due", drained) == []


def test_nothing_says_soon_when_it_is_too_late(newsroom: Newsroom, drained):
    newsroom.submitted(TITLE)
    StepDeadline.objects.update(at=timezone.now() - timedelta(hours=1))
    assert pass_time("soon", drained) == []
