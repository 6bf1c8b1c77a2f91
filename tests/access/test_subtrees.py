"""What is done to a page with all below it: not by whoever may not see all of it, and without telling what that is."""

import pytest
from django.contrib.auth.models import User
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from portal.access.levels import Level, set_level
from portal.access.subtrees import HoldsClosedPages
from portal.editorial import roles
from portal.editorial.take_down.services import take_down
from tests.factories import ArticleFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db
HIDDEN = "Phương án nhân sự"


@pytest.fixture
def chief():
    user = User.objects.create_user("truongban", "truongban@example.vn")
    user.groups.add(roles.group_of(roles.ADMINISTRATOR))  # may do everything, and is no committee member
    return user


@pytest.fixture
def committee_chief(chief):
    chief.groups.add(roles.group_of(roles.COMMITTEE_MEMBER))
    return chief


@pytest.fixture
def client(chief):
    client = Client()
    client.force_login(chief)
    return client


@pytest.fixture
def section(home):
    """With an article anyone may read, and seven that only the committee may."""
    section = SectionFactory(parent=home, title="Hồ sơ", slug="ho-so")
    ArticleFactory(parent=section, title="Lịch tiếp dân", slug="lich")
    for number in range(7):
        set_level(ArticleFactory(parent=section, title=f"{HIDDEN} {number}", slug=f"kin-{number}"), Level.COMMITTEE)
    return Page.objects.get(pk=section.pk)


@pytest.fixture
def elsewhere(home):
    return SectionFactory(parent=home, title="Nơi khác", slug="noi-khac")


def as_it_was(section, parent):
    found = Page.objects.get(pk=section.pk)
    return found.live and found.get_parent().pk == parent.pk and found.get_descendants().live().count() == 8


def said(response) -> str:
    """What the admin says of a request, and all that it shows."""
    text = response.content.decode()
    return text + " ".join(str(message) for message in get_messages(response.wsgi_request))


def told_in_a_sentence(client, response) -> bool:
    text = said(response)
    assert HIDDEN not in text
    assert "kin-" not in text
    assert "8 trang" not in text
    assert "7 trang" not in text
    return "bạn không được xem" in text


ROADS = {
    "delete": lambda section, to: (reverse("wagtailadmin_pages:delete", args=[section.pk]), {}),
    "move": lambda section, to: (reverse("wagtailadmin_pages:move_confirm", args=[section.pk, to.pk]), {}),
    "many deleted": lambda section, to: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={section.pk}", {},
    ),
    "many moved": lambda section, to: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={section.pk}", {"chooser": to.pk},
    ),
    "many taken down": lambda section, to: (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={section.pk}",
        {"reason": "wrong", "note": "", "include_descendants": "on"},
    ),
    "taken down": lambda section, to: (
        reverse("wagtailadmin_pages:unpublish", args=[section.pk]),
        {"reason": "wrong", "note": "", "scope": "subtree"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("road", ROADS)
def test_a_part_of_the_tree_is_not_changed_by_whoever_may_not_see_all_of_it(road, client, section, elsewhere, home):
    address, typed = ROADS[road](section, elsewhere)
    asked = client.get(address)
    done = client.post(address, typed)
    assert as_it_was(section, home)
    told_in_a_sentence(client, asked)
    assert told_in_a_sentence(client, done)


@pytest.mark.parametrize("road", ROADS)
def test_it_is_by_whoever_sees_all_of_it(road, client, committee_chief, section, elsewhere, home):
    address, typed = ROADS[road](section, elsewhere)
    client.post(address, typed)
    assert not Page.objects.filter(pk=section.pk).exists() or not as_it_was(section, home)


def test_a_page_with_closed_ones_below_is_copied_alone(client, section, elsewhere):
    address = reverse("wagtailadmin_pages:copy", args=[section.pk])
    asked = client.get(address)
    assert told_in_a_sentence(client, asked)
    assert 'name="copy_subpages"' not in asked.content.decode()
    typed = {"new_title": "Hồ sơ mới", "new_slug": "moi", "new_parent_page": elsewhere.pk, "copy_subpages": "on"}
    client.post(address, typed)
    copied = Page.objects.get(slug="moi")
    assert copied.get_children().count() == 0


def test_taken_down_alone_the_pages_below_stay(client, section):
    address = reverse("wagtailadmin_pages:unpublish", args=[section.pk])
    client.post(address, {"reason": "wrong", "note": "", "scope": "page"})
    section.refresh_from_db()
    assert not section.live
    assert section.get_descendants().live().count() == 8


def test_no_road_of_the_code_leads_around_it(chief, section, elsewhere):
    roads = (
        lambda: section.specific.delete(user=chief),
        lambda: section.move(elsewhere, pos="last-child", user=chief),
        lambda: section.specific.copy(recursive=True, to=elsewhere, update_attrs={"slug": "moi"}, user=chief),
        lambda: CreatePageAliasAction(section, recursive=True, parent=elsewhere, user=chief).execute(
            skip_permission_checks=True
        ),
        lambda: UnpublishPageAction(section, user=chief, include_descendants=True).execute(skip_permission_checks=True),
        lambda: take_down(section, by=chief, reason="Sai", with_subtree=True),
    )
    for road in roads:
        with pytest.raises(HoldsClosedPages, match="bạn không được xem"):
            road()
    assert issubclass(HoldsClosedPages, PermissionDenied)


def test_where_pages_stand_beside_each_other_changes_nothing_for_what_lies_below(chief, section, elsewhere):
    section.move(elsewhere, pos="right", user=chief)
    assert Page.objects.get(pk=section.pk).path > Page.objects.get(pk=elsewhere.pk).path


def test_of_an_alias_in_a_closed_place_nothing_is_counted(client, chief, section, elsewhere):
    page = publish(ArticleFactory(parent=elsewhere, title="Lịch họp", slug="lich-hop"))
    inside = SectionFactory(parent=section, title="Trong cấp uỷ")
    CreatePageAliasAction(page, parent=inside, user=None).execute(skip_permission_checks=True)
    set_level(inside, Level.COMMITTEE)
    response = client.post(
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {"reason": "wrong", "note": "", "with_media": "on"}
    )
    assert not Page.objects.filter(slug="lich-hop", live=True).exists()
    assert "Tổng số trang đã gỡ" not in said(response)
