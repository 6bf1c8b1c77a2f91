"""`--files`: files of rows are read, judged for stamps, and attached; quarantine keeps a document a draft."""

import datetime as dt
from pathlib import Path

import pytest
from django.core.management import call_command

from documents.extraction.results import Reason, message_of
from documents.models import DocumentFile, ImportedDocument, OfficialDocument, Quarantine
from documents.roles import OFFICE_HEAD
from tests.documents.extraction.pdfs import encrypted, text_pdf
from tests.documents.files.making import LINES, STAMPED, pdf
from tests.documents.importing.registers import DIRECTIVE, GUIDANCE, register_file
from tests.editorial.conftest import person

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


@pytest.fixture
def run(register, capsys, tmp_path):
    person("lanhdaovp", OFFICE_HEAD)

    def run(*arguments, approved: bool = True) -> str:
        by = ["--approved-by", "lanhdaovp"] if approved else []
        call_command("import_documents", *map(str, arguments), "--files", str(tmp_path / "tep"), *by)
        return capsys.readouterr().out

    return run


@pytest.fixture
def folder(tmp_path) -> Path:
    folder = tmp_path / "tep"
    folder.mkdir()
    return folder


def document(symbol: str = "10-CT/TW") -> OfficialDocument:
    return OfficialDocument.objects.get(symbol=symbol)


def attached(symbol: str = "10-CT/TW") -> list[str]:
    latest = document(symbol).get_latest_revision_as_object()
    return [one.file.name for one in latest.attachments.all()]


def test_a_file_found_by_its_number_is_published_with_its_document(run, tmp_path, folder, visitor):
    (folder / "10_CT_TW 2007.pdf").write_bytes(pdf())
    run(register_file(tmp_path, DIRECTIVE, GUIDANCE))
    assert attached() == ["10_CT_TW 2007.pdf"]
    assert document().live
    page = visitor.get(document().get_url()).content.decode()
    assert "10_CT_TW 2007.pdf" in page
    assert "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần" in page
    assert DocumentFile.objects.get().document_id == document().pk


def test_twice_changes_nothing_and_a_file_that_came_later_is_attached(run, tmp_path, folder):
    register = register_file(tmp_path, DIRECTIVE)
    (folder / "10-CT-TW.pdf").write_bytes(pdf())
    run(register)
    before = document().latest_revision_id
    assert "Không đổi: 1" in run(register)
    assert document().latest_revision_id == before
    (folder / "10-CT-TW phu luc.pdf").write_bytes(text_pdf(("Phụ lục", "Mẫu biên bản")).whole())
    run(register)
    assert sorted(attached()) == ["10-CT-TW phu luc.pdf", "10-CT-TW.pdf"]
    assert document().live
    assert [one.role for one in document().attachments.all()] == ["main", "annex"]


def test_without_the_folder_what_was_attached_stays(run, tmp_path, folder):
    register = register_file(tmp_path, DIRECTIVE)
    (folder / "10-CT-TW.pdf").write_bytes(pdf())
    run(register)
    call_command("import_documents", str(register), "--approved-by", "lanhdaovp")
    assert attached() == ["10-CT-TW.pdf"]


def test_a_row_whose_file_bears_a_stamp_is_refused(run, tmp_path, folder):
    (folder / "10-CT-TW.pdf").write_bytes(pdf(STAMPED))
    said = run(register_file(tmp_path, DIRECTIVE, GUIDANCE))
    assert "dấu chỉ độ mật" in said
    assert not OfficialDocument.objects.filter(symbol="10-CT/TW").exists()
    assert not ImportedDocument.objects.filter(document__isnull=True).exists()
    assert OfficialDocument.objects.count() == 1


def test_what_waits_for_a_second_person_keeps_its_document_a_draft(run, tmp_path, folder, monkeypatch):
    (folder / "10-CT-TW.pdf").write_bytes(pdf(("MẶT", *LINES)))
    said = run(register_file(tmp_path, DIRECTIVE))
    assert DocumentFile.objects.get().quarantine == Quarantine.LOOK, "the example is one for a second person"
    assert "người thứ hai" in said
    assert not document().live
    assert attached() == ["10-CT-TW.pdf"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda path: encrypted(text_pdf(LINES), path, "mat-khau").read_bytes(), Reason.ENCRYPTED),
        (lambda path: pdf()[:300], Reason.TRUNCATED),
    ],
    ids=["encrypted", "cut off"],
)
def test_of_a_file_that_cannot_be_read_its_own_problem_is_said(run, tmp_path, folder, content, reason):
    """Nobody's word would help: the file needs another in its place."""
    (folder / "10-CT-TW.pdf").write_bytes(content(tmp_path / "a.pdf"))
    said = " ".join(run(register_file(tmp_path, DIRECTIVE)).split())
    assert f"Tệp “10-CT-TW.pdf” không đọc được nên văn bản để ở bản nháp: {message_of(reason)}" in said
    assert "người thứ hai" not in said
    assert not document().live
    assert attached() == ["10-CT-TW.pdf"]


@pytest.mark.parametrize(("name", "content"), [("10-CT-TW.pdf", b"MZ" * 500), ("10-CT-TW.doc", b"x" * 50)])
def test_what_is_no_document_is_said_and_the_row_goes_on(run, tmp_path, folder, name, content):
    (folder / name).write_bytes(content)
    said = run(register_file(tmp_path, DIRECTIVE))
    assert name in said
    assert "Chỉ nhận PDF và DOCX" in said
    assert document().live
    assert attached() == []


def test_a_file_that_is_never_taken_publishes_nothing_again(run, tmp_path, folder):
    register = register_file(tmp_path, DIRECTIVE)
    (folder / "10-CT-TW.doc").write_bytes(b"x" * 50)
    run(register)
    before = document().last_published_at
    said = run(register)
    assert "Không đổi: 1" in said
    assert "10-CT-TW.doc" in said
    assert document().last_published_at == before


def test_what_was_entered_by_hand_is_left_as_it_is(run, tmp_path, folder, clerk):
    clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    (folder / "10-CT-TW.pdf").write_bytes(pdf())
    assert "Không đổi: 1" in run(register_file(tmp_path, DIRECTIVE))
    assert OfficialDocument.objects.count() == 1
    assert not DocumentFile.objects.exists(), "and its file is not even read"
