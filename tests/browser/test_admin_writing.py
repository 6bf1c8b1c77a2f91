"""Writing in the admin, in a real browser: slug, preview, pasting from Word, a session that ends."""

import re

import pytest
from playwright.sync_api import Page, expect
from wagtail.models import Revision

from news.models import Article, Section
from tests.browser.admin_pages import REFUSED, new_article, save, sign_in, staff

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

TITLE = "Đảng uỷ đổi mới sinh hoạt chi bộ"
WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><p class="MsoNormal" style="font-family:Arial">'
    '<b>Chi bộ</b> họp <span style="color:red">đúng kỳ</span>.<o:p></o:p></p></body></html>'
)


def test_the_slug_follows_the_title_and_keeps_d(admin: Page) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    admin.locator("#id_title").blur()
    expect(admin.locator("#id_slug")).to_have_value("dang-uy-doi-moi-sinh-hoat-chi-bo")


def test_text_pasted_from_word_comes_in_clean(admin: Page) -> None:
    new_article(admin)
    box = admin.locator("[data-contentpath=sapo] [contenteditable=true]")
    box.click()
    box.evaluate(
        """(element, html) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "Chi bộ họp đúng kỳ.");
          element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        WORD,
    )
    expect(box).to_contain_text("Chi bộ họp đúng kỳ.")
    field = admin.locator("input[name=sapo]")
    expect(field).to_have_value(re.compile("BOLD"))
    kept = field.input_value()
    assert "Mso" not in kept
    assert "color" not in kept


def test_an_article_not_yet_saved_is_previewed_on_a_phone_and_on_a_screen(admin: Page) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    admin.click("[data-side-panel-toggle=preview]")
    frame = admin.frame_locator("#w-preview-iframe")
    expect(frame.locator("h1")).to_contain_text(TITLE)
    widths = []
    for size in ("mobile", "desktop"):
        admin.locator(f"input[name=preview-size][value*='{size}']").check(force=True)
        widths.append(frame.locator("html").evaluate("() => window.innerWidth"))
    assert widths[0] < 500 < 1000 < widths[1]
    assert not REFUSED


def test_nothing_typed_is_lost_when_the_session_ends(admin: Page) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    admin.context.clear_cookies(name="sessionid")
    admin.fill("#id_kicker", "Lương Minh")
    save(admin)
    dialog = admin.locator("dialog[open]")
    expect(dialog).to_contain_text("Phiên đăng nhập đã hết")
    expect(dialog).to_contain_text("vẫn còn nguyên")
    with admin.context.expect_page() as opened:
        dialog.get_by_role("link", name="Đăng nhập ở thẻ mới").click()
    other = opened.value
    other.wait_for_load_state()
    sign_in(other)
    expect(other.locator("h1")).to_contain_text("Bạn đã đăng nhập lại")
    other.close()
    expect(admin.locator("dialog[open]")).to_have_count(0)
    expect(admin.locator("#id_kicker")).to_have_value("Lương Minh")
    save(admin)
    admin.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    expect(admin.locator(".messages")).to_contain_text(TITLE)
    article = Article.objects.get().get_latest_revision_as_object()
    assert (article.title, article.kicker) == (TITLE, "Lương Minh")


def test_what_saves_by_itself_says_that_the_session_ended_and_not_that_the_portal_failed(admin: Page) -> None:
    draft = Section.objects.get(slug="tin-tuc").add_child(instance=Article(title=TITLE, live=False))
    draft.save_revision()
    admin.goto(f"/quan-tri/pages/{draft.pk}/edit/", wait_until="networkidle")
    admin.context.clear_cookies(name="sessionid")
    admin.locator("#id_kicker").press_sequentially("Lương Minh")
    expect(admin.locator("dialog[open]")).to_contain_text("Phiên đăng nhập đã hết")
    footer = admin.locator(".footer__save-warning")
    expect(footer).to_contain_text("Phiên đăng nhập đã hết")
    expect(footer).not_to_contain_text("Máy chủ")


def test_a_form_that_saved_itself_stands_on_what_it_saved(admin: Page) -> None:
    draft = Section.objects.get(slug="tin-tuc").add_child(instance=Article(title=TITLE, live=False))
    opened = draft.save_revision()
    admin.goto(f"/quan-tri/pages/{draft.pk}/edit/", wait_until="networkidle")
    named = admin.locator("#page-edit-form > input[name=loaded_revision_id]")
    expect(named).to_have_value(str(opened.pk))
    admin.locator("#id_kicker").press_sequentially("Lương Minh")
    expect(named).not_to_have_value(str(opened.pk), timeout=20_000)
    saved = Revision.objects.for_instance(draft).latest("pk")
    expect(named).to_have_value(str(saved.pk))
    save(admin)
    expect(admin.locator(".messages .success")).to_be_visible()


def test_the_way_to_the_first_error_ends_in_its_field(admin: Page) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    admin.fill("#id_source_url", "https://example.vn/bai")
    save(admin)
    expect(admin.locator("#id_source_name")).not_to_be_focused()
    admin.get_by_role("button", name="Đến lỗi đầu tiên").click()
    expect(admin.locator("#id_source_name")).to_be_focused()


def test_another_account_in_the_same_browser_does_not_save_unnoticed(admin: Page) -> None:
    staff("truongban", first_name="Đào", last_name="Lương Bích")
    with admin.expect_response("**/quan-tri/phien/"):
        new_article(admin)
    admin.fill("#id_title", TITLE)
    other = admin.context.new_page()
    admin.context.clear_cookies(name="sessionid")
    other.goto("/dang-nhap/?next=/quan-tri/")
    sign_in(other, "truongban")
    other.close()
    by_the_other = Revision.objects.filter(user__username="truongban")
    admin.fill("#id_kicker", "Lương Minh")
    save(admin)
    expect(admin.locator(".messages")).to_contain_text("Bích Đào")
    expect(admin.locator("#id_kicker")).to_have_value("Lương Minh")
    assert not by_the_other.exists()
    save(admin)
    admin.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    expect(admin.locator(".messages")).to_contain_text(TITLE)
    assert by_the_other.exists()


def test_publishing_publishes_and_does_not_only_save(admin: Page) -> None:
    section = Section.objects.get(slug="tin-tuc")
    draft = section.add_child(instance=Article(title=TITLE, live=False))
    draft.save_revision()
    admin.goto(f"/quan-tri/pages/{draft.pk}/edit/", wait_until="networkidle")
    admin.get_by_role("button", name="Thao tác khác").click()
    admin.locator("button[name=action-publish]:visible").first.click()
    admin.wait_for_url(re.compile(rf"/quan-tri/pages/{section.pk}/$"))
    draft.refresh_from_db()
    assert draft.live
