"""Carrying effects out: one after the other, safe beside other workers, and whenever the process is ended.

An effect is claimed by one statement, carried out in no transaction, and noted as done by another. A worker that dies
in between leaves a claim that is free again once the worker has been silent for a while (``querysets.SILENCE``):
nothing is lost, and what the receiver had already got comes again under the same key.
"""

import logging
import os
import random
import socket
import threading
from collections.abc import Callable
from datetime import timedelta

from django.db import models
from django.utils import timezone

from portal.outbox.models import Effect, State, Worker
from portal.outbox.querysets import SILENCE
from portal.outbox.registry import CannotBeDone, EffectKind, Handed, effect_kinds

logger = logging.getLogger(__name__)

BEAT_EVERY = SILENCE / 5
FIRST_DELAY, LONGEST_DELAY = timedelta(seconds=2), timedelta(minutes=10)

#: Where tests end the process. In service nothing stands here.
Checkpoint = Callable[[str], None]


def no_checkpoint(name: str) -> None:
    """In service a worker passes."""


def register_worker() -> Worker:
    return Worker.objects.create(name=f"{socket.gethostname()}:{os.getpid()}"[:100])


def drain(worker: Worker, stop: threading.Event, checkpoint: Checkpoint = no_checkpoint) -> int:
    """Carry out all that is ready until nothing is, or ``stop`` is set; returns how many were taken in hand."""
    count = 0
    while not stop.is_set():
        effect = claim(worker)
        if effect is None:
            break
        checkpoint("claimed")
        carry_out(effect, checkpoint)
        count += 1
    return count


def claim(worker: Worker) -> Effect | None:
    """Take the next ready effect in hand; ``None`` when there is none.

    The row is changed only as it was seen, so of two workers that see the same effect one gets it. (A row lock would
    not do: PostgreSQL looks at the changed row again, but not at the worker that it names by then.)
    """
    while (effect := Effect.objects.ready(timezone.now()).first()) is not None:
        seen = Effect.objects.waiting().filter(pk=effect.pk, worker=effect.worker_id, attempts=effect.attempts)
        if seen.update(worker=worker, attempts=effect.attempts + 1):
            effect.worker, effect.attempts = worker, effect.attempts + 1
            return effect
    return None


def carry_out(effect: Effect, checkpoint: Checkpoint = no_checkpoint) -> None:
    """Carry ``effect`` out and note what became of it. Whatever a kind raises, the next effect is tried."""
    kind = effect_kinds.get(effect.kind)
    if kind is None:  # an app that was taken out again
        _end(effect, State.DEAD, f"nobody carries out {effect.kind!r}")
        return
    try:
        kind.carry_out(Handed(effect.key, effect.payload))
    except CannotBeDone as reason:
        logger.warning("effect %s given up: %s", effect, reason)
        _end(effect, State.DEAD, str(reason))
    except Exception as failure:  # kept with the effect and shown to staff
        logger.info("effect %s failed, attempt %s", effect, effect.attempts, exc_info=True)
        _failed(effect, kind, failure)
    else:
        checkpoint("carried out")
        _end(effect, State.DONE, "")
        checkpoint("noted")


def _failed(effect: Effect, kind: EffectKind, failure: Exception) -> None:
    error = f"{type(failure).__name__}: {failure}"
    if timezone.now() - effect.created_at > kind.give_up_after:
        logger.error("effect %s given up after %s attempts: %s", effect, effect.attempts, error)
        _end(effect, State.DEAD, error)
        return
    if effect.attempts == 1:  # once, not at every attempt
        logger.warning("effect %s failed and will be tried again: %s", effect, error)
    _held(effect).update(worker=None, error=error, due_at=timezone.now() + delay_after(effect.attempts))


def delay_after(attempts: int) -> timedelta:
    """Twice as long each time, at most ten minutes; spread, so that what failed together does not come together."""
    longest = min(FIRST_DELAY * 2 ** min(attempts - 1, 20), LONGEST_DELAY)
    return longest * random.uniform(0.8, 1.2)  # noqa: S311  no secret


def _end(effect: Effect, state: State, error: str) -> None:
    _held(effect).update(state=state, error=error, worker=None, done_at=timezone.now())


def _held(effect: Effect) -> models.QuerySet[Effect]:
    """The effect, if it is still in this worker's hands: one that was silent for too long has lost it to another."""
    return Effect.objects.waiting().filter(pk=effect.pk, worker=effect.worker_id)
