"""What the portal does when something changes: thin, every way in one place."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import Page, Revision
from wagtail.signals import pre_page_move
from wagtail.users.models import UserProfile

from portal.models import PortalImage
from portal.normalising import has_texts_of_ours, normalise_revision, normalise_texts
from portal.picture_uploads import clean_file, clean_upload
from portal.reserved_slugs import refuse_reserved


@receiver(pre_save)
def store_texts_in_one_form(
    sender: type[Model], instance: Model, update_fields: Collection[str] | None = None, **kwargs: object
) -> None:
    if has_texts_of_ours(sender):
        normalise_texts(instance, update_fields)


@receiver(pre_save, sender=Revision)
def store_history_in_one_form(sender: type[Revision], instance: Revision, **kwargs: object) -> None:
    normalise_revision(instance)


@receiver(pre_save, sender=PortalImage)
def clean_picture(sender: type[PortalImage], instance: PortalImage, **kwargs: object) -> None:
    """Every road by which a picture comes in passes here: admin, importer, demo, shell."""
    clean_upload(instance)


@receiver(pre_save, sender=UserProfile)
def clean_avatar(sender: type[UserProfile], instance: UserProfile, **kwargs: object) -> None:
    """A photograph of a person from a telephone says where it was taken as well.

    Wagtail's form has looked at the file before; what it lets pass and is still too large to open is not kept.
    """
    try:
        clean_file(instance.avatar)
    except ValidationError:
        instance.avatar = ""


@receiver(pre_page_move)
def refuse_taken_place(
    sender: type[Page], instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: object
) -> None:
    """Where the move is not asked for in the admin's forms, which say so before (``portal.admin.moves``)."""
    if parent_page_before != parent_page_after:
        refuse_reserved(instance, parent_page_after)
