"""A file is taken in, read, judged: it ends in a state, and nothing that was done is done twice."""

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest

from documents.extraction.results import Page, Reason, Source, Wanting
from documents.files import reading, receiving, services
from documents.files.reading import go_on, look_at_ends, read, recognise_some
from documents.files.receiving import NotReceived
from documents.files.services import read_again
from documents.files.storing import file_path, path_of, picture_name
from documents.models import DocumentFile, FilePage, Quarantine, Reading
from tests.documents.extraction.docxs import docx, paragraph, run
from tests.documents.extraction.letters import DIRECTIVE, REPORT
from tests.documents.extraction.pdfs import encrypted, scanned_page, signed_pdf, text_pdf
from tests.documents.extraction.scans import Scan, accuracy, picture, stamped, write_pdf
from tests.documents.extraction.test_pdf import cut, swelling
from tests.documents.files.making import LINES, STAMPED, needs_tesseract, pdf, taken


@pytest.fixture
def small_pieces(monkeypatch):
    """Two pages a task, so that few pages need several."""
    monkeypatch.setattr("documents.files.reading.PAGES_AT_ONCE", 2)


# Taking in


def test_the_bytes_are_kept_as_they_came_and_lie_where_nobody_guesses(vanthu, settings):
    content = signed_pdf(LINES).whole()
    file = taken(content, "Chỉ thị 10.PDF", vanthu)
    path = file_path(file)
    assert path.read_bytes() == content
    assert path.is_relative_to(settings.PRIVATE_MEDIA_ROOT)
    assert "Chỉ" not in str(path)
    assert (file.name, file.kind, file.size) == ("Chỉ thị 10.pdf", "pdf", len(content))
    assert file.is_signed


def test_a_name_is_of_one_form_and_holds_no_folder(vanthu):
    file = taken(pdf(), "..\\Hồ sơ/Chỉ thị: “10”.pdf", vanthu)
    assert file.name == "Chỉ thị 10.pdf"


def test_what_it_is_is_told_by_its_content(vanthu, tmp_path):
    word = docx(tmp_path / "a.docx", paragraph(run("Chi bộ sinh hoạt thường kỳ.")))
    file = taken(word.read_bytes(), "10-CT.pdf", vanthu)
    assert (file.kind, file.name) == ("docx", "10-CT.docx")
    assert [page.shown_text for page in file.pages.all()] == ["Chi bộ sinh hoạt thường kỳ."]
    assert (file.reading, file.quarantine) == (Reading.DONE, Quarantine.RELEASED)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "rỗng"),
        (b"MZ" + b"\0" * 900, "Chỉ nhận PDF và DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 900, ".doc"),
        (b"<html>%PDF-</html>", "Chỉ nhận PDF và DOCX"),
    ],
)
def test_other_files_are_refused_in_words_and_leave_nothing(vanthu, content, said, settings):
    with pytest.raises(NotReceived) as refused:
        taken(content, "10-CT.pdf", vanthu)
    assert said in " ".join(refused.value.messages)
    assert not DocumentFile.objects.exists()
    assert not list((Path(settings.PRIVATE_MEDIA_ROOT) / "van-ban").glob("*/part"))


def test_a_file_that_is_too_large_is_refused_whatever_its_length_says(vanthu, monkeypatch):
    monkeypatch.setattr(receiving, "MOST_BYTES", 1000)
    for length in (None, 10, 10_000):
        with pytest.raises(NotReceived, match="vượt quá dung lượng"):
            taken(pdf() + b" " * 1000, by=vanthu, length=length)


def test_a_file_of_which_a_part_arrived_is_refused(vanthu):
    content = pdf()
    with pytest.raises(NotReceived, match="một phần"):
        taken(content, by=vanthu, length=len(content) + 1)


