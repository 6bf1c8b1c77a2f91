"""Files of documents in a real browser: uploading beside the form, and the screens about them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from documents.models import DocumentFile, OfficialDocument, Quarantine, Reading
from tests.browser.admin_pages import look
from tests.browser.conftest import DESKTOP, HEIGHT, PHONE, axe_findings
from tests.documents.files.making import pdf, ready_made
from tests.factories import DocumentRegisterFactory, OfficialDocumentFactory

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("committing_db")]


@pytest.fixture
def document(home) -> OfficialDocument:
    return OfficialDocumentFactory(parent=DocumentRegisterFactory(parent=home), symbol="10-CT/TW")


def upload(admin: Page, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    admin.locator("#id_attachments-FORMS input[type=file]").last.set_input_files(path)


def test_a_file_is_uploaded_beside_the_form_and_chosen_in_its_row(admin: Page, document, tmp_path: Path) -> None:
    admin.goto(f"/quan-tri/pages/{document.pk}/edit/")
    admin.locator("[name=abstract]").fill("về một việc khác")
    admin.click("#id_attachments-ADD")
    said = admin.locator("#id_attachments-FORMS .document-file__said").last
    upload(admin, tmp_path / "ghi-chu.txt", b"MZ" * 99)
    expect(said).to_contain_text("Chỉ nhận PDF và DOCX")
    expect(admin.locator("[name=abstract]")).to_have_value("về một việc khác")
    upload(admin, tmp_path / "Chỉ thị 10.pdf", pdf())
    expect(said).to_contain_text("Đã tải lên")
    expect(admin.locator("[name=attachments-0-file] option:checked")).to_contain_text("Chỉ thị 10.pdf")
    look(admin, "document_files_form")
    admin.click("button.action-save")
    expect(admin.locator(".messages")).to_contain_text("Đã lưu")
    draft = OfficialDocument.objects.get().get_latest_revision_as_object()
    assert [str(one) for one in draft.attachments.all()] == ["Chỉ thị 10.pdf"]
    assert draft.abstract == "về một việc khác"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_screens_about_files_are_accessible_and_fit(admin: Page, document, width: int) -> None:
    waiting = ready_made("cho-xem.pdf", document=document, quarantine=Quarantine.LOOK)
    waiting.pages.update(confidence=41, source="ocr", proposed_text="Chi bộ sinh hoạt")
    broken = ready_made("co-mat-khau.pdf", document=document, quarantine=Quarantine.HELD, reason="encrypted")
    DocumentFile.objects.filter(pk=broken.pk).update(reading=Reading.FAILED)
    blocked = ready_made("co-dau.pdf", document=document, quarantine=Quarantine.BLOCKED)
    admin.set_viewport_size({"width": width, "height": HEIGHT})
    found = {}
    for address in ("", "?xem=tat-ca", *(f"{file.pk}/" for file in (waiting, broken, blocked))):
        admin.goto(f"/quan-tri/document-files/{address}")
        problems = axe_findings(admin)
        shown = admin.evaluate("document.documentElement.scrollWidth")
        look(admin, f"document_files_{address.strip('/?') or 'list'}_{width}")
        if problems or shown > width:
            found[address] = [*problems, f"{shown} px wide"]
    assert found == {}
