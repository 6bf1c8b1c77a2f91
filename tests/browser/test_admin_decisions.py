"""Decisions at a step of the workflow, where something comes between the press and the answer."""

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, Route, expect

from news.models import Article, Section
from portal.editorial.roles import REPORTER, group_of
from portal.editorial.services import submit
from tests.browser.admin_pages import save, sign_in
from tests.browser.conftest import TIMEOUT
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

NOTE_TAKEN = "**/workflow/collect_action_data/**"
NOTE = "Nêu rõ tính đến tháng nào."


def submitted() -> Article:
    reporter = User.objects.create_user("phongvien", "phongvien@example.vn")
    reporter.groups.add(group_of(REPORTER))
    section = Section.objects.get(slug="tin-tuc")
    article = ArticleFactory(parent=section, owner=reporter, live=False, published_on=None)
    article.save_revision(user=reporter)
    submit(article, by=reporter)
    return article


def open_form(page: Page, article: Article) -> None:
    page.goto(f"/quan-tri/pages/{article.pk}/edit/", wait_until="networkidle")


def decide(page: Page, label: str) -> None:
    foot = page.locator("footer")
    wanted = foot.get_by_role("button", name=label, exact=True)
    if not wanted.is_visible():
        foot.get_by_role("button", name="Thao tác khác").click()
    wanted.click()


def step(article: Article) -> str:
    return str(Article.objects.get(pk=article.pk).current_workflow_task)


def sign_in_again(page: Page) -> None:
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("Phiên đăng nhập đã hết")
    with page.context.expect_page() as opened:
        dialog.get_by_role("link", name="Đăng nhập ở thẻ mới").click()
    sign_in(opened.value)
    opened.value.close()
    expect(page.locator("dialog[open]")).to_have_count(0, timeout=TIMEOUT)


def session_ends_with_the_answer(route: Route) -> None:
    answer = route.fetch()
    route.request.frame.page.context.clear_cookies(name="sessionid")
    route.fulfill(response=answer)


def test_a_decision_that_was_not_sent_is_not_made_by_the_next_save(admin: Page) -> None:
    article = submitted()
    before = step(article)
    open_form(admin, article)
    admin.context.clear_cookies(name="sessionid")
    decide(admin, "Duyệt")
    sign_in_again(admin)
    save(admin)
    expect(admin.locator(".messages .success")).to_be_visible()
    assert step(article) == before


def test_a_decision_with_a_note_asks_for_the_session_like_any_other(admin: Page) -> None:
    article = submitted()
    before = step(article)
    open_form(admin, article)
    admin.fill("#id_kicker", "Lương Minh")
    decide(admin, "Trả lại")
    modal = admin.locator(".modal")
    modal.locator("textarea").fill(NOTE)
    admin.route(NOTE_TAKEN, session_ends_with_the_answer, times=1)
    modal.locator("button[type=submit]").click()
    sign_in_again(admin)
    expect(admin.locator("#id_kicker")).to_have_value("Lương Minh")
    assert step(article) == before
    expect(modal.locator("textarea")).to_have_value(NOTE)
    modal.locator("button[type=submit]").click()
    expect(admin.locator(".messages")).to_contain_text("được trả lại")
    assert Article.objects.get(pk=article.pk).get_latest_revision_as_object().kicker == "Lương Minh"
