"""What the form says after a decision, and where it leads: what became of the text, in the list it came from."""

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from portal.editorial.outcomes import outcome_of
from portal.text import format_moment
from tests.editorial.conftest import said
from tests.editorial.desk.conftest import Newsroom, client_of, step
from tests.reading import edit_form

pytestmark = pytest.mark.django_db
TITLE = "Chi bộ Đồng Tiến họp chuyên đề"
WAITING = "desk_waiting:index"


def decide(article: Page, by, action: str) -> None:
    at = step(article)
    at.task.specific.on_action(at, by, action, comment="Đã đọc kỹ")


def test_passed_on_it_names_the_next_step(newsroom: Newsroom):
    article = newsroom.submitted(TITLE)
    decide(article, newsroom.editor, "approve")
    assert outcome_of(article, "approve") == f"Đã duyệt “{TITLE}”, chuyển sang bước “Duyệt xuất bản”"


def test_returned_it_says_so(newsroom: Newsroom):
    article = newsroom.submitted(TITLE)
    decide(article, newsroom.editor, "reject")
    assert outcome_of(article, "reject") == f"Bài “{TITLE}” được trả lại"


def test_the_last_approval_says_that_it_is_live(newsroom: Newsroom):
    article = newsroom.passed(TITLE)
    decide(article, newsroom.chief, "approve")
    assert outcome_of(article, "approve") == f"Bài “{TITLE}” đã được duyệt và đăng"


def test_or_at_what_moment_it_will_be(newsroom: Newsroom):
    moment = timezone.now() + timedelta(hours=2)
    article = newsroom.passed(TITLE, go_live_at=moment)
    decide(article, newsroom.chief, "approve")
    expected = f"Bài “{TITLE}” đã được duyệt, hẹn đăng lúc {format_moment(moment)}"
    assert outcome_of(article, "approve") == expected


def test_or_that_it_is_held_ready(newsroom: Newsroom):
    article = newsroom.passed(TITLE)
    decide(article, newsroom.chief, "hold")
    assert outcome_of(article, "hold") == f"Bài “{TITLE}” đã được duyệt, chờ xuất bản"


def test_changes_to_a_live_text_that_are_held_ready_are_not_said_to_be_live(newsroom: Newsroom):
    article = newsroom.passed(TITLE)
    decide(article, newsroom.chief, "approve")
    article = Page.objects.get(pk=article.pk).specific
    article.kicker = "Từ cơ sở"
    article.save_revision(user=newsroom.reporter)
    newsroom.workflow.start(article, newsroom.reporter)
    decide(article, newsroom.editor, "approve")
    decide(article, newsroom.chief, "hold")
    assert outcome_of(article, "hold") == f"Bài “{TITLE}” đã được duyệt, chờ xuất bản"


@pytest.mark.parametrize(
    ("action", "outcome"),
    [("approve", f"Đã duyệt “{TITLE}”, chuyển sang bước “Duyệt xuất bản”"), ("reject", f"Bài “{TITLE}” được trả lại")],
)
def test_who_decides_is_led_back_to_the_list_and_told_there(newsroom: Newsroom, action, outcome):
    article = newsroom.submitted(TITLE)
    client = client_of(newsroom.editor)
    narrowed = f"{reverse(WAITING)}?section={newsroom.section.pk}&p=1"
    [entry] = [page.desk_entry for page in client.get(narrowed).context["object_list"]]
    form = client.get(entry.edit_url)
    presses = {
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": '{"comment": "Đã đọc kỹ"}',
    }
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), edit_form(form) | presses, follow=True)
    assert answer.redirect_chain == [(f"{reverse(WAITING)}?section={newsroom.section.pk}", 302)]
    assert outcome in said(answer)


@pytest.mark.parametrize("place", ["wagtailadmin_home", "desk_board"])
def test_the_other_lists_of_work_are_come_back_to_as_well(newsroom: Newsroom, place):
    article = newsroom.submitted(TITLE)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    link = f"{edit}?{urlencode({'next': reverse(place)})}"
    assert link in client_of(newsroom.editor).get(reverse(place)).content.decode()
