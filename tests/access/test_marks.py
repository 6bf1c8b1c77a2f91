"""Lists tell those who may see a restricted page that it is one, and others nothing."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from portal.access.levels import Level, set_level
from portal.access.marks import mark_of
from portal.access.models import Organisation
from portal.editorial import roles
from tests.factories import ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def section(home):
    return SectionFactory(parent=home)


def test_the_narrowest_restriction_names_the_mark(section):
    article = ArticleFactory(parent=section)
    assert mark_of(article) == ""
    set_level(section, Level.MEMBERS)
    assert mark_of(article) == "Đảng viên"
    set_level(article, Level.COMMITTEE)
    assert mark_of(article) == "Cấp uỷ viên"
    set_level(article, Level.ORGANISATIONS, [Organisation.objects.create(name="Chi bộ 1")])
    assert mark_of(article) == "Tổ chức được chỉ định"


def test_a_public_page_costs_no_query(section, django_assert_num_queries):
    article = ArticleFactory(parent=section)
    with django_assert_num_queries(1):  # the restrictions, which a request reads once
        assert mark_of(article) == ""


def test_a_member_sees_the_mark_in_the_list_and_a_visitor_sees_neither_page_nor_mark(section):
    ArticleFactory(parent=section, title="Ai cũng đọc được")
    set_level(ArticleFactory(parent=section, title="Sinh hoạt tháng 9"), Level.MEMBERS)
    member = Client()
    member.force_login(User.objects.create_user("dangvien"))
    User.objects.get().groups.add(roles.group_of(roles.MEMBER))
    shown = member.get(section.get_url()).content.decode()
    assert shown.count('class="level-mark"') == 1
    assert "Sinh hoạt tháng 9" in shown
    public = Client().get(section.get_url()).content.decode()
    assert "level-mark" not in public
    assert "Ai cũng đọc được" in public
