"""``make test`` itself: what it runs, what it keeps away from the tests, and what it says when a part is missing."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import packages, venv
from tools.project import ROOT, Problem
from tools.test import Checks, clean_environment

TESTS = """
import pytest

def test_plain(): ...

@pytest.mark.django_db
def test_marked(): ...

@pytest.fixture
def article(db): ...

def test_by_fixture(article): ...
"""


def test_only_what_touches_the_database_runs_on_postgresql(tmp_path):
    (tmp_path / "test_some.py").write_text(TESTS)
    collected = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-p", "tools.pytest_database", "--database-only", "--collect-only", "-q",
            "-p", "no:randomly", "-p", "no:cacheprovider", tmp_path,
        ], cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert re.findall(r"::(test_\w+)", collected.stdout) == ["test_marked", "test_by_fixture"], collected.stdout


def test_every_check_runs_and_one_that_fails_fails_the_whole(capfd):
    checks = Checks({})
    checks.run("first", [sys.executable, "-c", "raise SystemExit(3)"])
    checks.run("second", [sys.executable, "-c", "print('second ran')"])
    assert checks.summary() == 1
    said = capfd.readouterr().out
    assert "second ran" in said
    assert "Chưa đạt: first." in said


def test_a_part_left_out_fails_only_where_everything_must_be_there(monkeypatch, capsys):
    for ci, code in [("", 0), ("false", 0), ("true", 1)]:
        monkeypatch.setenv("CI", ci)
        checks = Checks({})
        checks.leave_out("pytest: Chromium", "Thiếu gói hệ thống chromium")
        assert checks.summary() == code
        assert "Thiếu gói hệ thống chromium" in capsys.readouterr().out


def test_the_tests_never_see_the_own_installation(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://cong@may-chu/cong")
    monkeypatch.setenv("SECRET_KEY", "bí mật")
    monkeypatch.setenv("ELASTICSEARCH_URL", "https://tim-kiem.example.vn")
    monkeypatch.setenv("ELASTICSEARCH_API_KEY", "bí mật")
    monkeypatch.setenv("PORTAL_CACHE_DIR", "/tmp")
    monkeypatch.setenv("PORTAL_VAR_DIR", "/srv/cong")
    with clean_environment() as environment:
        assert "DATABASE_URL" not in environment
        assert "SECRET_KEY" not in environment
        assert not [name for name in environment if name.startswith("ELASTICSEARCH_")]
        assert environment["PORTAL_CACHE_DIR"] == "/tmp", "what was fetched once is not fetched again for the tests"
        assert Path(environment["PORTAL_VAR_DIR"]).is_dir()
    assert not Path(environment["PORTAL_VAR_DIR"]).exists()


def test_packages_that_cannot_be_installed_are_named(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problem, match="sudo apt install chromium postgresql"):
        packages.install(["chromium", "postgresql"], why="cho các bài kiểm tra")


def test_missing_packages_are_those_whose_check_found_nothing():
    assert packages.missing({"chromium": False, "postgresql": True}) == ["chromium"]


@pytest.mark.parametrize("lock", [venv.RUNTIME, venv.DEVELOPMENT])
def test_every_locked_package_has_a_digest(lock):
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text())
    pinned = [block for block in blocks if "==" in block.partition(" ")[0]]
    assert len(pinned) > 30
    assert [block.partition(" ")[0] for block in pinned if "--hash=sha256:" not in block] == []


def test_the_tests_run_on_the_versions_that_are_served():
    served = venv.pins((ROOT / venv.RUNTIME).read_text().splitlines())
    tested = venv.pins((ROOT / venv.DEVELOPMENT).read_text().splitlines())
    assert served.items() <= tested.items()


@pytest.mark.parametrize("names", ["requirements.in", "requirements-dev.in"])
def test_every_requirement_has_its_reason(names):
    reasons = (
        (ROOT / "docs" / "decisions" / "dependencies.md")
        .read_text()
        .replace("types-*", "types-beautifulsoup4 types-polib")
    )
    lines = [line for line in (ROOT / names).read_text().splitlines() if line and line[0] not in "#-"]
    required = [re.split(r"[^A-Za-z0-9_.-]", line)[0] for line in lines]
    assert [name for name in required if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", reasons)] == []


def test_help_names_every_command():
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    commands = ["setup", "run", "test", "lint", "bench", "lock", "messages", "screenshots"]
    for command in [*commands, "elasticsearch", "elasticsearch-stop"]:
        assert f"make {command} " in said
