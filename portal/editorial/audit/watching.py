"""Models of which every creation, change and deletion is a line, whoever makes it, with the fields that changed."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import models
from django.db.models.signals import post_delete, post_save, pre_save
from django.utils.encoding import force_str
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import (
    Collection as MediaCollection,
)
from wagtail.models import (
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
    Site,
)

from portal.access.models import Organisation
from portal.editorial.audit.services import Line, Thing, record, record_many

_BEFORE = "_audit_before"


@dataclass(frozen=True)
class Watched:
    """How one model is told. ``silent`` fields change without a line; ``details`` describes one made or deleted."""

    prefix: str
    thing: Callable[[Any], Thing] = Thing.of
    details: Callable[[Any], str] = lambda instance: ""
    silent: frozenset[str] = frozenset()


def page_thing(page_id: int, page: Page | None = None) -> Thing:
    return Thing("wagtailcore.page", str(page_id), str(page) if page is not None else "")


def collection_thing(collection: MediaCollection) -> Thing:
    return Thing.of(collection)


def permission_name(permission: Any) -> str:
    """``wagtailcore.publish_page``: as the roles name it."""
    return f"{permission.content_type.app_label}.{permission.codename}"


def _right(place: str) -> Callable[[Any], str]:
    return lambda row: f"{permission_name(row.permission)} · #{getattr(row, place)}"


@cache
def watched_models() -> dict[type[models.Model], Watched]:
    settings = {model: Watched("settings") for model in settings_registry if issubclass(model, models.Model)}
    return {
        **settings,
        Site: Watched("settings"),
        get_user_model(): Watched("user", silent=frozenset({"last_login"})),
        Group: Watched("group"),
        Organisation: Watched("organisation"),
        GroupPagePermission: Watched("page_rights", lambda row: Thing.of(row.group), _right("page_id")),
        GroupCollectionPermission: Watched(
            "collection_rights", lambda row: Thing.of(row.group), _right("collection_id")
        ),
        PageViewRestriction: Watched(
            "page_restriction", lambda row: page_thing(row.page_id, row.page), lambda row: row.restriction_type
        ),
        CollectionViewRestriction: Watched(
            "collection_restriction", lambda row: collection_thing(row.collection), lambda row: row.restriction_type
        ),
    }


def connect() -> None:
    for model in watched_models():
        pre_save.connect(remember, sender=model, dispatch_uid="audit_remember")
        post_save.connect(tell_saved, sender=model, dispatch_uid="audit_saved")
        post_delete.connect(tell_deleted, sender=model, dispatch_uid="audit_deleted")
    for through in (GroupPagePermission, GroupCollectionPermission):
        _tell_of_many(through)


def remember(
    sender: type[models.Model], instance: Any, raw: bool = False, update_fields: Collection[str] | None = None,
    **kwargs: Any,
) -> None:  # fmt: skip
    """What stood there before, of the fields about to be written."""
    instance.__dict__.pop(_BEFORE, None)
    fields = [
        field
        for field in sender._meta.concrete_fields
        if not field.primary_key
        and field.name not in watched_models()[sender].silent
        and (update_fields is None or field.name in update_fields or field.attname in update_fields)
    ]
    if raw or instance._state.adding or not fields:
        return
    names = [field.attname for field in fields]
    instance.__dict__[_BEFORE] = sender._base_manager.filter(pk=instance.pk).values(*names).first()


def tell_saved(sender: type[models.Model], instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    watched = watched_models()[sender]
    before = instance.__dict__.pop(_BEFORE, None)
    if raw:
        return
    if created:
        record(f"{watched.prefix}.created", watched.thing(instance), details=watched.details(instance))
    elif before is not None and (changed := _changed(sender, instance, before)):
        record(f"{watched.prefix}.changed", watched.thing(instance), details="; ".join(changed))


def tell_deleted(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    watched = watched_models()[sender]
    record(f"{watched.prefix}.deleted", watched.thing(instance), details=watched.details(instance))


def _changed(model: type[models.Model], instance: Any, before: dict[str, Any]) -> list[str]:
    """The labels of what changed; of a switch also which way. Other values may be private, and passwords are."""
    said = []
    for field in model._meta.concrete_fields:
        if field.attname not in before or before[field.attname] == getattr(instance, field.attname):
            continue
        label = force_str(field.verbose_name)
        switch = isinstance(field, models.BooleanField)
        said.append(f"{label}: {'+' if getattr(instance, field.attname) else '−'}" if switch else label)
    return said


def _tell_of_many(model: Any) -> None:
    """Wagtail's forms give rights by ``bulk_create``, which sends no signal."""
    manager = type(model.objects)
    if hasattr(manager, "tells_of_many"):
        return

    def bulk_create(self: models.Manager, objs: Any, *args: Any, **kwargs: Any) -> Any:
        watched = watched_models()[self.model]
        made = models.Manager.bulk_create(self, objs, *args, **kwargs)
        record_many([Line(f"{watched.prefix}.created", watched.thing(row), watched.details(row)) for row in made])
        return made

    manager.bulk_create = bulk_create
    manager.tells_of_many = True
