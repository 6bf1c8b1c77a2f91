"""What is live without an approval is named, by a command and every day in the scheduler's panel."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from portal.editorial import watch
from portal.registry import PartlyDone, scheduled_jobs
from tests.editorial.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


def test_it_says_that_all_is_well(desk: Desk):
    desk.live()
    out = io.StringIO()
    call_command("four_eyes", stdout=out)
    assert "đều đã được duyệt" in out.getvalue()


def test_what_was_made_live_past_the_models_is_named(desk: Desk):
    article = desk.draft()
    Page.objects.filter(pk=article.pk).update(live=True)
    with pytest.raises(PartlyDone) as partly:
        watch.JOB.run()
    assert article.title in partly.value.problems[0]
    out = io.StringIO()
    with pytest.raises(CommandError, match="1 trang"):
        call_command("four_eyes", stdout=out)
    assert article.title in out.getvalue()


def test_it_is_done_every_day():
    assert watch.JOB in list(scheduled_jobs)


def test_an_approval_of_other_content_is_none(desk: Desk):
    article = desk.live()
    Page.objects.filter(pk=article.pk).update(title="Khác hẳn")
    assert [article.pk for line in watch.lines()] == [article.pk]


def test_more_pages_take_no_more_queries(desk: Desk):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert watch.lines() == []
        return len(asked)

    desk.live(slug="mot")
    queries()  # it has to learn the types of content
    desk.live(slug="hai")
    few = queries()
    for number in range(5):
        desk.live(slug=f"bai-{number}")
    assert queries() == few
