"""`Gỡ bài` for a whole section: a line for every page, and the same answer at every address that it had."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page, PageLogEntry

from news.models import Article
from portal.access.levels import Level, set_level
from portal.editorial import roles
from portal.editorial.audit.models import Entry
from portal.editorial.take_down.services import ACTION, take_down
from tests.factories import ArticleFactory, SectionFactory, many_articles, publish

pytestmark = pytest.mark.django_db
START = datetime(2024, 1, 1, tzinfo=UTC)
WORD = "Đồng Quang"


@pytest.fixture
def chief():
    user = User.objects.create_user("truongban", "truongban@example.vn")
    user.groups.add(roles.group_of(roles.CHIEF))
    return user


@pytest.fixture
def section(home):
    return publish(SectionFactory(parent=home, title=f"Chuyện {WORD}", slug="dong-quang"))


@pytest.fixture
def article(section):
    for number in range(2):
        publish(ArticleFactory(parent=section, title=f"{WORD} {number}", slug=f"bai-{number}", published_on=START))
    article = Article.objects.child_of(section).last()
    article.tags.add("đồng quang")
    return publish(article)


def sub_addresses(section, article) -> list[str]:
    own = section.get_url()
    lists = ["rss/", "atom/", "nam/2024/", "nam/2024/thang/1/", "?page=1"]
    return [own, *(own + rest for rest in lists), *(article.get_url() + rest for rest in ("", "moi-hon/", "cu-hon/"))]


def answers(urls) -> list[int]:
    return [Client().get(url).status_code for url in urls]


def test_every_page_of_a_large_section_has_its_line(section, chief):
    many_articles(section, 600, START)
    assert take_down(section, by=chief, reason="Sai", with_subtree=True).pages == 601
    assert PageLogEntry.objects.filter(action=ACTION, user=chief).count() == 601
    lines = Entry.objects.filter(action=ACTION, actor_id=chief.pk)
    assert set(lines.values_list("object_id", flat=True)) == {
        str(pk) for pk in Page.objects.descendant_of(section, inclusive=True).values_list("pk", flat=True)
    }
    assert lines.count() == 601


def test_all_addresses_inside_it_answer_as_it_does(section, article, chief):
    urls = sub_addresses(section, article)
    assert answers(urls) == [200] * len(urls)
    take_down(section, by=chief, reason="Sai", with_subtree=True)
    assert answers(urls) == [410] * len(urls)
    assert not any(WORD in Client().get(url).content.decode() for url in urls)
    assert answers([section.get_url() + "chua-co-bao-gio/", section.get_url() + "nam/chin/"]) == [404, 404]
    Page.objects.get(pk=section.pk).delete()
    assert answers(urls) == [410] * len(urls)


def test_published_again_they_open(section, article, chief):
    urls = sub_addresses(section, article)
    take_down(section, by=chief, reason="Sai", with_subtree=True)
    publish(Page.objects.get(pk=section.pk).specific)
    publish(Page.objects.get(pk=article.pk).specific)
    assert answers(urls) == [200] * len(urls)


@pytest.mark.parametrize("when", ["before", "since"])
def test_of_what_is_restricted_nothing_is_told_at_them(section, article, chief, when):
    urls = sub_addresses(section, article)
    chief.groups.add(roles.group_of(roles.MEMBER))
    if when == "before":
        set_level(section, Level.MEMBERS)
    take_down(section, by=chief, reason="Sai", with_subtree=True)
    if when == "since":
        set_level(section, Level.MEMBERS)
    assert answers(urls) == [404] * len(urls)


def test_a_tag_of_which_all_was_taken_down_says_so(section, article, chief):
    url = "/nhan/dong-quang/"
    assert answers([url, "/nhan/chua-co/"]) == [200, 404]
    take_down(section, by=chief, reason="Sai", with_subtree=True)
    answer = Client().get(url)
    assert answer.status_code == 410
    assert "đồng quang" not in answer.content.decode()
    set_level(Page.objects.get(pk=section.pk), Level.MEMBERS)
    assert answers([url]) == [404]


def test_a_tag_of_nothing_that_was_public_does_not_exist(section, article, chief):
    article.unpublish()
    other = ArticleFactory(parent=section, title="Nháp", live=False)
    other.tags.add("chưa đăng")
    other.save()
    assert answers(["/nhan/chua-dang/"]) == [404]


def test_the_address_it_was_moved_from_answers_as_well(section, article, chief, django_capture_on_commit_callbacks):
    section.slug = "ten-moi"
    with django_capture_on_commit_callbacks(execute=True):
        publish(section)
    section = Page.objects.get(pk=section.pk)
    assert answers(["/dong-quang/rss/"]) == [301]
    take_down(section, by=chief, reason="Sai", with_subtree=True)
    assert answers(["/dong-quang/", "/dong-quang/rss/", "/ten-moi/nam/2024/"]) == [410, 410, 410]
