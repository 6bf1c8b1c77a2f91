"""The same rule by every road of the admin: forms, bulk actions, its API, copies and moves; and what each says."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.action_menu import PublishMenuItem
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from news.models import Article
from portal.editorial.errors import PlaceNotApproved
from portal.editorial.models import Approval, ChiefApprovalTask
from portal.editorial.roles import EDITOR, group_of
from portal.editorial.services import approve, submit
from portal.models import StandardPage
from tests.editorial.conftest import Desk, client_of, fresh, said, send
from tests.factories import ArticleFactory, SectionFactory
from tests.reading import edit_form

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

PUBLISH = {"action-publish": "Xuất bản"}
API = "wagtailadmin_api:pages:action"


def menu_of(desk: Desk, article: Article, who: str) -> list[type]:
    response = client_of(getattr(desk, who)).get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    menu = response.context["action_menu"]
    return [type(item) for item in [menu.default_item, *menu.menu_items]]


def api(desk: Desk, who: str, page: Page, action: str, **data: object):
    address = reverse(API, args=[page.pk, action])
    return client_of(getattr(desk, who)).post(address, data, content_type="application/json")


# Forms


def test_the_editor_publishes_nothing_unapproved_keeps_the_text_and_says_what_to_do(desk: Desk):
    article = desk.draft()
    response = send(desk.chief, article, title="Chi bộ họp lần hai", **PUBLISH)
    assert "gửi duyệt" in said(response).lower()
    article = fresh(article)
    assert (article.live, article.draft_title) == (False, "Chi bộ họp lần hai")


def test_a_live_page_keeps_its_text_until_the_change_is_approved(desk: Desk):
    article = desk.live()
    send(desk.chief, article, title="Sửa một mình", change_reason="Sửa cho gọn", **PUBLISH)
    article = fresh(article)
    assert article.title != "Sửa một mình"
    assert article.draft_title == "Sửa một mình"


def test_the_button_for_publishing_stands_only_where_the_text_is_approved(desk: Desk):
    article = desk.draft()
    assert PublishMenuItem not in menu_of(desk, article, "chief")
    approve(article, by=desk.deputy)
    assert PublishMenuItem in menu_of(desk, article, "chief")
    desk.rewrite(article, by=desk.chief)
    assert PublishMenuItem not in menu_of(desk, article, "chief")


def test_the_form_says_in_the_place_of_the_button_what_to_do(desk: Desk):
    page = client_of(desk.chief).get(reverse("wagtailadmin_pages:edit", args=[desk.draft().pk])).content.decode()
    assert "Muốn xuất bản, hãy gửi duyệt" in page
    assert "Gửi duyệt" in page


def test_the_chiefs_step_is_called_by_its_names(desk: Desk):
    page = client_of(desk.chief).get(reverse("wagtailadmin_pages:edit", args=[desk.waiting().pk])).content.decode()
    for label in ("Duyệt xuất bản", "Duyệt, chờ xuất bản", "Trả lại"):
        assert label in page
    assert "Duyệt xuất bản và" not in page


def test_publishing_an_approved_text_from_the_form_works(desk: Desk):
    article = desk.draft()
    approve(article, by=desk.chief)
    send(desk.chief, article, **PUBLISH)
    assert fresh(article).live


def test_a_new_page_that_is_to_be_published_at_once_is_kept_as_a_draft(desk: Desk):
    client, address = (
        client_of(desk.chief),
        reverse("wagtailadmin_pages:add", args=["news", "article", desk.section.pk]),
    )
    from tests.reading import edit_form

    fields = edit_form(client.get(address)) | {"title": "Bài mới", "slug": "bai-moi", **PUBLISH}
    response = client.post(address, fields, follow=True)
    assert "chưa được duyệt" in said(response)
    article = Article.objects.get(slug="bai-moi")
    assert not article.live


def test_approving_in_the_form_publishes(desk: Desk):
    article = desk.waiting()
    send(desk.chief, article, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    assert fresh(article).live


def test_approving_a_text_that_one_changes_in_the_same_form_keeps_the_change_and_refuses(desk: Desk):
    article = desk.waiting()
    fields = {"action-workflow-action": "true", "workflow-action-name": "approve", "title": "Sửa rồi duyệt luôn"}
    response = send(desk.chief, article, **fields)
    assert "người khác duyệt" in said(response)
    article = fresh(article)
    assert (article.live, article.draft_title) == (False, "Sửa rồi duyệt luôn")
    assert article.workflow_in_progress


def test_at_the_step_before_an_editor_mends_the_text_and_passes_it_on_at_once(desk: Desk):
    article = desk.draft()
    submit(article, by=desk.reporter)
    fields = {"action-workflow-action": "true", "workflow-action-name": "approve", "title": "Đã biên tập"}
    send(desk.editor, article, **fields)
    step = fresh(article).current_workflow_task_state
    assert isinstance(step.task.specific, ChiefApprovalTask)
    assert step.revision.as_object().title == "Đã biên tập"


def test_what_the_chiefs_form_saved_by_itself_without_a_change_of_the_text_is_no_hindrance(desk: Desk):
    """The time of publication is set in the form; it saves itself, and then the chief approves."""
    article = desk.waiting()
    client, address = client_of(desk.chief), reverse("wagtailadmin_pages:edit", args=[article.pk])
    at = f"{timezone.localtime() + timedelta(hours=1):%d/%m/%Y %H:%M}"
    fields = edit_form(client.get(address)) | {"go_live_at": at}
    said = client.post(address, fields, headers={"Accept": "application/json"}).json()
    approves = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    own = {"loaded_revision_id": said["revision_id"], "loaded_revision_created_at": said["revision_created_at"]}
    client.post(address, fields | approves | own)
    article = fresh(article)
    assert not article.live
    assert article.scheduled_revision is not None


def test_a_text_that_changed_while_the_chief_read_it_is_not_approved(desk: Desk):
    article = desk.waiting()
    client, address = client_of(desk.chief), reverse("wagtailadmin_pages:edit", args=[article.pk])
    fields = edit_form(client.get(address))
    desk.rewrite(article, by=desk.editor)
    fields |= {"action-workflow-action": "true", "workflow-action-name": "approve", "kicker": "Từ cơ sở"}
    response = client.post(address, fields, follow=True)
    assert "đọc lại rồi duyệt" in said(response)
    assert not fresh(article).live
    assert edit_form(response)["kicker"] == "Từ cơ sở", "what the chief typed is still there"


def test_returning_needs_a_note(desk: Desk):
    article = desk.waiting()
    state = article.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "reject", state.pk])
    client_of(desk.chief).post(address, {"comment": ""})
    assert fresh(article).current_workflow_task is not None
    client_of(desk.chief).post(address, {"comment": "Thiếu nguồn"})
    assert fresh(article).current_workflow_state.status == "needs_changes"


# Bulk action, API


def test_bulk_publishing_names_what_is_not_approved_and_publishes_the_rest(desk: Desk):
    ready, raw = desk.draft(slug="da-duyet"), desk.draft(slug="chua-duyet")
    approve(ready, by=desk.chief)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"?id={ready.pk}&id={raw.pk}"
    response = client_of(desk.chief).post(address + query, {"include_descendants": ""}, follow=True)
    assert raw.title in response.content.decode()
    assert (fresh(ready).live, fresh(raw).live) == (True, False)


@pytest.mark.parametrize("who", ["chief", "administrator"])
def test_the_admins_api_publishes_only_what_is_approved(desk: Desk, administrator, who):
    desk.administrator = administrator  # type: ignore[attr-defined]
    article = desk.draft()
    response = api(desk, who, article, "publish")
    assert response.status_code == 400
    assert "chưa được duyệt" in response.content.decode()
    approve(article, by=desk.chief)
    assert api(desk, who, article, "publish").status_code == 200


def test_the_admins_api_copies_nothing_alive(desk: Desk):
    article = desk.live()
    response = api(desk, "chief", article, "copy", keep_live=True, slug="ban-sao")
    assert response.status_code == 400
    assert not Article.objects.filter(slug="ban-sao").exists()
    assert api(desk, "chief", article, "copy", keep_live=False, slug="ban-sao").status_code == 201


def test_the_admins_api_makes_and_converts_aliases_of_approved_text_only(desk: Desk):
    article = desk.live()
    response = api(desk, "chief", article, "create_alias", update_slug="lap-lai")
    assert response.status_code == 201
    alias = Article.objects.get(slug="lap-lai")
    assert api(desk, "chief", alias, "convert_alias").status_code == 200
    Approval.objects.filter(page=article).delete()
    assert api(desk, "chief", article, "create_alias", update_slug="lan-nua").status_code == 400


def test_the_admins_api_brings_an_old_version_back_as_a_draft(desk: Desk):
    article = desk.live()
    first = article.live_revision
    article = desk.publish(desk.rewrite(article, by=desk.reporter))
    assert api(desk, "chief", article, "revert_to_page_revision", revision_id=first.pk).status_code == 200
    assert fresh(article).title == article.title


def test_copying_in_the_admin_with_its_subpages_live_is_refused_in_words(desk: Desk):
    article = desk.live()
    client, address = client_of(desk.chief), reverse("wagtailadmin_pages:copy", args=[article.pk])
    fields = {
        "new_title": "Bản sao",
        "new_slug": "ban-sao",
        "new_parent_page": str(desk.section.pk),
        "publish_copies": "on",
    }
    response = client.post(address, fields, follow=True)
    assert response.status_code == 200
    assert "chưa được duyệt" in response.content.decode()
    assert not Article.objects.filter(slug="ban-sao", live=True).exists()


# Moves


@pytest.fixture
def elsewhere(desk: Desk):
    """A section with a workflow of its own, whose last step is the editors'."""
    section = SectionFactory(parent=desk.section.get_parent(), title="Diễn đàn", slug="dien-dan")
    task = ChiefApprovalTask.objects.create(name="Ban chủ nhiệm duyệt")
    task.groups.add(group_of(EDITOR))
    workflow = Workflow.objects.create(name="Quy trình diễn đàn")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=section, workflow=workflow)
    return fresh(section)


