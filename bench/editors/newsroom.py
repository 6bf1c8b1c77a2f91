"""The portal that the editors work at: its processes, its people and pages, and what is found there at the end."""

import json
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.editors.editor import CHIEF, EDITOR, REPORTER, Person
from bench.editors.ledger import words_in
from tools.demo_site import Site
from tools.project import ROOT

CROWDED, EACH_REPORTERS_OWN = 5, 6
STAFF = {REPORTER: 5, EDITOR: 10, CHIEF: 5}
#: The code that passes the second factor of accounts that have the demo's (``portal.settings.dev``).
CODE = "246810"
DRAIN_SECONDS = 30

_MAKE = """
import json
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from news.models import Article, Section
from portal.demo.publishing import publish_approved
from portal.editorial import roles
from portal.members.second_factor import give_demo_factor
asked = json.loads({asked!r})
kinds = {{role.code: role for role in (roles.REPORTER, roles.EDITOR, roles.CHIEF)}}
password = make_password(asked["password"])
people = []
for name, role in asked["people"]:
    user = User.objects.create(username=name, password=password, first_name=name, email=name + "@demo.example")
    user.groups.add(roles.group_of(kinds[role]))
    give_demo_factor(user)
    people.append(user)
section = Section.objects.live().order_by("path").first()
pages = []
for number, owner in enumerate(asked["owners"]):
    article = Article(title=f"Bài của ban biên tập, số {{number}}", slug=f"ban-bien-tap-{{number}}", live=False,
                      owner=people[owner], author_name="Ban biên tập")
    section.add_child(instance=article)
    revision = article.save_revision(user=people[owner])
    if number % 2:
        publish_approved(revision, by=people[-1])
    pages.append(article.pk)
print("MADE" + json.dumps(pages))
"""
_FIND = """
import json
from django.db import connection
from django.utils import timezone
from news.models import Article
from portal.editorial.guard import violations
from portal.outbox.models import Effect
texts = {{page.pk: json.dumps(page.get_latest_revision().content, ensure_ascii=False)
          for page in Article.objects.filter(pk__in={pages!r})}}
with connection.cursor() as cursor:
    cursor.execute("SELECT pg_stat_clear_snapshot()")
    cursor.execute("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    deadlocks = cursor.fetchone()[0]
print("FOUND" + json.dumps({{
    "texts": texts, "deadlocks": deadlocks, "violations": [page.title for page in violations()],
    "live": Article.objects.filter(pk__in={pages!r}, live=True).count(),
    "done": Effect.objects.filter(state="done").count(), "given_up": Effect.objects.dead().count(),
}}))
"""
_DUE = """
from django.utils import timezone
from portal.outbox.models import Effect
print("DUE", Effect.objects.waiting().filter(due_at__lte=timezone.now()).count())
"""


@dataclass(frozen=True)
class Findings:
    """What the database holds when all have gone."""

    newest: dict[int, list[str]]
    deadlocks: int
    violations: list[str]
    live: int
    effects_done: int
    effects_given_up: int


class Newsroom(Site):
    """A portal on PostgreSQL that answers several people at once, with its worker and its scheduler."""

    workers, threads = 2, 8

    def __init__(self, folder: Path, database: str) -> None:
        super().__init__(folder)
        self.environment |= {"DATABASE_URL": database}
        self.password = secrets.token_urlsafe(16)

    def make(self) -> list[Person]:
        """The staff and their pages."""
        self.manage("migrate", "--verbosity", "0")
        people = [(f"{role}{number}", role) for role, count in STAFF.items() for number in range(count)]
        reporters = range(STAFF[REPORTER])
        owners = [*(number % len(reporters) for number in range(CROWDED)), *sorted([*reporters] * EACH_REPORTERS_OWN)]
        asked = json.dumps({"password": self.password, "people": people, "owners": owners})
        self.pages: list[int] = self.printed("MADE", _MAKE.format(asked=asked))
        crowded, others = self.pages[:CROWDED], self.pages[CROWDED:]
        staff = []
        for number, (name, role) in enumerate(people):
            mine = role != REPORTER or None
            staff.append(
                Person(
                    number, name, role,
                    tuple(others if mine else others[number * EACH_REPORTERS_OWN : (number + 1) * EACH_REPORTERS_OWN]),
                    tuple(crowded if mine else [crowded[number]]),
                )
            )  # fmt: skip
        return staff

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Web, worker and scheduler; what they print is kept in the folder."""
        with (self.folder / "log.txt").open("w") as self.log, self:
            others = [
                subprocess.Popen(
                    [sys.executable, "manage.py", name],
                    cwd=ROOT,
                    env=self.environment,
                    stdout=self.log,
                    stderr=self.log,
                )
                for name in ("run_worker", "run_scheduler")
            ]
            try:
                yield
            finally:
                for process in others:
                    process.terminate()
                for process in others:
                    process.wait(timeout=60)

    def tracebacks(self) -> str:
        """The last of what went wrong in its processes."""
        said = (self.folder / "log.txt").read_text()
        return said[said.find("Traceback") :][-6000:] if "Traceback" in said else ""

    def backlog(self) -> int:
        """Effects that are due and not carried out."""
        printed = self.manage("shell", "--verbosity", "0", "--command", _DUE)
        return int(printed.rsplit("DUE", 1)[1])

    def drained(self) -> int:
        """The backlog once the worker had some time."""
        deadline = time.monotonic() + DRAIN_SECONDS
        while (left := self.backlog()) and time.monotonic() < deadline:
            time.sleep(1)
        return left

    def find(self) -> Findings:
        found: dict[str, Any] = self.printed("FOUND", _FIND.format(pages=self.pages))
        return Findings(
            {int(page): words_in(text) for page, text in found["texts"].items()},
            found["deadlocks"], found["violations"], found["live"], found["done"], found["given_up"],
        )  # fmt: skip
