"""Scans become text: how much of it is right is printed for each, and asserted where a scanner was in order.

pytest tests/documents/extraction/test_scans.py -s      # prints the table
"""

import os
import shutil
from dataclasses import replace

import pytest

from documents.extraction.page_cleaning import cleaned, coloured_ink, skew_of
from documents.extraction.proposals import propose
from documents.extraction.reading import read_file
from documents.extraction.recognition import BOUNDS, ocr_pages
from documents.extraction.results import NotExtracted, Reason, Source, Wanting
from documents.extraction.stamps import Mark, Verdict, judge
from tests.documents.extraction.letters import DECISION, DIRECTIVE, GUIDANCE, REPORT
from tests.documents.extraction.pdfs import Pdf, encrypted, scanned_page, shown, text_pdf
from tests.documents.extraction.scans import FONTS, SCANS, Scan, accuracy, picture, stamped, write_pdf

CLEAN, OTHER = 0.95, 0.85

needs_fonts = pytest.mark.skipif(not FONTS.is_dir(), reason="fonts-liberation2 is missing; make test installs it")
needs_tesseract = pytest.mark.skipif(
    not shutil.which("tesseract", path=os.defpath) or not FONTS.is_dir(),
    reason="tesseract-ocr, tesseract-ocr-vie or fonts-liberation2 is missing; make test installs them",
)


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize("scan", SCANS, ids=lambda scan: scan.name)
def test_a_scan_becomes_text(scan, tmp_path, record_property):
    path = write_pdf(tmp_path / "quet.pdf", picture(scan), dpi=scan.dpi)
    (page,) = ocr_pages(path, [1])
    right = accuracy(scan.letter.text, page.text)
    told = f"scan, {scan.name:<28} {scan.dpi} dpi {right:8.2%} of the signs right, confidence {page.confidence}"
    record_property("measured", told)
    assert right >= (CLEAN if scan.clean else OTHER)
    assert (page.source, page.wanting) == (Source.OCR, Wanting.NOTHING)


def test_half_of_the_scans_are_clean():
    assert len(SCANS) >= 20
    assert sum(scan.clean for scan in SCANS) >= len(SCANS) / 2


@needs_fonts
@pytest.mark.parametrize("angle", [0.0, 0.8, -1.5, 3.0, -3.5])
def test_the_angle_of_a_page_is_found(angle):
    askew = picture(Scan("askew", GUIDANCE, dpi=150, skew=angle, noise=20))
    assert skew_of(askew) == pytest.approx(-angle, abs=0.25)


@needs_fonts
def test_red_ink_is_taken_apart_from_the_text():
    page = picture(Scan("sealed", GUIDANCE, dpi=150, seal=True))
    ink = coloured_ink(page)
    assert ink is not None
    assert coloured_ink(picture(Scan("plain", GUIDANCE, dpi=150))) is None
    x, y = (round(value * 150 / 72) for value in (350, 640 - 46))  # on the rim of the seal
    assert ink.getpixel((x, y)) == 0
    assert cleaned(page).getpixel((x, y)) > 200


@needs_tesseract
@pytest.mark.slow
def test_only_pages_without_text_are_recognised_and_each_comes_as_it_is_done(tmp_path):
    pdf = text_pdf(DIRECTIVE.lines())
    scanned_page(pdf, picture(Scan("mixed", REPORT, dpi=200)))
    pdf.page(b"", b"")
    pdf.pages.append(pdf.pages[1])
    found = read_file(pdf.save(tmp_path / "hon-hop.pdf"), "pdf")
    assert found.pages_to_recognise() == [2, 4]

    coming = ocr_pages(tmp_path / "hon-hop.pdf", found.pages_to_recognise())
    first = next(coming)
    assert (first.number, first.source) == (2, Source.OCR)
    half = found.with_pages([first])
    assert half.pages_to_recognise() == [4], "what is left is known after an interruption"
    coming.close()

    whole = half.with_pages(ocr_pages(tmp_path / "hon-hop.pdf", half.pages_to_recognise()))
    assert (whole.state, whole.pages[0].text) == ("done", DIRECTIVE.text)
    assert accuracy(REPORT.text, whole.pages[3].text) > CLEAN


@needs_tesseract
@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "mark"), [("MẬT", Mark.SECRET), ("TỐI MẬT", Mark.TOP_SECRET), ("TUYỆT MẬT", Mark.UTMOST_SECRET)]
)
@pytest.mark.parametrize("mode", ["RGB", "L"], ids=["in red", "in grey"])
def test_a_stamp_on_a_scan_blocks(tmp_path, words, mark, mode):
    path = write_pdf(tmp_path / "mat.pdf", stamped(DIRECTIVE, words, dpi=200).convert(mode), dpi=200)
    (page,) = ocr_pages(path, [1], stamps_on=[1])
    verdict, stamps = judge(page)
    assert verdict is Verdict.BLOCKED
    assert mark in {stamp.mark for stamp in stamps}


@needs_tesseract
@pytest.mark.slow
def test_a_scan_fills_the_form(tmp_path):
    """Seals, skew and grain notwithstanding."""
    path = write_pdf(tmp_path / "quet.pdf", picture(Scan("form", DECISION, seal=True, skew=1.2, noise=12)))
    (page,) = ocr_pages(path, [1], stamps_on=[1])
    values = propose(page.text).values()
    assert {name: values[name] for name in ("number", "issued_on", "kind", "signer", "position")} == {
        "number": "1187/QĐ-UBND", "issued_on": "2022-11-04", "kind": "Quyết định", "signer": "Võ Hữu Trác",
        "position": "PHÓ CHỦ TỊCH",
    }  # fmt: skip
    assert judge(page)[0] is Verdict.CLEAR


@needs_tesseract
def test_a_page_that_takes_too_long_comes_with_its_reason_and_the_next_are_tried(tmp_path):
    path = write_pdf(tmp_path / "quet.pdf", picture(Scan("slow", REPORT, dpi=150)))
    pages = list(ocr_pages(path, [1, 7], bounds=replace(BOUNDS, seconds=0.05)))
    assert [(page.number, page.reason) for page in pages] == [(1, Reason.TOO_LONG), (7, Reason.TOO_LONG)]
    assert [page.reason for page in ocr_pages(path, [7])] == [Reason.NO_PAGE]


@needs_tesseract
def test_a_file_with_a_password_is_not_tried_page_by_page(tmp_path):
    path = encrypted(text_pdf(DIRECTIVE.lines()), tmp_path / "khoa.pdf", "mat-khau")
    with pytest.raises(NotExtracted) as stopped:
        list(ocr_pages(path, [1, 2]))
    assert stopped.value.reason is Reason.ENCRYPTED


def test_a_page_of_another_size_than_any_paper_is_drawn_within_bounds(tmp_path):
    """Ten metres square at 300 dpi would be 14 thousand million pixels."""
    pdf = Pdf()
    pdf.page(shown(["a"]), pdf.latin_font("Arial"))
    whole = pdf.whole().replace(b"MediaBox[0 0 595 842]", b"MediaBox[0 0 19999 19999]")
    path = tmp_path / "to.pdf"
    path.write_bytes(whole)
    (page,) = ocr_pages(path, [1])
    assert page.reason in (None, Reason.TOO_LONG)
