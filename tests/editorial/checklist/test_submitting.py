"""A text that lacks what staff made a condition is not submitted, by whichever road, and nothing of it is lost."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from news.models import Article
from portal.editorial.checklist.models import ChecklistSettings
from portal.editorial.checklist.registry import Severity, checks
from portal.editorial.checklist.services import ChecklistRefused
from portal.editorial.roles import ADMINISTRATOR, CHIEF
from tests.editorial.checklist.conftest import decide, paragraphs, with_body
from tests.editorial.desk.conftest import Newsroom, client_of, person, step
from tests.reading import edit_form

CARD = "<p>Đồng chí Tuyển, CCCD 001085012345.</p>"


def edit_url(article: Article) -> str:
    return reverse("wagtailadmin_pages:edit", args=[article.pk])


def post(client, article: Article, **values):
    form = edit_form(client.get(edit_url(article)))
    return client.post(edit_url(article), {**form, **values}, follow=True)


def in_workflow(article: Article) -> bool:
    return WorkflowState.objects.active().filter(object_id=str(article.pk)).exists()


def test_the_button_saves_the_text_and_says_what_keeps_it_back(article, newsroom: Newsroom):
    client = client_of(newsroom.reporter)
    answer = post(client, article, kicker="CCCD 001085012345", **{"action-submit": "1"})
    page = answer.content.decode()
    assert "Đã lưu bản nháp. Chưa gửi duyệt." in page
    assert "001085012345" in page
    assert not in_workflow(article)
    assert Article.objects.get(pk=article.pk).get_latest_revision_as_object().kicker == "CCCD 001085012345", (
        "nothing typed is lost"
    )
    post(client, article, kicker="Ba Chẽ", **{"action-submit": "1"})
    assert in_workflow(article)


def test_a_new_page_is_saved_and_kept_back_too(newsroom: Newsroom):
    client = client_of(newsroom.reporter)
    url = reverse("wagtailadmin_pages:add", args=["news", "article", newsroom.section.pk])
    form = edit_form(client.get(url))
    typed = {**form, "title": "Chi bộ Xóm Mới họp", "slug": "xom-moi", "kicker": "001085012345", "action-submit": "1"}
    page = client.post(url, typed, follow=True).content.decode()
    assert "Chưa gửi duyệt" in page
    made = Article.objects.get(slug="xom-moi")
    assert made.get_latest_revision_as_object().kicker == "001085012345"
    assert not in_workflow(made)


def test_other_roads_into_a_workflow_are_closed_too(article, newsroom: Newsroom):
    with_body(article, paragraphs(CARD))
    with pytest.raises(ChecklistRefused, match="001085012345"):
        newsroom.workflow.start(article, newsroom.reporter)
    assert not in_workflow(article)


def test_a_returned_text_is_looked_at_again_when_it_is_sent_back(article, newsroom: Newsroom):
    newsroom.workflow.start(article, newsroom.reporter)
    step(article).reject(user=newsroom.editor, comment="Bổ sung")
    with_body(article, paragraphs(CARD))
    state = WorkflowState.objects.get(object_id=str(article.pk))
    with pytest.raises(ChecklistRefused):
        state.resume(newsroom.reporter)
    assert WorkflowState.objects.get(pk=state.pk).status == WorkflowState.STATUS_NEEDS_CHANGES
    page = post(client_of(newsroom.reporter), article, **{"action-submit": "1"})
    assert page.status_code == 200
    assert in_workflow(article)


def test_what_was_let_in_is_not_kept_back_at_later_steps(article, newsroom: Newsroom):
    newsroom.workflow.start(article, newsroom.reporter)
    decide("title_length", Severity.BLOCKER)
    Article.objects.filter(pk=article.pk).update(title="Ngắn")
    step(article).approve(user=newsroom.editor)
    assert step(article).task.name == "Duyệt xuất bản"


def test_a_warning_keeps_nothing_back(newsroom: Newsroom):
    short = newsroom.draft("Ngắn")
    newsroom.workflow.start(short, newsroom.reporter)
    assert in_workflow(short)


def test_staff_make_a_check_a_condition_or_drop_it(newsroom: Newsroom):
    client = client_of(person("quanly", "Đinh Quang Duẩn", ADMINISTRATOR))
    url = reverse("wagtailsettings:edit", args=["checklist", "checklistsettings"])
    form = client.get(url, follow=True)
    shown = form.content.decode()
    for check in checks:
        assert str(check.label) in shown
    chosen = {f"check_{check.name}": check.severity.value for check in checks}
    address = form.redirect_chain[-1][0] if form.redirect_chain else url
    answer = client.post(address, {**chosen, "check_title_length": "blocker", "check_alt_texts": "off"}, follow=True)
    assert answer.status_code == 200
    assert ChecklistSettings.load().severities["title_length"] == "blocker"
    with pytest.raises(ChecklistRefused, match="Tiêu đề mới có 4 chữ"):
        newsroom.submitted("Ngắn")
    wrong = client.post(address, {**chosen, "check_title_length": "gì đó"})
    assert ChecklistSettings.load().severities["title_length"] == "blocker"
    assert wrong.status_code == 200


def test_those_who_do_not_administer_cannot_change_it(newsroom: Newsroom):
    url = reverse("wagtailsettings:edit", args=["checklist", "checklistsettings"])
    for user in (newsroom.editor, person("pho", "Hà Văn Cao", CHIEF)):
        assert client_of(user).get(url, follow=True).redirect_chain[-1][0] == reverse("wagtailadmin_home")


def test_the_editor_shows_what_to_mend_and_looks_again(article, newsroom: Newsroom):
    with_body(article, paragraphs(CARD))
    client = client_of(newsroom.reporter)
    page = client.get(edit_url(article)).content.decode()
    again = reverse("portal_checklist", args=[article.pk])
    assert "Kiểm tra trước khi gửi duyệt" in page
    assert again in page
    assert "001085012345" in client.get(again).content.decode()
    with_body(article, paragraphs("<p>Đã bỏ.</p>"))
    assert "Sẵn sàng: không có gì phải sửa." in client.get(again).content.decode()


def test_the_panel_is_for_those_who_may_edit_the_page(article, newsroom: Newsroom, client):
    url = reverse("portal_checklist", args=[article.pk])
    assert client.get(url).status_code == 302
    other = person("la", "Bế Thị Lạ", ADMINISTRATOR)
    other.groups.clear()
    assert client_of(other).get(url).status_code == 302
    colleague = newsroom.draft("Bài của người khác", owner=newsroom.editor)
    refused = client_of(newsroom.reporter).get(reverse("portal_checklist", args=[colleague.pk]))
    assert refused.status_code in (302, 403)
    assert "Bài của người khác" not in refused.content.decode()
    assert client_of(newsroom.reporter).get(reverse("portal_checklist", args=[999_999])).status_code == 404


def test_a_new_page_has_the_panel_before_it_is_saved_and_its_first_save_fills_it(newsroom: Newsroom):
    client = client_of(newsroom.reporter)
    url = reverse("wagtailadmin_pages:add", args=["news", "article", newsroom.section.pk])
    empty = client.get(url)
    assert 'data-side-panel-toggle="checklist"' in empty.content.decode()
    assert "Bài chưa được lưu lần nào" in empty.content.decode()
    typed = {**edit_form(empty), "title": "Chi bộ Xóm Mới họp", "slug": "xom-moi"}
    saved = client.post(url, typed, headers={"Accept": "application/json"}).json()
    first_save = client.get(saved["hydrate_url"]).content.decode()
    assert "[data-side-panel='checklist']" in first_save
    assert "data-checklist-results" in first_save
