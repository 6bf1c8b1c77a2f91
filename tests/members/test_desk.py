"""The desk: private, only what its owner may open, few queries however much he was told."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission

from portal.access.groups import organisation_group
from portal.access.levels import Level, set_level
from portal.access.models import Organisation
from portal.members.models import Notification
from portal.members.services import begin_visit
from portal.members.telling import notify
from portal.registry import DeskPanel, desk_panels
from tests.factories import ArticleFactory
from tests.members.conftest import client_of
from tests.reading import Reading, read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kinds")]

DESK = "/ban-lam-viec/"
ALL = ["members_desk", "members_notifications", "members_profile", "members_mail_choices"]


@pytest.mark.parametrize("name", ALL)
def test_whoever_is_not_signed_in_is_led_to_sign_in(client: Client, name):
    answer = client.get(reverse(name))
    assert answer["Location"] == f"/dang-nhap/?next={reverse(name)}"
    assert not answer.cookies


@pytest.mark.parametrize("name", ALL)
def test_nobody_keeps_its_pages(member, name):
    answer = client_of(member).get(reverse(name))
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


TITLES = {
    "members_desk": "Bàn làm việc",
    "members_notifications": "Thông báo cho đồng chí",
    "members_profile": "Sửa họ tên",
    "members_mail_choices": "Chọn cách nhận thư",
}


@pytest.mark.parametrize("name", ALL)
def test_the_window_and_the_trail_are_named_as_the_page_is(member, name):
    page = read(client_of(member), reverse(name))
    for place in ("title", ".breadcrumbs", "h1"):
        assert TITLES[name] in page.text(place), place


def test_the_masthead_leads_there(member):
    assert DESK in read(client_of(member), "/").links(".account-link")


def test_it_says_who_one_is(reporter):
    cell = Organisation.objects.create(name="Chi bộ thôn Khe Ngang")
    reporter.groups.add(organisation_group(cell))
    profile = read(client_of(reporter), DESK).text(".desk-profile")
    assert "Nguyễn Thị Thu Sương" in profile
    assert "suong@example.vn" in profile
    assert "Phóng viên" in profile
    assert "Chi bộ thôn Khe Ngang" in profile


def test_one_signs_out_there(member):
    client = client_of(member)
    [form] = read(client, DESK).all("form[action='/dang-xuat/']")
    assert form.find("button").get_text() == "Đăng xuất"


def test_what_one_was_told_stands_there_until_the_page_is_closed_to_him(member, outsider, for_members):
    for person in (member, outsider):
        notify(person, "published", "Có bài Sinh hoạt chuyên đề quý IV", page=for_members)
    assert "Sinh hoạt chuyên đề" in read(client_of(member), DESK).text("section[aria-labelledby=ban-thong-bao]")
    assert "Sinh hoạt chuyên đề" not in read(client_of(outsider), DESK).html
    set_level(for_members, Level.COMMITTEE)
    assert "Sinh hoạt chuyên đề" not in read(client_of(member), DESK).html
    assert Reading(client_of(member), f"{DESK}thong-bao/{member.notifications.get().pk}/").status == 404


def test_what_is_for_the_admin_and_above_ones_level_is_not_shown_to_staff_either(reporter, for_members):
    notify(reporter, "waiting", "Bài chờ duyệt", page=for_members, in_admin=True)
    assert "Bài chờ duyệt" in read(client_of(reporter), DESK).html
    set_level(for_members, Level.COMMITTEE)
    assert "Bài chờ duyệt" not in read(client_of(reporter), DESK).html


def test_who_is_appointed_to_a_closed_section_is_told_of_its_pages(reporter, for_members):
    set_level(for_members, Level.COMMITTEE)
    appointed = Group.objects.create(name="Tổ biên tập nội bộ")
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=appointed, page=for_members, permission=permission)
    reporter.groups.add(appointed)
    notify(reporter, "waiting", "Bài chờ duyệt", page=for_members, in_admin=True)
    assert "Bài chờ duyệt" in read(client_of(reporter), DESK).html


def test_opening_it_leads_to_the_page_and_counts_as_reading(member, for_members):
    told = notify(member, "published", "Có bài mới", page=for_members)
    answer = client_of(member).get(f"{DESK}thong-bao/{told.pk}/")
    assert answer["Location"] == for_members.get_url()
    assert "no-store" in answer["Cache-Control"]
    assert not member.notifications.unread().exists()


def test_nobody_opens_what_others_were_told(member, outsider):
    told = notify(member, "quiet", "Việc riêng")
    assert client_of(outsider).get(f"{DESK}thong-bao/{told.pk}/").status_code == 404
    assert client_of(member).get(f"{DESK}thong-bao/{'9' * 18}/").status_code == 404


@pytest.mark.parametrize("address", ["https://example.com/", "//example.com/", "/\\example.com", "javascript:alert(1)"])
def test_a_notification_leads_nowhere_else(member, address):
    told = notify(member, "quiet", "Việc", address=address)
    assert client_of(member).get(f"{DESK}thong-bao/{told.pk}/")["Location"] == f"{DESK}thong-bao/"


def test_reading_is_marked_one_by_one_or_for_all(member):
    client = client_of(member)
    told = [notify(member, "quiet", f"Việc {number}") for number in range(3)]
    client.post(f"{DESK}thong-bao/da-doc/", {"id": told[0].pk})
    assert member.notifications.unread().count() == 2
    client.post(f"{DESK}thong-bao/da-doc/", {"until": timezone.now().isoformat()})
    assert not member.notifications.unread().exists()


@pytest.mark.parametrize(
    "sent", [{}, {"id": "x"}, {"id": "9" * 30}, {"until": "hôm qua"}, {"until": "2026-02-31T00:00"}]
)
def test_what_makes_no_sense_marks_nothing(member, sent):
    notify(member, "quiet", "Việc")
    assert client_of(member).post(f"{DESK}thong-bao/da-doc/", sent).status_code == 302
    assert member.notifications.unread().exists()


def many(person, count: int, page) -> None:
    now = timezone.now()
    Notification.objects.bulk_create(
        Notification(person=person, kind="quiet", text=f"Việc {number}", key=str(number), page=page, created_at=now)
        for number in range(count)
    )


@pytest.mark.parametrize("address", [DESK, f"{DESK}thong-bao/"])
def test_it_asks_no_more_when_one_was_told_ten_thousand_times(
    member, for_members, django_assert_max_num_queries, address
):
    client = client_of(member)
    many(member, 10, for_members)
    client.get(address)
    with django_assert_max_num_queries(60) as few:
        client.get(address)
    Notification.objects.all().delete()
    many(member, 10_000, for_members)
    with django_assert_max_num_queries(len(few)):
        page = read(client, address)
    assert len(page.all(".told__item")) <= 40
    assert address != DESK or page.text(".desk-count").startswith("99+")


def test_new_for_me_parts_what_is_for_ones_level_from_what_is_for_all(member, outsider, for_members, news_section):
    now = timezone.now()
    open_to_all = ArticleFactory(parent=news_section, title="Kết nạp đảng viên mới")
    for page in (for_members, open_to_all):
        page.first_published_at = now
        page.save()
    mine, theirs = (
        read(client_of(person), DESK).text("section[aria-labelledby=ban-moi]") for person in (member, outsider)
    )
    assert "Sinh hoạt chuyên đề" in mine
    assert "Kết nạp" in mine
    assert "Sinh hoạt chuyên đề" not in theirs
    assert "Kết nạp" in theirs


def test_what_was_there_at_the_visit_before_is_not_new(member, news_section):
    article = ArticleFactory(parent=news_section, title="Kết nạp đảng viên mới")
    article.first_published_at = timezone.now() - timedelta(hours=5)
    article.save()
    for hours in (3, 1):
        begin_visit(member, timezone.now() - timedelta(hours=hours))
    client = Client()
    client.force_login(member)
    assert "Kết nạp" not in read(client, DESK).text("section[aria-labelledby=ban-moi]")


def test_a_name_is_changed_and_tidied(member):
    client_of(member).post(f"{DESK}ho-so/", {"last_name": " Bế   Đình ", "first_name": "Nhâm"})
    member.refresh_from_db()
    assert member.get_full_name() == "Bế Đình Nhâm"


def test_nothing_else_is_changed_by_that_form(member):
    client_of(member).post(
        f"{DESK}ho-so/", {"last_name": "Bế", "first_name": "Nhâm", "email": "x@example.vn", "is_superuser": "on"}
    )
    member.refresh_from_db()
    assert (member.email, member.is_superuser) == ("nham@example.vn", False)


def test_a_name_is_needed(member):
    answer = client_of(member).post(f"{DESK}ho-so/", {"last_name": "", "first_name": ""})
    assert answer.content.decode().count("form__error") == 2


def test_mails_are_chosen_for_the_kinds_one_may_get(member, reporter):
    assert [str(label) for label in read(client_of(member), f"{DESK}thu/").texts(".form__label")] == [
        "bài được trả lại", "bài mới đăng", "việc nhỏ",
    ]  # fmt: skip
    assert "bài chờ duyệt" in read(client_of(reporter), f"{DESK}thu/").html
    client_of(member).post(f"{DESK}thu/", {"kind_0": "daily", "kind_1": "never", "kind_2": "at_once"})
    assert dict(member.mail_choices.values_list("kind", "timing")) == {
        "returned": "daily", "published": "never", "quiet": "at_once",
    }  # fmt: skip
    assert read(client_of(member), f"{DESK}thu/").one("select[name=kind_0] option[selected]")["value"] == "daily"


def test_apps_add_panels_in_their_order(member, monkeypatch):
    monkeypatch.setattr(desk_panels, "_by_name", dict(desk_panels._by_name))
    first = {"pages": [], "heading": "x"}
    desk_panels.register(DeskPanel("first", "members/_new_pages.html", lambda request: first, order=1))
    desk_panels.register(DeskPanel("not-mine", "members/khong-co.html", lambda request: None, order=2))
    panels = read(client_of(member), DESK).all(".desk__column > *")
    assert panels[0].name == "ul"
