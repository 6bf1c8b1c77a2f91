"""Real worker processes, killed wherever it hurts: nothing is lost, and what comes twice comes under the same key."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tools import postgres
from tools.project import ROOT

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


class Receiver(ThreadingHTTPServer):
    """Outside of the processes: every key it was handed, in the order of arrival."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[tuple[str, int, str]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        wanted = int(self.headers["Content-Length"])
        said = self.rfile.read(wanted)
        if len(said) == wanted:  # else the worker died while it spoke
            subject, number, key = said.decode().split()
            self.server.got.append((subject, int(number), key))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """The test says what went wrong."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def installation(request, tmp_path_factory) -> Iterator[dict[str, str]]:
    """The environment of an installation with nothing but an outbox in its database."""
    folder: Path = tmp_path_factory.mktemp("outbox")
    environment = {
        **os.environ, "PORTAL_VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
    }  # fmt: skip
    if request.param == "sqlite":
        manage(environment, "migrate", "outbox", "-v0")
        manage(environment, "migrate", "django_tasks_database", "-v0")
        yield environment
    elif postgres.programs() is None:
        pytest.skip("no PostgreSQL on this machine")
    else:
        with postgres.temporary_server() as url:
            environment["DATABASE_URL"] = url
            manage(environment, "migrate", "outbox", "-v0")
            manage(environment, "migrate", "django_tasks_database", "-v0")
            yield environment


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def start(environment: dict[str, str], receiver: Receiver, point: str, after: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "tests/outbox/killable_worker.py", point, str(after), receiver.url]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def write(environment: dict[str, str], prefix: str) -> set[str]:
    manage(environment, "shell", "-v0", "-c", WRITE.format(each=EACH, subjects=SUBJECTS, prefix=prefix))
    return {f"{prefix}{subject}-{number}" for number in range(EACH) for subject in range(SUBJECTS)}


def wait_until(receiver: Receiver, keys: set[str], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not keys <= {key for _, _, key in receiver.got}:
        assert time.monotonic() < deadline, keys - {key for _, _, key in receiver.got}
        time.sleep(0.02)


@pytest.mark.parametrize("point", ["claimed", "handing over", "carried out", "noted"])
def test_a_worker_killed_anywhere_loses_nothing(installation, receiver, point):
    keys = write(installation, f"{point.replace(' ', '-')}-")
    for after in (0, 3):
        dying = start(installation, receiver, point, after)
        assert dying.wait(timeout=60) == -signal.SIGKILL, dying.stdout.read()
    lasting = [start(installation, receiver, "", -1) for _ in range(2)]
    for process in lasting:
        process.stdout.readline()  # that it runs
    wait_until(receiver, keys)
    for process in lasting:
        process.send_signal(signal.SIGTERM)
    for process in lasting:
        said = process.communicate(timeout=30)[0]
        assert process.returncode == 0, said
        assert "Traceback" not in said
    times = Counter(key for _, _, key in receiver.got)
    assert set(times) == keys
    twice = {key: count for key, count in times.items() if count > 1}
    assert len(twice) <= (2 if point == "carried out" else 0), twice
    assert manage(installation, "shell", "-v0", "-c", COUNT).strip() == "0"
    first = list({key: (subject, number) for subject, number, key in reversed(receiver.got)}.values())[::-1]
    for subject in {subject for subject, _ in first}:
        assert [number for of, number in first if of == subject] == list(range(EACH)), "in the order they were written"


def test_an_effect_is_carried_out_within_a_second_of_the_commit(installation, receiver):
    """Measured from the worker's side: the time between the row's own and the receiver's."""
    lasting = start(installation, receiver, "", -1)
    lasting.stdout.readline()  # that it runs
    keys = write(installation, "bereit-")
    wait_until(receiver, keys)
    lasting.send_signal(signal.SIGTERM)
    assert lasting.wait(timeout=30) == 0
    late = """
from django.db.models import F, Max
from portal.outbox.models import Effect
found = Effect.objects.filter(key__startswith="bereit-").aggregate(late=Max(F("done_at") - F("created_at")))
print(found["late"].total_seconds())
"""
    assert float(manage(installation, "shell", "-v0", "-c", late)) < 5, "seconds on a busy machine, not minutes"
