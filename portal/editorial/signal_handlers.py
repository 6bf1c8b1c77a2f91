"""What editorial work does when pages are saved, moved and published, and after migrations: thin."""

from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models import QuerySet
from django.db.models.signals import post_migrate, pre_delete, pre_save
from wagtail.models import Page, Revision
from wagtail.signals import page_published, pre_page_move

from portal.editorial.guard import (
    require_approval_of_row,
    require_approved_schedule,
    require_place,
    require_told_authors,
)
from portal.editorial.services import release

# The tables that roles are made of; while one is missing the database is half-way through its first migrations.
NEEDED = frozenset(
    {
        "access_knowngroup",
        "members_invitation",
        "wagtailcore_grouppagepermission",
        "wagtailcore_groupcollectionpermission",
        "wagtailcore_site",
        "portal_sitesettings",
        "portal_weblink",
        "checklist_checklistsettings",
        "wagtailredirects_redirect",
        "wagtailimages_image",
        "wagtaildocs_document",
        "wagtailcore_workflowpage",
        "editorial_knownworkflow",
        "editorial_chiefapprovaltask",
    }
)


def connect() -> None:
    """The signal is sent once for each app with models; roles are made when it is access's turn."""
    pre_save.connect(check_shared_row, sender=Page, dispatch_uid="editorial_check_shared_row")
    pre_save.connect(check_schedule, sender=Revision, dispatch_uid="editorial_check_schedule")
    pre_delete.connect(keep_authors, sender=Revision, dispatch_uid="editorial_keep_authors")
    pre_page_move.connect(check_place, dispatch_uid="editorial_check_place")
    page_published.connect(unlock_held_page, dispatch_uid="editorial_unlock_held_page")
    post_migrate.connect(make_roles, sender=apps.get_app_config("access"), dispatch_uid="editorial_make_roles")


def check_shared_row(sender: type[Page], instance: Page, raw: bool = False, **kwargs: Any) -> None:
    """Page types check themselves when they are saved; this is for the part they all share, saved without its type."""
    if not raw:
        require_approval_of_row(instance)


def check_schedule(
    sender: type[Revision], instance: Revision, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    is_saved = update_fields is None or "approved_go_live_at" in update_fields
    if is_saved and instance.approved_go_live_at is not None and not raw:
        require_approved_schedule(instance)


def keep_authors(sender: type[Revision], instance: Revision, origin: Any = None, **kwargs: Any) -> None:
    """A page that is deleted takes all of its versions along."""
    if isinstance(origin, Revision) or (isinstance(origin, QuerySet) and origin.model is Revision):
        require_told_authors(instance)


def check_place(sender: type[Page], instance: Page, parent_page_after: Page, **kwargs: Any) -> None:
    require_place(instance, parent_page_after)


def unlock_held_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if instance.locked:
        release(instance)


def make_roles(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    from portal.editorial.roles import ensure_roles, more_roles
    from portal.editorial.workflows import ensure_workflows

    places = {apps.get_model(role.below)._meta.db_table for role in more_roles if role.below}
    if set(connections[using].introspection.table_names()) >= NEEDED | places:
        ensure_roles()
        ensure_workflows()
