"""Real workers that are killed while they recognise a real scan: another one reads it to its end, and nothing twice."""

import json
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.documents.extraction.letters import DIRECTIVE
from tests.documents.extraction.pdfs import scanned_page, text_pdf
from tests.documents.extraction.scans import Scan, accuracy, picture
from tests.documents.files.making import needs_tesseract
from tests.processes import installed, manage, shell, start

pytestmark = [
    pytest.mark.slow,
    needs_tesseract,
]

PAGES = 4
PATIENCE_SECONDS = 300
#: What runs in the process that recognises a page.
RECOGNITION = "documents.extraction.page_recognition"
UPLOAD = """
from django.contrib.auth import get_user_model
from documents.files.receiving import receive
clerk = get_user_model().objects.create_user("vanthu")
with open({path!r}, "rb") as stream:
    print(receive(stream, "quet.pdf", by=clerk).pk)
"""
#: The scheduler's job, where the dead are silent for a second already; and what is left in hands.
GIVE_BACK = """
from datetime import timedelta
from django_tasks_db.models import DBTaskResult
from portal.queues import querysets
from portal.queues.services import return_lost_tasks
querysets.SILENCE = timedelta(seconds=1)
return_lost_tasks()
print(DBTaskResult.objects.running().count())
"""
LOOK = """
import json
from django_tasks_db.models import DBTaskResult
from documents.models import DocumentFile
from portal.queues.models import TaskWorker
file = DocumentFile.objects.get()
print(json.dumps({
    "reading": file.reading,
    "quarantine": file.quarantine,
    "pages": [[page.number, page.text, page.source] for page in file.pages.order_by("number", "pk")],
    "pictures": file.pages.filter(picture_width__gt=0).count(),
    "tasks": sorted(set(DBTaskResult.objects.values_list("status", flat=True))),
    "workers": TaskWorker.objects.count(),
}))
"""


@pytest.fixture
def installation(tmp_path) -> Iterator[dict[str, str]]:
    with installed("sqlite", tmp_path) as environment:
        manage(environment, "migrate", "-v0")
        yield environment


def worker(environment: dict[str, str]) -> "subprocess.Popen[str]":
    return start(environment, "manage.py", "db_worker", "--queue-name", "long", "--queue-name", "long,scans")


def recognitions_of(process: "subprocess.Popen[str]") -> set[int]:
    """The processes that recognise a page for this worker now."""
    found = set()
    for path in Path("/proc", str(process.pid), "task").glob("*/children"):
        for child in path.read_text().split():
            try:
                command = Path("/proc", child, "cmdline").read_text()
            except FileNotFoundError:
                continue
            if RECOGNITION in command:
                found.add(int(child))
    return found


def kill_while_it_recognises(process: "subprocess.Popen[str]", page: int) -> None:
    """In the middle of the page that is its ``page``-th."""
    seen: set[int] = set()
    deadline = time.monotonic() + PATIENCE_SECONDS
    while len(seen) < page:
        assert process.poll() is None, process.stdout.read() if process.stdout else ""
        assert time.monotonic() < deadline, "nothing was recognised"
        seen |= recognitions_of(process)
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    assert process.wait(timeout=60) == -signal.SIGKILL


def given_back(environment: dict[str, str]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while shell(environment, GIVE_BACK) != "0":
        assert time.monotonic() < deadline, "the task of the dead stays in its hands"


def look(environment: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shell(environment, LOOK))
    return found


def test_a_scan_whose_workers_are_killed_in_the_middle_is_read_to_its_end_and_once(installation, tmp_path):
    scan = text_pdf()
    for _number in range(PAGES):
        scanned_page(scan, picture(Scan("trang", DIRECTIVE, dpi=200)))
    path = tmp_path / "quet.pdf"
    path.write_bytes(scan.whole())
    shell(installation, UPLOAD.format(path=str(path)))

    kill_while_it_recognises(worker(installation), page=1)
    assert look(installation)["quarantine"] == "held", "the verdict was not given yet"
    given_back(installation)
    kill_while_it_recognises(worker(installation), page=3)  # one of those behind first and last page
    assert look(installation)["reading"] == "reading"
    given_back(installation)

    lasting = worker(installation)
    deadline = time.monotonic() + PATIENCE_SECONDS
    while (found := look(installation))["reading"] == "reading":
        assert time.monotonic() < deadline, found
        assert lasting.poll() is None
    lasting.send_signal(signal.SIGTERM)
    assert "Traceback" not in lasting.communicate(timeout=120)[0]

    found = look(installation)
    assert (found["reading"], found["quarantine"], found["workers"]) == ("done", "released", 0)
    assert [number for number, _, _ in found["pages"]] == [1, 2, 3, 4], "no page twice"
    assert {source for _, _, source in found["pages"]} == {"ocr"}
    for _number, text, _source in found["pages"]:
        assert accuracy(DIRECTIVE.text, text) > 0.95, "no text twice, and all of it"
    assert found["pictures"] == PAGES
    assert found["tasks"] == ["SUCCESSFUL"]
