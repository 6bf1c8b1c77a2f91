"""``make run`` as a person starts it: the real site, its data in a temporary folder."""

import http.client
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tools import run, setup, venv
from tools.project import PYTHON, ROOT, Problem

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not venv.is_ready(venv.RUNTIME), reason="make would rebuild .venv below the running tests"),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    """One installation: its data folder and whatever runs on it."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.port = free_port()
        self.output = var.parent / "output"
        self.process: subprocess.Popen[bytes] | None = None

    def environment(self, **extra: str) -> dict[str, str]:
        dropped = ("DATABASE_URL", "DJANGO_SETTINGS_MODULE", "MAKE", "COVERAGE", "PYTEST")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
        return {**kept, "PORTAL_VAR_DIR": str(self.var), "PORT": str(self.port), "DEMO": "no", **extra}

    def start(self, **extra: str) -> float:
        """Start the site and return the seconds until its home page answers."""
        began = time.monotonic()
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                ["make", "run"], cwd=ROOT, env=self.environment(**extra), start_new_session=True,
                stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        while not self.answers():
            assert self.process.poll() is None, self.output.read_text()
            assert time.monotonic() - began < 120, self.output.read_text()
            time.sleep(0.05)
        return time.monotonic() - began

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def refused(self, **extra: str) -> str:
        """What the person reads when the site does not start."""
        ended = subprocess.run(
            ["make", "run"],
            cwd=ROOT,
            env=self.environment(**extra),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode != 0
        lines = [line for line in ended.stderr.splitlines() if not line.startswith("make")]
        assert len(lines) == 1, ended.stderr
        return lines[0]

    def announced(self) -> str:
        """What has been printed by the time the site says that it runs."""
        deadline = time.monotonic() + 120
        while "Ctrl-C" not in (said := self.output.read_text()):
            assert time.monotonic() < deadline, said
            time.sleep(0.05)
        return said

    def send(self, number: int) -> int:
        """Send a signal to everything in the terminal's foreground, as Ctrl-C does; the exit code of make."""
        assert self.process is not None
        os.killpg(self.process.pid, number)
        return self.process.wait(timeout=30)

    def processes(self) -> list[str]:
        """Command lines of the processes that work on this installation."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if f"PORTAL_VAR_DIR={self.var}\0".encode() in (folder / "environ").read_bytes() + b"\0":
                    found.append((folder / "cmdline").read_text().replace("\0", " "))
            except OSError:
                continue
        return found

    def query(self, statement: str) -> list[tuple[object, ...]]:
        database = sqlite3.connect(self.var / "db.sqlite3", timeout=20)
        try:
            return database.execute(statement).fetchall()
        finally:
            database.close()

    def manage(self, *arguments: str, **extra: str) -> None:
        subprocess.run([PYTHON, "manage.py", *arguments], cwd=ROOT, env=self.environment(**extra), check=True)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path / "var")
    made.var.mkdir()
    yield made
    if made.process and made.process.poll() is None:
        made.process.send_signal(signal.SIGTERM)
        made.process.wait(timeout=30)


def test_the_site_starts_works_stops_and_starts_again_with_its_data(site):
    site.start()
    assert f"http://127.0.0.1:{site.port}/" in site.announced()

    deadline = time.monotonic() + 60  # four programs run, and the scheduler has done its first job
    while not (runs := site.query("SELECT error FROM portal_jobrun WHERE finished_at IS NOT NULL")):
        assert time.monotonic() < deadline, site.output.read_text()
        time.sleep(0.1)
    assert runs[0] == ("",)
    running = " ".join(site.processes())
    assert all(part in running for part in ["gunicorn", "run_worker", "--queue-name long", "run_scheduler"])

    site.send(signal.SIGINT)
    assert site.processes() == []
    assert "Traceback" not in site.output.read_text()

    person = {"USERNAME": "quantri", "EMAIL": "quantri@dangbo.example", "PASSWORD": "mat-khau-thu-dai"}
    site.manage(
        "createsuperuser", "--no-input", **{f"DJANGO_SUPERUSER_{name}": value for name, value in person.items()}
    )
    seconds = site.start()
    said = site.announced()
    assert "Cài" not in said
    assert "Chuẩn bị cơ sở dữ liệu" not in said
    assert site.query("SELECT username FROM auth_user WHERE username = 'quantri'") == [("quantri",)]
    assert seconds < 10  # 5 on a machine that does nothing else

    site.send(signal.SIGHUP)  # the terminal is closed
    assert site.processes() == []


def test_a_port_in_use_is_named_with_a_way_out(site):
    with socket.socket() as other:
        other.bind(("127.0.0.1", site.port))
        other.listen()
        said = site.refused()
    assert f"Cổng {site.port} đang được chương trình khác dùng" in said
    assert f"PORT={site.port + 1}" in said


@pytest.mark.parametrize("typed", ["abc", "0", "70000", "-1", "80 81", "８０８０"])
def test_what_is_no_port_is_named(site, typed):
    assert f"PORT={typed} không phải là số cổng" in site.refused(PORT=typed)


def test_a_broken_database_file_is_one_sentence(site):
    (site.var / "db.sqlite3").write_bytes(b"not a database " * 1000)
    assert "bị hỏng" in site.refused()


FAILS_ONCE = """
import os, sys
from pathlib import Path
var = Path(os.environ["PORTAL_VAR_DIR"])
if sys.argv[1] == "load_demo" and not (var / "failed").exists():
    (var / "failed").touch()
    sys.exit("interrupted")