def test_a_live_page_moves_only_where_its_approver_has_a_say(desk: Desk, elsewhere):
    article = desk.live()
    with pytest.raises(PlaceNotApproved, match="Chưa chuyển"):
        article.move(elsewhere, pos="last-child")
    assert fresh(article).get_parent().pk == desk.section.pk
    group_of(EDITOR).user_set.add(desk.chief)
    fresh(article).move(elsewhere, pos="last-child")
    assert fresh(article).get_parent().pk == elsewhere.pk


def test_all_that_moves_along_is_looked_at(desk: Desk, elsewhere):
    below = SectionFactory(parent=fresh(desk.section), title="Kiểm tra, giám sát", slug="kiem-tra-giam-sat")
    Approval.objects.create(page=below, digest=Approval.objects.get(page=below).digest, kind="baseline")
    article = desk.live(parent=fresh(below))
    with pytest.raises(PlaceNotApproved, match=article.title[:20]):
        fresh(below).move(elsewhere, pos="last-child")


def test_drafts_and_reordering_are_free(desk: Desk, elsewhere):
    draft, live, other = desk.draft(slug="mot"), desk.live(slug="hai"), desk.live(slug="ba")
    draft.move(elsewhere, pos="last-child")
    fresh(live).move(fresh(other), pos="right")


