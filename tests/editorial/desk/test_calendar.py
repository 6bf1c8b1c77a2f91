"""The editorial calendar shows what is published, goes live and expires, by Viet Nam's days."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, Revision

from news.models import Article
from portal.editorial.desk.calendar import SHOWN_OF_A_DAY, Month
from portal.editorial.roles import EDITOR, group_of
from portal.text import VIET_NAM
from tests.editorial.desk.conftest import Newsroom, client_of
from tests.factories import SectionFactory, many_articles, publish


def at(day: int, hour: int = 9, month: int = 11, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=VIET_NAM)


def days(user, **query) -> dict[int, list[tuple[str, str, str]]]:
    """What happens on each busy day: hour, what and title."""
    response = client_of(user).get(reverse("desk_calendar"), {"thang": "2026-11", **query})
    assert response.status_code == 200
    return {
        day.day.day: [(event.hour, str(event.kind.label), event.title) for event in day.events]
        for week in response.context["weeks"]
        for day in week
        if day.events
    }


def published(newsroom: Newsroom, title: str, moment: datetime, **values) -> Article:
    article = publish(newsroom.draft(title, **values))
    Page.objects.filter(pk=article.pk).update(first_published_at=moment)
    return article


def test_a_day_is_viet_nams(newsroom: Newsroom):
    published(newsroom, "Sau nửa đêm", at(12, 0, minute=5))
    published(newsroom, "Trước nửa đêm", at(12, 23, minute=55))
    published(newsroom, "Đầu tháng", at(1, 0))
    published(newsroom, "Tháng sau", at(1, 0, month=12))
    published(newsroom, "Tháng trước", at(31, 23, month=10))
    assert days(newsroom.editor) == {
        1: [("00:00", "Đã đăng", "Đầu tháng")],
        12: [("00:05", "Đã đăng", "Sau nửa đêm"), ("23:55", "Đã đăng", "Trước nửa đêm")],
    }


def test_what_is_scheduled_and_what_expires_stands_on_its_day(newsroom: Newsroom):
    planned = newsroom.draft("Bài hẹn giờ")
    revision = planned.get_latest_revision()
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=at(20, 7, minute=30))
    ending = published(newsroom, "Bài hết hạn", at(2))
    Page.objects.filter(pk=ending.pk).update(expire_at=at(25, 17))
    shown = days(newsroom.editor)
    assert shown[20] == [("07:30", "Hẹn giờ", "Bài hẹn giờ")]
    assert shown[25] == [("17:00", "Hết hạn", "Bài hết hạn")]


def test_drafts_are_on_no_day(newsroom: Newsroom):
    Page.objects.filter(pk=newsroom.draft("Bài nháp").pk).update(expire_at=at(3), first_published_at=at(3))
    assert days(newsroom.editor) == {}


def test_it_is_narrowed_by_section_and_writer(newsroom: Newsroom, home):
    published(newsroom, "Của phóng viên", at(3))
    published(newsroom, "Của biên tập viên", at(4), owner=newsroom.editor)
    elsewhere = SectionFactory(parent=home, title="Văn hoá")
    published(newsroom, "Ở chuyên mục khác", at(5)).move(elsewhere, "last-child")
    assert list(days(newsroom.editor, owner=newsroom.editor.pk)) == [4]
    assert list(days(newsroom.editor, section=elsewhere.pk)) == [5]
    page = client_of(newsroom.editor).get(reverse("desk_calendar"), {"thang": "2026-11", "section": elsewhere.pk})
    assert f"?thang=2026-10&amp;section={elsewhere.pk}" in page.content.decode()


@pytest.mark.parametrize("asked", ["", "2026-13", "0000-01", "x", "2026-1", "9999-12", "٢٠٢٦-١١", "2026-11" * 50])
def test_what_is_no_month_is_the_present_one(newsroom: Newsroom, asked):
    response = client_of(newsroom.editor).get(reverse("desk_calendar"), {"thang": asked})
    today = timezone.now().astimezone(VIET_NAM)
    assert response.context["month"] == Month(today.year, today.month)
    assert response.content.decode().count('aria-current="date"') == 1


def test_months_follow_each_other_over_the_year(newsroom: Newsroom):
    page = client_of(newsroom.editor).get(reverse("desk_calendar"), {"thang": "2026-12"}).content.decode()
    assert "?thang=2027-01" in page
    assert "?thang=2026-11" in page
    assert "Tháng 12/2026" in page


def test_a_busy_day_folds_its_rest_away(newsroom: Newsroom):
    for number in range(SHOWN_OF_A_DAY + 2):
        published(newsroom, f"Tin {number}", at(9, 8 + number))
    page = client_of(newsroom.editor).get(reverse("desk_calendar"), {"thang": "2026-11"}).content.decode()
    assert "thêm 2 bài" in page
    assert page.count("portal-calendar__event ") == SHOWN_OF_A_DAY + 2


def test_pages_out_of_ones_reach_are_not_in_it(newsroom: Newsroom, home):
    published(newsroom, "Tin của chuyên mục khác", at(3))
    mine = SectionFactory(parent=home, title="Văn hoá")
    GroupPagePermission.objects.filter(group=group_of(EDITOR)).update(page=Page.objects.get(pk=mine.pk))
    assert days(newsroom.editor) == {}


def test_an_empty_month_says_what_to_do(newsroom: Newsroom):
    page = client_of(newsroom.editor).get(reverse("desk_calendar"), {"thang": "2019-01"}).content.decode()
    assert "Hãy xem tháng khác hoặc bỏ bộ lọc." in page


def test_the_work_is_the_same_however_full_the_month_and_the_portal_are(newsroom: Newsroom):
    client = client_of(newsroom.editor)

    def queries() -> int:
        client.get(reverse("desk_calendar"), {"thang": "2026-11"})
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("desk_calendar"), {"thang": "2026-11"}).status_code == 200
        return len(asked)

    published(newsroom, "Một tin", at(2))
    few = queries()
    many_articles(newsroom.section, 600, at(1))
    Page.objects.filter(slug__startswith="bai-").update(first_published_at=at(5), live=True)
    assert queries() == few
    page = client.get(reverse("desk_calendar"), {"thang": "2026-11"}).content.decode()
    assert "Tháng này còn nhiều bài chưa hiện hết." in page
