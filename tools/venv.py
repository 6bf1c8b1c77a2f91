"""``.venv``: made where only Python's own library is there, filled from the locked lists, repaired when it is partial.

A file in ``.venv`` says what was installed in full. It is removed before anything changes, so whatever was interrupted
leaves no such file behind, and the next start begins from scratch. So it does when a list has changed: pip alone would
keep what the new list no longer names.
"""

import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypedDict

from tools import packages
from tools.project import PYTHON, ROOT, VENV, Problem, log_path, run_quietly, say

RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
#: What each list holds in full: the lists of the tests repeat those of the running site, with the same versions.
HOLDS = {RUNTIME: (RUNTIME,), DEVELOPMENT: (RUNTIME, DEVELOPMENT)}

INSTALLED = VENV / "installed.json"
WHEELS_OF_DEBIAN = Path("/usr/share/python-wheels")
NETWORK_TROUBLE = re.compile(
    r"NewConnectionError|NameResolutionError|name resolution|Max retries exceeded"
    r"|Connection (refused|reset|broken|aborted)|timed out|Network is unreachable|ProxyError|SSLError"
    r"|No matching distribution found",
)


class Installed(TypedDict):
    """What ``.venv`` holds: the Python it was made with, the digests of the lists, the names of the packages."""

    python: str
    lists: dict[str, str]
    names: list[str]


def ensure(lock: str) -> None:
    """Make ``.venv`` hold exactly what ``lock`` says, doing nothing when it already does.

    Raises:
        Problem: it cannot be made, or the packages cannot be fetched.
    """
    if is_ready(lock):
        return
    known = _read()
    if known is None or not _current(known):
        _create()
        known = None
    _install(lock, known)


def is_ready(lock: str) -> bool:
    """``.venv`` holds what ``lock`` says."""
    known = _read()
    return known is not None and lock in known["lists"] and _current(known)


def digest(lock: str) -> str:
    path = ROOT / lock
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def _read() -> Installed | None:
    try:
        known: Installed = json.loads(INSTALLED.read_text())
        return known if {"python", "lists", "names"} <= known.keys() else None
    except (OSError, ValueError, AttributeError):
        return None


def _current(known: Installed) -> bool:
    """The lists and the Python are those it was filled for, and nothing that was installed has gone."""
    unchanged = all(digest(name) == seen for name, seen in known["lists"].items())
    return unchanged and set(known["names"]) <= _names() and _version() == known["python"]


def _names() -> set[str]:
    return {path.name for path in VENV.glob("lib/python*/site-packages/*") if path.name != "__pycache__"}


def _version() -> str:
    """Version of the Python in ``.venv``, "" when it does not run."""
    try:
        script = "import platform; print(platform.python_version())"
        return subprocess.run([PYTHON, "-c", script], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _create() -> None:
    say("Tạo môi trường Python trong .venv…")
    shutil.rmtree(VENV, ignore_errors=True)
    if _pip_of_system() is None and not _can_bootstrap_pip():
        packages.install(["python3-venv"], why="để tạo môi trường Python")
    if _can_bootstrap_pip():
        failed = run_quietly([sys.executable, "-m", "venv", "--clear", VENV])
    else:
        failed = run_quietly([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV])
    if failed:
        raise Problem(f"Không tạo được .venv; chi tiết ở cuối tệp {log_path()}.")


def _can_bootstrap_pip() -> bool:
    """Debian ships Python without ``ensurepip``; its package python3-venv adds it."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def _pip_of_system() -> list[str] | None:
    """A pip outside ``.venv`` that can install into it, for a Python that has no ``ensurepip``."""
    for wheel in sorted(WHEELS_OF_DEBIAN.glob("pip-*.whl"), reverse=True):
        return [str(PYTHON), f"{wheel}/pip"]
    found = importlib.util.find_spec("pip")
    if found is not None and found.origin:
        return [sys.executable, "-m", "pip", "--python", str(PYTHON)]
    return None


def _pip() -> Sequence[str]:
    if any(VENV.glob("lib/python*/site-packages/pip/__init__.py")):
        return [str(PYTHON), "-m", "pip"]
    outside = _pip_of_system()
    if outside is None:
        raise Problem("Thiếu gói hệ thống python3-venv; hãy chạy lệnh sudo apt install python3-venv rồi làm lại.")
    return outside


def _install(lock: str, known: Installed | None) -> None:
    INSTALLED.unlink(missing_ok=True)
    wanted = sum("==" in line and not line.startswith((" ", "#")) for line in (ROOT / lock).read_text().splitlines())
    say(f"Cài {wanted} gói phần mềm đã khoá trong {lock} (lần đầu có thể mất vài phút)…")
    failed = run_quietly([
        *_pip(), "install", "--require-hashes", "--no-deps", "--disable-pip-version-check", "--no-input",
        "--progress-bar", "off", "--retries", "2", "--requirement", lock,
    ], on_line=_Counter(wanted))  # fmt: skip
    if failed is not None:
        raise Problem(_explain(failed))
    lists = {**(known["lists"] if known else {}), **{name: digest(name) for name in HOLDS[lock]}}
    now: Installed = {"python": _version(), "lists": lists, "names": sorted(_names())}
    INSTALLED.write_text(json.dumps(now, indent=1))


class _Counter:
    """Counts the packages fetched, on a terminal."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0

    def __call__(self, line: str) -> None:
        if line.startswith("Collecting ") and sys.stdout.isatty():
            self.done += 1
            print(f"\r  {self.done}/{self.total} ", end="\n" if self.done == self.total else "", flush=True)


def _explain(output: str) -> str:
    where = f"chi tiết ở cuối tệp {log_path()}"
    if "DO NOT MATCH THE HASHES" in output:
        return f"Một gói tải về không khớp mã băm đã khoá nên không được cài; {where}."
    if "No space left on device" in output:
        return "Ổ đĩa đã đầy nên không cài được các gói phần mềm; hãy dọn bớt rồi chạy lại."
    if NETWORK_TROUBLE.search(output):
        return f"Không tải được các gói phần mềm: hãy kiểm tra kết nối mạng rồi chạy lại ({where})."
    return f"Không cài được các gói phần mềm; {where}."


def pins(lines: Iterable[str]) -> dict[str, str]:
    """Version by name of what a locked list pins."""
    found = (re.match(r"([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", line) for line in lines)
    return {match[1]: match[2] for match in found if match}
