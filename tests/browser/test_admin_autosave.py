"""A form that saves itself on a slow machine: nothing typed meanwhile is lost, and nothing is done twice."""

from functools import partial

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Dialog, Page, expect
from wagtail.models import Comment, CommentReply

from news.models import Article, Section
from tests.browser.admin_pages import new_article, save, sign_in
from tests.browser.saving import LONG, NOT_YET_WATCHED, Saving
from tests.factories import ArticleFactory, publish

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

TITLE = "Chi bộ thôn Nà Lốc họp bàn chuyện nước"
FIRST, SECOND = "Lương Minh", "Lương Minh, Nà Lốc"
#: The same text in another spelling, as a box of running text writes it out when it is there at last.
SPELLED_ANEW = "(field) => { field.value = JSON.stringify(JSON.parse(field.value), null, 1); }"


@pytest.fixture
def saving(admin: Page) -> Saving:
    return Saving(admin)


def draft() -> Article:
    article = Section.objects.get(slug="tin-tuc").add_child(instance=Article(title=TITLE, live=False))
    article.save_revision()
    return article


def open_form(page: Page, article: Article) -> None:
    page.goto(f"/quan-tri/pages/{article.pk}/edit/", wait_until="networkidle")


def saved(article: Article) -> Article:
    return Article.objects.get(pk=article.pk).get_latest_revision_as_object()


def leave(page: Page) -> list[str]:
    """Go to another page; the questions asked before."""
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.goto("/quan-tri/")
    return asked


@pytest.mark.parametrize("meanwhile", [0, LONG])
def test_what_is_typed_while_the_form_saves_itself_is_saved_after_it(
    admin: Page, saving: Saving, meanwhile: int
) -> None:
    article = draft()
    open_form(admin, article)
    admin.fill("#id_kicker", FIRST)
    saving.begins(held=True)
    admin.fill("#id_kicker", SECOND)
    saving.run(meanwhile)
    saving.ends()
    saving.happens()
    saving.run()
    assert len(saving.by_itself) == 2
    assert saved(article).kicker == SECOND
    assert leave(admin) == []


@pytest.mark.parametrize("meanwhile", [0, LONG])
def test_until_then_leaving_is_asked_about(admin: Page, saving: Saving, meanwhile: int) -> None:
    open_form(admin, draft())
    admin.fill("#id_kicker", FIRST)
    saving.begins(held=True)
    admin.fill("#id_kicker", SECOND)
    saving.run(meanwhile)
    saving.ends()
    assert leave(admin) == ["beforeunload"]


def test_what_was_typed_a_moment_ago_is_asked_about(admin: Page, saving: Saving) -> None:
    open_form(admin, draft())
    admin.fill("#id_kicker", FIRST)
    assert leave(admin) == ["beforeunload"]


def test_what_is_typed_before_the_form_is_watched_is_saved(admin: Page, saving: Saving) -> None:
    article = draft()
    open_form(admin, article)
    saving.run(NOT_YET_WATCHED)
    admin.fill("#id_kicker", FIRST)
    saving.happens()
    saving.run()
    assert len(saving.by_itself) == 1
    assert saved(article).kicker == FIRST


def test_merely_opening_a_live_article_changes_nothing(admin: Page, saving: Saving) -> None:
    article = publish(ArticleFactory(parent=Section.objects.get(slug="tin-tuc"), title=TITLE, sapo="<p>Đủ nước.</p>"))
    open_form(admin, article)
    saving.run()
    admin.locator("input[name=sapo]").evaluate(SPELLED_ANEW)
    saving.run()
    assert saving.by_itself == []
    assert leave(admin) == []
    article.refresh_from_db()
    assert not article.has_unpublished_changes


def test_one_change_of_a_new_text_is_saved_once_and_so_is_the_next(admin: Page, saving: Saving) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    admin.locator("#id_title").blur()  # the address follows
    saving.happens()
    saving.run()
    assert len(saving.by_itself) == 1
    article = Article.objects.get()
    admin.fill("#id_kicker", FIRST)
    saving.happens()
    saving.run()
    assert len(saving.by_itself) == 2
    save(admin)
    expect(admin.locator(".messages .success")).to_contain_text(TITLE)
    expect(admin.locator("#w-save-confirmation-dialog")).to_be_hidden()
    assert saved(article).kicker == FIRST


def test_what_the_answer_itself_changes_in_the_form_is_not_saved_again(admin: Page, saving: Saving) -> None:
    article = draft()
    open_form(admin, article)
    admin.get_by_role("button", name="Thêm đính chính").click()
    admin.fill("#id_corrections-0-text", "Bản đầu ghi 26 người.")
    saving.happens()
    expect(admin.locator("#id_corrections-0-id")).not_to_have_value("")
    saving.run()
    assert len(saving.by_itself) == 1
    assert [correction.text for correction in saved(article).corrections.all()] == ["Bản đầu ghi 26 người."]
    assert leave(admin) == []


