"""Indexes kept right while much is saved: Wagtail's reference index and the admin's search index.

Normally each save leaves a task for the worker to index the object. For the demo and for imports that would be
thousands of tasks, and a portal without a running worker would find nothing; so the tasks are left out and objects are
indexed in the transaction that makes them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def no_index_tasks() -> Iterator[None]:
    """Inside, saving leaves no index task behind. What is saved must be given to ``index_now``."""
    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)


def index_now(*objects: Model) -> None:
    """Put objects that exist already into both indexes, or bring their entries up to date."""
    for item in objects:
        if ReferenceIndex.is_indexed(type(item)):
            with transaction.atomic():
                ReferenceIndex.create_or_update_for_object(item)
        add_to_search([item])


def add_to_search(objects: Sequence[Model]) -> None:
    """Put objects of one model into the admin's search index."""
    if objects and type(objects[0]) in get_indexed_models():
        get_search_backend().add_bulk(type(objects[0]), objects)


def add_references(objects: Sequence[Model]) -> None:
    """The same rows that ``ReferenceIndex`` makes for each of these new objects of one model, written at once.

    Wagtail offers no way to index many; extracting the references is its own work, only the insert is shared.
    """
    if not objects:
        return
    model = type(objects[0])
    types = [
        ContentType.objects.get_for_model(kind, for_concrete_model=False)
        for kind in (model, *model._meta.get_parent_list())
    ]
    rows: list[Any] = []
    for item in objects:
        for to_type, to_id, model_path, content_path in set(ReferenceIndex._extract_references_from_object(item)):
            rows.append(
                ReferenceIndex(
                    content_type=types[0],
                    base_content_type=types[-1],
                    object_id=str(item.pk),
                    to_content_type_id=to_type,
                    to_object_id=to_id,
                    model_path=model_path,
                    content_path=content_path,
                    content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
                )
            )
    ReferenceIndex.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
