"""The admin's first page: what each of the staff has to do, bounded, and what needs somebody."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.admin.ui.components import Component

from portal.editorial.desk.home import LINES
from portal.models import JobRun
from portal.outbox.models import Effect, State
from portal.registry import (
    StaffHomePanel,
    Trouble,
    TroubleSource,
    scheduled_jobs,
    staff_home_panels,
    trouble_sources,
)
from tests.editorial.desk.conftest import Newsroom, client_of
from tests.factories import publish

QUEUE, RETURNED, DRAFTS, SCHEDULED, LATELY = (
    "waiting_for_me", "returned_to_me", "my_drafts", "scheduled", "published_lately",
)  # fmt: skip


@pytest.fixture(autouse=True)
def all_jobs_ran(db):
    now = timezone.now()
    JobRun.objects.bulk_create(JobRun(name=job.name, started_at=now, finished_at=now) for job in scheduled_jobs)


def first_page(user) -> str:
    return client_of(user).get(reverse("wagtailadmin_home")).content.decode()


def panels(user) -> dict[str, str]:
    """What each of our panels says, by its name."""
    parts = re.split(r'<section[^>]*id="portal-([a-z_]+)-section"', first_page(user))
    return {name: html.partition("</section>")[0] for name, html in zip(parts[1::2], parts[2::2], strict=True)}


def test_everyone_sees_his_own_work(newsroom: Newsroom):
    newsroom.draft("Bài viết dở")
    newsroom.draft("Bài dở của biên tập viên", owner=newsroom.editor)
    newsroom.submitted("Bài chờ biên tập")
    newsroom.passed("Bài chờ duyệt")
    mine = panels(newsroom.reporter)
    assert "Bài viết dở" in mine[DRAFTS]
    assert "của biên tập viên" not in mine[DRAFTS]
    assert "Bài chờ biên tập" not in mine[DRAFTS]
    assert "Bài chờ biên tập" in panels(newsroom.editor)[QUEUE]
    chiefs = panels(newsroom.chief)
    assert "Bài chờ duyệt" in chiefs[QUEUE]
    assert "Bài chờ biên tập" not in chiefs[QUEUE]


def test_a_returned_text_comes_back_with_what_was_said_and_by_whom(newsroom: Newsroom):
    newsroom.returned("Chi bộ hai họp", "Thiếu nguồn số liệu <đoạn hai>.")
    mine = panels(newsroom.reporter)[RETURNED]
    assert "Chi bộ hai họp" in mine
    assert escape("Thiếu nguồn số liệu <đoạn hai>.") in mine
    assert "Vũ Minh Khê" in mine
    assert "Chi bộ hai họp" not in panels(newsroom.editor)[RETURNED]


def test_what_is_scheduled_and_what_was_published_concerns_all(newsroom: Newsroom):
    planned = newsroom.draft("Bài hẹn giờ")
    planned.go_live_at = timezone.now() + timedelta(days=1)
    planned.save_revision().publish()
    publish(newsroom.draft("Bài vừa đăng"))
    old = publish(newsroom.draft("Bài đăng tháng trước"))
    type(old).objects.filter(pk=old.pk).update(last_published_at=timezone.now() - timedelta(days=30))
    shown = panels(newsroom.reporter)
    assert "Bài hẹn giờ" in shown[SCHEDULED]
    assert "Bài hẹn giờ" not in shown[DRAFTS]
    assert "Bài vừa đăng" in shown[LATELY]
    assert "tháng trước" not in shown[LATELY]


def test_empty_panels_say_what_will_come(newsroom: Newsroom):
    shown = panels(newsroom.chief)
    assert "Không có bài nào chờ bạn." in shown[QUEUE]
    assert "Mở mục “Bài viết”" in shown[DRAFTS]
    assert QUEUE not in panels(newsroom.reporter), "nobody submits anything to a reporter"


def test_a_panel_is_bounded_and_leads_to_the_rest(newsroom: Newsroom):
    for number in range(LINES + 1):
        newsroom.draft(f"Bản nháp {number}")
    mine = panels(newsroom.reporter)[DRAFTS]
    assert mine.count("Bản nháp") - mine.count("Bản nháp của tôi") == LINES
    link = reverse("desk_draft:index") + f"?owner={newsroom.reporter.pk}"
    assert link in mine
    listed = client_of(newsroom.reporter).get(link).context["object_list"]
    assert len(listed) == LINES + 1


def test_the_first_page_costs_the_same_with_ten_and_with_a_thousand_texts(newsroom: Newsroom):
    newsroom.fill(10)
    client = client_of(newsroom.editor)

    def queries() -> int:
        client.get(reverse("wagtailadmin_home"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("wagtailadmin_home"))
        return len(asked)

    few = queries()
    newsroom.fill(990)
    assert queries() == few


def test_a_mail_given_up_is_told_to_whoever_looks_after_the_portal(newsroom: Newsroom, administrator):
    assert "Cần người xử lý" not in first_page(administrator)
    Effect.objects.create(kind="mail", key="x", payload={}, state=State.DEAD, done_at=timezone.now())
    assert "1 việc đã bỏ lại" in panels(administrator)["troubles"]
    assert reverse("outbox_given_up") in panels(administrator)["troubles"]
    assert "troubles" not in panels(newsroom.chief)


def test_a_scheduler_that_stands_still_is_told_to_those_who_publish(newsroom: Newsroom):
    JobRun.objects.update(started_at=timezone.now() - timedelta(days=1))
    assert "Xuất bản và hết hạn theo giờ hẹn" in panels(newsroom.chief)["troubles"]
    assert "troubles" not in panels(newsroom.reporter)


def test_an_app_adds_a_panel_and_a_trouble(newsroom: Newsroom, monkeypatch):
    class Minutes(Component):
        order = 250

        def render_html(self, parent_context=None) -> str:
            return "Biên bản chưa ký"

    monkeypatch.setattr(staff_home_panels, "_by_name", {})
    monkeypatch.setattr(trouble_sources, "_by_name", {})
    staff_home_panels.register(StaffHomePanel("minutes", lambda request: Minutes()))
    staff_home_panels.register(StaffHomePanel("nothing", lambda request: None))
    trouble_sources.register(TroubleSource("minutes", lambda person: [Trouble("Biên bản quá hạn")]))
    page = first_page(newsroom.editor)
    assert "Biên bản chưa ký" in page
    assert "Biên bản quá hạn" in page


def test_wagtails_panels_without_a_bound_are_gone(newsroom: Newsroom):
    newsroom.submitted("Bài chờ biên tập")
    page = first_page(newsroom.editor)
    assert page.count("Bài chờ biên tập") == 1
