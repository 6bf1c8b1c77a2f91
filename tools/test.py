"""``make test``: every check there is, on the real programs. ``make lint``: only those that start none.

All checks run even when one fails; the end lists each with its time. Where a real part cannot be had (no PostgreSQL, no
Elasticsearch, no Chromium, no tesseract, no right to install them) the packages are named and the part is left out;
under ``CI=true`` it fails.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools import elasticsearch, packages, postgres, recognition, setup, venv
from tools.elasticsearch import distribution
from tools.project import PYTHON, ROOT, Problem, cache_dir, one_at_a_time, run_as_command, say

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FONTS = Path("/usr/share/fonts/truetype/liberation2")
#: Settings of the person's own installation that must not reach the tests; the last would have every program that they
#: start compile the whole project again.
OWN_SETTINGS = (
    "DATABASE_URL", "CACHE_URL", "EMAIL_URL", "SECRET_KEY", "DEBUG", "ALLOWED_HOSTS", "SITE_URL", "PORT", "DEMO",
    "PORTAL_VAR_DIR", "DJANGO_SETTINGS_MODULE", "LOG_LEVEL", "MAKEFLAGS", "MAKELEVEL",
    "PYTHONDONTWRITEBYTECODE",
)  # fmt: skip


@dataclass(frozen=True)
class Result:
    """How one check ended: ``code`` 0 passed, None left out."""

    name: str
    code: int | None
    seconds: float
    note: str = ""

    def __str__(self) -> str:
        mark = {0: "✓", None: "–"}.get(self.code, "✗")
        return f"  {mark} {self.name:<44} {self.seconds:6.1f} s  {self.note}".rstrip()


def static_checks() -> Iterator[tuple[str, Sequence[str | Path]]]:
    """Name and command of the checks that read the code."""
    yield "ruff check", [PYTHON, "-m", "ruff", "check", "."]
    yield "ruff format", [PYTHON, "-m", "ruff", "format", "--check", "."]
    yield "mypy", [PYTHON, "-m", "mypy"]
    yield "djlint", [PYTHON, "-m", "djlint", "--lint", "--quiet", "templates"]
    yield "makemigrations --check", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]
    yield "check_messages", [PYTHON, "manage.py", "check_messages"]


def pytest(*arguments: str) -> list[str | Path]:
    return [PYTHON, "-m", "pytest", *arguments]


def parallel() -> list[str]:
    """One worker for each core, four at most; one that has nothing left takes over from the others."""
    return ["-n", str(min(4, len(os.sched_getaffinity(0)))), "--dist", "worksteal"]


class Checks:
    """Runs checks one after the other and remembers how each ended."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self.results: list[Result] = []

    def run(self, name: str, command: Sequence[str | Path], **extra: str) -> None:
        print(f"\n── {name} ──", flush=True)
        began = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, env={**self.environment, **extra}, check=False)
        self.results.append(Result(name, done.returncode, time.monotonic() - began))

    def leave_out(self, name: str, reason: str) -> None:
        strict = in_ci()
        self.results.append(Result(name, 1 if strict else None, 0.0, reason))

    def summary(self) -> int:
        print("\n── Kết quả ──", *self.results, sep="\n")
        failed = [result.name for result in self.results if result.code]
        if failed:
            print(f"✗ Chưa đạt: {', '.join(failed)}.")
        return 1 if failed else 0


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}


def chromium() -> str | None:
    return next((path for path in map(shutil.which, CHROMIUM) if path), None)


def install_system_packages() -> str:
    """What the tests need beside Python; the sentence that names what could not be had, "" when all is there."""
    needed = {
        "chromium": chromium() is not None,
        "postgresql": postgres.programs() is not None,
        "fonts-liberation2": FONTS.is_dir(),
        **recognition.needed(),
        **distribution.needed(),
    }
    missing = packages.missing(needed)
    if missing:
        try:
            packages.install(missing, why="cho các bài kiểm tra")
        except Problem as problem:
            say(str(problem))
            return str(problem)
    return ""


@contextmanager
def clean_environment() -> Iterator[dict[str, str]]:
    """The environment of the tests: their own data folder, nothing of the person's installation."""
    with tempfile.TemporaryDirectory(prefix="portal-test-var-") as folder:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in OWN_SETTINGS and not name.startswith("ELASTICSEARCH_")
        }
        own = {"PORTAL_VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "portal.settings.test"}
        yield {**kept, **own, "PORTAL_CACHE_DIR": str(cache_dir())}


@contextmanager
def search_server(checks: Checks, unavailable: str) -> Iterator[dict[str, str]]:
    """What the tests need to know of a running Elasticsearch; nothing where there is none."""
    with ExitStack() as stack:
        try:
            node = stack.enter_context(elasticsearch.temporary_server())
        except Problem as problem:
            checks.leave_out("Elasticsearch", unavailable or str(problem))
            yield {}
        else:
            yield {"ELASTICSEARCH_URL": node.url}


def run_tests(checks: Checks, unavailable: str, **search: str) -> None:
    """SQLite with coverage and real scans, PostgreSQL for what touches the database, a real browser."""
    if not recognition.available() or not FONTS.is_dir():
        checks.leave_out("nhận dạng văn bản quét", unavailable)
    checks.run(
        "pytest: SQLite, độ phủ nhánh",
        pytest(*parallel(), "-m", "not browser", "--cov", "--cov-report=term:skip-covered"),
        **search,
    )
    if postgres.programs() is None:
        checks.leave_out("pytest: PostgreSQL", unavailable)
    else:
        with postgres.temporary_server() as url:
            only = ["-p", "tools.pytest_database", "--database-only", "-m", "not browser and not slow"]
            checks.run("pytest: PostgreSQL", pytest(*parallel(), *only), DATABASE_URL=url, **search)
    browser = chromium()
    if browser is None:
        checks.leave_out("pytest: Chromium", unavailable)
    else:
        # A file stays with one worker: its tests share a browser.
        by_file = ["-n", "2", "--dist", "loadfile", "-m", "browser", "tests/browser"]
        checks.run("pytest: Chromium", pytest(*by_file), PORTAL_CHROMIUM=browser, **search)


def main() -> int:
    only_static = sys.argv[1:] == ["lint"]
    with one_at_a_time():
        venv.ensure(venv.DEVELOPMENT)
        setup.compile_messages()
    unavailable = "" if only_static else install_system_packages()
    with clean_environment() as environment:
        checks = Checks(environment)
        for name, command in static_checks():
            checks.run(name, command)
        if not only_static:
            with search_server(checks, unavailable) as search:
                run_tests(checks, unavailable, **search)
    return checks.summary()


if __name__ == "__main__":
    run_as_command(main)
