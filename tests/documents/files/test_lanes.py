"""Files wait in two lanes: a scan that takes long keeps neither the next file nor a register, and says its place."""

from typing import Any

import pytest
from django.urls import reverse
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from documents.files.rights import SILENT, may_be_read_again
from documents.files.waiting import files_before, is_in_hands
from documents.importing.tasks import read_upload
from documents.models import DocumentFile, Quarantine, Reading
from portal.queues.working import worker_of
from tests.documents.extraction.letters import DIRECTIVE
from tests.documents.extraction.pdfs import scanned_page, text_pdf
from tests.documents.extraction.scans import Scan, picture
from tests.documents.files.making import needs_tesseract, pdf, taken
from tests.editorial.conftest import client_of
from tests.reading import read

#: A worker ends with its connection, on PostgreSQL also the one of a test.
pytestmark = pytest.mark.usefixtures("committing_db")


@pytest.fixture(autouse=True)
def tasks_in_the_database(settings) -> None:
    """Tasks wait there until a worker of their queue takes them."""
    queues = ["default", "long", "scans"]
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": queues}}


def worked_off(*queues: str, most: int | None = None) -> None:
    """All that waits in ``queues``, or ``most`` tasks of it, are done."""
    worker_of(queues, batch=True, max_tasks=most).run()


def a_scan(pages: int = 1, name: str = "quet.pdf", by: Any = None) -> DocumentFile:
    whole = text_pdf()
    for _number in range(pages):
        scanned_page(whole, picture(Scan("trang", DIRECTIVE, dpi=100)))
    return taken(whole.whole() + name.encode(), name, by)


def state(file: DocumentFile) -> tuple[str, str]:
    file.refresh_from_db()
    return file.reading, file.quarantine


def next_of(*queues: str) -> str:
    task = DBTaskResult.objects.ready().filter(queue_name__in=queues).first()
    return task.task_path.rpartition(".")[2] if task else ""


def test_the_lane_without_scans_reads_all_that_needs_no_recognition(vanthu):
    scans = [a_scan(name=f"{number}.pdf", by=vanthu) for number in range(2)]
    small = taken(pdf(), by=vanthu)
    read_upload.enqueue(0)
    worked_off("long")
    assert state(small) == (Reading.DONE, Quarantine.RELEASED)
    assert [state(scan) for scan in scans] == [(Reading.READING, Quarantine.HELD)] * 2
    assert next_of("long") == "", "nor does a register wait"
    assert next_of("scans") == "recognise_ends"


@needs_tesseract
def test_a_scan_is_read_to_its_end_by_both_lanes(vanthu):
    scan = a_scan(pages=4, by=vanthu)
    for _in_turn in range(3):
        worked_off("long")
        worked_off("scans")
    assert state(scan)[0] == Reading.DONE
    assert not scan.pages.exclude(wanting="").exists()
    assert not scan.pages.filter(picture_width=None).exists()


@needs_tesseract
def test_the_other_pages_of_a_scan_wait_for_new_files_and_for_the_verdict_of_the_next_scan(vanthu):
    a_scan(pages=4, by=vanthu)
    worked_off("long")
    worked_off("scans", most=1)
    worked_off("long")
    assert next_of("long", "scans") == "recognise_rest"
    a_scan(name="sau.pdf", by=vanthu)
    assert next_of("long", "scans") == "read_file"
    worked_off("long")
    assert next_of("long", "scans") == "recognise_ends"


def test_pictures_of_pages_wait_for_registers(vanthu):
    taken(pdf(), by=vanthu)
    worked_off("long", most=1)
    assert next_of("long") == "go_on_with_file"
    read_upload.enqueue(0)
    assert next_of("long") == "read_upload"


# Its place


def test_a_file_says_how_many_come_before_it(vanthu):
    first, second, third = (taken(pdf([f"Tệp {number}"]), f"{number}.pdf", vanthu) for number in range(3))
    assert [files_before(file) for file in (first, second, third)] == [0, 1, 2]
    DBTaskResult.objects.filter(args_kwargs__args=[first.pk]).update(status=TaskResultStatus.RUNNING)
    assert [files_before(file) for file in (first, second, third)] == [None, 1, 2], "one at work is not done"
    worked_off("long", most=1)
    assert files_before(third) == 1, "what the second left to do comes later"
    DBTaskResult.objects.all().delete()
    assert files_before(third) is None


def test_of_a_file_with_several_pieces_one_is_counted(vanthu):
    first, second = taken(pdf(["Tệp một"]), "1.pdf", vanthu), taken(pdf(["Tệp hai"]), "2.pdf", vanthu)
    from documents.files.tasks import read_file

    read_file.enqueue(first.pk)
    DBTaskResult.objects.filter(args_kwargs__args=[second.pk]).update(priority=-10)
    assert files_before(second) == 1


def test_a_register_and_the_other_lane_are_not_counted(vanthu):
    read_upload.enqueue(1)
    a_scan(by=vanthu)
    worked_off("long")
    file = taken(pdf(), by=vanthu)
    assert files_before(file) == 0


def test_the_page_that_waits_and_the_files_own_page_say_it(register, vanthu):
    client = client_of(vanthu)
    first, second = taken(pdf(["Tệp một"]), "1.pdf", vanthu), taken(pdf(["Tệp hai"]), "2.pdf", vanthu)
    for file, said in ((first, "Tệp này là tệp kế tiếp."), (second, "Còn 1 tệp trước tệp này.")):
        assert said in read(client, reverse("document_filling_wait", args=[register.pk, file.pk])).text()
        assert said in read(client, reverse("document_file_show", args=[file.pk])).text()


# Nothing is handed on twice


def test_what_a_killed_worker_handed_on_is_not_handed_on_again(vanthu):
    file = taken(pdf(), by=vanthu)
    worked_off("long", most=1)
    DBTaskResult.objects.filter(task_path__endswith="read_file").update(status=TaskResultStatus.READY)
    worked_off("long", most=1)
    assert DBTaskResult.objects.ready().filter(args_kwargs__args=[file.pk]).count() == 1


def test_a_file_that_waits_long_in_its_queue_is_not_begun_anew(vanthu):
    file = taken(pdf(), by=vanthu)
    DocumentFile.objects.filter(pk=file.pk).update(uploaded_at=file.uploaded_at - 2 * SILENT)
    file.refresh_from_db()
    assert is_in_hands(file)
    assert not may_be_read_again(file)
    DBTaskResult.objects.all().delete()
    assert may_be_read_again(file)


def test_a_file_that_was_given_up_is_waited_for_no_longer_and_read_once_more_when_asked(register, vanthu):
    file, client = taken(pdf(), by=vanthu), client_of(vanthu)
    wait = reverse("document_filling_wait", args=[register.pk, file.pk])
    assert client.get(wait)["Refresh"]
    DocumentFile.objects.update(reading=Reading.READING)
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED)
    given_up = client.get(wait)
    assert "Refresh" not in given_up
    assert "dừng giữa chừng" in given_up.content.decode()
    assert f"?tep={file.pk}" in given_up.content.decode(), "the form by hand"
    for _time in range(2):
        assert client.post(wait).url == wait
        assert DBTaskResult.objects.ready().count() == 1
    assert client.get(wait)["Refresh"]