def test_a_stream_is_written_down_piece_by_piece(vanthu):
    class Endless(BytesIO):
        most = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size, "all at once"
            assert size > 0, "all at once"
            self.most = max(self.most, size)
            return super().read(size)

    stream = Endless(pdf() + b" " * 3_000_000)
    with pytest.raises(NotReceived):
        receiving.receive(stream, "a.pdf", by=vanthu, length=10**9)
    assert stream.most <= 1024 * 1024


def test_the_same_bytes_again_are_the_file_that_waits_already(vanthu, lanhdao):
    assert taken(pdf(), "a.pdf", vanthu) == taken(pdf(), "b.pdf", vanthu)
    assert taken(pdf(), "a.pdf", lanhdao) != taken(pdf(), "a.pdf", vanthu)
    folders = {path.parent.name for path in path_of("van-ban").glob("*/*")}
    assert {Path(file.folder).name for file in DocumentFile.objects.all()} <= folders
    assert not [path for path in path_of("van-ban").iterdir() if not list(path.iterdir())]


# Reading


def test_text_is_read_page_by_page_and_pictured(vanthu):
    file = taken(pdf(LINES, ("Trang hai",)), by=vanthu)
    assert (file.reading, file.quarantine, file.page_count) == (Reading.DONE, Quarantine.RELEASED, 2)
    assert [page.shown_text for page in file.pages.all()] == ["\n".join(LINES), "Trang hai"]
    for page in file.pages.all():
        assert page.picture_width == 1240
        assert path_of(picture_name(file, page.number)).read_bytes()[8:12] == b"WEBP"


@needs_tesseract
def test_a_scan_becomes_text(vanthu, tmp_path):
    scan = write_pdf(tmp_path / "quet.pdf", picture(Scan("quet", DIRECTIVE, dpi=200)), dpi=200)
    file = taken(scan.read_bytes(), by=vanthu)
    page = file.pages.get()
    assert (file.reading, file.quarantine) == (Reading.DONE, Quarantine.RELEASED)
    assert page.was_recognised
    assert page.confidence > 75
    assert accuracy(DIRECTIVE.text, page.shown_text) > 0.95


@needs_tesseract
def test_a_stamp_on_a_scan_blocks_it_and_no_text_of_it_is_kept(vanthu, tmp_path):
    scan = write_pdf(tmp_path / "quet.pdf", stamped(DIRECTIVE, "TỐI MẬT", dpi=200), dpi=200)
    file = taken(scan.read_bytes(), by=vanthu)
    assert file.quarantine == Quarantine.BLOCKED
    assert not file.pages.exists()
    assert not list(path_of(file.folder).glob("*.webp"))


def test_a_stamp_blocks(vanthu):
    file = taken(pdf(STAMPED, LINES), by=vanthu)
    assert file.quarantine == Quarantine.BLOCKED
    assert not file.pages.exists()
    assert "top" not in [stamp["mark"] for stamp in file.found]


def test_a_stamp_in_its_name_blocks(vanthu):
    assert taken(pdf(), "TUYỆT MẬT - báo cáo.pdf", vanthu).quarantine == Quarantine.BLOCKED


def test_a_name_without_marks_says_nothing(vanthu):
    assert taken(pdf(), "mat.pdf", vanthu).quarantine == Quarantine.RELEASED


def test_prose_about_secrets_does_not_block(vanthu):
    lines = ("LUẬT", "Bảo vệ bí mật nhà nước", "Cấp độ mật của tài liệu do người đứng đầu quyết định.")
    assert taken(pdf(lines), by=vanthu).quarantine == Quarantine.RELEASED


@needs_tesseract
def test_what_was_not_surely_read_waits_for_a_second_person(vanthu, tmp_path):
    blank = picture(Scan("mo", DIRECTIVE, dpi=200)).point(lambda value: 255)
    scan = write_pdf(tmp_path / "trang.pdf", blank, dpi=200)
    file = taken(scan.read_bytes(), by=vanthu)
    assert file.quarantine == Quarantine.LOOK
    assert file.pages.get().picture_width == 1240, "who is asked sees the page"


