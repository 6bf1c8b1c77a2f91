"""Roles: who may do what on pages, pictures, files and in the admin."""

from dataclasses import dataclass

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.permissions import permission_policy as file_policy
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from news.models import Article, Section
from portal.access.models import KnownGroup
from portal.editorial import roles
from portal.models import PortalFile, SiteSettings

pytestmark = pytest.mark.django_db

COLUMNS = (*roles.ROLES, None)  # None: signed in, without any role
CODES = [role.code if role else "none" for role in COLUMNS]

R, E, C, A = "reporter", "editor", "chief", "administrator"

# What, and who may. All others may not.
TABLE: dict[str, set[str]] = {
    "enter the admin": {R, E, C, A},
    "write a page": {R, E, C, A},
    "edit an own draft": {R, E, C, A},
    "delete an own draft": {R, E, C, A},
    "edit another's draft": {E, C, A},
    "delete another's draft": {E, C, A},
    "edit a published page": {E, C, A},
    "publish": {C, A},
    "unpublish": {C, A},
    "delete a published page": {C, A},
    "set a page's level": {C, A},
    "lock a page": {E, C, A},
    "delete a section with its articles": {A},
    "upload a file": {R, E, C, A},
    "choose a file": {R, E, C, A},
    "change an own file": {R, E, C, A},
    "change another's file": {E, C, A},
    "make a collection": {A},
    "keep the web links": {C, A},
    "change the site's settings": {A},
    "keep accounts": {A},
    "keep organisations": {A},
    "keep redirects": {A},
    "arrange workflows": {A},
    "arrange groups": set(),
}


@dataclass
class World:
    """A user with one role, and what he may try himself on."""

    user: User
    section: Page
    own_draft: Page
    other_draft: Page
    published: Page
    own_file: PortalFile
    other_file: PortalFile


@pytest.fixture
def other() -> User:
    return get_user_model().objects.create_user("nguoi-khac")


def _article(section: Page, slug: str, owner: User, *, live: bool = False) -> Page:
    article = Article(title="Chi bộ Xóm Mới họp tháng 9", slug=slug, owner=owner, live=live)
    Section.objects.get(pk=section.pk).add_child(instance=article)
    return Page.objects.get(pk=article.pk)


def _file(owner: User) -> PortalFile:
    return PortalFile.objects.create(
        title="Nghị quyết",
        file=ContentFile(b"x", name="nghi-quyet.pdf"),
        collection=Collection.get_first_root_node(),
        uploaded_by_user=owner,
    )


def world_of(role: roles.Role | None, other: User) -> World:
    user = get_user_model().objects.create_user("nguoi-dung")
    if role:
        user.groups.add(roles.group_of(role))
    section = Section.objects.get(slug="tin-tuc")
    return World(
        user=user,
        section=Page.objects.get(pk=section.pk),
        own_draft=_article(section, "nhap-cua-toi", user),
        other_draft=_article(section, "nhap-nguoi-khac", other),
        published=_article(section, "da-dang", other, live=True),
        own_file=_file(user),
        other_file=_file(other),
    )


def may(world: World, action: str) -> bool:
    user = get_user_model().objects.get(pk=world.user.pk)  # without what was asked before

    def on(page: Page) -> object:
        return Page.objects.get(pk=page.pk).permissions_for_user(user)

    def with_file(verb: str, file: PortalFile | None = None) -> bool:
        if file is None:
            return bool(file_policy.user_has_permission(user, verb))
        return bool(file_policy.user_has_permission_for_instance(user, verb, file))

    answers = {
        "enter the admin": lambda: user.has_perm("wagtailadmin.access_admin"),
        "write a page": lambda: on(world.section).can_add_subpage(),  # type: ignore[attr-defined]
        "edit an own draft": lambda: on(world.own_draft).can_edit(),  # type: ignore[attr-defined]
        "delete an own draft": lambda: on(world.own_draft).can_delete(),  # type: ignore[attr-defined]
        "edit another's draft": lambda: on(world.other_draft).can_edit(),  # type: ignore[attr-defined]
        "delete another's draft": lambda: on(world.other_draft).can_delete(),  # type: ignore[attr-defined]
        "edit a published page": lambda: on(world.published).can_edit(),  # type: ignore[attr-defined]
        "publish": lambda: on(world.own_draft).can_publish(),  # type: ignore[attr-defined]
        "unpublish": lambda: on(world.published).can_unpublish(),  # type: ignore[attr-defined]
        "delete a published page": lambda: on(world.published).can_delete(),  # type: ignore[attr-defined]
        "set a page's level": lambda: on(world.published).can_set_view_restrictions(),  # type: ignore[attr-defined]
        "lock a page": lambda: on(world.other_draft).can_lock(),  # type: ignore[attr-defined]
        "delete a section with its articles": lambda: on(world.section).can_delete(),  # type: ignore[attr-defined]
        "upload a file": lambda: with_file("add"),
        "choose a file": lambda: with_file("choose", world.other_file),
        "change an own file": lambda: with_file("change", world.own_file),
        "change another's file": lambda: with_file("change", world.other_file),
        "make a collection": lambda: (
            user.has_perm("wagtailcore.add_collection")
            or GroupCollectionPermission.objects.filter(
                group__user=user, permission__codename="add_collection"
            ).exists()
        ),
        "keep the web links": lambda: user.has_perms(["portal.add_weblinkgroup", "portal.change_weblinkgroup"]),
        "change the site's settings": lambda: user.has_perm(f"portal.change_{SiteSettings._meta.model_name}"),
        "keep accounts": lambda: user.has_perms(["auth.add_user", "auth.change_user"]),
        "keep organisations": lambda: user.has_perms(["access.add_organisation", "access.change_organisation"]),
        "keep redirects": lambda: user.has_perms(["wagtailredirects.add_redirect", "wagtailredirects.delete_redirect"]),
        "arrange workflows": lambda: user.has_perms(["wagtailcore.add_workflow", "wagtailcore.change_task"]),
        "arrange groups": lambda: user.has_perm("auth.change_group"),
    }
    return bool(answers[action]())


