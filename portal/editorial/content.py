"""What readers see of a page, and its digest: equal as long as nobody changed any of it.

A page comes in four shapes: as an object fresh from a form, as an object from its tables, as the JSON of a revision and
as plain rows. The digest of one content is the same in all of them, so ids of blocks and child rows, keys that the
editor adds to paragraphs, the order of a tag's attributes and microseconds do not count; nor does what stands at its
default, so that a field added by a later version changes no digest. A page type names in ``outside_approval`` the
fields that follow from others or are not shown.
"""

import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from html import unescape
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.functions import Cast
from django.utils.dateparse import parse_datetime
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

from portal.text import normalise

Content = Mapping[str, Any]

#: What of Wagtail's own columns readers see; the others are bookkeeping.
_SHOWN = frozenset({"title", "slug", "seo_title", "show_in_menus", "search_description"})
_NOT_OF_CHILDREN = frozenset({"translation_key", "locale"})
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*+)>""")
_ATTRIBUTE = re.compile(r"""([\w:-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_EDITORS_KEY = "data-block-key"
#: What the editor sends of a rich text that stands empty: a paragraph without words.
_NOTHING_TYPED = [["p"], ["/p"]]
_AS_TEXT = "stored_"


def digest_of(page: Page, *, slug: str = "") -> str:
    """The digest of what ``page``, of its own type, holds in memory; ``slug`` stands in for its own."""
    content = content_of(page)
    return digest(type(page), {**content, "slug": slug} if slug else content)


def digest_of_revision(revision: Revision) -> str:
    """The digest of what ``revision`` holds.

    Raises:
        LookupError: its page type is no longer part of the portal.
    """
    model = revision.content_type.model_class()
    if model is None:
        raise LookupError(revision.content_type)
    return digest(model, revision.content)


def digest(model: type[models.Model], content: Content) -> str:
    plain = _plain_row(model, content, content_fields(model))
    for accessor, related, _key in child_relations(model):
        if children := _plain_children(related, content.get(accessor) or ()):
            plain[accessor] = children
    for field in get_all_child_m2m_relations(model):
        if chosen := content.get(field.name):
            plain[field.name] = sorted(chosen)
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def content_of(page: Page) -> dict[str, Any]:
    """What ``page`` holds in memory, in the shape that its revisions have."""
    model: type[models.Model] = type(page)
    content = _row_of(page, content_fields(model))
    for accessor, related, _key in child_relations(model):
        fields = _fields_of_child(related)
        content[accessor] = [_row_of(child, fields) for child in getattr(page, accessor).all()]
    for field in get_all_child_m2m_relations(model):
        content[field.name] = [thing.pk for thing in getattr(page, field.name).all()]
    return content


def stored_digests(model: type[models.Model], ids: Collection[int]) -> dict[int, str]:
    """The digests of what the tables hold of these pages of one type; ``model`` may be a migration's idea of it."""
    return {pk: digest(model, opened(model, content)) for pk, content in stored_contents(model, ids).items()}


def stored_contents(model: type[models.Model], ids: Collection[int]) -> dict[int, dict[str, Any]]:
    """What the tables hold of these pages of one type: a query for the type, one for each relation.

    Bodies come as the text that is stored; ``opened`` makes of it what a page holds.
    """
    columns = {
        field.name: _AS_TEXT + field.attname if _is_stream(field) else field.attname for field in content_fields(model)
    }
    texts = {
        _AS_TEXT + field.attname: Cast(field.attname, models.TextField())
        for field in content_fields(model)
        if _is_stream(field)
    }
    rows = model._default_manager.filter(pk__in=ids).annotate(**texts).values("pk", *columns.values())
    contents = {row["pk"]: {name: row[column] for name, column in columns.items()} for row in rows}
    for accessor, related, key in child_relations(model):
        children: dict[int, list[dict[str, Any]]] = defaultdict(list)
        fields = _fields_of_child(related)
        for row in related._default_manager.filter(**{f"{key}__in": ids}).values(key, *(f.attname for f in fields)):
            children[row[key]].append({field.name: row[field.attname] for field in fields})
        for pk, content in contents.items():
            content[accessor] = children.get(pk, [])
    for field in get_all_child_m2m_relations(model):
        chosen: dict[int, list[int]] = defaultdict(list)
        mine, theirs = field.m2m_field_name(), field.m2m_reverse_field_name()
        links = field.remote_field.through._default_manager.filter(**{f"{mine}__in": ids})
        for pk, other in links.values_list(f"{mine}_id", f"{theirs}_id"):
            chosen[pk].append(other)
        for pk, content in contents.items():
            content[field.name] = chosen.get(pk, [])
    return contents


def opened(model: type[models.Model], stored: Content) -> dict[str, Any]:
    """``stored`` with its bodies as a page holds them."""
    bodies = {
        field.name: field.to_python(json.loads(stored[field.name]))
        for field in content_fields(model)
        if _is_stream(field) and stored[field.name] is not None
    }
    return {**stored, **bodies}


def _is_stream(field: Any) -> bool:
    return isinstance(field, StreamField)


@cache
def content_fields(model: type[models.Model]) -> tuple[Any, ...]:
    """The columns of a page type that count."""
    outside = getattr(apps.get_model(model._meta.label), "outside_approval", ())
    return tuple(field for field in model._meta.concrete_fields if _counts(field) and field.name not in outside)


@cache
def child_relations(model: type[models.Model]) -> tuple[tuple[str, type[models.Model], str], ...]:
    """(name on the page, the type of the children, their key to the page) of all that hangs on a page."""
    return tuple(
        (relation.get_accessor_name(), relation.related_model, relation.field.attname)
        for relation in get_all_child_relations(model)
        if relation.get_accessor_name() != COMMENTS_RELATION_NAME
    )


def content_names(model: type[models.Model]) -> frozenset[str]:
    """All names under which content is saved."""
    names = {name for field in content_fields(model) for name in (field.name, field.attname)}
    many = {field.name for field in get_all_child_m2m_relations(model)}
    return frozenset(names | many | {accessor for accessor, _related, _key in child_relations(model)})


def _counts(field: Any) -> bool:
    if field.model._meta.label_lower == "wagtailcore.page":
        return field.name in _SHOWN
    return bool(field.serialize and not field.primary_key)


@cache
def _fields_of_child(model: type[models.Model]) -> tuple[Any, ...]:
    fields = model._meta.concrete_fields
    return tuple(
        field
        for field in fields
        if not (field.primary_key or isinstance(field, ParentalKey) or field.name in _NOT_OF_CHILDREN)
    )


def _row_of(thing: models.Model, fields: Iterable[Any]) -> dict[str, Any]:
    return {field.name: getattr(thing, field.attname) for field in fields}


def _plain_row(model: type[models.Model], content: Content, fields: Iterable[Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for field in fields:
        if field.name not in content:
            continue  # a revision older than the field: it stands at its default
        value = _plain_value(field, content[field.name])
        if value not in (None, "", [], {}) and not (field.has_default() and _is_default(field, value)):
            plain[field.name] = value
    return plain


def _is_default(field: Any, value: Any) -> bool:
    return not callable(field.default) and bool(_plain_value(field, field.default) == value)


def _plain_children(model: type[models.Model], children: Iterable[Content]) -> list[Any]:
    """In their order where they have one, and then whatever its numbers are; else in any."""
    fields = _fields_of_child(model)
    ordered = any(field.name == "sort_order" for field in fields)
    content = tuple(field for field in fields if field.name != "sort_order")
    if ordered:
        children = sorted(children, key=lambda child: child.get("sort_order") or 0)
    plain = [_plain_row(model, child, content) for child in children]
    return plain if ordered else sorted(plain, key=lambda child: json.dumps(child, sort_keys=True))


def _plain_value(field: Any, value: Any) -> Any:
    if isinstance(value, StreamValue):
        return _plain_json(value.get_prep_value())
    if isinstance(field, models.JSONField) or field.get_internal_type() == "JSONField":
        return _plain_json(json.loads(value) if isinstance(value, str) and value else value)
    if isinstance(field, models.DateTimeField):
        return _plain_moment(value)
    if isinstance(value, str):
        return _plain_text(value)
    return value if value is None or isinstance(value, bool | int) else str(value)


def _plain_moment(value: Any) -> str | None:
    """Revisions know milliseconds only."""
    moment = parse_datetime(value) if isinstance(value, str) else value
    if not isinstance(moment, datetime):
        return None
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000).isoformat()


def _plain_json(value: Any) -> Any:
    if isinstance(value, str):
        return _plain_text(value)
    if isinstance(value, list | tuple):
        return [_plain_json(item) for item in value]
    if isinstance(value, dict):
        is_block = "type" in value and "value" in value
        items = {key: _plain_json(item) for key, item in value.items() if not (is_block and key == "id")}
        return {key: item for key, item in items.items() if item is not False and item not in (None, "", [], {})}
    return value


def _plain_text(text: str) -> Any:
    """HTML as its tags and texts, other text as it is."""
    text = normalise(text)
    if "<" not in text:
        return text
    parts: list[Any] = []
    end = 0
    for tag in _TAG.finditer(text):
        if between := text[end : tag.start()]:
            parts.append(_between(between))
        parts.append([tag[1] + tag[2].lower(), *_attributes(tag[3])])
        end = tag.end()
    if end and (rest := text[end:]):
        parts.append(_between(rest))
    return "" if parts == _NOTHING_TYPED else parts or text


def _between(text: str) -> Any:
    return ["", text] if "<" in text else unescape(text)


def _attributes(text: str) -> list[list[str]]:
    found = ((name.lower(), unescape(value.strip("\"'"))) for name, value in _ATTRIBUTE.findall(text))
    return sorted([name, value] for name, value in found if name != _EDITORS_KEY)
