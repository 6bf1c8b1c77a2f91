"""Long work keeps nobody waiting: while a task of a minute runs, pages go live, mails go out, short tasks are done."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools.project import ROOT
from tools.run import programs

pytestmark = pytest.mark.slow

LONG, SHORT = "tests.outbox.tasks_at_work.long_work", "tests.outbox.tasks_at_work.short_work"

PREPARE = """
from datetime import timedelta
from django.utils import timezone
from portal.outbox.mail import Mail, send_mail
from tests.factories import ArticleFactory, SectionFactory, approval_of
from tests.outbox.tasks_at_work import long_work, short_work
from wagtail.models import Site
section = SectionFactory(parent=Site.objects.get().root_page, title="Diễn đàn", slug="dien-dan", live=True)
article = ArticleFactory(parent=section, title="Họp chi bộ", slug="hop-chi-bo", live=False)
article.go_live_at = timezone.now() + timedelta(seconds=3)
revision = article.save_revision()
approval_of(article).save()
revision.publish()
send_mail(Mail(to="can-bo@example.vn", subject="Họp chi bộ", text="Mời đồng chí dự họp."), key="hop")
short_work.enqueue()
"""
LOOK = """
import json
from news.models import Article
from portal.outbox.models import Effect
from django_tasks_db.models import DBTaskResult
print(json.dumps({
    "live": Article.objects.get(slug="hop-chi-bo").live if Article.objects.filter(slug="hop-chi-bo") else None,
    "mail": list(Effect.objects.filter(key="mail:hop").values_list("state", flat=True)),
    "tasks": dict(DBTaskResult.objects.values_list("task_path", "status")),
}))
"""
BEGIN = """
from tests.outbox.tasks_at_work import long_work
long_work.enqueue(60)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    made = {
        **os.environ, "PORTAL_VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}", "LOG_LEVEL": "ERROR",
        "EMAIL_URL": f"filemail://{tmp_path / 'mail'}",
    }  # fmt: skip
    manage(made, "migrate", "-v0")
    return made


@pytest.fixture
def supervised(environment: dict[str, str]) -> Iterator[None]:
    """What ``make run`` supervises, but the web server."""
    background = [program for program in programs(0) if program.name != "web"]
    running = [
        subprocess.Popen(program.command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
        for program in background
    ]
    yield
    for process in running:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def shell(environment: dict[str, str], script: str) -> str:
    return manage(environment, "shell", "-v0", "-c", script)


def wait_for(environment: dict[str, str], seconds: float, tasks: dict[str, str], **wanted: object) -> dict[str, Any]:
    """What the database says as soon as it says all that is wanted, or when ``seconds`` have passed."""
    deadline = time.monotonic() + seconds
    while True:
        found: dict[str, Any] = json.loads(shell(environment, LOOK))
        there = wanted.items() <= found.items() and tasks.items() <= found["tasks"].items()
        if there or time.monotonic() > deadline:
            return found
        time.sleep(0.5)


def test_a_page_goes_live_while_a_task_of_a_minute_runs(environment: dict[str, str], supervised: None) -> None:
    shell(environment, BEGIN)
    assert wait_for(environment, tasks={LONG: "RUNNING"}, seconds=30)["tasks"] == {LONG: "RUNNING"}
    shell(environment, PREPARE)
    found = wait_for(environment, live=True, mail=["done"], tasks={LONG: "RUNNING", SHORT: "SUCCESSFUL"}, seconds=50)
    assert found["live"]
    assert found["mail"] == ["done"]
    assert found["tasks"][SHORT] == "SUCCESSFUL"
    assert found["tasks"][LONG] == "RUNNING", "it took its minute, and nobody waited for it"
