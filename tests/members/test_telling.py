"""Telling people: on the desk always, by mail as they chose, and never of what they may not open."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.access.levels import Level, set_level
from portal.members.models import MailChoice, Notification
from portal.members.services import choose_mails, mark_all_read, mark_read
from portal.members.telling import UnknownNotification, notify, tell
from portal.outbox.models import Effect
from tests.factories import ArticleFactory
from tests.members.conftest import client_of, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]

SUBJECT = "Bài “Đường hoa” được trả lại"


@pytest.fixture
def article(news_section):
    return ArticleFactory(parent=news_section, title="Đường hoa")


def test_a_person_is_told_once_for_a_key(member, article):
    first = notify(member, "quiet", "Có bài mới", key="bai/7", page=article)
    assert notify(member, "quiet", "Có bài mới hơn", key="bai/7", page=article) == first
    assert [told.text for told in member.notifications.all()] == ["Có bài mới"]


def test_a_kind_that_nobody_registered_is_refused(member):
    with pytest.raises(UnknownNotification):
        notify(member, "la", "x")


def test_at_once_is_a_mail_with_text_and_markup_that_leads_to_the_desk(member, article, drained, mailoutbox):
    [told] = tell([member], "returned", SUBJECT, key="tra-lai/7", page=article)
    drained()
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == (["nham@example.vn"], SUBJECT)
    address = reverse("members_notification", args=[told.pk])
    html = mail.alternatives[0][0]
    assert address in mail.body
    assert address in html
    assert "Kính gửi đồng chí Bế Văn Nhâm," in mail.body
    assert "Đường hoa" in html


def test_told_twice_it_is_mailed_once(member, article, drained, mailoutbox):
    for _time in range(2):
        tell([member], "returned", SUBJECT, key="tra-lai/7", page=article)
        drained()
    assert len(mailoutbox) == 1


@pytest.mark.parametrize(("kind", "waits"), [("published", True), ("quiet", False)])
def test_other_kinds_are_not_mailed_at_once(member, article, drained, mailoutbox, kind, waits):
    [told] = tell([member], kind, SUBJECT, key="1", page=article)
    drained()
    assert mailoutbox == []
    assert told.awaits_digest is waits


def test_each_persons_choice_comes_before_the_kinds_default(member, reporter, article, drained, mailoutbox):
    choose_mails(member, {"returned": "never"})
    choose_mails(reporter, {"published": "at_once"})
    tell([member, reporter], "returned", "Trả lại", key="1", page=article)
    tell([member, reporter], "published", "Đã đăng", key="2", page=article)
    drained()
    assert sorted((mail.to[0], mail.subject) for mail in mailoutbox) == [
        ("suong@example.vn", "Trả lại"),
        ("suong@example.vn", "Đã đăng"),
    ]


def test_choosing_again_replaces_the_choice(member):
    choose_mails(member, {"returned": "never"})
    choose_mails(member, {"returned": "daily"})
    assert [choice.timing for choice in MailChoice.objects.all()] == ["daily"]


def test_no_title_is_mailed_to_somebody_who_may_not_open_the_page(member, outsider, for_members, drained, mailoutbox):
    tell([member, outsider], "returned", for_members.title, key="1", page=for_members)
    drained()
    assert [mail.to for mail in mailoutbox] == [["nham@example.vn"]]
    assert not Effect.objects.filter(payload__icontains="khach@example.vn").exists()


def test_nor_to_somebody_who_lost_the_right_while_the_mail_waited(member, article, drained, mailoutbox):
    tell([member], "returned", SUBJECT, key="1", page=article)
    set_level(article, Level.COMMITTEE)
    drained()
    assert mailoutbox == []


def test_a_draft_is_told_of_to_staff_who_find_it_in_the_admin_only(reporter, member, article, drained, mailoutbox):
    article.unpublish()
    tell([reporter, member], "waiting", SUBJECT, key="1", page=article, in_admin=True)
    drained()
    assert [mail.to for mail in mailoutbox] == [["suong@example.vn"]]
    [told] = reporter.notifications.all()
    answer = client_of(reporter).get(reverse("members_notification", args=[told.pk]))
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[article.pk])


def test_closed_accounts_and_those_without_an_address_get_no_mail(article, drained, mailoutbox):
    closed = person("nghi", is_active=False)
    without = person("khong-thu")
    without.email = ""
    without.save()
    tell([closed, without], "returned", SUBJECT, key="1", page=article)
    drained()
    assert mailoutbox == []
    assert list(Notification.objects.values_list("person__username", flat=True)) == ["khong-thu"]


def test_what_was_read_on_the_desk_meanwhile_is_not_mailed(member, article, drained, mailoutbox):
    [told] = tell([member], "returned", SUBJECT, key="1", page=article)
    mark_read(member, [told.pk])
    drained()
    assert mailoutbox == []


def test_nobody_marks_what_others_were_told(member, outsider):
    told = notify(member, "quiet", "Việc nhỏ")
    assert mark_read(outsider, [told.pk]) == 0
    assert mark_all_read(outsider, up_to=timezone.now()) == 0
    assert mark_read(member, [told.pk]) == 1


def test_what_came_after_the_list_was_seen_stays_unread(member):
    notify(member, "quiet", "Việc cũ")
    seen = timezone.now()
    notify(member, "quiet", "Việc mới")
    mark_all_read(member, up_to=seen)
    assert [told.text for told in member.notifications.unread()] == ["Việc mới"]


def test_telling_many_costs_few_queries_where_nobody_wants_a_mail_at_once(article, django_assert_max_num_queries):
    people = [person(f"nguoi{number}") for number in range(40)]
    with django_assert_max_num_queries(8):
        tell(people, "published", SUBJECT, key="1", page=article)
    assert Notification.objects.count() == 40
