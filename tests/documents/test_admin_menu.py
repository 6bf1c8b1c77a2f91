"""`Văn bản` in the admin's menu: each sees what he may do in the register, and everything he sees opens."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.menu import admin_menu
from wagtail.models import GroupPagePermission

from documents.roles import CLERK, OFFICE_HEAD
from portal.access.levels import Level, set_level
from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR, MEMBER, REPORTER
from tests.editorial.conftest import client_of, person
from tests.factories import DocumentRegisterFactory, SectionFactory

pytestmark = pytest.mark.django_db

LIST, NEW, IMPORT, LOOK, FILES = (
    "Sổ văn bản", "Thêm văn bản từ tệp", "Nhập sổ văn bản", "Tệp chờ người thứ hai", "Tệp văn bản",
)  # fmt: skip


def menu_of(user: Any) -> dict[str, str]:
    """Label and address of what stands below `Văn bản` for ``user``; empty where the entry is not there."""
    request = RequestFactory().get("/")
    request.user = user
    found = [item for item in admin_menu.menu_items_for_request(request) if item.label == "Văn bản"]
    return {str(link.label): link.url for item in found for link in item.menu.render_component(request)}


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (CLERK, [LIST, NEW, IMPORT, LOOK, FILES]),
        (OFFICE_HEAD, [LIST, NEW, IMPORT, LOOK, FILES]),
        (ADMINISTRATOR, [LIST, NEW, IMPORT, LOOK, FILES]),
        (CHIEF, [LIST, NEW, LOOK, FILES]),
        (EDITOR, [LIST, NEW, LOOK, FILES]),
        (REPORTER, [LIST, NEW, LOOK, FILES]),
        (MEMBER, []),
    ],
    ids=lambda value: getattr(value, "code", ""),
)
def test_each_role_sees_what_it_may_do_and_all_of_it_opens(register, role, seen):
    user = person("vanphong", role)
    menu = menu_of(user)
    assert list(menu) == seen
    client = client_of(user)
    assert {label: client.get(url).status_code for label, url in menu.items()} == dict.fromkeys(seen, 200)


def test_whoever_writes_in_one_section_only_has_no_such_menu(register, home):
    section = SectionFactory(parent=home)
    group = Group.objects.create(name="Cộng tác viên")
    GroupPagePermission.objects.create(group=group, page=section, permission_type="add")
    user = person("congtac")
    user.groups.add(group)
    assert menu_of(user) == {}


def test_without_a_register_nothing_of_it_is_offered(home):
    assert menu_of(person("vanthu", CLERK)) == {}


def test_a_register_that_is_closed_to_a_person_is_not_offered_to_him(register):
    set_level(register, Level.COMMITTEE)
    assert LIST in menu_of(person("vanthu", CLERK)), "an appointment on the register opens it"
    assert LIST not in menu_of(person("bientap", EDITOR))


def test_each_is_led_to_the_register_of_his_own(register, home):
    other = DocumentRegisterFactory(parent=home, slug="van-ban-xa")
    group = Group.objects.create(name="Văn thư xã")
    GroupPagePermission.objects.create(group=group, page=other, permission_type="add")
    user = person("vanthuxa")
    user.groups.add(group)
    assert f"/{other.pk}/" in menu_of(user)[LIST]
    assert f"/{register.pk}/" in menu_of(person("vanthu", CLERK))[LIST]


def test_the_entry_stands_in_the_menu_of_the_first_page(register):
    page = client_of(person("vanthu", CLERK)).get("/quan-tri/").content.decode()
    assert reverse("document_filling_upload", args=[register.pk]) in page