def test_a_form_that_was_refused_is_asked_about_before_leaving(admin: Page, saving: Saving) -> None:
    open_form(admin, draft())
    admin.fill("#id_title", "")
    save(admin)
    expect(admin.locator(".messages .error")).to_be_visible()
    admin.fill("#id_title", TITLE)
    assert leave(admin) == ["beforeunload"]


def test_a_press_while_the_first_is_under_way_saves_once(admin: Page, saving: Saving) -> None:
    article = draft()
    open_form(admin, article)
    admin.fill("#id_kicker", FIRST)
    place = admin.locator("button.action-save:visible").first.bounding_box()
    assert place
    press = partial(admin.mouse.click, place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    saving.hold()
    press()
    saving.leaves()
    press()
    saving.arrives()
    expect(admin.locator(".messages .success")).to_contain_text(TITLE)
    expect(admin.locator(".messages .error")).to_have_count(0)
    assert len(saving.by_button) == 1
    assert saved(article).kicker == FIRST


def test_the_way_back_after_a_save_leads_to_what_was_saved(admin: Page) -> None:
    article = draft()
    open_form(admin, article)
    admin.fill("#id_kicker", FIRST)
    save(admin)
    expect(admin.locator(".messages .success")).to_be_visible()
    admin.fill("#id_kicker", SECOND)
    save(admin)
    expect(admin.locator("#id_kicker")).to_have_value(SECOND)
    expect(admin.locator(".messages .success")).to_be_visible()
    admin.go_back()
    expect(admin.locator("#id_kicker")).to_have_value(SECOND)
    admin.fill("#id_source_name", "Báo tỉnh")
    save(admin)
    expect(admin.locator(".messages .success")).to_be_visible()
    expect(admin.locator("#w-save-confirmation-dialog")).to_be_hidden()
    assert (saved(article).kicker, saved(article).source_name) == (SECOND, "Báo tỉnh")


def test_the_second_of_two_tabs_is_told_and_keeps_what_was_typed(admin: Page, saving: Saving) -> None:
    article = draft()
    other = admin.context.new_page()
    saving_other = Saving(other)
    open_form(other, article)
    open_form(admin, article)
    admin.fill("#id_kicker", FIRST)
    saving.happens()
    other.fill("#id_source_name", "Báo tỉnh")
    saving_other.happens()
    saving_other.run()
    expect(other.locator(".footer__save-warning")).to_contain_text("bản mới hơn")
    assert saved(article).source_name == ""
    save(other)
    dialog = other.locator("#w-save-confirmation-dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Lưu").click()
    expect(other.locator(".messages .error")).to_contain_text("Chưa lưu")
    expect(other.locator("#id_source_name")).to_have_value("Báo tỉnh")
    assert saved(article).kicker == FIRST
    save(other)
    expect(other.locator(".messages .success")).to_be_visible()
    assert saved(article).source_name == "Báo tỉnh"
    assert [version.as_object().kicker for version in article.revisions.order_by("pk")][-2:] == [FIRST, ""]


def test_a_session_that_ended_while_typing_goes_on_after_signing_in(admin: Page, saving: Saving) -> None:
    article = draft()
    open_form(admin, article)
    admin.fill("#id_kicker", FIRST)
    admin.context.clear_cookies(name="sessionid")
    saving.happens()
    dialog = admin.locator("dialog[open]")
    expect(dialog).to_contain_text("Phiên đăng nhập đã hết")
    with admin.context.expect_page() as opened:
        dialog.get_by_role("link", name="Đăng nhập ở thẻ mới").click()
    sign_in(opened.value)
    opened.value.close()
    saving.run()
    expect(admin.locator("dialog[open]")).to_have_count(0)
    admin.fill("#id_source_name", "Báo tỉnh")
    saving.happens()
    saving.run()
    assert len(saving.by_itself) == 2
    assert (saved(article).kicker, saved(article).source_name) == (FIRST, "Báo tỉnh")
    assert leave(admin) == []


def test_an_answer_to_a_remark_is_saved_like_what_is_typed(admin: Page, saving: Saving, editor: User) -> None:
    article = draft()
    Comment.objects.create(page=article, user=editor, text="Bổ sung tên thôn.", contentpath="title")
    article.save_revision()
    open_form(admin, article)
    saving.run()
    admin.click("[data-side-panel-toggle=comments]")
    remark = admin.locator("#comments .comment")
    remark.click()
    saving.run(NOT_YET_WATCHED)
    remark.locator(".comment__reply-input").fill("Đã bổ sung.")
    remark.locator(".comment__reply-actions button[type=submit]").click()
    saving.happens()
    saving.run()
    assert len(saving.by_itself) == 1
    assert CommentReply.objects.get().text == "Đã bổ sung."
