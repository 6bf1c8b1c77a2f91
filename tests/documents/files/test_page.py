"""What readers see of a document's files on its page."""

import pytest

from documents.models import Attachment, AttachmentRole, DocumentFile, FilePage, Quarantine
from tests.documents.files.making import pdf, ready_made, signed, taken
from tests.editorial.conftest import client_of
from tests.reading import read


def test_files_are_listed_with_kind_size_and_signature(document_with, visitor, vanthu):
    document = document_with(taken(signed(), "10-CT.pdf", vanthu), ready_made("Phụ lục.pdf", size=2_300_000))
    page = read(visitor, document.url)
    first, second = page.texts(".downloads li")
    assert "10-CT.pdf" in first
    assert "PDF" in first
    assert "có chữ ký số" in first
    assert "Phụ lục · PDF · 2,2" in second
    assert "chữ ký số" not in second
    for link in page.links(".downloads a"):
        assert visitor.get(link).status_code == 200


def test_pages_are_shown_as_pictures_that_wait_until_they_are_near(document_with, visitor, vanthu):
    document = document_with(taken(pdf(["Trang một"], ["Trang hai"]), by=vanthu))
    pictures = read(visitor, document.url).all(".page-pictures img")
    assert [picture["alt"] for picture in pictures] == ["Trang 1 của bản gốc", "Trang 2 của bản gốc"]
    for picture in pictures:
        assert picture["loading"] == "lazy"
        assert (picture["width"], int(picture["height"]) > 1500) == ("1240", True)
        answer = visitor.get(picture["src"])
        assert (answer.status_code, answer["Content-Type"]) == (200, "image/webp")


def test_the_text_is_that_of_the_file_where_none_was_typed(document_with, visitor):
    document = document_with(ready_made(text="Chữ trong tệp"), ready_made("b.pdf", text="Chữ trong phụ lục"))
    said = read(visitor, document.url).text("article")
    assert "Chữ trong tệp" in said
    assert "Chữ trong phụ lục" not in said


def test_what_was_typed_stands_before_the_text_of_the_file(document_with, visitor):
    document = document_with(ready_made(text="Chữ trong tệp"), full_text="Chữ đã gõ")
    said = read(visitor, document.url).text("article")
    assert "Chữ đã gõ" in said
    assert "Chữ trong tệp" not in said


def test_the_text_for_copying_is_preferred_to_what_was_recognised(document_with, visitor):
    document = document_with(ready_made(text="nhận dạng từ bản quét"))
    document.attachments.add(Attachment(file=ready_made("b.pdf", text="từ tệp Word"), role=AttachmentRole.EDITABLE))
    document.save()
    said = read(visitor, document.url).text("article")
    assert "từ tệp Word" in said
    assert "nhận dạng từ bản quét" not in said


@pytest.mark.parametrize("quarantine", [Quarantine.HELD, Quarantine.LOOK, Quarantine.BLOCKED])
def test_nothing_of_a_file_in_quarantine_is_on_the_page(document_with, visitor, quarantine):
    file = ready_made("ten-tep.pdf", text="Chữ trong tệp")
    document = document_with(file)
    DocumentFile.objects.filter(pk=file.pk).update(quarantine=quarantine)
    html = read(visitor, document.url).html
    assert "ten-tep" not in html
    assert "Chữ trong tệp" not in html


def test_a_preview_shows_files_to_staff_before_they_have_an_address(document_with, clerk, lanhdao):
    document = document_with(ready_made())
    drafted = ready_made("b.pdf")
    document.attachments.add(Attachment(file=drafted))
    document.save_revision()
    head = client_of(lanhdao)
    page = read(head, f"/quan-tri/pages/{document.pk}/view_draft/")
    links = [link for link in page.links(".downloads a") if "b.pdf" in link]
    assert links
    assert head.get(links[0]).status_code == 200


def test_a_page_without_files_says_nothing_of_them(document_with, visitor):
    page = read(visitor, document_with().url)
    assert not page.all(".downloads, .page-pictures")


def test_files_cost_as_many_queries_however_many_there_are(document_with, visitor, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    without = document_with(symbol="11-CT/TW")
    one = document_with(ready_made(), symbol="12-CT/TW")
    many = document_with(*(ready_made(f"{number}.pdf") for number in range(8)), symbol="13-CT/TW")
    last = many.attachments.first().file
    FilePage.objects.bulk_create(
        FilePage(file=last, number=number, text="Trang", picture_width=1240, picture_height=1754)
        for number in range(2, 100)
    )

    def cost(document) -> int:
        visitor.get(document.url)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            visitor.get(document.url)
        return len(asked)

    links_in_the_text = 1
    assert cost(many) == cost(one) <= cost(without) + 3 + links_in_the_text
