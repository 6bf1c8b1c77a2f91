"""What cannot be published when its turn comes is said in a sentence, and nothing is lost."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from portal.editorial import roles
from portal.editorial.changes.services import give_reason
from tests.factories import ArticleFactory, publish


@pytest.fixture
def chief(db):
    user = User.objects.create_user("chief", "chief@example.vn")
    user.groups.add(roles.group_of(roles.CHIEF))
    return user


@pytest.fixture
def desk(chief):
    client = Client()
    client.force_login(chief)
    return client


@pytest.fixture
def too_late(news_section, chief):
    """An article whose draft has an address that another one took meanwhile."""
    article = publish(ArticleFactory(parent=news_section, title="Họp tháng Chín", slug="hop"))
    article.slug = "hop-thang-chin"
    article.title = "Họp tháng Chín năm nay"
    article.save_revision()
    give_reason(article, "Đổi tiêu đề", by=chief)
    publish(ArticleFactory(parent=news_section, slug="hop-thang-chin"))
    article.refresh_from_db()
    return article


def test_of_several_published_at_once_the_one_that_cannot_be_is_named(desk, too_late, news_section):
    other = ArticleFactory(parent=news_section, live=False, title="Kết nạp đảng viên")
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    back = reverse("articles:index")
    answer = desk.post(f"{url}?next={back}&id={too_late.pk}&id={other.pk}", {}, follow=True).content.decode()
    assert "Họp tháng Chín năm nay" in answer
    assert "hop-thang-chin" in answer
    other.refresh_from_db()
    too_late.refresh_from_db()
    assert other.live
    assert too_late.slug == "hop"
    assert too_late.get_latest_revision_as_object().title == "Họp tháng Chín năm nay"


def test_an_approval_that_cannot_be_carried_out_leaves_the_task_open(desk, too_late, news_section, chief):
    workflow = Workflow.objects.create(name="Duyệt bài")
    task = GroupApprovalTask.objects.create(name="Trưởng ban duyệt")
    task.groups.add(roles.group_of(roles.CHIEF))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=news_section)
    state = workflow.start(too_late, User.objects.create_user("bientap"))
    action = ["approve", state.current_task_state.pk]
    url = reverse("wagtailadmin_pages:workflow_action", args=[too_late.pk, *action])
    answer = desk.post(f"{url}?next={reverse('articles:index')}", {"comment": ""}, follow=True)
    assert answer.status_code == 200
    assert "Chưa có gì được xuất bản" in answer.content.decode()
    state.refresh_from_db()
    assert (state.status, state.current_task_state.status) == ("in_progress", "in_progress")


def test_elsewhere_errors_stay_errors(client, db):
    assert client.post("/khong-co/").status_code == 404
