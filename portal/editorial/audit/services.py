"""Writing lines of the audit, in the transaction that causes them, and erasing their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.editorial.audit.causes import Cause, current_cause
from portal.editorial.audit.chain import DIGESTED, digest, new_salt
from portal.editorial.audit.models import Entry, EntryText
from portal.editorial.audit.registry import is_known, label_of
from portal.text import fold, normalise

ERASE, EXPIRE = "audit.erase", "audit.expire"
ENTRY_TYPE = "audit.entry"
ERASED_AT_ONCE = 500


class UnknownAction(LookupError):
    """No app registered this action."""


@dataclass(frozen=True)
class Thing:
    """What something was done to. ``was_open``: it is being deleted, and anyone could see it until now."""

    type: str = ""
    id: str = ""
    title: str = ""
    was_open: bool = False

    @classmethod
    def of(cls, instance: Model) -> "Thing":
        return cls(instance._meta.label_lower, str(instance.pk), str(instance))


@dataclass(frozen=True)
class Line:
    """One line to be written."""

    action: str
    thing: Thing = Thing()
    details: str = ""
    at: datetime | None = None


class _Off:
    """While the database is first made there is no table, and nobody does anything: see ``signal_handlers``."""

    now = False


def record(
    action: str,
    thing: Model | Thing | None = None,
    *,
    details: str = "",
    by: Any = None,
    request: HttpRequest | None = None,
) -> None:
    """Write one line. Who and from where are known from the request or command unless ``by`` says otherwise.

    Raises:
        UnknownAction: nobody could say what it means; register it (``registry.audit_actions``).
    """
    about = Thing.of(thing) if isinstance(thing, Model) else thing or Thing()
    record_many([Line(action, about, details)], by=by, request=request)


def record_many(lines: Sequence[Line], *, by: Any = None, request: HttpRequest | None = None) -> None:
    """Write lines of one cause: two inserts, however many they are.

    Raises:
        UnknownAction: as for ``record``.
    """
    unknown = [line.action for line in lines if not is_known(line.action)]
    if unknown:
        raise UnknownAction(unknown[0])
    if _Off.now or not lines:
        return
    cause = current_cause(request)
    if by is not None:
        cause = Cause(by, cause.origin, cause.address)
    texts = [_text(line, cause) for line in lines]
    now = timezone.now()
    entries = [_entry(line, cause, text, now) for line, text in zip(lines, texts, strict=True)]
    with transaction.atomic(savepoint=False):
        for entry, text in zip(Entry.objects.bulk_create(entries), texts, strict=True):
            text.entry = entry
        EntryText.objects.bulk_create(texts)


def _entry(line: Line, cause: Cause, text: EntryText | None, now: datetime) -> Entry:
    return Entry(
        at=line.at or now,
        action=line.action,
        actor_id=cause.actor.pk if cause.actor is not None else None,
        origin=cause.origin,
        object_type=line.thing.type[:100],
        object_id=line.thing.id[:255],
        digest=digest(text.salt, [getattr(text, name) for name in DIGESTED]) if text is not None else "",
    )


def _text(line: Line, cause: Cause) -> EntryText:
    name = (cause.actor.get_full_name() or cause.actor.get_username()) if cause.actor is not None else ""
    text = EntryText(
        salt=new_salt(),
        actor_name=_clean(name)[:255],
        address=_clean(cause.address)[:100],
        title=_clean(line.thing.title),
        details=_clean(line.details),
        was_open=line.thing.was_open,
    )
    text.search_who = fold(f"{text.actor_name} {text.address} {label_of(line.action)}")
    text.search_thing = fold(f"{text.title} {text.details}")
    return text


def _clean(text: str) -> str:
    return normalise(text).replace("\0", "")  # PostgreSQL keeps no NUL


# Erasing


def erase(entries: QuerySet[Entry], *, by: Any = None) -> int:
    """Delete the texts of ``entries`` for good; returns how many. Each erasure is a line of its own, without words.

    May be ended and run again: some hundred texts are a transaction.
    """
    count = 0
    texts = EntryText.objects.filter(entry__in=entries.values("pk"))
    while ids := list(texts.values_list("pk", flat=True)[:ERASED_AT_ONCE]):
        with transaction.atomic():
            _record_wordless([(ERASE, str(pk)) for pk in ids], by=by)
            count += EntryText.objects.filter(pk__in=ids).take_away()
    return count


def forget_old_texts() -> str:
    """The scheduler's job, where ``AUDIT_KEEP_YEARS`` is set: texts older than that. The lines themselves stay."""
    years = settings.AUDIT_KEEP_YEARS
    if not years:
        return ""
    before = timezone.now() - timedelta(days=round(years * 365.25))
    old = Entry.objects.sealed().filter(at__lt=before, text__isnull=False)
    last = old.aggregate(last=Max("position"))["last"]
    if last is None:
        return ""
    with transaction.atomic():
        _record_wordless([(EXPIRE, str(last))])
        count = EntryText.objects.filter(entry__in=old.filter(position__lte=last).values("pk")).take_away()
    return _("%(count)d old texts of the activity log erased") % {"count": count}


def _record_wordless(lines: Iterable[tuple[str, str]], *, by: Any = None) -> None:
    cause = current_cause()
    actor = by if by is not None else cause.actor
    Entry.objects.bulk_create(
        Entry(
            action=action,
            actor_id=actor.pk if actor is not None else None,
            origin=cause.origin,
            object_type=ENTRY_TYPE,
            object_id=number,
        )
        for action, number in lines
    )
