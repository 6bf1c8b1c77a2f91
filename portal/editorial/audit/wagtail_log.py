"""Wagtail's own log, mirrored line by line in the transaction that writes it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models.signals import post_save
from django.utils.dateparse import parse_datetime
from django.utils.translation import pgettext_lazy
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.models.audit_log import BaseLogEntry, LogEntryQuerySet

from portal.access.levels import LEVEL_SET
from portal.access.restrictions import PUBLIC, Restrictions
from portal.editorial.audit.services import Line, Thing, record_many
from portal.editorial.audit.watching import watched_models
from portal.text import format_moment

PAGE = "wagtailcore.page"
EDITED = "wagtail.edit"
LONGEST_DETAILS = 2000
#: What Wagtail keeps for itself and tells a reader nothing.
_BOOKKEEPING = frozenset({"revision.id", "revision.created", "revision.has_live_version"})
_BOOKKEEPING |= {"workflow", "workflow.status", "workflow.task_state_id"}
#: Steps are called by their names, which are no secret.
_STEPS = frozenset({"workflow.task", "workflow.next"})
_LABELS = {
    "revision.go_live_at": pgettext_lazy("audit", "goes live at"),
    "workflow.task": pgettext_lazy("audit", "step"),
    "workflow.next": pgettext_lazy("audit", "next step"),
    "comment": pgettext_lazy("audit", "what was said"),
    "reason": pgettext_lazy("audit", "reason"),
}
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")


def connect() -> None:
    for model in (PageLogEntry, ModelLogEntry):
        post_save.connect(mirror, sender=model, dispatch_uid="audit_mirror")
    _save_with_its_mirror()


def mirror(sender: type[BaseLogEntry], instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Write what Wagtail wrote. What is watched more closely, and the same editing saved again, is left out."""
    if not created or raw or _is_told_elsewhere(instance) or _goes_on(instance):
        return
    line = Line(instance.action, _thing(instance), _words(instance.data), at=instance.timestamp)
    record_many([line], by=instance.user)


def _is_told_elsewhere(entry: Any) -> bool:
    """With the fields that changed, and also where Wagtail's admin is not the one who changes."""
    if entry.action == LEVEL_SET or entry.action.startswith("wagtail.view_restriction."):
        return True
    watched = entry.content_type is not None and entry.content_type.model_class() in watched_models()
    return watched and entry.action in ("wagtail.create", EDITED, "wagtail.delete")


def _goes_on(entry: Any) -> bool:
    """Whether this is a later automatic save of one editing: the same person saves into the same revision."""
    if entry.action != EDITED or not entry.revision_id:
        return False
    same = type(entry)._default_manager.filter(revision_id=entry.revision_id, action=EDITED, user_id=entry.user_id)
    return bool(same.exclude(pk=entry.pk).exists())


def _thing(entry: Any) -> Thing:
    if isinstance(entry, PageLogEntry):
        return Thing(PAGE, str(entry.page_id), entry.label, was_open=entry.deleted and _is_open(entry.page))
    kind = entry.content_type
    return Thing(f"{kind.app_label}.{kind.model}" if kind is not None else "", str(entry.object_id), entry.label)


def _is_open(page: Any) -> bool:
    return Restrictions.now().pages.token(page.path) == PUBLIC


def _words(data: Mapping[str, Any]) -> str:
    """What Wagtail keeps beside an action, in a line. Other pages are named by their number: they may be restricted.

    >>> _words({"source": {"id": 4, "title": "Họp kín"}, "title": {"old": "A", "new": "B"}, "comment": ""})
    'source: #4; title.old: A; title.new: B'
    """
    told = (f"{_LABELS.get(name, name)}: {_plain(value)}" for name, value in _flat(data) if name not in _BOOKKEEPING)
    return "; ".join(told)[:LONGEST_DETAILS]


def _plain(value: str) -> str:
    """A moment in Viet Nam's time; anything else as it is."""
    moment = parse_datetime(value) if _MOMENT.match(value) else None
    return format_moment(moment) if moment is not None else value


def _flat(data: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        path = f"{before}{name}"
        if isinstance(value, Mapping):
            if "id" in value and "title" in value:
                yield path, value["title"] if path in _STEPS else f"#{value['id']}"
            yield from _flat(
                {k: v for k, v in value.items() if not ("id" in value and k in ("id", "title"))}, f"{path}."
            )
        elif value not in (None, "", [], {}):
            yield path, str(value)


def mirror_many(entries: Sequence[Any]) -> None:
    """Write what Wagtail's log was told at once; no automatic saving is."""
    by_person: dict[Any, list[Line]] = {}
    for entry in entries:
        if not _is_told_elsewhere(entry):
            line = Line(entry.action, _thing(entry), _words(entry.data), at=entry.timestamp)
            by_person.setdefault(entry.user, []).append(line)
    for person, lines in by_person.items():
        record_many(lines, by=person)


def _save_with_its_mirror() -> None:
    """Outside of a transaction, Wagtail's line and ours are one; lines written at once send no signal."""
    wagtails, at_once = BaseLogEntry.save, LogEntryQuerySet.bulk_create
    if getattr(wagtails, "with_its_mirror", False):
        return

    def save(entry: Any, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic(savepoint=False):
            return wagtails(entry, *args, **kwargs)

    def bulk_create(rows: LogEntryQuerySet, entries: Iterable[Any], *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic(savepoint=False):
            written = at_once(rows, entries, *args, **kwargs)
            mirror_many(written)
            return written

    save.with_its_mirror = True  # type: ignore[attr-defined]
    BaseLogEntry.save = save
    LogEntryQuerySet.bulk_create = bulk_create
