"""Who is told of a text's way: everyone who took part but the one who acted, once, with what was said."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Page

from portal.access.levels import Level, set_level
from portal.editorial.roles import CHIEF, EDITOR
from portal.editorial.take_down.services import take_down
from portal.members.models import Notification
from portal.members.services import choose_mails
from portal.outbox.models import Effect, State
from portal.publishing import publish_scheduled
from tests.editorial.desk.conftest import Newsroom, client_of, person, step
from tests.factories import ArticleFactory, SectionFactory
from tests.reading import edit_form

pytestmark = pytest.mark.django_db
TITLE = "Chi bộ Đồng Tiến họp chuyên đề"


def told() -> list[tuple[str, str]]:
    """Who was told what, as it stands on the desks; forgotten afterwards."""
    found = [(one.person.username, one.text) for one in Notification.objects.select_related("person").order_by("pk")]
    Notification.objects.all().delete()
    return sorted(found)


def approve(article, by) -> None:
    at = step(article)
    at.task.specific.on_action(at, by, "approve", comment="Đăng được")


def test_a_submitted_text_is_told_to_those_whose_turn_it_is(newsroom: Newsroom, drained, mailoutbox):
    newsroom.submitted(TITLE)
    assert Notification.objects.count() == 0, "nobody waits for it"
    drained()
    assert told() == [("khe", f"Bài “{TITLE}” chờ bạn: Biên tập")]
    assert [mail.to for mail in mailoutbox] == [["khe@example.vn"]]


def test_a_returned_text_comes_with_the_note_to_everyone_who_took_part(newsroom: Newsroom, drained, mailoutbox):
    article = newsroom.submitted(TITLE)
    colleague = person("linh", "Trúc Linh", EDITOR)
    Comment.objects.create(page=article, user=colleague, text="Xem lại số liệu", contentpath="title")
    drained()
    told()
    mailoutbox.clear()
    step(article).reject(user=newsroom.editor, comment="Thiếu nguồn.\nXem lại <sapo>.")
    drained()
    assert told() == [("linh", f"Bài “{TITLE}” được trả lại"), ("suong", f"Bài “{TITLE}” được trả lại")]
    mail = next(mail for mail in mailoutbox if mail.to == ["suong@example.vn"])
    html = mail.alternatives[0][0]
    assert "Xem lại <sapo>." in mail.body
    assert "Xem lại &lt;sapo&gt;." in html
    for said in (mail.body, html):
        assert "Vũ Minh Khê" in said
        assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in said
        assert reverse("wagtailadmin_pages:history", args=[article.pk]) in said


def test_a_text_passed_on_is_told_to_the_next_and_to_the_others_but_to_nobody_twice(newsroom: Newsroom, drained):
    newsroom.editing.groups.add(newsroom.approval.groups.get())
    article = newsroom.submitted(TITLE)
    drained()
    told()
    step(article).approve(user=newsroom.editor, comment="Đã sửa sapo")
    drained()
    assert Notification.objects.get(person=newsroom.chief).note == "Đã sửa sapo"
    assert told() == [
        ("dao", f"Bài “{TITLE}” chờ bạn: Duyệt xuất bản"),
        ("suong", f"Bài “{TITLE}” đã qua bước “Biên tập”"),
    ]


def test_approved_and_published_at_once_is_one_message(newsroom: Newsroom, drained):
    article = newsroom.passed(TITLE)
    drained()
    told()
    approve(article, newsroom.chief)
    drained()
    assert Notification.objects.get(person=newsroom.editor).note == "Đăng được"
    sentence = f"Bài “{TITLE}” đã được duyệt và đăng"
    assert told() == [("khe", sentence), ("suong", sentence)]


def test_a_scheduled_text_is_told_when_it_is_appointed_and_when_it_appears(newsroom: Newsroom, drained):
    article = newsroom.passed(TITLE, go_live_at=timezone.now() + timedelta(hours=2))
    drained()
    told()
    approve(article, newsroom.chief)
    drained()
    assert {who for who, said in told() if "đã được duyệt, hẹn đăng lúc" in said} == {"khe", "suong"}
    revision = article.revisions.latest("created_at")
    revision.content["go_live_at"], revision.approved_go_live_at = None, timezone.now()
    revision.save()  # as if two hours had passed
    publish_scheduled()
    drained()
    sentence = f"Bài “{TITLE}” đã đăng"
    assert told() == [("dao", sentence), ("khe", sentence), ("suong", sentence)], "nobody acted: all are told"


def test_a_text_held_ready_is_told_as_such(newsroom: Newsroom, drained):
    article = newsroom.passed(TITLE)
    drained()
    told()
    at = step(article)
    at.task.specific.on_action(at, newsroom.chief, "hold")
    drained()
    sentence = f"Bài “{TITLE}” đã được duyệt, chờ xuất bản"
    assert told() == [("khe", sentence), ("suong", sentence)]


def test_a_page_taken_down_is_told_with_the_reason(newsroom: Newsroom, drained):
    article = newsroom.passed(TITLE)
    approve(article, newsroom.chief)
    drained()
    told()
    take_down(Page.objects.get(pk=article.pk), by=newsroom.chief, reason="Sai số liệu")
    drained()
    assert {one.note for one in Notification.objects.all()} == {"Sai số liệu"}
    assert [who for who, _said in told()] == ["khe", "suong"]


def test_a_section_taken_down_with_all_below_is_one_message(newsroom: Newsroom, drained):
    section = SectionFactory(parent=newsroom.section, title="Văn hoá")
    for number in range(3):
        ArticleFactory(parent=section, title=f"Bài {number}", owner=newsroom.reporter)
    take_down(Page.objects.get(pk=section.pk), by=newsroom.chief, reason="Hết hạn", with_subtree=True)
    drained()
    assert told() == [("suong", "“Văn hoá” và các trang bên dưới đã bị gỡ, tất cả 4 trang")]


def test_who_submitted_and_decides_himself_is_told_nothing(newsroom: Newsroom, drained):
    newsroom.editing.groups.add(*newsroom.reporter.groups.all())
    article = newsroom.submitted(TITLE)
    step(article).reject(user=newsroom.reporter, comment="Tôi sửa thêm")
    drained()
    assert "suong" not in {who for who, _said in told()}


def test_the_chief_who_wrote_it_is_asked_to_approve_only_where_nobody_else_may(newsroom: Newsroom, drained):
    deputy = person("pho", "Đinh Văn Phó", CHIEF)
    article = newsroom.submitted(TITLE, owner=newsroom.chief)
    approve(article, newsroom.editor)
    drained()
    assert ("pho", f"Bài “{TITLE}” chờ bạn: Duyệt xuất bản") in (said := told())
    assert not any(who == "dao" and "chờ bạn" in text for who, text in said)
    deputy.delete()
    again = newsroom.submitted("Bài thứ hai", owner=newsroom.chief)
    approve(again, newsroom.editor)
    drained()
    assert ("dao", "Bài “Bài thứ hai” chờ bạn: Duyệt xuất bản") in told(), "he may still return it"


def test_a_step_that_is_done_when_the_worker_comes_back_calls_nobody(newsroom: Newsroom, drained):
    newsroom.returned(TITLE, "Thiếu nguồn")
    drained()
    assert [who for who, _said in told()] == ["suong"]


def test_mails_come_as_each_has_chosen(newsroom: Newsroom, drained, mailoutbox):
    choose_mails(newsroom.reporter, {"returned": "daily"})
    choose_mails(newsroom.editor, {"turn": "never"})
    newsroom.returned(TITLE, "Thiếu nguồn")
    drained()
    assert mailoutbox == []
    assert Notification.objects.get(person=newsroom.reporter).awaits_digest


def test_an_effect_carried_out_twice_tells_once(newsroom: Newsroom, drained, mailoutbox):
    newsroom.submitted(TITLE)
    drained()
    Effect.objects.filter(kind="editorial.told").update(state=State.WAITING)  # as after a crash
    drained()
    assert len(mailoutbox) == 1
    assert len(told()) == 1


def test_who_may_not_see_the_page_hears_nothing_of_it(newsroom: Newsroom, drained, mailoutbox):
    article = newsroom.draft(TITLE)
    set_level(newsroom.section, Level.COMMITTEE)
    newsroom.workflow.start(article, newsroom.reporter)
    drained()
    assert mailoutbox == []
    assert not Notification.objects.shown_to(newsroom.editor).exists()


def test_the_importers_pages_are_told_to_nobody(newsroom: Newsroom, drained):
    article = ArticleFactory(parent=newsroom.section, title=TITLE, live=False)
    article.save_revision().publish()
    drained()
    assert told() == []


def test_a_step_of_a_text_costs_few_queries_however_many_are_told(newsroom: Newsroom, django_assert_max_num_queries):
    for number in range(30):
        person(f"bien-tap-{number}", f"Biên Tập {number}", EDITOR)
    article = newsroom.submitted(TITLE)
    at = step(article)
    with django_assert_max_num_queries(70):
        at.reject(user=newsroom.editor, comment="Thiếu nguồn")
    assert Effect.objects.filter(kind="editorial.told").count() == 2


class TestWagtailsOwnMails:
    def test_none_is_sent_inside_the_request(self, newsroom: Newsroom, mailoutbox):
        article = newsroom.passed(TITLE)
        approve(article, newsroom.chief)
        newsroom.returned("Bài khác", "Thiếu nguồn")
        assert mailoutbox == []

    def test_the_account_page_leads_to_the_one_place_where_mails_are_chosen(self, newsroom: Newsroom):
        page = client_of(newsroom.chief).get(reverse("wagtailadmin_account")).content.decode()
        assert "notifications-submitted_notifications" not in page
        assert reverse("members_mail_choices") in page

    def test_remarks_are_told_to_those_who_took_part(self, newsroom: Newsroom, drained, mailoutbox):
        article = newsroom.draft(TITLE)
        newsroom.workflow.start(article, newsroom.reporter)
        drained()
        told()
        mailoutbox.clear()
        client = client_of(newsroom.editor)
        edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
        sent = edit_form(client.get(edit)) | {
            "comments-TOTAL_FORMS": "1",
            "comments-INITIAL_FORMS": "0",
            "comments-MIN_NUM_FORMS": "0",
            "comments-MAX_NUM_FORMS": "",
            "comments-0-text": "Bỏ câu này",
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-id": "",
            "comments-0-resolved": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
            "comments-0-replies-MIN_NUM_FORMS": "0",
            "comments-0-replies-MAX_NUM_FORMS": "",
        }
        client.post(edit, sent)
        assert Comment.objects.filter(page=article, text="Bỏ câu này").exists()
        assert mailoutbox == []
        drained()
        assert Notification.objects.get(person=newsroom.reporter).note == "Bỏ câu này"
        assert told() == [("suong", f"Góp ý mới ở bài “{TITLE}”")]
