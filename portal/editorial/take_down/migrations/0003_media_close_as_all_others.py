"""What closed with pages taken down is kept with all that closes with pages (``access``)."""

from collections import defaultdict
from typing import Any

from django.db import migrations


def hand_over(apps: Any, schema_editor: Any) -> None:
    """Each medium once, with all the pages it closed with."""
    known = apps.get_model("take_down", "ClosedCollection").objects.first()
    if known is None:
        return
    restrictions = apps.get_model("wagtailcore", "CollectionViewRestriction").objects
    groups = sorted(
        group
        for restriction in restrictions.filter(collection=known.collection_id)
        for group in restriction.groups.values_list("pk", flat=True)
    )
    apps.get_model("access", "ClosedCollection").objects.create(
        collection_id=known.collection_id, token="g" + ".".join(map(str, groups)) if groups else "never"
    )
    pages: dict[tuple[int | None, int | None], set[int]] = defaultdict(set)
    origins: dict[tuple[int | None, int | None], int | None] = {}
    for row in apps.get_model("take_down", "ClosedMedium").objects.select_related("taken_down").order_by("pk"):
        medium = (row.picture_id, row.file_id)
        pages[medium].add(row.taken_down.page_number)
        origins.setdefault(medium, row.collection_id)
    apps.get_model("access", "ClosedMedium").objects.bulk_create(
        apps.get_model("access", "ClosedMedium")(
            picture_id=picture,
            file_id=file,
            origin_id=origins[picture, file],
            place_id=known.collection_id,
            pages=sorted(numbers),
        )
        for (picture, file), numbers in pages.items()
    )


def take_back(apps: Any, schema_editor: Any) -> None:
    """Only of pages that are down: before, a row said of which."""
    records = {
        record.page_number: record
        for record in apps.get_model("take_down", "TakenDown").objects.filter(returned_at__isnull=True)
    }
    media = apps.get_model("access", "ClosedMedium").objects
    for row in media.all():
        for number in row.pages:
            if number in records:
                apps.get_model("take_down", "ClosedMedium").objects.create(
                    taken_down=records[number],
                    picture_id=row.picture_id,
                    file_id=row.file_id,
                    collection_id=row.origin_id,
                )
                _keep_collection(apps, row.place_id)


def _keep_collection(apps: Any, collection: int) -> None:
    known = apps.get_model("take_down", "ClosedCollection").objects
    if not known.exists():
        known.create(collection_id=collection)


class Migration(migrations.Migration):
    dependencies = [
        ("take_down", "0002_takendown_page_type"),
        ("access", "0002_closed_media"),
    ]

    operations = [
        migrations.RunPython(hand_over, take_back),
    ]
