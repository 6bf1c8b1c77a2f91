"""For tests with real worker processes: an installation of their own, and a receiver outside of them."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tools import postgres
from tools.project import ROOT


class Receiver(ThreadingHTTPServer):
    """Outside of the processes: every line it was handed, parted into words, in the order of arrival."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.got: list[list[str]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"

    @property
    def keys(self) -> list[str]:
        """The last word of each line."""
        return [words[-1] for words in self.got]

    def wait_for(self, keys: set[str], seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while missing := keys - set(self.keys):
            assert time.monotonic() < deadline, missing
            time.sleep(0.02)


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        wanted = int(self.headers["Content-Length"])
        said = self.rfile.read(wanted)
        if len(said) == wanted:  # else the worker died while it spoke
            self.server.got.append(said.decode().split())
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """The test says what went wrong."""


@contextmanager
def running_receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def installed(database: str, folder: Path, *apps: str) -> Iterator[dict[str, str]]:
    """The environment of an installation with nothing but ``apps`` in its database, sqlite or postgresql."""
    environment = {
        **os.environ, "PORTAL_VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
    }  # fmt: skip
    if database == "sqlite":
        _migrate(environment, apps)
        yield environment
    elif postgres.programs() is None:
        pytest.skip("no PostgreSQL on this machine")
    else:
        with postgres.temporary_server() as url:
            environment["DATABASE_URL"] = url
            _migrate(environment, apps)
            yield environment


def _migrate(environment: dict[str, str], apps: tuple[str, ...]) -> None:
    for app in apps:
        manage(environment, "migrate", app, "-v0")


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shell(environment: dict[str, str], script: str) -> str:
    return manage(environment, "shell", "-v0", "-c", script).strip()


def start(environment: dict[str, str], script: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, script, *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
