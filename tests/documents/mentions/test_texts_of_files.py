"""A document whose text stands in its file mentions others as one whose text was typed."""

import datetime as dt

import pytest

from documents.files import services
from documents.files.storing import path_of
from documents.models import Mention
from tests.documents.files.conftest import document_with, lanhdao, vanthu  # noqa: F401  fixtures
from tests.documents.files.making import LINES, STAMPED, pdf, ready_made, taken
from tests.documents.mentions.test_pages import citations

pytestmark = pytest.mark.django_db

TEXT = (
    "HƯỚNG DẪN\n1. Chi bộ học Chỉ thị số 10-CT/TW, ngày 30/3/2007 của\nBan Bí thư trong quý.\n"
    "2. Cấp uỷ kiểm tra việc học."
)


def test_its_page_links_them_also_where_a_line_of_the_file_was_cut(document_with, directive_2007, visitor):  # noqa: F811
    document = document_with(ready_made(text=TEXT), symbol="12-CT/TW")
    assert citations(visitor, document) == [("Chỉ thị số 10-CT/TW", directive_2007.get_url())]
    assert document.get_url() in visitor.get(directive_2007.get_url()).content.decode()


def test_a_correction_that_was_confirmed_is_read_at_once(document_with, directive_2007, visitor, vanthu, lanhdao):  # noqa: F811
    file = ready_made(text=TEXT.replace("Chỉ thị số 10-CT/TW", "chỉ thị ấy"))
    document = document_with(file, symbol="12-CT/TW")
    assert not Mention.objects.filter(page=document).exists()
    page = file.pages.get()
    services.correct(page, TEXT, by=vanthu)
    services.confirm(page, TEXT, by=lanhdao)
    assert citations(visitor, document) == [("Chỉ thị số 10-CT/TW", directive_2007.get_url())]


def test_a_draft_is_not_read_for_its_file(document_with, clerk, directive_2007, vanthu, lanhdao):  # noqa: F811
    file = ready_made(text="Chưa có gì.")
    document = document_with(file, symbol="12-CT/TW")
    document.unpublish()
    page = file.pages.get()
    services.correct(page, TEXT, by=vanthu)
    services.confirm(page, TEXT, by=lanhdao)
    assert not Mention.objects.filter(page=document).exists()
    assert dt.date(2007, 3, 30) == directive_2007.issued_on


def test_of_a_file_that_is_blocked_later_no_word_stays(document_with, vanthu):  # noqa: F811
    file = taken(pdf((*LINES, "Thực hiện Nghị quyết 21-NQ/TW ngày 16/6/2022.")), by=vanthu)
    document = document_with(file, symbol="12-CT/TW")
    assert Mention.objects.filter(page=document).exists()
    path_of(str(file.file.name)).write_bytes(pdf(STAMPED))  # as if stamps were found that earlier rules did not know
    services.read_again(file, by=vanthu)
    assert not Mention.objects.filter(page=document).exists()
