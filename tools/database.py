"""The embedded database file, looked at with Python's own library: is it sound, is it up to date?"""

import hashlib
import os
import sqlite3
from pathlib import Path
from urllib.parse import unquote

from tools.project import ROOT, Problem, var_dir

#: Above this a full check would cost more than the start itself; SQLite still finds damage where it reads.
CHECKED_BYTES = 200 * 1024 * 1024


def embedded_path() -> Path | None:
    """The SQLite file the settings will use; None when ``DATABASE_URL`` names a database server."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return var_dir() / "db.sqlite3"
    if url.startswith("sqlite:///"):
        return Path(unquote(url.removeprefix("sqlite:///").partition("?")[0]))
    return None


def require_sound(path: Path) -> None:
    """Say clearly that ``path`` is no usable database; a missing or empty file is a new one.

    Raises:
        Problem: it is damaged, no SQLite database, or cannot be read and written.
    """
    if not path.exists():
        return
    if not path.is_file():
        raise Problem(f"{path} không phải là tệp cơ sở dữ liệu; hãy đổi tên nó rồi chạy lại.")
    if not os.access(path, os.R_OK | os.W_OK):
        raise Problem(f"Không có quyền đọc và ghi tệp cơ sở dữ liệu {path}; hãy sửa quyền rồi chạy lại.")
    small = path.stat().st_size < CHECKED_BYTES
    try:
        answer = _query(path, "PRAGMA quick_check(1)" if small else "PRAGMA schema_version")
        damaged = small and answer != [("ok",)]
    except sqlite3.OperationalError as error:
        raise Problem(f"Không mở được tệp cơ sở dữ liệu {path} ({error}).") from None
    except sqlite3.DatabaseError:
        damaged = True
    if damaged:
        raise Problem(
            f"Tệp cơ sở dữ liệu {path} bị hỏng: hãy khôi phục từ bản sao lưu, "
            "hoặc đổi tên tệp ấy rồi chạy lại để bắt đầu với cơ sở dữ liệu mới."
        )


def state(path: Path | None) -> str | None:
    """A digest of what ``migrate`` would look at; None when it cannot be known without asking the database server.

    It covers the migrations the database says it has, the locked packages and all code of the apps (a handler of
    ``post_migrate`` may read any of it), so equal digests mean that ``migrate`` has nothing to do.
    """
    if path is None:
        return None
    seen = hashlib.sha256(str(path.resolve()).encode())
    for source in [ROOT / "requirements.txt", *_code()]:
        seen.update(f"{source.relative_to(ROOT)}\0".encode() + source.read_bytes())
    try:
        seen.update(repr(_query(path, "SELECT app, name FROM django_migrations ORDER BY app, name")).encode())
    except sqlite3.Error:
        return None
    return seen.hexdigest()


def people(path: Path | None) -> str | None:
    """A digest of all accounts and their passwords' hashes; None when it cannot be known without Django."""
    if path is None:
        return None
    try:
        rows = _query(path, "SELECT username, password, is_active FROM auth_user ORDER BY username")
    except sqlite3.Error:
        return None
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _code() -> list[Path]:
    apps = {path.parent for path in ROOT.glob("*/apps.py")}
    return sorted(source for app in apps for source in app.rglob("*.py"))


def _query(path: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path, timeout=5)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()