@pytest.mark.parametrize(
    ("content", "reasons"),
    [
        (lambda path: encrypted(text_pdf(LINES), path, "mat-khau").read_bytes(), {Reason.ENCRYPTED}),
        (lambda path: cut(text_pdf(LINES)), {Reason.TRUNCATED}),
        (lambda path: swelling(400_000_000), {Reason.BOMB}),
        (lambda path: b"%PDF-1.7\n" + bytes(range(256)) * 99 + b"\n%%EOF", {Reason.CORRUPT, Reason.EMPTY}),
    ],
    ids=["encrypted", "truncated", "bomb", "corrupt"],
)
def test_a_bad_file_ends_in_a_state_with_its_reason_and_stays_in_quarantine(vanthu, tmp_path, content, reasons):
    file = taken(content(tmp_path / "a.pdf"), by=vanthu)
    assert (file.reading, file.quarantine) == (Reading.FAILED, Quarantine.HELD)
    assert file.reason in reasons
    assert file.problem


@needs_tesseract
def test_the_ends_are_recognised_before_all_other_pages(vanthu, tmp_path, no_worker):
    pages = text_pdf()
    for letter in (DIRECTIVE, REPORT, REPORT, REPORT):
        scanned_page(pages, picture(Scan("trang", letter, dpi=150)))
    file = taken(pages.whole(), by=vanthu)
    read(file.pk)
    look_at_ends(file.pk)
    file.refresh_from_db()
    assert file.quarantine != Quarantine.HELD
    assert list(file.pages.filter(looked_at=True).values_list("number", flat=True)) == [1, 4]
    assert file.reading == Reading.READING


@needs_tesseract
def test_a_reader_that_was_killed_goes_on_where_it_was(vanthu, no_worker, small_pieces, monkeypatch):
    pages = text_pdf()
    for _number in range(4):
        scanned_page(pages, picture(Scan("trang", DIRECTIVE, dpi=150)))
    file = taken(pages.whole(), by=vanthu)

    recognised = []
    from documents.files import reading

    ocr = reading.ocr_pages

    def killed_after_the_first(path, numbers, **more):
        for page in ocr(path, numbers, **more):
            recognised.append(page.number)
            yield page
            raise KeyboardInterrupt

    monkeypatch.setattr(reading, "ocr_pages", killed_after_the_first)
    read(file.pk)
    for _again in range(2):
        with pytest.raises(KeyboardInterrupt):
            look_at_ends(file.pk)
    look_at_ends(file.pk)
    for _again in range(2):  # two pages of the four are pictured at once
        go_on(file.pk)
    for _again in range(2):
        with pytest.raises(KeyboardInterrupt):
            recognise_some(file.pk)
    recognise_some(file.pk)
    file.refresh_from_db()
    assert recognised == [1, 4, 2, 3], "no page twice"
    assert file.reading == Reading.DONE


def test_a_file_that_was_deleted_meanwhile_ends_its_reading(vanthu, no_worker):
    file = taken(pdf(), by=vanthu)
    read(file.pk)
    DocumentFile.objects.filter(pk=file.pk).delete()
    with pytest.raises(DocumentFile.DoesNotExist):
        go_on(file.pk)


@needs_tesseract
def test_pages_that_cannot_be_recognised_are_tried_once_and_said(vanthu, monkeypatch):
    from dataclasses import replace

    from documents.extraction import recognition

    monkeypatch.setattr(
        "documents.files.reading.ocr_pages",
        lambda path, pages, **more: recognition.ocr_pages(
            path, pages, bounds=replace(recognition.BOUNDS, seconds=0.05), **more
        ),
    )
    pages = text_pdf()
    for _number in range(3):
        scanned_page(pages, picture(Scan("trang", DIRECTIVE, dpi=100)))
    file = taken(pages.whole(), by=vanthu)
    assert (file.reading, file.quarantine) == (Reading.NEEDS_RECOGNITION, Quarantine.LOOK)
    assert {page.reason for page in file.pages.all()} == {Reason.TOO_LONG}


