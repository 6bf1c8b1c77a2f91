"""Who is in which group, and which rights groups and accounts have: changed from either side of the relation."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.db.models import Model
from django.db.models.signals import m2m_changed
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from portal.editorial.audit import actions
from portal.editorial.audit.services import Line, Thing, record_many
from portal.editorial.audit.watching import permission_name, watched_models

# What a change of each relation is called when something is added, and when it is taken away.
NAMES = {
    "groups": (actions.GROUPS_GIVEN, actions.GROUPS_TAKEN),
    "rights": (actions.RIGHTS_GIVEN, actions.RIGHTS_TAKEN),
    "restriction": (actions.RESTRICTED_TO_GROUPS, actions.RESTRICTED_TO_GROUPS),
}


def connect() -> None:
    user: Any = get_user_model()
    for through, tell in (
        (user.groups.through, tell_groups),
        (user.user_permissions.through, tell_rights),
        (Group.permissions.through, tell_rights),
        (PageViewRestriction.groups.through, tell_restriction),
        (CollectionViewRestriction.groups.through, tell_restriction),
    ):
        m2m_changed.connect(tell, sender=through, dispatch_uid="audit_membership")


def tell_groups(sender: type[Model], **signal: Any) -> None:
    _tell(sender, "groups", **signal)


def tell_rights(sender: type[Model], **signal: Any) -> None:
    _tell(sender, "rights", **signal)


def tell_restriction(sender: type[Model], **signal: Any) -> None:
    _tell(sender, "restriction", **signal)


def _tell(
    through: type[Model], what: str, instance: Any, action: str, reverse: bool, model: Any, pk_set: Any, **kwargs: Any
) -> None:
    if action not in ("post_add", "post_remove", "pre_clear"):
        return
    added = action == "post_add"
    others = list(_others(through, instance, model, pk_set, reverse=reverse))
    if not others:
        return
    owners, things = (others, [instance]) if reverse else ([instance], others)
    names = ", ".join(_name(thing) for thing in things)
    details = f"{'+' if added else '−'} {names}"
    record_many([Line(NAMES[what][0 if added else 1], _thing(owner), details) for owner in owners])


def _others(through: Any, instance: Any, model: Any, pk_set: Any, *, reverse: bool) -> Iterable[Any]:
    """The rows at the other end; for a clearing all that there are."""
    rows = model._base_manager.all()
    if model is Permission:
        rows = rows.select_related("content_type")
    if pk_set is not None:
        return rows.filter(pk__in=pk_set)
    ends = {field.related_model: field.attname for field in through._meta.concrete_fields if field.is_relation}
    linked = through._base_manager.filter(**{ends[type(instance)]: instance.pk}).values(ends[model])
    return rows.filter(pk__in=linked)


def _name(thing: Any) -> str:
    return permission_name(thing) if isinstance(thing, Permission) else str(thing)


def _thing(owner: Any) -> Thing:
    watched = watched_models().get(type(owner))
    return watched.thing(owner) if watched is not None else Thing.of(owner)
