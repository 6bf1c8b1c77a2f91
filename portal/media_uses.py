"""Which pages use which pictures and files, as it stands in this transaction.

Wagtail's reference index says it of the tables, but a worker brings it up to date: a picture that a page just began to
show would pass for unused. So pages are indexed in the transaction that saves them. What waits to go live (the
latest draft, a version with an appointed time, one that is being reviewed) stands in no table; it is read where it
stands, when somebody asks.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import CharField, Q, QuerySet, TextField
from django.db.models.functions import Cast
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.blocks.field_block import ChooserBlock
from wagtail.blocks.stream_block import StreamValue
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Revision, TaskState
from wagtail.rich_text import extract_references_from_rich_text
from wagtail.signal_handlers import reference_index_auto_update_disabled as _index_tasks_off

#: A picture or a file: its model and its number.
Medium = tuple[type[models.Model], int]

T = TypeVar("T")

_BY_US = "kept_in_index"
_CHUNK = 500


@dataclass
class Uses:
    """The numbers of the pages that use each medium; ``elsewhere``: media that something else than a page uses.

    ``stored``: of ``pages`` those that hold it in the tables, and not only in what waits to go live.
    """

    pages: dict[Medium, set[int]] = field(default_factory=lambda: defaultdict(set))
    stored: dict[Medium, set[int]] = field(default_factory=lambda: defaultdict(set))
    elsewhere: set[Medium] = field(default_factory=set)


def media_of(page: Page) -> set[Medium]:
    """What ``page``, of its own type, holds in memory."""
    model: type[models.Model] = type(page)
    content: dict[str, Any] = _row(page)
    for accessor, _related in _children(model):
        content[accessor] = [_row(child) for child in getattr(page, accessor).all()]
    return set(_media_in(model, content))


def media_used_by(pages: QuerySet[Page]) -> set[Medium]:
    """What ``pages`` use, live or in what waits to go live."""
    numbers = pages.order_by().annotate(number=Cast("pk", CharField())).values("number")
    live = _references().filter(base_content_type=_page_type(), object_id__in=numbers)
    found = {_medium(kind, number) for kind, number in live.values_list("to_content_type", "to_object_id")}
    for _revision, media in waiting_versions(object_id__in=numbers):
        found |= media
    return found


def uses_of(media: Collection[Medium]) -> Uses:
    """Who uses ``media``, live or in what waits to go live."""
    uses = Uses()
    page_type = _page_type().pk
    for model in media_models():
        for part in chunks(str(number) for kind, number in media if kind is model):
            found = _references().filter(
                to_content_type=ContentType.objects.get_for_model(model), to_object_id__in=part
            )
            for base, user, number in found.values_list("base_content_type", "object_id", "to_object_id"):
                if base == page_type:
                    uses.pages[model, int(number)].add(int(user))
                    uses.stored[model, int(number)].add(int(user))
                else:
                    uses.elsewhere.add((model, int(number)))
    if media:
        asked = set(media)
        uses.elsewhere |= asked & {medium for part in chunks(asked) for medium in _in_other_tables(part)}
        for revision, used in waiting_versions(asked):
            for medium in used & asked:
                uses.pages[medium].add(int(revision.object_id))
    return uses


def items_of(media: Collection[Medium]) -> dict[Medium, Any]:
    """The pictures and files themselves, with their collections, pictures first."""
    return {
        (model, item.pk): item
        for model in media_models()
        for part in chunks(number for kind, number in sorted(media, key=lambda medium: medium[1]) if kind is model)
        for item in model._default_manager.filter(pk__in=part).select_related("collection").order_by("pk")
    }


def pages_showing(item: models.Model) -> set[int]:
    """The numbers of the pages that hold ``item`` in the tables."""
    found = ReferenceIndex.get_references_to(item).filter(base_content_type=_page_type())
    return {int(number) for number in found.values_list("object_id", flat=True)}


def waiting_versions(media: Collection[Medium] = (), **narrowed: Any) -> Iterator[tuple[Revision, set[Medium]]]:
    """What may go live and is in no table yet, version by version, with what it uses.

    With ``media`` the database looks for versions in whose text one of their numbers stands: whichever use one of them
    are among these.
    """
    drafts = Page.objects.order_by().filter(Q(live=False) | Q(has_unpublished_changes=True)).values("latest_revision")
    reviewed = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision")
    waiting = Revision.page_revisions.filter(
        Q(pk__in=drafts) | Q(pk__in=reviewed) | Q(approved_go_live_at__isnull=False), **narrowed
    )
    if 0 < len(media) <= _CHUNK:
        numbers = "|".join(str(number) for number in sorted({number for _model, number in media}))
        waiting = waiting.alias(text=Cast("content", TextField())).filter(
            text__regex=f"(^|[^0-9])({numbers})([^0-9]|$)"
        )
    types = ContentType.objects.get_for_id
    for revision in waiting.order_by().iterator(chunk_size=_CHUNK):
        model = types(revision.content_type_id).model_class()
        if model is not None:  # its type is no longer part of the portal
            yield revision, set(_media_in(model, revision.content))


@contextmanager
def kept_in_index(page: Page, update_fields: Collection[str] | None = None) -> Iterator[None]:
    """Around the saving of ``page``, of its own type: its references are right when the transaction is.

    Instead of Wagtail's task, which reads the tables some time later and then may write what is no longer so.
    """
    model: type[models.Model] = type(page)
    before = getattr(_index_tasks_off, "value", False)
    if before not in (False, _BY_US):  # somebody else sees to the index
        yield
        return
    with transaction.atomic():
        _index_tasks_off.value = _BY_US
        try:
            yield
        finally:
            _index_tasks_off.value = before
        if update_fields is None:
            ReferenceIndex.create_or_update_for_object(page)
        elif not _referring(model).isdisjoint(update_fields):  # in memory there may be a draft
            ReferenceIndex.create_or_update_for_object(model._default_manager.get(pk=page.pk))


def media_models() -> tuple[type[models.Model], type[models.Model]]:
    return get_image_model(), get_document_model()


def chunks(things: Iterable[T]) -> Iterator[list[T]]:
    """As many at a time as a query takes."""
    waiting = iter(things)
    while part := list(islice(waiting, _CHUNK)):
        yield part


def _in_other_tables(media: Collection[Medium]) -> Iterator[Medium]:
    """What is named outside pages, such as the committee's emblem: Wagtail indexes no settings."""
    for model, keys, texts in _other_tables():
        for key in keys:
            numbers = [number for kind, number in media if kind is key.related_model]
            rows = model._default_manager.order_by().filter(**{f"{key.attname}__in": numbers})
            yield from ((key.related_model, number) for number in rows.values_list(key.attname, flat=True))
        for text in texts:
            named = Q(**{f"{text.name}__contains": "linktype="}) | Q(**{f"{text.name}__contains": "embedtype="})
            for source in model._default_manager.order_by().filter(named).values_list(text.name, flat=True):
                yield from _media_in_rich_text(source)


