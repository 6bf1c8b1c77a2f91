"""A small project with the real tools in it: one locked package that needs no network, a database of one table."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

MANAGE = '''
"""Stands for Django: makes the table that the tools look at, and notes that it was called."""
import os, sqlite3, sys
from pathlib import Path
var = Path(os.environ["PORTAL_VAR_DIR"])
with (var / "calls").open("a") as calls:
    calls.write(" ".join(sys.argv[1:]) + "\\n")
if sys.argv[1] == "migrate":
    with sqlite3.connect(var / "db.sqlite3") as database:
        database.execute("CREATE TABLE IF NOT EXISTS django_migrations (app TEXT, name TEXT)")
        if not database.execute("SELECT 1 FROM django_migrations").fetchall():
            database.execute("INSERT INTO django_migrations VALUES ('portal', '0001_initial')")
'''


@dataclass
class Project:
    """The folder of the project and of its data, and how its commands are run."""

    folder: Path
    var: Path
    wheels: Path

    def command(self, module: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", module], cwd=self.folder, env=self.environment(**environment),
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    def environment(self, **extra: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "DATABASE_", "COVERAGE"))
        }
        own = {"PORTAL_VAR_DIR": str(self.var), "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.wheels)}
        return {**kept, **own, **extra}

    def calls(self) -> list[str]:
        """What manage.py was asked for since the last look."""
        path = self.var / "calls"
        asked = path.read_text().splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return asked

    def lock(self, name: str = "requirements.txt", *, version: str = "1.0", sha256: str | None = None) -> None:
        wheel = tiny_wheel(self.wheels, version)
        digest = sha256 or hashlib.sha256(wheel.read_bytes()).hexdigest()
        (self.folder / name).write_text(f"goi-thu=={version} \\\n    --hash=sha256:{digest}\n")


def tiny_wheel(folder: Path, version: str) -> Path:
    """A wheel of one module, written by hand."""
    wheel = folder / f"goi_thu-{version}-py3-none-any.whl"
    about = f"goi_thu-{version}.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("goi_thu.py", f"version = {version!r}\n")
        archive.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: goi-thu\nVersion: {version}\n")
        archive.writestr(
            f"{about}/WHEEL", "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        archive.writestr(f"{about}/RECORD", f"goi_thu.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    return wheel


def new_project(base: Path) -> Project:
    folder, var, wheels = base / "project", base / "var", base / "wheels"
    for path in (folder, var, wheels):
        path.mkdir()
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "manage.py").write_text(MANAGE)
    made = Project(folder, var, wheels)
    made.lock()
    return made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Nothing is set up yet."""
    return new_project(tmp_path)


@pytest.fixture(scope="session")
def set_up_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("set-up")
    new_project(base).command("tools.setup")
    return base


@pytest.fixture
def ready_project(set_up_once: Path, tmp_path: Path) -> Project:
    """``make setup`` has been there: a copy, because making an environment takes seconds."""
    base = tmp_path / "copy"
    shutil.copytree(set_up_once, base, symlinks=True)
    ready = Project(base / "project", base / "var", base / "wheels")
    ready.command("tools.setup")  # the database is known by its path
    ready.calls()
    return ready


@pytest.fixture
def alive() -> Callable[[int], bool]:
    """Whether a process runs (one that only waits to be collected does not)."""

    def is_alive(pid: int) -> bool:
        try:
            return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
        except FileNotFoundError:
            return False

    return is_alive
