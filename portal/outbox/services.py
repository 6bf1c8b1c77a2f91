"""Writing effects, and what becomes of them."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.outbox.models import Effect, State, Worker
from portal.outbox.registry import effect_kinds
from portal.outbox.signals import effects_decided

#: The channel of PostgreSQL on which a commit wakes the workers.
CHANNEL = "portal_outbox"
#: How long a key is remembered after its effect was carried out.
REMEMBERED = timedelta(days=30)


class UnknownKind(LookupError):
    """No app registered this kind of effect."""


def write_effect(
    kind: str,
    payload: Mapping[str, Any],
    *,
    subject: str = "",
    key: str = "",
    due_at: datetime | None = None,
) -> Effect:
    """Write an effect, in the transaction that causes it. The same ``key`` again gives the effect that is there.

    Raises:
        UnknownKind: nobody could carry it out.
    """
    if kind not in effect_kinds:
        raise UnknownKind(kind)
    values = {"kind": kind, "payload": dict(payload), "subject": subject, "due_at": due_at or timezone.now()}
    effect, is_new = Effect.objects.get_or_create(key=key or uuid.uuid4().hex, defaults=values)
    if is_new:
        wake_workers()
    return effect


def write_effects(kind: str, payloads: Mapping[str, Mapping[str, Any]]) -> None:
    """Write many effects that belong to no subject, by their keys, in one statement; a known key changes nothing.

    Raises:
        UnknownKind: nobody could carry them out.
    """
    if kind not in effect_kinds:
        raise UnknownKind(kind)
    effects = [Effect(kind=kind, key=key, payload=dict(payload)) for key, payload in payloads.items()]
    Effect.objects.bulk_create(effects, ignore_conflicts=True, batch_size=500)
    if effects:
        wake_workers()


def wake_workers() -> None:
    """Tell workers on PostgreSQL at the commit; on SQLite they look for themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])


def try_again(ids: Sequence[int]) -> int:
    """Take effects that were given up back into the queue; returns how many."""
    now = timezone.now()
    with transaction.atomic():
        dead = _dead(ids, "again")
        count = Effect.objects.dead().filter(pk__in=dead).update(
            state=State.WAITING, due_at=now, created_at=now, attempts=0, worker=None, done_at=None
        )  # fmt: skip
        wake_workers()
    return count


def drop(ids: Sequence[int]) -> int:
    """Forget effects that were given up; returns how many."""
    with transaction.atomic():
        count, _by_model = Effect.objects.dead().filter(pk__in=_dead(ids, "drop")).delete()
    return count


def _dead(ids: Sequence[int], decision: str) -> list[int]:
    """Those of ``ids`` that were given up, about which ``decision`` is told."""
    dead = list(Effect.objects.dead().select_for_update(of=("self",)).filter(pk__in=ids).values_list("pk", flat=True))
    if dead:
        effects_decided.send(Effect, decision=decision, ids=dead)
    return dead


def forget_old() -> str:
    """The scheduler's job: effects carried out long ago, and workers that are no more."""
    now = timezone.now()
    forgotten, _by_model = Effect.objects.filter(state=State.DONE, done_at__lt=now - REMEMBERED).delete()
    Worker.objects.filter(beat_at__lt=now - timedelta(days=1)).delete()
    return _("%(count)d effects forgotten") % {"count": forgotten} if forgotten else ""
