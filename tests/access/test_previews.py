"""Preview in the admin as another reader: what he would get, and no more than whoever previews may see himself."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from portal.access.groups import organisation_group
from portal.access.levels import Level, set_level
from portal.access.models import Organisation
from portal.editorial import roles
from tests.factories import ArticleFactory, SectionFactory

pytestmark = pytest.mark.django_db

REFUSED = "Không tìm thấy"


def client_of(*groups):
    user = User.objects.create_user(f"nguoi{User.objects.count()}")
    user.groups.add(*groups)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def chief():
    """A chief who is in the committee and, so, sees what members see."""
    return client_of(*(roles.group_of(role) for role in (roles.CHIEF, roles.COMMITTEE_MEMBER)))


@pytest.fixture
def section(home):
    return SectionFactory(parent=home, title="Sinh hoạt")


def preview(client, page, mode):
    """As the admin's preview makes it: a request of its own through the whole site, with the cookies of who asks."""
    cookies = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
    asked = RequestFactory().get(reverse("wagtailadmin_home"), headers={"cookie": cookies})
    response = Page.objects.get(pk=page.pk).specific.make_preview_request(asked, mode)
    return response, response.content.decode()


def test_a_visitor_of_a_members_page_gets_the_refusal(chief, section):
    page = ArticleFactory(parent=section, title="Kế hoạch nội bộ")
    set_level(page, Level.MEMBERS)
    refused, text = preview(chief, page, "visitor")
    assert refused.status_code == 404
    assert "Kế hoạch nội bộ" not in text
    shown, text = preview(chief, page, "member")
    assert shown.status_code == 200
    assert "Kế hoạch nội bộ" in text


def test_lists_on_the_page_show_only_what_that_reader_may_see(chief, section):
    set_level(ArticleFactory(parent=section, title="Việc của đảng viên"), Level.MEMBERS)
    set_level(ArticleFactory(parent=section, title="Việc của cấp uỷ"), Level.COMMITTEE)
    shown = {mode: preview(chief, section, mode)[1] for mode in ("visitor", "member", "committee")}
    seen = {
        mode: [title for title in ("Việc của đảng viên", "Việc của cấp uỷ") if title in text]
        for mode, text in shown.items()
    }
    assert seen == {
        "visitor": [],
        "member": ["Việc của đảng viên"],
        "committee": ["Việc của đảng viên", "Việc của cấp uỷ"],
    }


def test_a_draft_is_shown_as_it_would_be_published(chief, section):
    page = ArticleFactory(parent=section, title="Bản nháp", live=False)
    assert "Bản nháp" in preview(chief, page, "visitor")[1]


def test_nobody_previews_as_a_reader_who_sees_more_than_he(section):
    outside = client_of(roles.group_of(roles.CHIEF))
    set_level(ArticleFactory(parent=section, title="Việc của cấp uỷ"), Level.COMMITTEE)
    refused, text = preview(outside, section, "committee")
    assert refused.status_code == 404
    assert "Việc của cấp uỷ" not in text
    offered = outside.get(reverse("wagtailadmin_pages:edit", args=[section.pk])).content.decode()
    assert "Như khách xem" in offered
    assert "Như cấp uỷ viên xem" not in offered


def test_an_organisation_that_is_named_somewhere_is_offered(section):
    cell = Organisation.objects.create(name="Chi bộ Thôn 1")
    other = Organisation.objects.create(name="Chi bộ Thôn 2")
    page = ArticleFactory(parent=section, title="Lịch của chi bộ")
    set_level(page, Level.ORGANISATIONS, [cell])
    client = client_of(roles.group_of(roles.CHIEF), organisation_group(cell), organisation_group(other))
    offered = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Như người của Chi bộ Thôn 1 xem" in offered
    assert "Chi bộ Thôn 2" not in offered
    assert preview(client, page, f"organisation-{cell.pk}")[0].status_code == 200
    assert preview(client, page, f"organisation-{other.pk}")[0].status_code == 404


@pytest.mark.parametrize("mode", ["nobody", "organisation-x", "organisation-99999999999999999999", "member-1"])
def test_an_unknown_reader_gets_nothing(chief, section, mode):
    assert preview(chief, section, mode)[0].status_code == 404


def test_a_preview_is_kept_by_nobody_and_writes_nothing(chief, section):
    preview(chief, section, "visitor")  # the groups that code knows are made once
    with CaptureQueriesContext(connection) as asked:
        response, _text = preview(chief, section, "member")
    assert "no-store" in response["Cache-Control"]
    writes = ("INSERT", "UPDATE", "DELETE")
    assert not [query["sql"] for query in asked.captured_queries if query["sql"].startswith(writes)]


def test_whoever_previews_is_himself_again_afterwards(chief, section):
    set_level(section, Level.MEMBERS)
    preview(chief, section, "visitor")
    assert chief.get(section.get_url()).status_code == 200