@pytest.mark.parametrize("role", COLUMNS, ids=CODES)
def test_every_role_may_do_what_the_table_says_and_nothing_else(role: roles.Role | None, other: User) -> None:
    world = world_of(role, other)
    code = role.code if role else "none"
    wrong = {
        action: code not in allowed for action, allowed in TABLE.items() if may(world, action) != (code in allowed)
    }
    assert wrong == {}


@pytest.mark.parametrize("role", COLUMNS, ids=CODES)
def test_the_admin_opens_to_staff_only(role: roles.Role | None, client: Client) -> None:
    user = get_user_model().objects.create_user("nguoi-dung")
    if role:
        user.groups.add(roles.group_of(role))
    client.force_login(user)
    assert (client.get(reverse("wagtailadmin_home")).status_code == 200) is (role in roles.STAFF_ROLES)


def test_a_reporter_cannot_publish_by_sending_what_the_button_would(client: Client, other: User) -> None:
    world = world_of(roles.REPORTER, other)
    client.force_login(world.user)
    article = world.own_draft.specific
    client.post(
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        {
            "title": "Đổi tiêu đề",
            "slug": article.slug,
            "body-count": "0",
            "action-publish": "action-publish",
            **{
                f"{formset}-{field}": "0"
                for formset in ("related_picks", "corrections")
                for field in ("TOTAL_FORMS", "INITIAL_FORMS")
            },
        },
    )
    assert not Page.objects.get(pk=article.pk).live


def test_roles_are_there_on_a_fresh_database() -> None:
    assert {role.code for role in roles.ROLES} <= set(KnownGroup.objects.values_list("code", flat=True))
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


def test_making_roles_again_changes_nothing() -> None:
    def grants() -> list[set[tuple[object, ...]]]:
        return [
            set(Group.objects.values_list("name", "permissions")),
            set(GroupPagePermission.objects.values_list("group", "page", "permission")),
            set(GroupCollectionPermission.objects.values_list("group", "collection", "permission")),
        ]

    before = grants()
    roles.ensure_roles()
    assert grants() == before


def test_what_was_taken_away_by_mistake_comes_back_and_what_was_added_stays() -> None:
    reporter = roles.group_of(roles.REPORTER)
    GroupPagePermission.objects.filter(group=reporter).delete()
    chief_s = GroupPagePermission.objects.filter(permission__codename="lock_page").first()
    assert chief_s is not None
    extra = GroupPagePermission.objects.create(group=reporter, page=chief_s.page, permission=chief_s.permission)
    roles.ensure_roles()
    kept = set(GroupPagePermission.objects.filter(group=reporter).values_list("permission__codename", flat=True))
    assert kept == {"add_page", extra.permission.codename}


def test_roles_reach_a_new_site() -> None:
    home = Site.objects.get(is_default_site=True).root_page
    other_root = Page.objects.get(depth=1).add_child(instance=Page(title="Cổng thứ hai", slug="cong-thu-hai"))
    Site.objects.create(hostname="hai.example.vn", root_page=other_root)
    roles.ensure_roles()
    reporter = roles.group_of(roles.REPORTER)
    assert set(GroupPagePermission.objects.filter(group=reporter).values_list("page", flat=True)) == {
        home.pk,
        other_root.pk,
    }


def test_a_role_that_names_no_permission_is_found_at_once() -> None:
    with pytest.raises(LookupError, match="fly"):
        roles._permissions(["portal.fly"])