def test_reading_again_leaves_corrections_and_a_persons_word(vanthu, lanhdao):
    file = taken(pdf(), by=vanthu)
    page = file.pages.get()
    page.corrected_text, page.text = "Bản đã sửa", "đọc sai"
    page.save()
    read_again(file, by=vanthu)
    page.refresh_from_db()
    file.refresh_from_db()
    assert page.text == "\n".join(LINES)
    assert page.shown_text == "Bản đã sửa"
    assert (file.reading, file.quarantine) == (Reading.DONE, Quarantine.RELEASED)


def test_what_was_recognised_stays_until_it_is_recognised_anew(vanthu, no_worker, monkeypatch):
    """Readers may be reading it meanwhile, and the new try may fail."""
    pages = text_pdf()
    scanned_page(pages, picture(Scan("trang", DIRECTIVE, dpi=60)))
    file = taken(pages.whole(), by=vanthu)
    FilePage.objects.create(file=file, number=1, text="Chữ đã nhận dạng", source="ocr", confidence=91)
    failed = Page(1, "", reason=Reason.TOO_LONG)
    monkeypatch.setattr(reading, "ocr_pages", lambda path, numbers, **more: iter([failed]))
    read(file.pk)
    look_at_ends(file.pk)
    page = file.pages.get()
    assert (page.text, page.confidence, page.source) == ("Chữ đã nhận dạng", 91, "ocr")
    assert page.reason


def test_what_is_released_stays_so_while_it_is_read_again(vanthu, settings):
    file = taken(pdf(), by=vanthu)
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default", "long", "scans"]}
    }
    read_again(file, by=vanthu)
    file.refresh_from_db()
    assert (file.reading, file.quarantine) == (Reading.WAITING, Quarantine.RELEASED)


def test_what_a_signature_says_holds_nothing_that_a_database_refuses(vanthu):
    signed = signed_pdf(LINES)
    zero_inside = rb"<FEFF004100000042>"  # UTF-16: A, zero, B
    signed.objects = [part.replace(rb"(V\341n th\3475)", zero_inside) for part in signed.objects]
    assert taken(signed.whole(), by=vanthu).signatures[0]["by"] == "AB"


@pytest.fixture
def half_read(clerk, vanthu, no_worker):
    """A file of two pages that waits for a second person while its reader goes on."""
    file = taken(pdf(LINES, LINES), by=vanthu)
    read(file.pk)
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30))
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=Quarantine.LOOK, document=document)
    return file


def test_of_a_file_that_is_blocked_while_it_is_drawn_no_picture_comes_back(half_read, lanhdao, monkeypatch):
    draw = reading.page_picture

    def blocked_meanwhile(*args):
        services.refuse(half_read, by=lanhdao)
        return draw(*args)

    monkeypatch.setattr(reading, "page_picture", blocked_meanwhile)
    go_on(half_read.pk)
    assert not half_read.pages.exists()
    assert not [path for path in file_path(half_read).parent.iterdir() if path.suffix != ".pdf"]


def test_of_a_file_that_is_blocked_while_it_is_recognised_no_text_comes_back(half_read, lanhdao, monkeypatch):
    half_read.pages.update(picture_width=0)
    half_read.pages.filter(number=2).update(wanting=Wanting.NO_TEXT.value)

    def blocked_meanwhile(path, numbers, **more):
        services.refuse(half_read, by=lanhdao)
        yield Page(2, "lời trên trang", source=Source.OCR)

    monkeypatch.setattr(reading, "ocr_pages", blocked_meanwhile)
    recognise_some(half_read.pk)
    assert not half_read.pages.exists()
