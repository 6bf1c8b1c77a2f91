"""What readers see is right at this second, whatever the scheduler has done by now."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from news.models import Article
from portal.models import JobRun, NoticePage
from portal.publishing import publish_scheduled
from portal.registry import scheduled_jobs
from portal.scheduling import run_due
from tests.factories import ArticleFactory
from tests.reading import Reading, read

LISTS = (
    *("/", "/tin-tuc/", "/tin-tuc/nam/2026/", "/nhan/dai-hoi/", "/_manh/moi-nhat/", "/_manh/xem-nhieu/"),
    *("/rss/", "/atom/", "/tin-tuc/rss/", "/sitemap-trang.xml"),
)


@pytest.fixture
def story(news_section) -> Article:
    """An article that every list shows, beside one that always stays."""
    when = datetime(2026, 5, 1, tzinfo=UTC)
    made = [
        ArticleFactory(parent=news_section, title=title, slug=slug, base_views=9, published_on=when)
        for title, slug in (("Tin ở lại", "o-lai"), ("Tin có hạn", "co-han"))
    ]
    for article in made:
        article.tags.add("Đại hội")
        article.save()
    return made[1]


def shown_in(visitor, word: str) -> list[str]:
    return [url for url in (*LISTS, "/tin-tuc/o-lai/") if word in visitor.get(url).content.decode()]


def test_a_live_article_is_everywhere(visitor, story):
    assert shown_in(visitor, "co-han") == [*LISTS, "/tin-tuc/o-lai/"]


@pytest.mark.parametrize("state", ["expired", "not begun"])
def test_an_article_out_of_its_time_is_nowhere_though_still_live(visitor, story, state):
    now = timezone.now()
    times = {"expire_at": now} if state == "expired" else {"go_live_at": now + timedelta(minutes=1)}
    Article.objects.filter(pk=story.pk).update(**times)
    assert Article.objects.get(pk=story.pk).live
    for url in ("/tin-tuc/co-han/", "/tin-tuc/co-han/moi-hon/", "/tin-tuc/co-han/cu-hon/"):
        assert Reading(visitor, url).status == 404
    assert shown_in(visitor, "co-han") == []


def test_an_article_within_its_time_is_shown(visitor, story):
    now = timezone.now()
    Article.objects.filter(pk=story.pk).update(
        go_live_at=now - timedelta(seconds=1), expire_at=now + timedelta(hours=1)
    )
    assert read(visitor, "/tin-tuc/co-han/").text("h1") == "Tin có hạn"


def test_a_section_out_of_its_time_is_not_found(visitor, news_section):
    type(news_section).objects.filter(pk=news_section.pk).update(expire_at=timezone.now())
    assert Reading(visitor, "/tin-tuc/").status == 404


def test_the_scheduler_knows_the_job():
    job = scheduled_jobs.get("publish_scheduled")
    assert job is not None
    assert job.every == timedelta(seconds=10)


def test_the_job_publishes_what_is_due(visitor, news_section):
    article = ArticleFactory(parent=news_section, title="Hẹn giờ", slug="hen-gio", live=False)
    article.go_live_at = timezone.now() + timedelta(hours=1)
    article.save_revision().publish()
    assert publish_scheduled() == "0 xuất bản, 0 hết hạn"
    assert Reading(visitor, "/tin-tuc/hen-gio/").status == 404

    past = timezone.now() - timedelta(seconds=1)
    revision = article.latest_revision
    revision.approved_go_live_at = past
    revision.content["go_live_at"] = past.isoformat()
    revision.save()
    assert publish_scheduled() == "1 xuất bản, 0 hết hạn"
    assert read(visitor, "/tin-tuc/hen-gio/").text("h1") == "Hẹn giờ"


def test_the_job_takes_down_what_has_expired(notice):
    NoticePage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    assert publish_scheduled() == "0 xuất bản, 1 hết hạn"
    expired = NoticePage.objects.get()
    assert (expired.live, expired.expired) == (False, True)


@pytest.mark.django_db
def test_staff_can_see_when_the_job_ran_and_what_it_did():
    run_due([scheduled_jobs.get("publish_scheduled")], timedelta(seconds=10))
    run = JobRun.objects.get(name="publish_scheduled")
    assert (run.outcome, run.error) == ("0 xuất bản, 0 hết hạn", "")
