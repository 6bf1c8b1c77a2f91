"""docs/settings.md lists every environment variable that the settings read, and no other."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
READ = re.compile(r"""(?:\benv\.\w+|\brequired|\benv)\(\s*["']([A-Z][A-Z0-9_]+)["']""")
ROW = re.compile(r"^\| `([A-Z0-9_]+)` \| [^|]*\| [^|]+\| [^|]+\|$", re.MULTILINE)


def test_the_table_lists_what_the_settings_read():
    code = "\n".join(path.read_text() for path in sorted((ROOT / "portal" / "settings").glob("*.py")))
    rows = ROW.findall((ROOT / "docs" / "settings.md").read_text())
    assert sorted(rows) == sorted(set(READ.findall(code)))


def test_settings_read_the_environment_in_one_way_only():
    for path in (ROOT / "portal" / "settings").glob("*.py"):
        assert "os.environ" not in path.read_text(), path.name
        assert "getenv" not in path.read_text(), path.name


REQUIRED = {
    "SECRET_KEY": "k7!vq2zr9XwQ4pLm8sTd-0bHfY3uJ6nRcE1gA5oVi+ZkDxWq7Bf2", "ALLOWED_HOSTS": "portal.example.vn", "SITE_URL": "https://portal.example.vn",
    "DATABASE_URL": "sqlite:////nowhere/db.sqlite3",
}  # fmt: skip
SHOW = """
import importlib, sys
module = importlib.import_module(sys.argv[1])
print({name: value for name, value in vars(module).items() if name.isupper() and name != "SECRET_KEY"})
"""


def settings_with(module: str, environment: dict[str, str]) -> str:
    inherited = {name: value for name, value in os.environ.items() if name not in variables()}
    command = [sys.executable, "-c", SHOW, module]
    return subprocess.run(
        command, cwd=ROOT, env={**inherited, **environment}, capture_output=True, text=True, check=True
    ).stdout


def variables() -> set[str]:
    return set(ROW.findall((ROOT / "docs" / "settings.md").read_text()))


@pytest.mark.parametrize(("module", "given"), [("portal.settings.dev", {}), ("portal.settings.production", REQUIRED)])
def test_an_empty_value_counts_as_not_set(module, given):
    """A line left empty in an environment file must not switch a protection off."""
    empty = dict.fromkeys(variables() - set(given), "")
    assert settings_with(module, {**empty, **given}) == settings_with(module, given)
