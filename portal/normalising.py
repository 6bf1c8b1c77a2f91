"""The door through which text enters: typed, pasted, imported or set by code, it is normalised once.

Every text of every model of ours passes here when it is saved (``portal.signal_handlers``), and what is written to the
history of a page as well. A text that machines compare to the letter is named in its model's ``machine_texts``.
"""

import json
from collections.abc import Collection
from functools import cache
from typing import Any

from django.conf import settings
from django.db import models
from modelcluster.models import get_all_child_relations
from taggit.models import Tag
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Revision

from portal.text import normalise

#: Names that machines read; their forms have rules of their own.
_MACHINE_FIELDS = (models.SlugField, models.URLField, models.EmailField)


def normalise_texts(thing: models.Model, only: Collection[str] | None = None) -> None:
    """Bring every text of ``thing``, or those of the fields ``only``, into the one form that is stored."""
    for field in _text_fields(type(thing)):
        if (only is not None and field.name not in only) or field.attname not in vars(thing):
            continue  # not loaded, and so not written
        if isinstance(field, StreamField):
            _normalise_stream(thing, field)
        else:
            _normalise_text(thing, field.attname)


def normalise_revision(revision: Revision) -> None:
    """The same for what a revision holds of its page and of all that hangs on the page."""
    model = revision.content_type.model_class()
    if model is not None and has_texts_of_ours(model):
        revision.object_str = normalise(revision.object_str)
        _normalise_content(revision.content, model)


@cache
def has_texts_of_ours(model: type[models.Model]) -> bool:
    """Whether ``model`` is the project's own. Tags are packaged elsewhere and typed here."""
    package = model.__module__.partition(".")[0]
    return bool(_text_fields(model)) and (model is Tag or (settings.BASE_DIR / package).is_dir())


@cache
def _text_fields(model: type[models.Model]) -> tuple[Any, ...]:
    as_is = getattr(model, "machine_texts", ())
    return tuple(field for field in model._meta.concrete_fields if _is_typed(field) and field.name not in as_is)


def _is_typed(field: Any) -> bool:
    is_text = isinstance(field, models.CharField | models.TextField) and not isinstance(field, _MACHINE_FIELDS)
    return isinstance(field, StreamField) or (is_text and not field.choices)


def _normalise_text(thing: models.Model, name: str) -> None:
    text = getattr(thing, name)
    if isinstance(text, str) and text and (clean := normalise(text)) != text:
        setattr(thing, name, clean)


def _normalise_stream(thing: models.Model, field: StreamField) -> None:
    value = getattr(thing, field.attname)
    stored = value.get_prep_value() if isinstance(value, StreamValue) else []
    clean = _normalised(stored)
    if clean != stored:
        setattr(thing, field.attname, StreamValue(field.stream_block, clean, is_lazy=True))


def _normalise_content(content: dict[str, Any], model: type[models.Model]) -> None:
    for field in _text_fields(model):
        value = content.get(field.name)
        if not isinstance(value, str) or not value:
            continue
        if isinstance(field, StreamField):
            stored = json.loads(value)
            clean = _normalised(stored)
            content[field.name] = json.dumps(clean) if clean != stored else value
        else:
            content[field.name] = normalise(value)
    for relation in get_all_child_relations(model):
        if has_texts_of_ours(relation.related_model):
            for child in content.get(relation.get_accessor_name()) or ():
                _normalise_content(child, relation.related_model)


def _normalised(value: Any) -> Any:
    """``value``, as JSON knows values, with every text in it normalised."""
    if isinstance(value, str):
        return normalise(value)
    if isinstance(value, list):
        return [_normalised(item) for item in value]
    if isinstance(value, dict):
        return {key: _normalised(item) for key, item in value.items()}
    return value
