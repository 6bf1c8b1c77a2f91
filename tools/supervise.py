"""Runs several programs side by side until it is told to stop, and leaves none behind.

Why not honcho: docs/decisions/supervision.md.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tools.project import ROOT, Problem

#: A program that ends sooner than this after its start would end again: that is a fault, not an accident.
STEADY_SECONDS = 10.0
#: What programs get to finish what they are doing before they are killed.
GRACE_SECONDS = 8.0
LOOK_EVERY_SECONDS = 0.05


@dataclass
class Program:
    """A program to keep running, in a session and process group of its own."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    reader: threading.Thread | None = None

    def start(self, width: int) -> None:
        self.started = time.monotonic()
        # Its own session keeps a terminal's Ctrl-C for the supervisor, which then stops all in order. Should the
        # supervisor itself be killed, the kernel ends the program (setpriv is part of every Debian).
        tied = ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []
        self.process = subprocess.Popen(
            [*tied, *self.command], cwd=ROOT, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.reader = threading.Thread(target=self._relay, args=(self.process, width), daemon=True)
        self.reader.start()

    def _relay(self, process: subprocess.Popen[bytes], width: int) -> None:
        for line in process.stdout or ():
            print(f"{self.name:<{width}} | {line.decode(errors='replace').rstrip()}", flush=True)

    def ended(self) -> int | None:
        return self.process.poll() if self.process else None

    def signal(self, number: int) -> None:
        """Send ``number`` to the program and to whatever it has started."""
        if self.process:
            with contextlib.suppress(ProcessLookupError):  # all of it has ended already
                os.killpg(self.process.pid, number)


@dataclass
class Supervisor:
    """Starts ``first``, waits until it is ``ready``, then starts the ``others``: so the site answers soonest."""

    first: Program
    others: Sequence[Program]
    ready: Callable[[], bool]
    announce: Callable[[], None]
    stopping: int = field(default=0, init=False)

    def run(self) -> int:
        """Keep everything running until a signal comes; then stop it all and return the exit code for that signal.

        Raises:
            Problem: a program ends as soon as it is started.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            self._start(self.first)
            while not self.stopping and not self.ready():
                self._look_after([self.first])
            if not self.stopping:
                self.announce()
                for program in self.others:
                    self._start(program)
            while not self.stopping:
                self._look_after(self._programs)
        finally:
            self._end_all()
        return 0 if self.stopping == signal.SIGINT else 128 + self.stopping

    @property
    def _programs(self) -> list[Program]:
        return [self.first, *self.others]

    def _start(self, program: Program) -> None:
        program.start(width=max(len(each.name) for each in self._programs))

    def _stop(self, number: int, frame: object) -> None:
        if self.stopping:  # asked twice: no more waiting
            for program in self._programs:
                program.signal(signal.SIGKILL)
        self.stopping = number

    def _look_after(self, programs: Sequence[Program]) -> None:
        for program in programs:
            code = program.ended()
            if code is None or self.stopping:
                continue
            if time.monotonic() - program.started < STEADY_SECONDS:
                raise Problem(
                    f"“{program.name}” dừng ngay sau khi khởi động (mã {code}); "
                    f"lý do ở các dòng “{program.name}” phía trên."
                )
            print(f"{program.name} dừng đột ngột (mã {code}); khởi động lại.", flush=True)
            program.signal(signal.SIGKILL)
            self._start(program)
        time.sleep(LOOK_EVERY_SECONDS)

    def _end_all(self) -> None:
        running = [program for program in self._programs if program.process]
        for program in running:
            program.signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        while any(program.ended() is None for program in running) and time.monotonic() < deadline:
            time.sleep(LOOK_EVERY_SECONDS)
        for program in running:
            program.signal(signal.SIGKILL)  # also what a program that ended has left behind
            if program.process:
                program.process.wait()
            if program.reader:
                program.reader.join(timeout=1)
