"""Where things are, how a tool talks and how it fails: one Vietnamese sentence, never a traceback."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


class Problem(Exception):
    """What the person at the keyboard has to know, as one sentence that says what to do."""


def run_as_command(main: Callable[[], int | None]) -> NoReturn:
    """Run ``main`` and exit with its code; a ``Problem`` becomes its sentence and code 1."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace", line_buffering=True)  # type: ignore[union-attr]  # real streams here
    try:
        sys.exit(main() or 0)
    except Problem as problem:
        print(f"✗ {problem}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nĐã dừng theo yêu cầu.", file=sys.stderr)
        sys.exit(130)


def say(line: str) -> None:
    """One line of progress."""
    print(f"• {line}", flush=True)


def var_dir() -> Path:
    """The folder of everything the portal writes: ``PORTAL_VAR_DIR``, else ``var`` in the checkout; made when missing.

    Raises:
        Problem: it cannot be made or written.
    """
    path = Path(os.environ.get("PORTAL_VAR_DIR") or ROOT / "var")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"Không tạo được thư mục dữ liệu {path} ({error.strerror}); hãy sửa quyền hoặc đặt PORTAL_VAR_DIR."
        ) from None
    if not os.access(path, os.W_OK):
        raise Problem(f"Không ghi được vào thư mục dữ liệu {path}; hãy sửa quyền hoặc đặt PORTAL_VAR_DIR.")
    return path


def cache_dir() -> Path:
    """The folder of what was fetched and can be fetched again; the tests use that of the person's installation."""
    path = Path(os.environ.get("PORTAL_CACHE_DIR") or var_dir() / "cache")
    path.mkdir(parents=True, exist_ok=True)
    return path


def log_path() -> Path:
    """Where the output of the programs that the tools start is kept."""
    return var_dir() / "setup.log"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two commands that install or migrate at once would disturb each other: the second waits for the first."""
    with (var_dir() / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Một lần cài đặt khác đang chạy; đang chờ nó xong…")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def run_quietly(command: Sequence[str | os.PathLike[str]], on_line: Callable[[str], None] | None = None) -> str | None:
    """Run ``command`` in the checkout with its output in the log; its output when it failed, else None."""
    written: list[str] = []
    with (
        log_path().open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, encoding="utf-8", errors="replace",
        ) as process,
    ):  # fmt: skip
        log.write(f"$ {' '.join(map(str, command))}\n")
        for line in process.stdout or ():
            written.append(line)
            log.write(line)
            if on_line:
                on_line(line)
    return "".join(written) if process.returncode else None


def manage(*arguments: str) -> list[str | os.PathLike[str]]:
    """The command line of one of Django's commands."""
    return [PYTHON, ROOT / "manage.py", *arguments]
