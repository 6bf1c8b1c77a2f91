"""Dates as Vietnamese write them, in a real browser: shown, typed and picked, and never replaced by another."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from news.models import Article, Section
from tests.browser.admin_pages import new_article, save
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]

VIET_NAM = ZoneInfo("Asia/Ho_Chi_Minh")
TITLE = "Chi bộ thôn Đồng Tiến họp tháng Mười một"


def leave_with(field: Locator, typed: str) -> None:
    field.click()
    field.fill("")
    field.press_sequentially(typed)
    field.press("Tab")


SHOWN = {
    "22/11/2026 09:15": "22/11/2026 09:15",
    "22/11/2026": "22/11/2026 00:00",
    "2/9/2026 9:05": "02/09/2026 09:05",
    "20-11-2026": "20/11/2026 00:00",
    "20.11.2026 9h30": "20/11/2026 09:30",
    "09:15, 22/11/2026": "22/11/2026 09:15",
    "2026-11-22 09:15": "22/11/2026 09:15",
    "31/02/2026": "31/02/2026",
    "22/11/26": "22/11/26",
    "abc": "abc",
    "": "",
}


def test_what_is_typed_becomes_the_house_form_or_stays_as_it_is(admin: Page) -> None:
    new_article(admin)
    field = admin.locator("#id_published_on")
    shown = {}
    for typed in SHOWN:
        leave_with(field, typed)
        shown[typed] = field.input_value()
    assert shown == SHOWN


def test_a_typed_moment_is_the_one_that_is_saved(admin: Page) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    leave_with(admin.locator("#id_published_on"), "2-9-2024 9:15")
    save(admin)
    admin.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    article = Article.objects.get().get_latest_revision_as_object()
    assert article.published_on == datetime(2024, 9, 2, 9, 15, tzinfo=VIET_NAM)
    expect(admin.locator("#id_published_on")).to_have_value("02/09/2024 09:15")


def test_what_cannot_be_read_is_reported_and_kept(admin: Page) -> None:
    new_article(admin)
    admin.fill("#id_title", TITLE)
    leave_with(admin.locator("#id_published_on"), "mồng 2 tháng 9")
    save(admin)
    expect(admin.get_by_text("Ngày giờ không hợp lệ")).to_be_visible()
    expect(admin.locator("#id_published_on")).to_have_value("mồng 2 tháng 9")


def test_picking_an_hour_keeps_the_day_that_was_typed(admin: Page) -> None:
    new_article(admin)
    field = admin.locator("#id_published_on")
    field.click()
    field.press_sequentially("2/9/2024")
    picker = admin.locator(".xdsoft_datetimepicker:visible")
    picker.locator(".xdsoft_time[data-hour='9'][data-minute='0']").dispatch_event("click")
    expect(field).to_have_value("02/09/2024 09:00")


def test_the_day_of_the_field_is_the_one_marked_in_the_calendar(admin: Page) -> None:
    new_article(admin)
    field = admin.locator("#id_published_on")
    leave_with(field, "5/3/2024 08:00")
    field.click()
    marked = admin.locator(".xdsoft_datetimepicker:visible .xdsoft_current.xdsoft_date")
    expect(marked).to_have_attribute("data-date", "5")
    expect(marked).to_have_attribute("data-month", "2")


def test_who_types_and_goes_on_at_once_finds_no_calendar_in_the_way(admin: Page) -> None:
    new_article(admin)
    field = admin.locator("#id_published_on")
    field.focus()
    field.fill("2/9/2024")
    field.blur()
    admin.wait_for_timeout(400)  # four times as long as the calendar waits
    expect(admin.locator(".xdsoft_datetimepicker:visible")).to_have_count(0)


def test_the_calendar_goes_when_the_whole_moment_is_typed_and_comes_when_asked_for(admin: Page) -> None:
    new_article(admin)
    field, calendar = admin.locator("#id_published_on"), admin.locator(".xdsoft_datetimepicker:visible")
    field.click()
    expect(calendar).to_have_count(1)
    field.fill("2/9/2024")
    expect(calendar).to_have_count(1)
    field.fill("2/9/2024 9h15")
    expect(calendar).to_have_count(0)
    field.click()
    expect(calendar).to_have_count(1)


def test_scheduling_takes_dates_as_they_are_written_here(admin: Page) -> None:
    section = Section.objects.get(slug="tin-tuc")
    draft = section.add_child(instance=Article(title=TITLE, live=False))
    draft.save_revision()
    admin.goto(f"/quan-tri/pages/{draft.pk}/edit/", wait_until="networkidle")
    admin.click("[data-side-panel-toggle=status]")
    admin.locator("[data-a11y-dialog-show=schedule-publishing-dialog]:visible").first.click()
    field = admin.locator("#id_go_live_at")
    day = timezone.localtime() + timedelta(days=40)
    field.click()
    field.press_sequentially(f"{day.day}-{day.month}-{day.year} 9h15")
    admin.locator("#schedule-publishing-dialog h2").first.click()
    expect(field).to_have_value(f"{day:%d/%m/%Y} 09:15")
    admin.locator("#schedule-publishing-dialog button[type=submit]:visible").click()
    expect(admin.locator(".messages")).to_contain_text(TITLE)
    kept = Article.objects.get().get_latest_revision_as_object().go_live_at
    assert kept == datetime(day.year, day.month, day.day, 9, 15, tzinfo=VIET_NAM)


def test_the_list_of_articles_is_narrowed_by_days_typed(admin: Page, news_section: Section) -> None:
    for title, month in (("Bài tháng Tám", 8), ("Bài tháng Chín", 9)):
        ArticleFactory(
            parent=news_section, title=title, published_on=datetime(2024, month, 10, tzinfo=VIET_NAM), live=True
        )
    admin.goto("/quan-tri/bai-viet/?published_on_from=01/09/2024&published_on_to=30-9-2024")
    expect(admin.locator("#listing-results")).to_contain_text("Bài tháng Chín")
    expect(admin.locator("#listing-results")).not_to_contain_text("Bài tháng Tám")