def test_moving_in_the_admin_says_why_not(desk: Desk, elsewhere):
    article = desk.live()
    address = reverse("wagtailadmin_pages:move_confirm", args=[article.pk, elsewhere.pk])
    response = client_of(desk.chief).post(address, follow=True)
    assert "Chưa chuyển" in said(response)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    fields = {"chooser": str(elsewhere.pk), "move_applicable": ""}
    response = client_of(desk.chief).post(f"{bulk}?id={article.pk}", fields, follow=True)
    assert "Chưa chuyển" in said(response)
    assert fresh(article).get_parent().pk == desk.section.pk


def test_the_admins_api_moves_nothing_unapproved(desk: Desk, elsewhere):
    response = api(desk, "chief", desk.live(), "move", destination_page_id=elsewhere.pk, position="last-child")
    assert response.status_code == 400


def test_a_page_from_where_no_workflow_applies_does_not_slip_in(desk: Desk, home):
    Workflow.objects.get(known_as__code="editorial").deactivate()
    WorkflowPage.objects.all().delete()
    article = ArticleFactory(parent=desk.section, live=False)
    article.save_revision(user=desk.chief).publish()
    assert fresh(article).live
    task = ChiefApprovalTask.objects.create(name="Duyệt")
    task.groups.add(*desk.chief.groups.all())
    workflow = Workflow.objects.create(name="Quy trình mới")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    guarded = SectionFactory(parent=fresh(home), title="Mới", slug="moi")
    WorkflowPage.objects.create(page=guarded, workflow=workflow)
    with pytest.raises(PlaceNotApproved):
        fresh(article).move(guarded, pos="last-child")


def test_other_page_types_are_guarded_alike(desk: Desk, home):
    page = home.add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu", live=False))
    page.save_revision(user=desk.reporter)
    send(desk.chief, page, **PUBLISH)
    assert not fresh(page).live
    approve(fresh(page), by=desk.chief)
    fresh(page).get_latest_revision().publish(user=desk.chief)
    assert fresh(page).live


def test_a_decision_on_a_step_that_has_just_ended_is_told_of_and_changes_nothing(desk: Desk) -> None:
    article = desk.publish(desk.draft())
    versions = article.revisions.count()
    answer = send(desk.chief, article, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    assert "vừa có người quyết định" in answer.content.decode()
    assert article.revisions.count() == versions
