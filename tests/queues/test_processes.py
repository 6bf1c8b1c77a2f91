"""Real workers, killed wherever it hurts, beside the scheduler's job: no task is lost, none runs without need."""

import json
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.processes import Receiver, installed, running_receiver, shell, start

pytestmark = pytest.mark.slow

POINTS = ("claimed", "handing over", "carried out", "noted")
ENQUEUE = """
from tests.queues import tasks_at_work
for number in range({count}):
    tasks_at_work.{task}.enqueue("{url}", f"{task}-{{number}}")
"""
#: What the scheduler does every twenty seconds, with the silence of the killable workers; and what there is then.
LOOK = """
import json
from datetime import timedelta
import tests.queues.tasks_at_work
from django_tasks_db.models import DBTaskResult
from portal.queues import querysets
from portal.queues.models import TaskWorker
from portal.queues.services import return_lost_tasks
querysets.SILENCE = timedelta(seconds={silence})
return_lost_tasks()
found = DBTaskResult.objects.filter(task_path__endswith=".{task}")
print(json.dumps({{
    "workers": TaskWorker.objects.count(),
    "tasks": [[task.args_kwargs["args"][1], task.status, len(task.worker_ids)] for task in found],
}}))
"""
BEAT = 'from portal.queues.models import TaskWorker; print(TaskWorker.objects.latest("beat_at").beat_at)'


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with running_receiver() as server:
        yield server


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def installation(request, tmp_path_factory) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("queues")
    with installed(request.param, folder, "outbox", "queues") as environment:
        yield environment


def work(environment: dict[str, str], command: str, point: str = "") -> "subprocess.Popen[str]":
    return start(environment, "tests/queues/killable_worker.py", command, point)


def killed(environment: dict[str, str], command: str, point: str = "") -> None:
    """A worker that takes a task and dies at ``point``, or of the task."""
    dying = work(environment, command, point)
    assert dying.wait(timeout=180) == -signal.SIGKILL, dying.stdout.read() if dying.stdout else ""


def enqueue(environment: dict[str, str], receiver: Receiver, task: str, count: int) -> set[str]:
    shell(environment, ENQUEUE.format(task=task, url=receiver.url, count=count))
    return {f"{task}-{number}" for number in range(count)}


def look_until(
    environment: dict[str, str],
    task: str,
    status: str,
    workers: int | None = None,
    seconds: float = 180,
    silence: int = 2,
) -> dict[str, int]:
    """Let the scheduler's job look until all these tasks have this status; returns their attempts."""
    deadline = time.monotonic() + seconds
    while True:
        found = json.loads(shell(environment, LOOK.format(task=task, silence=silence)))
        is_there = all(task_status == status for _, task_status, _ in found["tasks"])
        if is_there and workers in (None, found["workers"]):
            return {key: attempts for key, _, attempts in found["tasks"]}
        assert time.monotonic() < deadline, found


def end(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGTERM)
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 0, said
    assert "Traceback" not in said


@pytest.mark.parametrize(("command", "task"), [("run_worker", "short_work"), ("db_worker", "long_work")])
def test_a_worker_killed_anywhere_loses_no_task(installation, receiver, command, task):
    keys = enqueue(installation, receiver, task, 8)
    for point in POINTS:
        killed(installation, command, point)
    lasting = [work(installation, command) for _ in range(2)]
    look_until(installation, task, "SUCCESSFUL", workers=2)
    for process in lasting:
        end(process)
    times = Counter(receiver.keys)
    assert set(times) == keys
    assert sorted(times.values()) == [1] * 7 + [2], "twice is what was handed over and not yet noted as done"
    look_until(installation, task, "SUCCESSFUL", workers=0, seconds=0)


def test_a_task_that_must_not_be_repeated_is_given_up_instead(installation, receiver):
    keys = enqueue(installation, receiver, "only_once", 3)
    for point in ("carried out", "claimed"):
        killed(installation, "db_worker", point)
    lasting = work(installation, "db_worker")
    receiver.wait_for({sorted(keys)[2]})
    end(lasting)
    deadline = time.monotonic() + 180
    while (found := statuses(installation)) != ["FAILED", "FAILED", "SUCCESSFUL"]:
        assert time.monotonic() < deadline, found
    assert Counter(receiver.keys) == {"only_once-0": 1, "only_once-2": 1}


def statuses(environment: dict[str, str]) -> list[str]:
    found = json.loads(shell(environment, LOOK.format(task="only_once", silence=2)))
    return [status for _, status, _ in sorted(found["tasks"])]


def test_a_task_that_kills_its_workers_is_given_up_after_three(installation, receiver):
    enqueue(installation, receiver, "deadly", 1)
    for _ in range(3):
        look_until(installation, "deadly", "READY")
        killed(installation, "db_worker")
    assert look_until(installation, "deadly", "FAILED") == {"deadly-0": 3}


def test_a_worker_that_lives_keeps_its_task(installation, receiver):
    """It beats while the task goes on, so the job that looks meanwhile takes nothing away."""
    enqueue(installation, receiver, "patient_work", 1)
    lasting = work(installation, "db_worker")
    receiver.wait_for({"patient_work-0"}, seconds=180)
    begun, deadline = shell(installation, BEAT), time.monotonic() + 180
    while shell(installation, BEAT) == begun:
        assert time.monotonic() < deadline
    assert look_until(installation, "patient_work", "RUNNING", silence=30) == {"patient_work-0": 1}
    Path(installation["PORTAL_VAR_DIR"], "go-on").touch()
    assert look_until(installation, "patient_work", "SUCCESSFUL", silence=30) == {"patient_work-0": 1}
    end(lasting)
    assert receiver.keys == ["patient_work-0"]
