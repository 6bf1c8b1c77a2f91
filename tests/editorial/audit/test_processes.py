"""Real writers beside real sealers, in processes of their own: nothing is lost, and the chain is whole."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import postgres
from tools.project import ROOT

pytestmark = pytest.mark.slow

WRITERS, SEALERS, EACH = 3, 2, 40
# Transactions of different lengths: some commit long after lines with higher numbers; every fifth is taken back.
WRITE = """
import random, time
from django.db import connection, transaction
from portal.editorial.audit.services import record
for number in range({each}):
    with transaction.atomic():
        record("audit.export", details=f"{name}-{{number}}")
        if connection.vendor == "postgresql":
            time.sleep(random.random() * 0.05)
        if number % 5 == 4:
            transaction.set_rollback(True)
"""
SEAL = """
import time
from portal.editorial.audit.sealing import seal
until = time.monotonic() + {seconds}
while time.monotonic() < until:
    seal()
    time.sleep(0.01)
"""
COUNT = """
from portal.editorial.audit.models import Entry, EntryText
details = list(EntryText.objects.filter(entry__action="audit.export").values_list("details", flat=True))
print(len(details), len(set(details)), Entry.objects.unsealed().count())
"""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def installation(request, tmp_path_factory) -> Iterator[dict[str, str]]:
    """The environment of an installation with nothing but an audit in its database."""
    folder: Path = tmp_path_factory.mktemp("audit")
    environment = {
        **os.environ, "PORTAL_VAR_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONPATH": str(ROOT), "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
    }  # fmt: skip
    if request.param == "sqlite":
        migrate(environment)
        yield environment
    elif postgres.programs() is None:
        pytest.skip("no PostgreSQL on this machine")
    else:
        with postgres.temporary_server() as url:
            environment["DATABASE_URL"] = url
            migrate(environment)
            yield environment


def migrate(environment: dict[str, str]) -> None:
    """As far as the audit needs. Content types first: in their first table those of snippets cannot be made."""
    for app in ("contenttypes", "audit"):
        manage(environment, "migrate", app, "-v0")


def manage(environment: dict[str, str], *arguments: str) -> str:
    return finish(start(environment, *arguments))


def start(environment: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def finish(process: "subprocess.Popen[str]") -> str:
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 0, said
    return said


def test_writers_beside_sealers_lose_nothing(installation):
    sealers = [start(installation, "shell", "-v0", "-c", SEAL.format(seconds=6)) for _ in range(SEALERS)]
    writers = [start(installation, "shell", "-v0", "-c", WRITE.format(each=EACH, name=name)) for name in range(WRITERS)]
    for process in [*writers, *sealers]:
        finish(process)
    manage(installation, "audit", "seal")
    kept = WRITERS * EACH * 4 // 5
    assert manage(installation, "shell", "-v0", "-c", COUNT).split() == [str(kept), str(kept), "0"]
    mailed = manage(installation, "audit", "head").strip()
    assert mailed.startswith(f"{kept}:")
    assert "nguyên vẹn" in manage(installation, "audit", "verify", "--head", mailed)


def test_a_broken_chain_ends_the_command_with_one(installation):
    command = start(installation, "audit", "verify", "--head", "999999:" + "0" * 64)
    said = command.communicate(timeout=60)[0]
    assert command.returncode == 1
    assert "phần cuối đã bị xoá" in said
    assert "Traceback" not in said
