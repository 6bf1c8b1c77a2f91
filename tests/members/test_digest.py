"""The daily mail: one a person and day, of what is unread and open to him when it goes."""

import datetime as dt

import pytest
from django.utils import timezone

from portal.access.levels import Level, set_level
from portal.members import digest
from portal.members.services import choose_mails, mark_read
from portal.members.telling import tell
from portal.text import VIET_NAM
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]


@pytest.fixture
def at(monkeypatch):
    """Sets the clock to an hour of a day in Viet Nam."""

    def set_to(day: int, hour: int) -> None:
        moment = dt.datetime(2026, 11, day, hour, 30, tzinfo=VIET_NAM)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


@pytest.fixture
def article(news_section):
    return ArticleFactory(parent=news_section, title="Đường hoa")


def test_it_goes_once_a_day_from_the_hour_on_with_all_that_is_unread(member, article, at, drained, mailoutbox):
    at(20, 5)
    tell([member], "published", "Bài một", key="1", page=article)
    tell([member], "published", "Bài hai", key="2", page=article)
    digest.send_digests()
    drained()
    assert mailoutbox == [], "too early"
    at(20, 7)
    digest.send_digests()
    digest.send_digests()
    drained()
    [mail] = mailoutbox
    assert mail.subject == "Thông báo dành cho đồng chí, 20/11/2026"
    assert "Bài một" in mail.body
    assert "Bài hai" in mail.alternatives[0][0]


def test_what_comes_later_waits_for_the_next_day(member, article, at, drained, mailoutbox):
    at(20, 8)
    tell([member], "published", "Bài một", key="1", page=article)
    digest.send_digests()
    tell([member], "published", "Bài hai", key="2", page=article)
    at(20, 23)
    digest.send_digests()
    drained()
    assert len(mailoutbox) == 1
    at(21, 7)
    digest.send_digests()
    drained()
    assert "Bài hai" in mailoutbox[1].body
    assert "Bài một" not in mailoutbox[1].body


def test_what_was_read_or_is_no_longer_wanted_is_left_out(member, article, at, drained, mailoutbox):
    at(20, 8)
    [first] = tell([member], "published", "Bài một", key="1", page=article)
    tell([member], "published", "Bài hai", key="2", page=article)
    mark_read(member, [first.pk])
    choose_mails(member, {"published": "never"})
    digest.send_digests()
    drained()
    assert mailoutbox == []


def test_the_right_is_asked_when_the_mail_goes(member, article, at, drained, mailoutbox):
    at(20, 8)
    tell([member], "published", "Bài một", key="1", page=article)
    digest.send_digests()
    set_level(article, Level.COMMITTEE)
    drained()
    assert mailoutbox == []


def test_a_long_list_ends_and_says_so(member, at, drained, mailoutbox):
    at(20, 8)
    for number in range(digest.LINES + 3):
        tell([member], "published", f"Việc {number}", key=str(number))
    digest.send_digests()
    drained()
    assert mailoutbox[0].body.count("- Việc") == digest.LINES
    assert "Các thông báo khác xem tại bàn làm việc." in mailoutbox[0].body
