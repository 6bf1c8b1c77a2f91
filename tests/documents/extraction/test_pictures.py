"""Pages are shown as pictures made apart, within bounds."""

from io import BytesIO

import pytest
from PIL import Image

from documents.extraction.page_rendering import MOST_PIXELS, WIDEST
from documents.extraction.pictures import page_picture
from documents.extraction.results import NotExtracted, Reason
from tests.documents.extraction.letters import DIRECTIVE
from tests.documents.extraction.pdfs import encrypted, scanned_page, text_pdf


@pytest.fixture
def path(tmp_path):
    pdf = text_pdf(DIRECTIVE.lines())
    scanned_page(pdf, Image.new("L", (600, 850), 40))
    return pdf.save(tmp_path / "van-ban.pdf")


def opened(drawn):
    picture = Image.open(BytesIO(drawn.webp))
    assert (picture.format, picture.size) == ("WEBP", (drawn.width, drawn.height))
    return picture


@pytest.mark.parametrize("width", [320, 900, 1600])
def test_a_page_is_as_wide_as_it_was_asked_for(path, width):
    drawn = page_picture(path, 1, width)
    assert drawn.width == width
    assert abs(drawn.height - width * 842 / 595) < 2
    opened(drawn)


def test_each_page_is_its_own(path):
    light, dark = (opened(page_picture(path, page, 320)).convert("L").getextrema() for page in (1, 2))
    assert light[1] > 240
    assert dark[1] < 60


def test_nobody_asks_for_a_picture_of_any_size(path):
    drawn = page_picture(path, 1, 1_000_000)
    assert drawn.width <= WIDEST
    assert drawn.width * drawn.height <= MOST_PIXELS


@pytest.mark.parametrize("page", [0, -1, 3])
def test_a_page_that_is_not_there_is_refused(path, page):
    with pytest.raises(NotExtracted) as refused:
        page_picture(path, page, 320)
    assert refused.value.reason is Reason.NO_PAGE


def test_what_cannot_be_drawn_says_why(path, tmp_path):
    locked = encrypted(text_pdf(["a"]), tmp_path / "khoa.pdf", "mat-khau")
    broken = tmp_path / "hong.pdf"
    broken.write_bytes("%PDF-1.7\nhỏng".encode())
    for file, reason in ((locked, Reason.ENCRYPTED), (broken, Reason.CORRUPT)):
        with pytest.raises(NotExtracted) as refused:
            page_picture(file, 1, 320)
        assert refused.value.reason is reason
        assert refused.value.message


def test_what_opens_without_a_password_is_drawn(tmp_path):
    assert opened(page_picture(encrypted(text_pdf(["a"]), tmp_path / "mo.pdf", ""), 1, 320))
