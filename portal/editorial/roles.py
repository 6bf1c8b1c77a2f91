"""Roles as groups made by code (domain: phóng viên → biên tập viên → trưởng ban biên tập → quản trị viên).

An app registers further roles of its own in ``more_roles`` when it is ready, and what others may do with its own things
in ``more_rights``.

A role says what someone may *do*; what someone may *see* on the site is said by his level (``portal.access``): a
reporter sees what only members see when he is in the members' group as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, Site

from portal.access.groups import COMMITTEE, MEMBERS, GroupSpec, known_group
from portal.registry import Registry

ENTER_ADMIN = "wagtailadmin.access_admin"

#: Adding lets one edit and delete one's own pages, as long as they are not published.
WRITE = frozenset({"add_page"})
EDIT = WRITE | {"change_page", "lock_page"}
PUBLISH = EDIT | {"publish_page", "unlock_page"}
ADMINISTER = PUBLISH | {"bulk_delete_page"}

UPLOAD = frozenset(
    {"wagtailimages.add_image", "wagtailimages.choose_image", "wagtaildocs.add_document", "wagtaildocs.choose_document"}
)
MEND_MEDIA = UPLOAD | {"wagtailimages.change_image", "wagtaildocs.change_document"}
KEEP_MEDIA = MEND_MEDIA | {"wagtailimages.delete_image", "wagtaildocs.delete_document"}
ARRANGE_MEDIA = KEEP_MEDIA | {f"wagtailcore.{action}_collection" for action in ("add", "change", "delete")}


def all_of(model: str, *, app: str = "portal") -> frozenset[str]:
    return frozenset(f"{app}.{action}_{model}" for action in ("add", "change", "delete", "view"))


LINKS = all_of("weblinkgroup") | all_of("weblink")


@dataclass(frozen=True)
class Role(GroupSpec):
    """A group and what its people may do: on pages of the site, on pictures and files, and elsewhere in the admin.

    ``below`` names the page type below whose pages they may do it; empty: everywhere on the site.
    """

    pages: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    below: str = ""


REPORTER = Role("reporter", "Phóng viên", WRITE, UPLOAD, frozenset({ENTER_ADMIN}))
EDITOR = Role("editor", "Biên tập viên", EDIT, MEND_MEDIA, frozenset({ENTER_ADMIN}))
CHIEF = Role("chief", "Trưởng ban biên tập", PUBLISH, KEEP_MEDIA, frozenset({ENTER_ADMIN}) | LINKS)
ADMINISTRATOR = Role(
    "administrator",
    "Quản trị viên",
    ADMINISTER,
    ARRANGE_MEDIA,
    frozenset({ENTER_ADMIN, "portal.change_sitesettings", "checklist.change_checklistsettings"})
    | {"outbox.change_effect", "audit.view_entry"}
    | LINKS
    | all_of("user", app="auth")
    | all_of("invitation", app="members")
    | all_of("organisation", app="access")
    | all_of("redirect", app="wagtailredirects")
    | all_of("workflow", app="wagtailcore")
    | all_of("task", app="wagtailcore"),
)
MEMBER = Role(MEMBERS.code, MEMBERS.name)
COMMITTEE_MEMBER = Role(COMMITTEE.code, COMMITTEE.name)

ROLES = (REPORTER, EDITOR, CHIEF, ADMINISTRATOR, MEMBER, COMMITTEE_MEMBER)
STAFF_ROLES = (REPORTER, EDITOR, CHIEF, ADMINISTRATOR)

more_roles: Registry[Role] = Registry("role")


@dataclass(frozen=True)
class MoreRights:
    """What the people of ``role`` may do in the admin besides, with the things of an app that calls it ``name``."""

    name: str
    role: Role
    elsewhere: frozenset[str]


more_rights: Registry[MoreRights] = Registry("rights")


def staff_roles() -> list[Role]:
    """All whose people enter the admin."""
    return [*STAFF_ROLES, *(role for role in more_roles if ENTER_ADMIN in role.elsewhere)]


def ensure_roles() -> None:
    """Make the roles' groups and give them what they lack. What staff have granted besides is left alone."""
    for app_config in apps.get_app_configs():
        create_permissions(app_config, verbosity=0)
    with transaction.atomic():
        for role in (*ROLES, *more_roles):
            group = known_group(role)
            _grant_elsewhere(group, role.elsewhere)
            _grant_on_pages(group, role.pages, _places(role))
            _grant_on_media(group, role.media)
        for more in more_rights:
            _grant_elsewhere(known_group(more.role), more.elsewhere)


def group_of(role: Role) -> Group:
    """The group whose people have ``role``."""
    return known_group(role)


def _places(role: Role) -> list[Page]:
    if role.below:
        return list(Page.objects.filter(pk__in=apps.get_model(role.below)._default_manager.values("pk")))
    return list(Page.objects.filter(pk__in=Site.objects.values("root_page")))


def _grant_elsewhere(group: Group, names: Iterable[str]) -> None:
    group.permissions.add(*_permissions(names))


def _grant_on_pages(group: Group, codenames: Iterable[str], roots: Iterable[Page]) -> None:
    for permission in _permissions(f"wagtailcore.{codename}" for codename in codenames):
        for root in roots:
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_on_media(group: Group, names: Iterable[str]) -> None:
    root = Collection.get_first_root_node()
    if root is None:
        return
    for permission in _permissions(names):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _permissions(names: Iterable[str]) -> list[Permission]:
    """The permissions of ``names`` (``app.codename``).

    Raises:
        LookupError: there is no such permission; a role that silently lacks one would be found by its users.
    """
    wanted = {tuple(name.split(".", 1)) for name in names}
    found = Permission.objects.select_related("content_type").filter(
        content_type__app_label__in={app for app, _codename in wanted},
        codename__in={codename for _app, codename in wanted},
    )
    chosen = [p for p in found if (p.content_type.app_label, p.codename) in wanted]
    missing = wanted - {(p.content_type.app_label, p.codename) for p in chosen}
    if missing:
        raise LookupError(f"no such permission: {sorted(missing)}")
    return chosen
