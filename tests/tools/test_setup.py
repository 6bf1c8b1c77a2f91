"""``make setup`` on a small project: real virtual environments, real pip, no network."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.tools.conftest import Project

pytestmark = pytest.mark.slow


def version_installed(project: Project) -> str:
    """Version of the locked package as its own Python sees it."""
    python = project.folder / ".venv" / "bin" / "python"
    ask: list[str | Path] = [python, "-c", "import goi_thu; print(goi_thu.version)"]
    return subprocess.run(ask, capture_output=True, text=True, check=False).stdout.strip()


def test_a_second_setup_has_nothing_to_do(project):
    first = project.command("tools.setup")
    assert first.returncode == 0, first.stderr
    assert version_installed(project) == "1.0"
    assert project.calls() == ["migrate --no-input"]

    second = project.command("tools.setup")
    assert second.returncode == 0
    assert "Cài" not in second.stdout
    assert project.calls() == []


def test_after_a_change_of_the_lock_only_what_it_names_is_there(ready_project):
    [packages] = (ready_project.folder / ".venv").glob("lib/python*/site-packages")
    (packages / "no_longer_locked.py").write_text("")
    ready_project.lock(version="1.1")
    assert ready_project.command("tools.setup").returncode == 0
    assert version_installed(ready_project) == "1.1"
    assert not (packages / "no_longer_locked.py").exists()


@pytest.mark.parametrize("lost", ["lib", "bin/python", "lib/python*/site-packages/goi_thu.py"])
def test_a_partial_environment_is_repaired(ready_project, lost):
    lost_paths = list((ready_project.folder / ".venv").glob(lost))
    assert lost_paths
    for path in lost_paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    assert ready_project.command("tools.setup").returncode == 0
    assert version_installed(ready_project) == "1.0"


def test_a_package_with_other_bytes_is_refused(project):
    project.lock(sha256="0" * 64)
    refused = project.command("tools.setup")
    assert refused.returncode == 1
    assert "không khớp mã băm" in refused.stderr
    assert "Traceback" not in refused.stdout + refused.stderr


def test_without_network_one_sentence_says_so(project):
    shutil.rmtree(project.wheels)
    refused = project.command("tools.setup", PIP_NO_INDEX="0", PIP_INDEX_URL="http://127.0.0.1:9/", PIP_FIND_LINKS="")
    assert refused.returncode == 1
    assert "kiểm tra kết nối mạng" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1


def test_what_was_interrupted_is_done_again(project):
    """A failed installation leaves no note that it succeeded."""
    project.lock(version="1.1", sha256="0" * 64)
    assert project.command("tools.setup").returncode == 1
    project.lock(version="1.1")
    assert project.command("tools.setup").returncode == 0
    assert version_installed(project) == "1.1"


@pytest.mark.parametrize("content", [b"this is no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_database_file_is_named_and_kept(project, content):
    database = project.var / "db.sqlite3"
    database.write_bytes(content)
    refused = project.command("tools.setup")
    assert refused.returncode == 1
    assert str(database) in refused.stderr
    assert "hỏng" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
    assert database.read_bytes() == content


def test_damage_inside_the_file_is_seen(project):
    database = project.var / "db.sqlite3"
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE texts (body TEXT)")
        connection.executemany("INSERT INTO texts VALUES (?)", [("Chi bộ Xóm Mới " * 50,)] * 200)
    connection.close()
    content = bytearray(database.read_bytes())
    content[4096:8192] = b"\x99" * 4096
    database.write_bytes(content)
    assert "hỏng" in project.command("tools.setup").stderr


def test_a_folder_in_place_of_the_database_is_named(project):
    (project.var / "db.sqlite3").mkdir()
    assert "không phải là tệp cơ sở dữ liệu" in project.command("tools.setup").stderr


def test_a_data_folder_that_cannot_be_made_is_named(project):
    blocked = project.folder / "manage.py" / "var"
    refused = project.command("tools.setup", PORTAL_VAR_DIR=str(blocked))
    assert refused.returncode == 1
    assert "Không tạo được thư mục dữ liệu" in refused.stderr


def test_a_database_from_a_backup_is_migrated(ready_project):
    """What counts is what the file itself says, not that some file was migrated before."""
    (ready_project.var / "db.sqlite3").unlink()
    with sqlite3.connect(ready_project.var / "db.sqlite3") as older:
        older.execute("CREATE TABLE django_migrations (app TEXT, name TEXT)")
    older.close()
    ready_project.command("tools.setup")
    assert ready_project.calls() == ["migrate --no-input"]


def test_changed_code_of_an_app_is_migrated(ready_project):
    app = ready_project.folder / "news"
    app.mkdir()
    (app / "apps.py").write_text("")
    ready_project.command("tools.setup")
    ready_project.calls()
    (app / "signal_handlers.py").write_text("# what runs after migrate changed\n")
    ready_project.command("tools.setup")
    assert ready_project.calls() == ["migrate --no-input"]


def test_a_failing_migration_says_where_to_look(project):
    (project.folder / "manage.py").write_text("raise SystemExit('no such table')")
    refused = project.command("tools.setup")
    assert refused.returncode == 1
    assert str(project.var / "setup.log") in refused.stderr
    assert "no such table" in (project.var / "setup.log").read_text()
