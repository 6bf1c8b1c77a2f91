"""The one control for levels in the admin: who may use it, what it says, what it does."""

import json

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, ModelLogEntry, PageLogEntry

from portal.access.levels import Level, level_of, own_level_of, set_level
from portal.access.models import Organisation
from portal.access.storages import RESTRICTED_PREFIX
from portal.editorial import roles
from tests.factories import ArticleFactory, PortalImageFactory, SectionFactory

pytestmark = pytest.mark.django_db


def client_of(*groups):
    user = User.objects.create_user(f"nguoi{User.objects.count()}")
    user.groups.add(*(roles.group_of(role) for role in groups))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def chief():
    """A chief who is a party member and in the committee."""
    return client_of(roles.CHIEF, roles.COMMITTEE_MEMBER)


@pytest.fixture
def section(home):
    return SectionFactory(parent=home, title="Sinh hoạt nội bộ")


@pytest.fixture
def article(section):
    return ArticleFactory(parent=section)


def address(page):
    return reverse("wagtailadmin_pages:set_privacy", args=[page.pk])


def asked(client, page):
    return json.loads(client.get(address(page)).content)["html"]


def chosen(client, page, level, **more):
    return client.post(address(page), {"level": level.value, **more})


def test_it_offers_the_four_levels_in_the_words_of_the_house(chief, section):
    html = asked(chief, section)
    for label in ("Công khai", "Chỉ dành cho đảng viên", "Chỉ dành cho cấp uỷ viên", "tổ chức được chỉ định"):
        assert label in html
    assert "mật khẩu" not in html.lower()


def test_choosing_a_level_sets_it_and_says_so(chief, section, article):
    response = chosen(chief, section, Level.MEMBERS)
    assert json.loads(response.content) == {"step": "set_privacy_done", "is_public": False}
    assert level_of(article) is Level.MEMBERS


def test_organisations_are_named(chief, section):
    cell = Organisation.objects.create(name="Chi bộ Thôn 1")
    assert "ít nhất một" in json.loads(chosen(chief, section, Level.ORGANISATIONS).content)["html"]
    administrator = Client()
    administrator.force_login(User.objects.create_superuser("quantri"))
    chosen(administrator, section, Level.ORGANISATIONS, organisations=[cell.pk])
    assert level_of(section) is Level.ORGANISATIONS


def test_it_says_what_holds_from_above(chief, section, article):
    set_level(section, Level.MEMBERS)
    html = asked(chief, article)
    assert "Trang mẹ “Sinh hoạt nội bộ”: Chỉ dành cho đảng viên. Trang này cũng vậy." in html
    assert "Không giới hạn thêm" in html


def test_it_says_how_far_it_reaches(chief, section, article):
    ArticleFactory(parent=section)
    set_level(article, Level.COMMITTEE)
    html = asked(chief, section)
    assert "2 trang bên dưới, trong đó 1 trang còn có phạm vi riêng" in html


def test_it_counts_nothing_that_is_closed_to_whoever_asks(section, article):
    set_level(article, Level.COMMITTEE)
    assert "trang bên dưới" not in asked(client_of(roles.CHIEF), section)


def test_making_public_asks_once_more(chief, section):
    set_level(section, Level.MEMBERS)
    again = json.loads(chosen(chief, section, Level.PUBLIC).content)
    assert "Đánh dấu vào ô này để công khai." in again["html"]
    assert level_of(section) is Level.MEMBERS
    done = json.loads(chosen(chief, section, Level.PUBLIC, confirmed="on").content)
    assert done == {"step": "set_privacy_done", "is_public": True}
    assert level_of(section) is Level.PUBLIC


def test_taking_a_level_of_its_own_away_below_a_restriction_makes_nothing_public(chief, section, article):
    set_level(section, Level.MEMBERS)
    set_level(article, Level.COMMITTEE)
    done = json.loads(chosen(chief, article, Level.PUBLIC).content)
    assert done == {"step": "set_privacy_done", "is_public": False}
    assert own_level_of(article) is Level.PUBLIC
    assert level_of(article) is Level.MEMBERS


def test_nobody_closes_a_page_to_himself(section):
    outside = client_of(roles.CHIEF)
    html = json.loads(chosen(outside, section, Level.COMMITTEE).content)["html"]
    assert "chính bạn sẽ không xem được nữa" in html
    assert level_of(section) is Level.PUBLIC
    assert not PageLogEntry.objects.filter(action="portal.level").exists()


@pytest.mark.parametrize(
    ("role", "may"), [(roles.REPORTER, False), (roles.EDITOR, False), (roles.CHIEF, True), (roles.ADMINISTRATOR, True)]
)
def test_who_may_publish_a_page_may_set_its_level(role, may, section):
    client = client_of(role, roles.MEMBER)
    assert (client.get(address(section)).status_code == 200) is may
    chosen(client, section, Level.MEMBERS)
    assert (level_of(section) is Level.MEMBERS) is may


def test_a_page_that_is_closed_to_the_chief_has_no_control_for_him(section):
    set_level(section, Level.COMMITTEE)
    outside = client_of(roles.CHIEF)
    assert outside.get(address(section)).status_code == 404
    assert chosen(outside, section, Level.PUBLIC, confirmed="on").status_code == 404
    assert level_of(section) is Level.COMMITTEE


def test_the_log_says_who_set_which_level(chief, section):
    chosen(chief, section, Level.MEMBERS)
    entry = PageLogEntry.objects.get(action="portal.level", page=section)
    assert entry.user is not None
    assert entry.formatter.format_message(entry) == "Đặt phạm vi xem: Chỉ dành cho đảng viên"
    assert "Đặt phạm vi xem" in chief.get(reverse("wagtailadmin_pages:history", args=[section.pk])).content.decode()


def test_a_collection_has_the_same_control_and_its_pictures_move_to_the_private_side():
    client = client_of(roles.ADMINISTRATOR, roles.MEMBER)
    collection = Collection.get_first_root_node().add_child(name="Ảnh nội bộ")
    picture = PortalImageFactory(collection=collection)
    before = picture.get_rendition("max-165x165").file.name
    path = reverse("wagtailadmin_collections:set_privacy", args=[collection.pk])
    assert "1 ảnh, 0 tệp" in json.loads(client.get(path).content)["html"]
    client.post(path, {"level": "members"})
    assert level_of(collection) is Level.MEMBERS
    assert not before.startswith(RESTRICTED_PREFIX)
    assert picture.get_rendition("max-165x165").file.name.startswith(RESTRICTED_PREFIX)
    assert ModelLogEntry.objects.filter(action="portal.level").exists()


def test_a_restricted_page_is_marked_in_the_tree(chief, section):
    home = section.get_parent()
    tree = reverse("wagtailadmin_explore", args=[home.pk])
    before = chief.get(tree).content.decode().count("privacy-indicator")
    chosen(chief, section, Level.MEMBERS)
    assert chief.get(tree).content.decode().count("privacy-indicator") == before + 1
