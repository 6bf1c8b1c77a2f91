"""Each role finds in the admin's menu what it may do, and nothing else."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Collection

from portal.editorial.roles import ADMINISTRATOR, CHIEF, COMMITTEE_MEMBER, EDITOR, MEMBER, REPORTER, group_of
from tests.factories import ArticleFactory, publish

WRITING = {"Trang", "Ban biên tập", "Bài viết", "Ảnh", "Tệp", "Trợ giúp", "Báo cáo"}


@pytest.fixture
def as_role(client, django_user_model):
    def sign_in(role):
        user = django_user_model.objects.create_user("canbo", first_name="Hà")
        user.groups.add(group_of(role))
        client.force_login(user)
        return client

    return sign_in


def menu(client) -> set[str]:
    """Labels of the main menu, as the sidebar gets them."""
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    from wagtail.admin.menu import admin_menu

    return {str(item.label) for item in admin_menu.menu_items_for_request(request)}


def settings_menu(client) -> set[str]:
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    from wagtail.admin.menu import settings_menu as menu_of_settings

    return {str(item.label) for item in menu_of_settings.menu_items_for_request(request)}


@pytest.mark.parametrize("role", [REPORTER, EDITOR])
def test_those_who_write_have_no_settings(as_role, role):
    shown = menu(as_role(role))
    assert {"Trang", "Bài viết", "Ảnh", "Tệp"} <= shown
    assert shown <= WRITING


def test_the_chief_keeps_the_web_links_and_the_words_of_the_search_as_well(as_role):
    shown = menu(as_role(CHIEF))
    assert {label.casefold() for label in shown} - {label.casefold() for label in WRITING} == {
        "liên kết web",
        "tìm kiếm trên cổng",
    }


def test_the_administrator_finds_people_and_settings(as_role):
    client = as_role(ADMINISTRATOR)
    assert "Tuỳ chỉnh" in menu(client)
    labels = {label.casefold() for label in settings_menu(client)}
    for wanted in ("cấp uỷ và cổng", "người dùng", "tổ chức", "chuyển hướng"):
        assert any(wanted in label for label in labels), (wanted, labels)


@pytest.mark.parametrize("role", [MEMBER, COMMITTEE_MEMBER])
def test_readers_do_not_enter(as_role, role):
    response = as_role(role).get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert response.url.startswith("/dang-nhap/")


@pytest.mark.parametrize(
    ("role", "may_publish"), [(REPORTER, False), (EDITOR, False), (CHIEF, True), (ADMINISTRATOR, True)]
)
def test_only_the_chief_and_the_administrator_publish(as_role, news_section, role, may_publish):
    client = as_role(role)
    page = client.get(reverse("wagtailadmin_pages:add", args=["news", "article", news_section.pk])).content.decode()
    assert bool(re.search(r'name="action-publish"', page)) == may_publish


def test_sections_list_their_articles_newest_edit_first(admin_client, news_section):
    old = publish(ArticleFactory(parent=news_section, title="Bài sửa trước"))
    publish(ArticleFactory(parent=news_section, title="Bài sửa sau"))
    type(old).objects.filter(pk=old.pk).update(latest_revision_created_at=timezone.now() - timedelta(days=1))
    page = admin_client.get(reverse("wagtailadmin_explore", args=[news_section.pk]))
    assert [row.title for row in page.context["object_list"]] == ["Bài sửa sau", "Bài sửa trước"]
    assert page.context["paginator"].per_page <= 50


def test_the_roots_of_pages_and_collections_have_vietnamese_names(admin_client):
    assert "Mọi trang" in admin_client.get(reverse("wagtailadmin_explore_root")).content.decode()
    collection = Collection.get_first_root_node()
    assert collection.name == "Kho chung"
    assert "Root" not in admin_client.get(reverse("wagtailimages:add")).content.decode()
