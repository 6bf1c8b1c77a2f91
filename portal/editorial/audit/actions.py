"""The actions that the portal itself audits; those of Wagtail's own log come with their labels."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.access.tokens import Tokens, restrict, restrict_members
from portal.editorial.audit.registry import AuditAction, Guard, audit_actions, guards

SIGNED_IN, SIGNED_OUT, SIGN_IN_FAILED, LOCKED_OUT = "sign_in.done", "sign_out", "sign_in.failed", "sign_in.locked"
FACTOR_ADDED, FACTOR_REMOVED = "second_factor.added", "second_factor.removed"
FILE_OPENED = "file.opened"
EFFECTS_TRIED_AGAIN, EFFECTS_DROPPED = "outbox.tried_again", "outbox.dropped"
TASKS_BEGUN_AGAIN, TASKS_DROPPED = "tasks.begun_again", "tasks.dropped"
GROUPS_GIVEN, GROUPS_TAKEN = "user.groups_given", "user.groups_taken"
RIGHTS_GIVEN, RIGHTS_TAKEN = "rights.given", "rights.taken"
RESTRICTED_TO_GROUPS = "restriction.groups"
EXPORTED, EXPORT_TAKEN = "audit.export", "audit.export_taken"

LABELS: dict[str, str | Promise] = {
    SIGNED_IN: _("Signed in"),
    SIGNED_OUT: _("Signed out"),
    SIGN_IN_FAILED: _("Sign-in failed"),
    LOCKED_OUT: _("Sign-in locked after repeated failures"),
    FACTOR_ADDED: _("Second factor added"),
    FACTOR_REMOVED: _("Second factor removed"),
    FILE_OPENED: _("Restricted file opened"),
    EFFECTS_TRIED_AGAIN: _("Effects given up tried again"),
    EFFECTS_DROPPED: _("Effects given up dropped"),
    TASKS_BEGUN_AGAIN: _("Failed tasks begun again"),
    TASKS_DROPPED: _("Failed tasks dropped"),
    "user.created": _("Account created"),
    "user.changed": _("Account changed"),
    "user.deleted": _("Account deleted"),
    GROUPS_GIVEN: _("Account put into groups"),
    GROUPS_TAKEN: _("Account taken out of groups"),
    "group.created": _("Group created"),
    "group.changed": _("Group changed"),
    "group.deleted": _("Group deleted"),
    RIGHTS_GIVEN: _("Rights given"),
    RIGHTS_TAKEN: _("Rights taken away"),
    "page_rights.created": _("Rights on pages given"),
    "page_rights.changed": _("Rights on pages changed"),
    "page_rights.deleted": _("Rights on pages taken away"),
    "collection_rights.created": _("Rights on collections given"),
    "collection_rights.changed": _("Rights on collections changed"),
    "collection_rights.deleted": _("Rights on collections taken away"),
    "page_restriction.created": _("Access to a page restricted"),
    "page_restriction.changed": _("Restriction of a page changed"),
    "page_restriction.deleted": _("Restriction of a page lifted"),
    "collection_restriction.created": _("Access to a collection restricted"),
    "collection_restriction.changed": _("Restriction of a collection changed"),
    "collection_restriction.deleted": _("Restriction of a collection lifted"),
    RESTRICTED_TO_GROUPS: _("Groups of a restriction changed"),
    "organisation.created": _("Organisation created"),
    "organisation.changed": _("Organisation changed"),
    "organisation.deleted": _("Organisation deleted"),
    "settings.created": _("Settings made"),
    "settings.changed": _("Settings changed"),
    "settings.deleted": _("Settings deleted"),
    EXPORTED: _("Activity log exported"),
    EXPORT_TAKEN: _("File of the activity log taken"),
    "audit.erase": _("Text of the activity log erased"),
    "audit.expire": _("Old texts of the activity log erased"),
}


def _open_pages(tokens: Tokens) -> QuerySet[Any]:
    return restrict(Page.objects.order_by(), tokens)


def _open_files(tokens: Tokens) -> QuerySet[Any]:
    return restrict_members(get_document_model().objects.order_by(), tokens)


def _open_pictures(tokens: Tokens) -> QuerySet[Any]:
    return restrict_members(get_image_model().objects.order_by(), tokens)


def register() -> None:
    """Called when the app is ready."""
    for name, label in LABELS.items():
        audit_actions.register(AuditAction(name, label))
    guards.register(Guard("wagtailcore.page", _open_pages))
    guards.register(Guard(get_document_model()._meta.label_lower, _open_files))
    guards.register(Guard(get_image_model()._meta.label_lower, _open_pictures))
