"""An effect kind that remembers, and a worker that is not a process."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from portal.outbox.models import Worker
from portal.outbox.registry import EffectKind, Handed, effect_kinds
from portal.outbox.worker import drain, register_worker


class Receiver:
    """Stands outside: keeps what it was handed, and fails as often as a test asks."""

    def __init__(self) -> None:
        self.got: list[Handed] = []
        self.failures: list[Exception] = []

    def carry_out(self, handed: Handed) -> None:
        if self.failures:
            raise self.failures.pop(0)
        self.got.append(handed)

    @property
    def names(self) -> list[str]:
        return [handed.payload["name"] for handed in self.got]


@pytest.fixture
def receiver(monkeypatch) -> Receiver:
    made = Receiver()
    monkeypatch.setattr(effect_kinds, "_by_name", dict(effect_kinds._by_name))
    effect_kinds.register(EffectKind("test", "thử", made.carry_out, give_up_after=timedelta(hours=1)))
    return made


@pytest.fixture
def worker(db) -> Worker:
    return register_worker()


@pytest.fixture
def drained(worker) -> Callable[[], int]:
    return lambda: drain(worker, threading.Event())
