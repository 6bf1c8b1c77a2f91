"""A PostgreSQL server of our own for the tests, in a temporary folder and reached by a socket in it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.project import Problem
from tools.unprivileged import Identity, identity

#: Safe against nothing, quick at everything: the data lives for one run of the tests.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
    "timezone": "UTC",
}
START_SECONDS = 30.0


def programs() -> Path | None:
    """The folder of ``initdb`` and ``postgres``, newest version first (Debian keeps them off the PATH)."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: -float(path.parts[-3]))
    elsewhere = shutil.which("initdb")
    if not found and elsewhere:
        found = [Path(elsewhere).resolve()]
    return found[0].parent if found else None


@contextmanager
def temporary_server() -> Iterator[str]:
    """A running server; gives the ``DATABASE_URL`` of an empty database in it.

    Raises:
        Problem: PostgreSQL is not installed, or does not start.
    """
    folder_of_programs = programs()
    if folder_of_programs is None:
        raise Problem("Chưa cài PostgreSQL.")
    who = identity(("postgres", "nobody"), "PostgreSQL")
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    if who:
        os.chown(folder, who["user"], who["group"])
    try:
        _create_cluster(folder_of_programs, folder, who)
        with _running(folder_of_programs, folder, who):
            yield f"postgres://portal@/{folder}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _create_cluster(programs_folder: Path, folder: Path, who: Identity) -> None:
    made = subprocess.run(
        [
            programs_folder / "initdb", "--pgdata", folder / "data", "--username", "portal", "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        ], capture_output=True, text=True, check=False, cwd=folder, **who,
    )  # fmt: skip
    if made.returncode:
        raise Problem(f"Không tạo được cụm PostgreSQL thử: {made.stderr.strip()}")


@contextmanager
def _running(programs_folder: Path, folder: Path, who: Identity) -> Iterator[None]:
    tied = ["setpriv", "--pdeathsig", "INT", "--"] if shutil.which("setpriv") else []
    options = [part for name, value in OPTIONS.items() for part in ("-c", f"{name}={value}")]
    with (folder / "server.log").open("w+") as log:
        server = subprocess.Popen(
            [*tied, programs_folder / "postgres", "-D", folder / "data", "-k", folder, *options],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, start_new_session=True, **who,
        )  # fmt: skip
        try:
            _wait_until_ready(programs_folder, folder, server)
            yield
        finally:
            server.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown: clients are cut off
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def _wait_until_ready(programs_folder: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    ready: list[str | Path] = [programs_folder / "pg_isready", "-q", "-h", folder, "-d", "postgres", "-U", "portal"]
    while subprocess.run(ready, check=False).returncode:
        if server.poll() is not None or time.monotonic() > deadline:
            raise Problem(f"PostgreSQL thử không khởi động được: {(folder / 'server.log').read_text().strip()}")
        time.sleep(0.1)
