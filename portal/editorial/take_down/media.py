"""Pictures and files that go with a page: into a collection that only staff may see, and back again."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex
from wagtail.models.view_restrictions import BaseViewRestriction

from portal.access.groups import known_group
from portal.editorial.roles import STAFF_ROLES
from portal.editorial.take_down.models import ClosedCollection, ClosedMedium, TakenDown

#: Wagtail's index of who uses what is brought up to date by a worker; for so many pages it is done here and now.
MOST_READ_AGAIN = 50


def set_aside(records: Iterable[TakenDown]) -> int:
    """Close what only the pages of ``records`` use; returns how many pictures and files.

    What another page uses stays open, were it a draft: taking one page down breaks no other. A page that is down
    itself does not count.
    """
    by_page = {record.page_number: record for record in records}
    if len(by_page) <= MOST_READ_AGAIN:
        for page in Page.objects.filter(pk__in=by_page).specific():
            ReferenceIndex.create_or_update_for_object(page)
    page_type = ContentType.objects.get_for_model(Page)
    closed = 0
    for model, field in ((get_image_model(), "picture"), (get_document_model(), "file")):
        used: dict[str, set[int]] = {}
        uses = ReferenceIndex.objects.filter(
            base_content_type=page_type,
            to_content_type=ContentType.objects.get_for_model(model),
            object_id__in=[str(number) for number in by_page],
        )
        for page, item in uses.values_list("object_id", "to_object_id"):
            used.setdefault(item, set()).add(int(page))
        for item in model.objects.filter(pk__in=used):
            if not _is_used_elsewhere(item, set(by_page)):
                _close(item, field, [by_page[number] for number in used[str(item.pk)]])
                closed += 1
    return closed


def bring_back(record: TakenDown) -> None:
    """Open again what went with the page of ``record``."""
    for medium in record.media.select_related("picture", "file", "collection"):
        item: Any = medium.picture or medium.file
        if item is not None and ClosedCollection.objects.filter(collection=item.collection_id).exists():
            item.collection = medium.collection or Collection.get_first_root_node()
            item.save(update_fields=["collection"])
        ClosedMedium.objects.filter(picture=medium.picture, file=medium.file).delete()


def _is_used_elsewhere(item: Any, down: set[int]) -> bool:
    page_type = ContentType.objects.get_for_model(Page).pk
    others: set[int] = set()
    for base, number in ReferenceIndex.get_references_to(item).values_list("base_content_type", "object_id"):
        if base != page_type:
            return True
        others.add(int(number))
    others -= down
    gone = TakenDown.objects.filter(page_number__in=others, returned_at__isnull=True)
    return bool(others - set(gone.values_list("page_number", flat=True)))


def _close(item: Any, field: str, records: list[TakenDown]) -> None:
    if item.collection_id == _closed_collection().pk:
        return
    ClosedMedium.objects.bulk_create(
        [ClosedMedium(taken_down=record, collection=item.collection, **{field: item}) for record in records]
    )
    item.collection = _closed_collection()
    item.save(update_fields=["collection"])


def _closed_collection() -> Collection:
    """Made when first needed: staff see into it, so that they see what they edit, and nobody else does."""
    known = ClosedCollection.objects.select_related("collection").first()
    if known is not None:
        return known.collection
    collection: Collection = Collection.get_first_root_node().add_child(name=_("Taken down"))
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=BaseViewRestriction.GROUPS
    )
    restriction.groups.set([known_group(role) for role in STAFF_ROLES])
    ClosedCollection.objects.create(collection=collection)
    return collection