"""


def test_demo_content_that_was_interrupted_is_loaded_again_and_then_never(ready_project):
    """The small project has no web server, so each start ends there: all steps before it have been taken."""
    with (ready_project.folder / "manage.py").open("a") as manage:
        manage.write(FAILS_ONCE)

    def calls_of_a_start() -> list[str]:
        ready_project.command("tools.run", PORT=str(free_port()))
        return ready_project.calls()

    said = ready_project.command("tools.run", PORT=str(free_port())).stderr
    assert "Không nạp được nội dung mẫu" in said
    assert "Traceback" not in said
    assert "load_demo" in ready_project.calls()
    assert calls_of_a_start() == ["load_demo", "demo_accounts"]
    assert calls_of_a_start() == []


def test_without_demo_content_nothing_is_loaded(ready_project):
    ready_project.command("tools.run", PORT=str(free_port()), DEMO="no")
    assert ready_project.calls() == []


def test_ctrl_c_while_installing_is_no_traceback(project):
    started = subprocess.Popen(
        [sys.executable, "-m", "tools.setup"], cwd=project.folder, env=project.environment(), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    assert started.stdout is not None
    assert "Tạo môi trường" in started.stdout.readline()
    os.killpg(started.pid, signal.SIGINT)
    said = started.communicate(timeout=30)[1]
    assert started.returncode == 130
    assert "Traceback" not in said
    assert project.command("tools.setup").returncode == 0


@pytest.mark.parametrize("status", [200, 404, 500])
def test_a_site_that_has_only_errors_to_show_is_not_announced(status):
    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(status)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        if status < 500:
            assert run.serving(server.server_port)
        else:
            with pytest.raises(Problem, match="Trang chủ trả lời lỗi 500"):
                run.serving(server.server_port)


def test_demo_sign_ins_are_asked_for_again_when_an_account_changes(tmp_path, monkeypatch, capfd):
    """The real demo accounts, of which one has changed the password."""
    site = Site(tmp_path / "var")
    site.var.mkdir()
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PORTAL_VAR_DIR", str(site.var))
    site.manage("migrate", "-v0")
    make = "from portal.demo.accounts import make_accounts; make_accounts()"
    site.manage("shell", "-v0", "-c", make)
    path = site.var / "db.sqlite3"
    setup.Memory(path).put(demo="loaded")

    run.announce(8000, path)
    first = capfd.readouterr().out
    assert "bientap" in first
    assert "phongvien" in first

    change = "from django.contrib.auth.models import User as U; u = U.objects.get(username='bientap'); "
    site.manage("shell", "-v0", "-c", change + "u.set_password('mat-khau-rieng-cua-toi'); u.save()")
    run.announce(8000, path)
    second = capfd.readouterr().out
    assert "bientap" not in second
    assert "phongvien" in second
