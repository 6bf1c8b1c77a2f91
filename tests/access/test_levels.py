"""Levels of access on pages and collections."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site

from portal.access.groups import COMMITTEE, MEMBERS, known_group, organisation_group
from portal.access.levels import InvalidLevel, Level, level_of, organisations_of, set_level
from portal.access.models import Organisation
from portal.models import StandardPage
from tests.factories import ArticleFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def cell() -> Organisation:
    return Organisation.objects.create(name="Chi bộ Thôn Xóm Mới")


@pytest.fixture
def page() -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    return home.add_child(instance=StandardPage(title="Nội bộ", slug="noi-bo"))


@pytest.fixture
def collection() -> Collection:
    return Collection.get_first_root_node().add_child(name="Ảnh đại hội")


@pytest.fixture(params=["page", "collection"])
def target(request: pytest.FixtureRequest) -> Page | Collection:
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("level", [Level.PUBLIC, Level.MEMBERS, Level.COMMITTEE])
def test_a_level_that_was_set_is_the_level(target: Page | Collection, level: Level) -> None:
    set_level(target, level)
    assert level_of(target) is level


def test_organisations_that_were_named_are_the_ones(target: Page | Collection, cell: Organisation) -> None:
    set_level(target, Level.ORGANISATIONS, [cell])
    assert level_of(target) is Level.ORGANISATIONS
    assert organisations_of(target) == [cell]


def test_setting_a_level_again_replaces_it(target: Page | Collection, cell: Organisation) -> None:
    set_level(target, Level.MEMBERS)
    set_level(target, Level.ORGANISATIONS, [cell])
    set_level(target, Level.COMMITTEE)
    assert target.view_restrictions.count() == 1
    assert level_of(target) is Level.COMMITTEE
    assert organisations_of(target) == []


def test_public_takes_every_restriction_away(target: Page | Collection) -> None:
    set_level(target, Level.MEMBERS)
    set_level(target, Level.PUBLIC)
    assert not PageViewRestriction.objects.exists()
    assert not CollectionViewRestriction.objects.exists()


def test_the_level_of_a_page_is_that_of_its_nearest_restricted_ancestor(page: Page) -> None:
    below = page.add_child(instance=StandardPage(title="Bên trong", slug="ben-trong"))
    set_level(page, Level.MEMBERS)
    assert level_of(below) is Level.MEMBERS
    set_level(below, Level.COMMITTEE)
    assert level_of(below) is Level.COMMITTEE


def test_named_organisations_need_a_name(target: Page | Collection) -> None:
    with pytest.raises(InvalidLevel, match="ít nhất một"):
        set_level(target, Level.ORGANISATIONS)


def test_other_levels_take_no_organisations(target: Page | Collection, cell: Organisation) -> None:
    with pytest.raises(InvalidLevel):
        set_level(target, Level.MEMBERS, [cell])


@pytest.mark.parametrize("restriction_type", ["login", "password"])
def test_restrictions_of_another_kind_are_no_level(page: Page, restriction_type: str) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=restriction_type, password="x")
    assert level_of(page) is None


def test_a_group_of_another_kind_is_no_level(page: Page) -> None:
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
    assert level_of(page) is None
    restriction.groups.add(Group.objects.create(name="Câu lạc bộ"))
    assert level_of(page) is None
    restriction.groups.add(known_group(MEMBERS), known_group(COMMITTEE))
    assert level_of(page) is None


def test_levels_speak_vietnamese() -> None:
    assert [str(level.label) for level in Level] == [
        "Công khai",
        "Chỉ dành cho đảng viên",
        "Chỉ dành cho cấp uỷ viên",
        "Chỉ dành cho tổ chức được chỉ định",
    ]


def test_a_known_group_is_found_whatever_staff_rename_it_to() -> None:
    group = known_group(MEMBERS)
    group.name = "Toàn thể đảng viên"
    group.save()
    assert known_group(MEMBERS) == group


def test_an_organisation_gets_its_group_once(cell: Organisation) -> None:
    group = organisation_group(cell)
    assert organisation_group(Organisation.objects.get(pk=cell.pk)) == group


def test_organisations_of_one_name_get_groups_of_their_own(cell: Organisation) -> None:
    other = Organisation.objects.create(name=cell.name)
    assert organisation_group(cell) != organisation_group(other)


def test_an_alias_asks_what_the_page_asks_that_it_repeats(visitor, home, news_section):
    article = publish(ArticleFactory(parent=news_section, title="Bàn nhân sự kỳ tới", slug="ban-nhan-su"))
    elsewhere = SectionFactory(parent=home, title="Xây dựng Đảng", slug="noi-khac")
    alias = article.create_alias(parent=elsewhere)
    of_alias = alias.create_alias(parent=home, update_slug="lan-nua")
    assert visitor.get(alias.url).status_code == visitor.get(of_alias.url).status_code == 200
    set_level(article, Level.COMMITTEE)
    assert visitor.get(alias.url).status_code == visitor.get(of_alias.url).status_code == 404
    assert "Bàn nhân sự" not in visitor.get(elsewhere.url).content.decode()


def test_so_it_does_when_a_section_above_the_repeated_page_is_closed(visitor, home, news_section):
    article = publish(ArticleFactory(parent=news_section, title="Bàn nhân sự kỳ tới", slug="ban-nhan-su"))
    alias = article.create_alias(parent=SectionFactory(parent=home, title="Xây dựng Đảng", slug="noi-khac"))
    set_level(news_section, Level.MEMBERS)
    assert visitor.get(alias.url).status_code == 404
