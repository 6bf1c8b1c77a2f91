"""The supervisor with real programs: it ends what it started, and what that started in turn."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

#: Starts a child of its own, notes both process ids and lives on.
WITH_CHILD = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print("xin chào", flush=True)
open(sys.argv[1], "a").write(f"{os.getpid()} {child.pid} ")
time.sleep(600)
"""
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + WITH_CHILD
ENDS_AT_ONCE = "raise SystemExit(3)"
ENDS_ONCE = """
import os, sys, time
if not os.path.exists(sys.argv[1]):
    open(sys.argv[1], "w").write("")
    time.sleep(0.3)
    raise SystemExit(3)
open(sys.argv[1], "a").write(str(os.getpid()))
time.sleep(600)
"""
SUPERVISOR = """
import sys
from pathlib import Path
from tools import supervise
from tools.project import run_as_command
supervise.GRACE_SECONDS = 1.0
supervise.STEADY_SECONDS = float(sys.argv[2])
noted = Path(sys.argv[1])
first, *others = [
    supervise.Program(f"p{n}", [sys.executable, "-c", code, f"{noted}.{n}"]) for n, code in enumerate(sys.argv[3:])
]
ready = lambda: len(Path(f"{noted}.0").read_text().split()) > 1 if Path(f"{noted}.0").exists() else False
run_as_command(supervise.Supervisor(first, others, ready, lambda: print("sẵn sàng", flush=True)).run)
"""


class Running:
    """A supervisor in a process of its own, and what its programs noted."""

    def __init__(self, folder: Path, *codes: str, steady: float = 30.0) -> None:
        self.noted = folder / "pids"
        self.process = subprocess.Popen(
            [sys.executable, "-c", SUPERVISOR, str(self.noted), str(steady), *codes],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip

    def pids(self, program: int, count: int) -> list[int]:
        """The process ids a program noted, once there are ``count``."""
        path = Path(f"{self.noted}.{program}")
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            found = path.read_text().split() if path.exists() else []
            if len(found) >= count:
                return [int(pid) for pid in found]
            time.sleep(0.02)
        raise AssertionError(f"program {program} noted nothing; {self.process.poll()=}")

    def end(self) -> str:
        return self.process.communicate(timeout=20)[0]


@pytest.fixture
def supervised(tmp_path) -> Iterator:
    started: list[Running] = []

    def start(*codes: str, steady: float = 30.0) -> Running:
        started.append(Running(tmp_path, *codes, steady=steady))
        return started[-1]

    yield start
    for running in started:
        running.process.kill()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_programs_and_their_children(supervised, alive, sent):
    running = supervised(WITH_CHILD, WITH_CHILD)
    pids = running.pids(0, 2) + running.pids(1, 2)
    assert all(map(alive, pids))
    running.process.send_signal(sent)
    output = running.end()
    assert running.process.returncode == (0 if sent == signal.SIGINT else 128 + sent)
    assert not any(map(alive, pids))
    assert "p0 | xin chào" in output
    assert "Traceback" not in output


def test_ctrl_c_reaches_every_process_of_a_terminal_and_still_ends_in_order(supervised, alive):
    running = supervised(WITH_CHILD, WITH_CHILD)
    pids = running.pids(0, 2) + running.pids(1, 2)
    os.killpg(running.process.pid, signal.SIGINT)
    running.end()
    assert not any(map(alive, pids))


def test_a_program_that_ignores_the_signal_is_killed(supervised, alive):
    running = supervised(WITH_CHILD, STUBBORN)
    pids = running.pids(0, 2) + running.pids(1, 2)
    running.process.send_signal(signal.SIGTERM)
    running.end()
    assert not any(map(alive, pids))


def test_programs_end_with_a_supervisor_that_was_killed(supervised, alive):
    running = supervised(WITH_CHILD, WITH_CHILD)
    leaders = [running.pids(0, 2)[0], running.pids(1, 2)[0]]
    running.process.kill()
    deadline = time.monotonic() + 60  # on a machine that is busy with much else
    while any(map(alive, leaders)) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(map(alive, leaders))


def test_a_program_that_ends_at_once_stops_everything_and_is_named(supervised, alive):
    running = supervised(WITH_CHILD, ENDS_AT_ONCE)
    output = running.end()
    assert running.process.returncode == 1
    assert "“p1” dừng ngay sau khi khởi động (mã 3)" in output
    assert not any(map(alive, running.pids(0, 2)))


def test_the_others_are_not_started_when_the_first_fails(supervised):
    running = supervised(ENDS_AT_ONCE, WITH_CHILD)
    assert "“p0” dừng ngay" in running.end()
    assert not Path(f"{running.noted}.1").exists()


def test_a_program_that_ends_after_a_while_is_started_again(supervised):
    running = supervised(WITH_CHILD, ENDS_ONCE, steady=0.1)
    assert running.pids(1, 1)
    running.process.send_signal(signal.SIGINT)
    assert "p1 dừng đột ngột (mã 3); khởi động lại." in running.end()
