"""``make setup``: packages, messages, database. Each step knows when there is nothing to do."""

import hashlib
import json
import os
from pathlib import Path

from tools import database, venv
from tools.project import (
    PYTHON,
    ROOT,
    Problem,
    log_path,
    manage,
    one_at_a_time,
    run_as_command,
    run_quietly,
    say,
    var_dir,
)


class Memory:
    """What earlier starts have done to one database, kept in the data folder."""

    def __init__(self, path: Path | None) -> None:
        address = str(path.resolve()) if path else os.environ["DATABASE_URL"]
        self.database = hashlib.sha256(address.encode()).hexdigest()[:16]
        self.file = var_dir() / "setup.json"
        try:
            self.of_all: dict[str, dict[str, str]] = dict(json.loads(self.file.read_text()))
            self.known = dict(self.of_all.get(self.database, {}))
        except (OSError, ValueError, TypeError):
            self.of_all, self.known = {}, {}
        if path is not None and not path.exists():
            self.known = {}

    def get(self, key: str) -> str | None:
        return self.known.get(key)

    def put(self, **values: str) -> None:
        self.known.update(values)
        new = self.file.with_suffix(".new")
        new.write_text(json.dumps({**self.of_all, self.database: self.known}, indent=1))
        new.replace(self.file)


def prepare(lock: str = venv.RUNTIME) -> None:
    """Everything a ``manage.py`` command needs.

    Raises:
        Problem: one of the steps cannot be done.
    """
    path = database.embedded_path()
    if path is not None:
        database.require_sound(path)
    with one_at_a_time():
        log_path().unlink(missing_ok=True)
        venv.ensure(lock)
        compile_messages()
        migrate(path)


def compile_messages() -> None:
    """Make the catalogues of messages, as Python can (a bare machine has no msgfmt)."""
    sources = [path for folder in ("locale", "locale_vendor") for path in (ROOT / folder).rglob("*.po")]
    if all(_newer(source.with_suffix(".mo"), source) for source in sources):
        return
    say("Dịch tệp thông điệp tiếng Việt…")
    failed = run_quietly([PYTHON, "-m", "tools.messages"])
    if failed:
        raise Problem(f"Tệp thông điệp trong locale/ hoặc locale_vendor/ có lỗi; chi tiết ở cuối tệp {log_path()}.")


def _newer(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns


def migrate(path: Path | None) -> None:
    """Bring the database up to date, without starting Django when it is."""
    memory = Memory(path)
    state = database.state(path)
    if state is not None and memory.get("migrated") == state:
        return
    say("Chuẩn bị cơ sở dữ liệu…")
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    if run_quietly(manage("migrate", "--no-input")) is not None:
        raise Problem(f"Không chuẩn bị được cơ sở dữ liệu; chi tiết ở cuối tệp {log_path()}.")
    memory.put(migrated=database.state(path) or "")


def main() -> None:
    prepare()
    say("Xong. Các lệnh quản trị: ./.venv/bin/python manage.py …")


if __name__ == "__main__":
    run_as_command(main)
