"""Every way in which who may see what can change, and a picture lie on the wrong side of the public media folder."""

from typing import Any

from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction
from wagtail.signals import page_published

from portal.access.media_closing import close_added
from portal.access.restrictions import read_again
from portal.access.services import realign_renditions


def connect() -> None:
    """Connect the handlers; the picture model is known only once all apps are loaded."""
    for model in (PageViewRestriction, CollectionViewRestriction):
        post_save.connect(restriction_changed, sender=model)
        post_delete.connect(restriction_changed, sender=model)
        m2m_changed.connect(groups_changed, sender=model.groups.through)
    post_save.connect(collection_restriction_changed, sender=CollectionViewRestriction)
    post_delete.connect(collection_restriction_changed, sender=CollectionViewRestriction)
    post_save.connect(collection_saved, sender=Collection)
    post_save.connect(picture_saved, sender=get_image_model())
    page_published.connect(published)


def restriction_changed(sender: type, **kwargs: Any) -> None:
    read_again()


def groups_changed(sender: type, **kwargs: Any) -> None:
    read_again()


def published(sender: type, instance: Any, **kwargs: Any) -> None:
    if instance.live:
        close_added(instance)


def collection_restriction_changed(sender: type, **kwargs: Any) -> None:
    realign_renditions()


def collection_saved(sender: type, instance: Collection, created: bool, **kwargs: Any) -> None:
    """Wagtail moves a collection after saving it, in the same transaction."""
    if not created:
        transaction.on_commit(realign_moved_collection)


def realign_moved_collection() -> None:
    realign_renditions()


def picture_saved(sender: type, instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if not created and not raw:
        realign_renditions([instance])
