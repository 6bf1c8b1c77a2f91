"""Publication and expiry at their hour: what fails waits alone, is tried again, and is named until it is put right."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.signals import page_published, page_unpublished

from news.models import Article
from portal.models import JobRun
from portal.registry import scheduled_jobs
from portal.scheduling import run_due
from tests.factories import ArticleFactory, publish

TICK = timedelta(seconds=10)


def tick() -> JobRun:
    """The scheduler looks; the job is due each time."""
    JobRun.objects.update(started_at=timezone.now() - timedelta(minutes=1))
    job = scheduled_jobs.get("publish_scheduled")
    assert job is not None
    [run] = run_due([job], TICK)
    return JobRun.objects.get(pk=run.pk)


def schedule(page, **changes) -> Revision:
    """An edit of ``page`` that was to be published a moment ago."""
    for name, value in changes.items():
        setattr(page, name, value)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    revision = page.latest_revision
    past = timezone.now() - timedelta(seconds=5)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    return revision


@pytest.fixture
def good(news_section) -> Article:
    """Due after the one that fails."""
    return ArticleFactory(parent=news_section, title="Tin đúng giờ", slug="dung-gio", live=False)


@pytest.fixture
def failing(news_section, good) -> Revision:
    """A scheduled edit to a slug that another page took meanwhile; due first."""
    article = publish(ArticleFactory(parent=news_section, title="Tin đổi địa chỉ", slug="cu"))
    revision = schedule(article, slug="moi")
    ArticleFactory(parent=news_section, title="Tin chen ngang", slug="moi")
    schedule(good)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    return revision


def test_what_fails_does_not_keep_others_waiting(failing, good):
    run = tick()
    good.refresh_from_db()
    assert good.live
    assert run.outcome == "1 xuất bản, 0 hết hạn"


def test_what_fails_is_named_with_its_reason_and_stays_scheduled(failing):
    run = tick()
    assert "“Tin đổi địa chỉ”" in run.error
    assert "moi" in run.error
    assert "Tin đúng giờ" not in run.error
    failing.refresh_from_db()
    assert failing.approved_go_live_at is not None
    assert Article.objects.get(title="Tin đổi địa chỉ").slug == "cu"


def test_the_error_stays_until_the_page_is_published(failing):
    first, second = tick(), tick()
    assert second.error == first.error
    Article.objects.get(slug="moi").delete()
    third = tick()
    assert (third.outcome, third.error) == ("1 xuất bản, 0 hết hạn", "")
    assert Article.objects.get(title="Tin đổi địa chỉ").slug == "moi"


def test_the_error_goes_when_the_schedule_is_taken_back(failing):
    assert tick().error
    Revision.objects.filter(pk=failing.pk).update(approved_go_live_at=None)
    assert tick().error == ""


def test_the_log_tells_a_failure_once_and_not_at_every_tick(failing, caplog):
    tick()
    tick()
    assert len([record for record in caplog.records if "Tin đổi địa chỉ" in record.getMessage()]) == 1


def test_staff_see_it(failing, admin_client):
    tick()
    assert "gặp lỗi" in admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "“Tin đổi địa chỉ”" in admin_client.get(reverse("portal_admin_jobs")).content.decode()


def test_each_of_several_failures_has_its_line(failing, news_section):
    other = publish(ArticleFactory(parent=news_section, title="Tin thứ hai", slug="cu-2"))
    schedule(other, slug="moi-2")
    ArticleFactory(parent=news_section, title="Tin chen ngang nữa", slug="moi-2")
    assert len(tick().error.splitlines()) == 2


def test_a_failure_that_nobody_foresaw_stops_no_other_page(failing, good, news_section):
    def break_down(instance, **kwargs):
        if instance.title == "Tin đổi địa chỉ":
            raise RuntimeError("máy tìm kiếm không trả lời")

    Article.objects.get(slug="moi").delete()
    page_published.connect(break_down)
    try:
        run = tick()
    finally:
        page_published.disconnect(break_down)
    good.refresh_from_db()
    assert good.live
    assert "“Tin đổi địa chỉ”" in run.error
    assert "máy tìm kiếm không trả lời" in run.error
    assert Article.objects.get(title="Tin đổi địa chỉ").slug == "cu", "half a publication is none"


def test_expiry_that_fails_stops_no_other_and_is_tried_again(news_section):
    stuck, gone = (publish(ArticleFactory(parent=news_section, title=title)) for title in ("Tin kẹt", "Tin hết hạn"))
    Page.objects.filter(pk=stuck.pk).update(expire_at=timezone.now() - timedelta(minutes=2))
    Page.objects.filter(pk=gone.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    def break_down(instance, **kwargs):
        if instance.pk == stuck.pk:
            raise RuntimeError("bộ nhớ đệm không trả lời")

    page_unpublished.connect(break_down)
    try:
        run = tick()
    finally:
        page_unpublished.disconnect(break_down)
    assert run.outcome == "0 xuất bản, 1 hết hạn"
    assert "“Tin kẹt”" in run.error
    assert Page.objects.get(pk=stuck.pk).live
    assert (tick().error, Page.objects.get(pk=stuck.pk).live) == ("", False)


def test_history_and_signals_are_those_of_wagtails_own_command(good, news_section):
    sent = []

    def note(sender, instance, **kwargs):
        sent.append((kwargs["signal"], instance.title))

    old = publish(ArticleFactory(parent=news_section, title="Tin cũ"))
    Page.objects.filter(pk=old.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    schedule(good)
    for signal in (page_published, page_unpublished):
        signal.connect(note)
    try:
        tick()
    finally:
        for signal in (page_published, page_unpublished):
            signal.disconnect(note)
    assert sent == [(page_unpublished, "Tin cũ"), (page_published, "Tin đúng giờ")]
    assert PageLogEntry.objects.filter(page=old.pk, action="wagtail.unpublish.scheduled").count() == 1
    assert PageLogEntry.objects.filter(page=good.pk, action="wagtail.publish.scheduled").count() == 1
    assert not ModelLogEntry.objects.exists()
    old.refresh_from_db()
    assert (old.live, old.expired) == (False, True)


def test_what_was_put_off_meanwhile_is_left_alone(good, failing, monkeypatch):
    """Someone changes the schedule while the run publishes what was due before."""
    Article.objects.get(slug="moi").delete()
    later = timezone.now() + timedelta(days=1)

    def put_off(instance, **kwargs):
        good.revisions.update(approved_go_live_at=later)

    page_published.connect(put_off)
    try:
        run = tick()
    finally:
        page_published.disconnect(put_off)
    good.refresh_from_db()
    assert not good.live
    assert run.outcome == "1 xuất bản, 0 hết hạn"