@cache
def _other_tables() -> tuple[tuple[type[models.Model], list[Any], list[Any]], ...]:
    """The models that are no part of a page, each with its keys to media and its rich texts."""
    found = []
    for model in apps.get_models():
        fields = model._meta.local_concrete_fields
        is_part = issubclass(model, Page) or any(isinstance(one, ParentalKey) for one in fields)
        if is_part or getattr(model, "wagtail_reference_index_ignore", False):
            continue
        keys = [one for one in fields if isinstance(one, models.ForeignKey) and one.related_model in media_models()]
        texts = [one for one in fields if isinstance(one, RichTextField)]
        if keys or texts:
            found.append((model, keys, texts))
    return tuple(found)


def _references() -> QuerySet[ReferenceIndex]:
    kinds = ContentType.objects.get_for_models(*media_models()).values()
    return ReferenceIndex.objects.order_by().filter(to_content_type__in=kinds)


def _page_type() -> ContentType:
    return ContentType.objects.get_for_model(Page)


def _medium(kind: int, number: str) -> Medium:
    model = ContentType.objects.get_for_id(kind).model_class()
    assert model is not None  # noqa: S101  one of the two that were asked for
    return model, int(number)


@cache
def _children(model: type[models.Model]) -> tuple[tuple[str, type[models.Model]], ...]:
    return tuple(
        (relation.get_accessor_name(), relation.related_model)
        for relation in get_all_child_relations(model)
        if any(_is_referring(one) for one in relation.related_model._meta.concrete_fields)
    )


@cache
def _referring(model: type[models.Model]) -> frozenset[str]:
    """The names under which that is saved which may refer to something; what all pages have does not."""
    fields = [one for one in model._meta.concrete_fields if one.model is not Page and _is_referring(one)]
    names = {name for one in fields for name in (one.name, one.attname)}
    return frozenset(names | {relation.get_accessor_name() for relation in get_all_child_relations(model)})


def _is_referring(one: Any) -> bool:
    return isinstance(one, models.ForeignKey) or hasattr(one, "extract_references")


def _row(thing: models.Model) -> dict[str, Any]:
    return {one.name: getattr(thing, one.attname) for one in thing._meta.concrete_fields if _is_referring(one)}


def _media_in(model: type[models.Model], content: Mapping[str, Any]) -> Iterator[Medium]:
    """Of ``content`` in the shape that revisions have, without a query for what it names."""
    for one in model._meta.concrete_fields:
        if value := content.get(one.name):
            yield from _media_in_field(one, value)
    for accessor, related in _children(model):
        for child in content.get(accessor) or ():
            yield from _media_in(related, child)


def _media_in_field(one: Any, value: Any) -> Iterator[Medium]:
    if isinstance(one, StreamField):
        raw = value.get_prep_value() if isinstance(value, StreamValue) else value
        yield from _media_in_block(one.stream_block, json.loads(raw) if isinstance(raw, str) else raw)
    elif isinstance(one, RichTextField):
        yield from _media_in_rich_text(value)
    elif isinstance(one, models.ForeignKey) and one.related_model in media_models():
        yield one.related_model, int(value)


def _media_in_rich_text(source: str) -> Iterator[Medium]:
    if "<" in source:
        for model, number, *_paths in extract_references_from_rich_text(source):
            if model in media_models():
                yield model, int(number)


def _media_in_block(block: Block, raw: Any) -> Iterator[Medium]:
    if not raw:
        return
    if isinstance(block, StreamBlock | ListBlock) or (isinstance(block, StructBlock) and isinstance(raw, dict)):
        for part, value in _parts(block, raw):
            yield from _media_in_block(part, value)
    elif isinstance(block, RichTextBlock):
        yield from _media_in_rich_text(raw)
    elif isinstance(block, ChooserBlock):
        if block.model_class in media_models():
            yield block.model_class, int(raw)
    else:
        for model, number, *_paths in block.extract_references(block.to_python(raw)):
            if model in media_models():
                yield model, int(number)


def _parts(block: Block, raw: Any) -> Iterator[tuple[Block, Any]]:
    if isinstance(block, StreamBlock):
        known = block.child_blocks
        yield from ((known[child["type"]], child["value"]) for child in raw if child["type"] in known)
    elif isinstance(block, ListBlock):
        for item in raw:
            is_item = isinstance(item, dict) and item.get("type") == "item" and "value" in item
            yield block.child_block, item["value"] if is_item else item
    else:
        yield from ((part, raw.get(name)) for name, part in block.child_blocks.items())
