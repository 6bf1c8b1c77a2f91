"""Whoever changes what readers already have says why: to them, or in the history."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.models import Article
from news.models.article import Correction
from portal.editorial import roles
from portal.editorial.changes.models import ChangeReason
from portal.editorial.changes.services import give_reason
from portal.publishing import publish_scheduled
from tests.factories import ArticleFactory, publish

WHY = "Sửa lỗi chính tả ở đoạn hai"


def person(role: roles.Role) -> User:
    user = User.objects.create_user(role.code, f"{role.code}@example.vn")
    user.groups.add(roles.group_of(role))
    return user


@pytest.fixture
def chief(db):
    return person(roles.CHIEF)


@pytest.fixture
def article(news_section):
    return publish(ArticleFactory(parent=news_section, title="Chi bộ có 45 đảng viên", slug="chi-bo"))


@pytest.fixture
def desk(chief):
    client = Client()
    client.force_login(chief)
    return client


def shown(article) -> str:
    return Client().get(article.get_url()).content.decode()


def changed(article, title="Chi bộ có 54 đảng viên"):
    article.title = title
    return article.save_revision()


def test_without_a_word_it_is_not_published(article, chief):
    with pytest.raises(ValidationError, match="lý do"):
        changed(article).publish(user=chief)
    assert "45 đảng viên" in shown(article)


def test_a_reason_is_enough_and_stays_among_colleagues(article, chief):
    give_reason(article, WHY, by=chief)
    changed(article).publish(user=chief)
    assert "54 đảng viên" in shown(article)
    assert WHY not in shown(article)
    entry = PageLogEntry.objects.get(action="changes.reason")
    assert (entry.user, entry.comment) == (chief, WHY)


def test_a_reason_holds_for_one_change(article, chief):
    give_reason(article, WHY, by=chief)
    changed(article).publish(user=chief)
    article.refresh_from_db()
    with pytest.raises(ValidationError):
        changed(article, "Chi bộ có 55 đảng viên").publish(user=chief)


def test_a_correction_is_enough_and_readers_see_it(article, chief):
    article.corrections.add(Correction(text="Bản đầu ghi nhầm 45, đúng là 54."))
    changed(article).publish(user=chief)
    assert "đúng là 54" in shown(article)
    article.refresh_from_db()
    with pytest.raises(ValidationError):
        changed(article, "Chi bộ có 55 đảng viên").publish(user=chief)


def test_publishing_the_same_again_is_no_change(article, chief):
    article.save_revision().publish(user=chief)


def test_a_new_page_needs_no_word(news_section, chief):
    draft = ArticleFactory(parent=news_section, live=False)
    draft.save_revision().publish(user=chief)
    assert shown(draft)


def test_what_is_scheduled_was_explained_when_it_was_scheduled(article, chief):
    article.go_live_at = timezone.now() + timedelta(hours=1)
    revision = changed(article)
    with pytest.raises(ValidationError):
        revision.publish(user=chief)
    give_reason(article, WHY, by=chief)
    revision.publish(user=chief)
    assert ChangeReason.objects.exists()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now())
    revision.refresh_from_db()
    revision.content["go_live_at"] = None
    revision.save()
    publish_scheduled()
    assert "54 đảng viên" in shown(article)
    assert not ChangeReason.objects.exists()


# In the editor


def form_of(article, **values):
    data = {
        "title": article.title,
        "slug": article.slug,
        "kicker": "",
        "sapo": rich_text("<p>Buổi sinh hoạt cởi mở.</p>"),
        "body": streamfield([]),
        "published_on": "",
        "published_time_known": "on",
        "corrections": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
        "related_picks": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 6},
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000},
    }
    return nested_form_data({**data, **values})


def edit(article) -> str:
    return reverse("wagtailadmin_pages:edit", args=[article.pk])


def test_the_form_asks_and_loses_nothing(article, desk):
    sent = form_of(article, title="Chi bộ có 54 đảng viên", **{"action-publish": "1"})
    answer = desk.post(edit(article), sent).content.decode()
    assert "Người đọc đã có bài này" in answer
    assert "Chi bộ có 54 đảng viên" in answer
    assert "45 đảng viên" in shown(article)
    done = desk.post(edit(article), {**sent, "change_reason": WHY})
    assert done.status_code == 302
    assert "54 đảng viên" in shown(article)
    assert PageLogEntry.objects.get(action="changes.reason").comment == WHY


def test_a_correction_in_the_form_is_enough(article, desk):
    correction = {
        "TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000,
        "0": {"id": "", "noted_on": "22/11/2026 09:15", "text": "Bản đầu ghi nhầm 45.", "ORDER": 1, "DELETE": ""},
    }  # fmt: skip
    sent = form_of(article, title="Chi bộ có 54 đảng viên", corrections=correction, **{"action-publish": "1"})
    assert desk.post(edit(article), sent).status_code == 302
    assert "Bản đầu ghi nhầm 45" in shown(article)


def test_a_draft_of_the_change_needs_no_word_yet_and_keeps_one_that_was_given(article, desk):
    assert desk.post(edit(article), form_of(article, title="Chi bộ có 54 đảng viên")).status_code == 302
    assert desk.post(edit(article), form_of(article, change_reason=WHY)).status_code == 302
    assert WHY in desk.get(edit(article)).content.decode()


def test_the_box_is_there_only_while_readers_have_the_page(article, desk):
    assert "change_reason" in desk.get(edit(article)).content.decode()
    Article.objects.filter(pk=article.pk).update(live=False)
    assert "change_reason" not in desk.get(edit(article)).content.decode()


def test_history_and_comparison_open(article, desk, chief):
    give_reason(article, WHY, by=chief)
    changed(article).publish(user=chief)
    assert WHY in desk.get(reverse("wagtailadmin_pages:history", args=[article.pk])).content.decode()
    first, second = article.revisions.order_by("pk")[:2]
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, first.pk, second.pk])
    assert desk.get(compare).status_code == 200


# By a workflow


@pytest.fixture
def workflow(news_section, chief):
    made = Workflow.objects.create(name="Duyệt bài")
    task = GroupApprovalTask.objects.create(name="Trưởng ban duyệt")
    task.groups.add(roles.group_of(roles.CHIEF))
    WorkflowTask.objects.create(workflow=made, task=task)
    WorkflowPage.objects.create(workflow=made, page=news_section)
    return made


def approve(desk, article):
    state = article.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", state.pk])
    return desk.post(f"{url}?next={reverse('articles:index')}", {"comment": ""}, follow=True)


def test_a_reason_given_at_submission_holds_at_the_approval(article, desk, workflow):
    author = person(roles.EDITOR)
    changed(article)
    give_reason(article, WHY, by=author)
    workflow.start(article, author)
    approve(desk, article)
    assert "54 đảng viên" in shown(article)
    assert PageLogEntry.objects.get(action="changes.reason").user == author


def test_an_approval_without_a_word_is_refused_with_a_sentence(article, desk, workflow):
    changed(article)
    workflow.start(article, person(roles.EDITOR))
    answer = approve(desk, article)
    assert "Người đọc đã có bài này" in answer.content.decode()
    article.refresh_from_db()
    assert article.current_workflow_state is not None
    assert "45 đảng viên" in shown(article)
