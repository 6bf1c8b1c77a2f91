"""Real worker processes, killed wherever it hurts: nothing is lost, and what comes twice comes under the same key."""

import signal
import subprocess
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.processes import Receiver, installed, running_receiver, shell, start

pytestmark = pytest.mark.slow

SUBJECTS, EACH = 4, 6
WRITE = """
from django.db import transaction
from portal.outbox.registry import EffectKind, effect_kinds
from portal.outbox.services import write_effect
effect_kinds.register(EffectKind("test", "thử", print))
for number in range({each}):
    for subject in range({subjects}):
        with transaction.atomic():
            payload = {{"subject": subject, "number": number}}
            write_effect("test", payload, subject=f"s/{{subject}}", key=f"{prefix}{{subject}}-{{number}}")
"""
COUNT = """
from portal.outbox.models import Effect
print(Effect.objects.exclude(state="done").count())
"""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with running_receiver() as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def installation(request, tmp_path_factory) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("outbox")
    with installed(request.param, folder, "outbox", "django_tasks_database", "queues") as environment:
        yield environment


def work(environment: dict[str, str], receiver: Receiver, point: str, after: int) -> "subprocess.Popen[str]":
    return start(environment, "tests/outbox/killable_worker.py", point, str(after), receiver.url)


def write(environment: dict[str, str], prefix: str) -> set[str]:
    shell(environment, WRITE.format(each=EACH, subjects=SUBJECTS, prefix=prefix))
    return {f"{prefix}{subject}-{number}" for number in range(EACH) for subject in range(SUBJECTS)}


@pytest.mark.parametrize("point", ["claimed", "handing over", "carried out", "noted"])
def test_a_worker_killed_anywhere_loses_nothing(installation, receiver, point):
    keys = write(installation, f"{point.replace(' ', '-')}-")
    for after in (0, 3):
        dying = work(installation, receiver, point, after)
        assert dying.wait(timeout=60) == -signal.SIGKILL, dying.stdout.read()
    lasting = [work(installation, receiver, "", -1) for _ in range(2)]
    for process in lasting:
        process.stdout.readline()  # that it runs
    receiver.wait_for(keys)
    for process in lasting:
        process.send_signal(signal.SIGTERM)
    for process in lasting:
        said = process.communicate(timeout=30)[0]
        assert process.returncode == 0, said
        assert "Traceback" not in said
    times = Counter(receiver.keys)
    assert set(times) == keys
    twice = {key: count for key, count in times.items() if count > 1}
    assert len(twice) <= (2 if point == "carried out" else 0), twice
    assert shell(installation, COUNT) == "0"
    first = list({key: (subject, number) for subject, number, key in reversed(receiver.got)}.values())[::-1]
    for subject in {subject for subject, _ in first}:
        assert [int(number) for of, number in first if of == subject] == list(range(EACH)), (
            "in the order they were written"
        )


def test_an_effect_is_carried_out_within_a_second_of_the_commit(installation, receiver):
    """Measured from the worker's side: the time between the row's own and the receiver's."""
    lasting = work(installation, receiver, "", -1)
    lasting.stdout.readline()  # that it runs
    keys = write(installation, "bereit-")
    receiver.wait_for(keys)
    lasting.send_signal(signal.SIGTERM)
    assert lasting.wait(timeout=30) == 0
    late = """
from django.db.models import F, Max
from portal.outbox.models import Effect
found = Effect.objects.filter(key__startswith="bereit-").aggregate(late=Max(F("done_at") - F("created_at")))
print(found["late"].total_seconds())
"""
    assert float(shell(installation, late)) < 5, "seconds on a busy machine, not minutes"
