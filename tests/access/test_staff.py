"""What staff may see in the admin: what their level opens, and what they are appointed to inside a restriction."""

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page
from wagtail.permissions import page_permission_policy

from portal.access.levels import Level, set_level
from portal.access.models import Organisation
from portal.access.staff import sees, sight_of, those_who_see
from portal.editorial import roles
from tests.factories import ArticleFactory, PortalImageFactory, SectionFactory

pytestmark = pytest.mark.django_db


def person(*groups):
    user = User.objects.create_user(f"nguoi{User.objects.count()}", f"nguoi{User.objects.count()}@example.vn")
    user.groups.add(*groups)
    return user


@pytest.fixture
def reporter():
    return person(roles.group_of(roles.REPORTER))


@pytest.fixture
def committee_reporter():
    return person(roles.group_of(roles.REPORTER), roles.group_of(roles.COMMITTEE_MEMBER))


@pytest.fixture
def section(home):
    return SectionFactory(parent=home, title="Hồ sơ của cấp uỷ")


@pytest.fixture
def article(section):
    return ArticleFactory(parent=section, title="Phương án nhân sự")


def appoint(page, *people):
    """A group with a permission on ``page`` itself."""
    group = Group.objects.create(name=f"Người làm {page.pk}")
    permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    for one in people:
        one.groups.add(group)


def test_a_permission_on_the_whole_site_does_not_open_a_closed_section(reporter, section, article):
    set_level(section, Level.COMMITTEE)
    assert not sees(reporter, article)
    assert not article.permissions_for_user(reporter).can_edit()
    assert article.pk not in page_permission_policy.explorable_instances(reporter).values_list("pk", flat=True)


def test_his_level_opens_it(committee_reporter, section, article):
    set_level(section, Level.COMMITTEE)
    assert sees(committee_reporter, article)
    assert section.permissions_for_user(committee_reporter).can_add_subpage()


def test_without_the_level_an_own_text_is_closed_as_well(reporter, section):
    own = ArticleFactory(parent=section, owner=reporter, live=False)
    assert own.permissions_for_user(reporter).can_edit()
    set_level(section, Level.COMMITTEE)
    own = Page.objects.get(pk=own.pk)
    assert not own.permissions_for_user(reporter).can_edit()


def test_an_appointment_on_the_closed_page_opens_it_and_all_below(reporter, section, article):
    set_level(section, Level.COMMITTEE)
    appoint(section, reporter)
    assert sees(reporter, section)
    assert article.permissions_for_user(reporter).can_edit()


def test_an_appointment_opens_only_what_lies_at_and_below_it(reporter, section, article):
    other = ArticleFactory(parent=section)
    set_level(section, Level.COMMITTEE)
    appoint(article, reporter)
    assert [sees(reporter, page) for page in (section, article, other)] == [False, True, False]
    seen = sight_of(reporter).of_pages(Page.objects.filter(pk__in=[section.pk, article.pk, other.pk]))
    assert [page.pk for page in seen] == [article.pk]


def test_an_appointment_does_not_reach_past_a_restriction_below_it(reporter, section, article):
    set_level(section, Level.MEMBERS)
    set_level(article, Level.COMMITTEE)
    appoint(section, reporter)
    assert sees(reporter, section)
    assert not sees(reporter, article)
    assert not sight_of(reporter).of_pages(Page.objects.filter(pk=article.pk)).exists()


def test_a_superuser_sees_everything(section, article):
    set_level(section, Level.COMMITTEE)
    assert sees(User.objects.create_superuser("quantri"), article)


def test_recipients_are_those_who_see_the_page(reporter, committee_reporter, section, article):
    set_level(section, Level.COMMITTEE)
    assert those_who_see([reporter, committee_reporter], article) == [committee_reporter]


def test_a_collection_opens_by_level_and_by_appointment(reporter, committee_reporter):
    root = Collection.get_first_root_node()
    closed = root.add_child(name="Ảnh nội bộ")
    set_level(closed, Level.COMMITTEE)
    assert [sees(user, closed) for user in (reporter, committee_reporter)] == [False, True]
    group = Group.objects.create(name="Giữ ảnh nội bộ")
    permission = Permission.objects.get(codename="change_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.create(group=group, collection=closed, permission=permission)
    appointed = person(group)
    assert sees(appointed, closed)


def test_who_keeps_a_closed_collection_sees_its_pictures(reporter, committee_reporter):
    closed = Collection.get_first_root_node().add_child(name="Ảnh nội bộ")
    picture = PortalImageFactory(collection=closed)
    set_level(closed, Level.ORGANISATIONS, [Organisation.objects.create(name="Chi bộ 3")])
    shown = picture.get_rendition("max-165x165").url
    group = Group.objects.create(name="Giữ ảnh nội bộ")
    permission = Permission.objects.get(codename="change_image", content_type__app_label="wagtailimages")
    GroupCollectionPermission.objects.create(group=group, collection=closed, permission=permission)
    keeper = person(group, roles.group_of(roles.REPORTER))
    answers = {}
    for user in (keeper, reporter, committee_reporter, person(group)):
        client = Client()
        client.force_login(user)
        answers[user] = client.get(shown).status_code
    assert list(answers.values()) == [200, 404, 404, 404]


def test_a_closed_page_answers_like_a_number_that_does_not_exist(reporter, section, article):
    set_level(section, Level.COMMITTEE)
    client = Client()
    client.force_login(reporter)
    for name in ("edit", "history", "usage", "copy", "delete"):
        closed = client.get(reverse(f"wagtailadmin_pages:{name}", args=[article.pk]))
        unknown = client.get(reverse(f"wagtailadmin_pages:{name}", args=[999_999]))
        assert (closed.status_code, closed.content) == (unknown.status_code, unknown.content)


def test_redirects_to_a_closed_page_are_left_out_by_whatever_they_name_it(section, article):
    set_level(section, Level.COMMITTEE)
    Redirect.objects.create(old_path="/cu-mot", redirect_page=article)
    Redirect.objects.create(old_path="/cu-hai", redirect_link=f"{article.get_url()}?page=2")
    shown = [
        Redirect.objects.create(old_path="/cu-ba", redirect_link="https://xa.example.vn/"),
        Redirect.objects.create(old_path="/cu-bon", redirect_link="/gioi-thieu/"),
        Redirect.objects.create(old_path="/cu-nam", redirect_page=section.get_parent()),
    ]
    client = Client()
    client.force_login(person(roles.group_of(roles.ADMINISTRATOR)))
    listed = client.get(reverse("wagtailredirects:index"))
    assert {redirect.pk for redirect in listed.context["redirects"]} == {redirect.pk for redirect in shown}


def test_a_text_that_points_at_a_closed_page_keeps_the_link_and_loses_its_words(section, article, home):
    editor = person(roles.group_of(roles.EDITOR))
    public = SectionFactory(parent=home)
    link = [{"type": "related_link", "value": {"page": article.pk, "url": "", "text": ""}}]
    referring = ArticleFactory(parent=public, body=link)
    set_level(section, Level.COMMITTEE)
    client = Client()
    client.force_login(editor)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[referring.pk])).content.decode()
    assert "Phương án nhân sự" not in shown
    assert "phuong-an-nhan-su" not in shown
    assert f"&quot;id&quot;: {article.pk}" in shown or f'"id": {article.pk}' in shown
