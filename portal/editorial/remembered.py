"""Digests of stored content, worked out again only for what is not to the letter what it was.

A digest leaves out what readers do not see, which takes a millisecond a page; a fingerprint of the rows as they stand
takes some microseconds. The rows are always read: whoever writes past the models changes them, and is found.
"""

import hashlib
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.editorial import content
from portal.editorial.models import ReadContent
from portal.text import letters


def digests_of(model: type[models.Model], ids: Collection[int], *, remember: bool = False) -> dict[int, str]:
    """As ``content.stored_digests``; ``remember`` what was worked out for the next time."""
    contents = content.stored_contents(model, ids)
    before = {row.page_id: row for row in ReadContent.objects.filter(pk__in=ids)}
    digests, new = {}, []
    for pk, stored in contents.items():
        fingerprint = _fingerprint(model, stored)
        known = before.get(pk)
        if known is not None and known.fingerprint == fingerprint:
            digests[pk] = known.digest
        else:
            digests[pk] = content.digest(model, content.opened(model, stored))
            new.append(ReadContent(page_id=pk, fingerprint=fingerprint, digest=digests[pk]))
    if remember and new:
        changing = ["fingerprint", "digest"]
        ReadContent.objects.bulk_create(
            new, update_conflicts=True, unique_fields=["page_id"], update_fields=changing, batch_size=300
        )
    return digests


def forget_absent() -> None:
    """Pages that are no longer live."""
    ReadContent.objects.exclude(pk__in=Page.objects.filter(live=True).values("pk")).delete()


def _fingerprint(model: type[models.Model], stored: Mapping[str, Any]) -> str:
    """Of all that ``content.digest`` is given, and of how it works; in which order children came does not count."""
    parts = [f"{name}={_plain(value)}" for name, value in stored.items()]
    text = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=32, key=_rules(model)).hexdigest()


def _plain(value: Any) -> str:
    """``repr`` of a long text costs more than all the rest."""
    if isinstance(value, str):
        return f'"{value}'
    return repr(sorted(map(repr, value))) if isinstance(value, list) else repr(value)


@cache
def _rules(model: type[models.Model]) -> bytes:
    """Another version of the portal works digests out anew: by other rules, blocks or defaults of fields."""
    types = [model, *(related for _accessor, related, _key in content.child_relations(model))]
    defaults = [
        (field.model._meta.label, field.name, repr(field.default))
        for each in types
        for field in each._meta.concrete_fields
        if field.has_default() and not callable(field.default)
    ]
    blocks = [
        (field.model._meta.label, field.name, repr(field.deconstruct()[2:]))
        for each in types
        for field in each._meta.concrete_fields
        if isinstance(field, StreamField)
    ]
    code = b"".join(Path(str(module.__file__)).read_bytes() for module in (content, letters))
    return hashlib.blake2b(repr((defaults, blocks)).encode() + code, digest_size=32).digest()
