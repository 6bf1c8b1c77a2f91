"""A document's entry: numbers in every spelling, what it is about, when it holds, and the pages of its files."""

import datetime as dt

import pytest

from documents.models import Attachment, AttachmentRole, Field, FilePage, Issuer, OfficialDocument, Quarantine, Term
from search.entries import Entry, Passage, StatusSpan
from search.projection import papers
from search.projection.pages import entries_of, entry_of
from tests.documents.files.making import ready_made
from tests.factories import ArticleFactory, publish

pytestmark = pytest.mark.django_db


def entry(document: OfficialDocument) -> Entry:
    found = entry_of(OfficialDocument.objects.get(pk=document.pk))
    assert found is not None
    return found


def test_a_document_is_named_by_every_key_of_its_number(directive_2007):
    found = entry(directive_2007)
    assert set(found.numbers) == {"10|CT|TW", "CT|10"}
    assert (found.kind, found.title) == ("document", "Chỉ thị 10-CT/TW ngày 30/3/2007")
    assert (found.summary, found.date) == ("về nâng cao chất lượng sinh hoạt chi bộ", dt.date(2007, 3, 30))


def test_a_resolution_of_a_plenum_is_named_by_it(clerk):
    term = Term.objects.get(name="XII", issuer=None)
    document = clerk.enter(
        "18-NQ/TW", dt.date(2017, 10, 25), "Ban Chấp hành Trung ương Đảng", type="Nghị quyết", plenum=6, term=term
    )
    assert {"18|NQ|TW", "NQ|18", "NQTW|6", "NQTW|6|XII", "NQTW||XII"} <= set(entry(document).numbers)


def test_catalogue_and_validity(clerk, directive_2007):
    document = clerk.enter("11-CT/TW", dt.date(2008, 1, 2), signer="Nguyễn Văn A", expires_on=dt.date(2020, 1, 1))
    field, other = Field.objects.order_by("name").first(), Issuer.objects.get(name="Bộ Chính trị")
    document.fields.add(field)
    document.co_issuers.add(other)
    document = clerk.publish(document)
    found = entry(document)
    assert found.document_type == str(document.document_type_id)
    assert (found.issuer, found.fields) == (str(document.issuer_id), (str(field.pk),))
    assert {"Chỉ thị", "11-CT/TW", "Ban Bí thư", "Bộ Chính trị", str(field), "Nguyễn Văn A"} <= set(
        found.about.split("\n")
    )
    assert found.statuses[-1] == StatusSpan("expired", dt.date(2020, 1, 1), None)
    assert [span.status for span in found.statuses][-2:] == ["in_force", "expired"]


def test_what_a_text_cites(news_section, directive_2007):
    body = [{"type": "paragraph", "value": "<p>Theo Chỉ thị 10-CT/TW và Kết luận 5-KL/TW, Chỉ thị 10-CT/TW.</p>"}]
    article = publish(ArticleFactory(parent=news_section, live=False, body=body))
    found = entry_of(article)
    assert found is not None
    assert found.cited == ("10|CT|TW", "5|KL|TW")
    assert found.numbers == ()


def test_each_page_of_each_released_file_with_what_was_corrected(clerk, directive_2007):
    main, annex, held = (
        ready_made("chinh.pdf", text="Trang một"),
        ready_made("phu-luc.pdf", text="Chữ trong phụ lục"),
        ready_made("kin.pdf", text="Chữ còn giữ lại"),
    )
    FilePage.objects.create(file=main, number=2, text="nhận dạng sai", corrected_text="đã sửa")
    FilePage.objects.create(file=main, number=3, text="")
    for file, role, label in ((main, "main", ""), (annex, AttachmentRole.ANNEX, "Phụ lục 1"), (held, "other", "")):
        directive_2007.attachments.add(Attachment(file=file, role=role, label=label))
    document = clerk.publish(directive_2007)
    held.quarantine = Quarantine.HELD
    held.save()
    found = entry(document)
    assert found.passages == (
        Passage(str(main.pk), "chinh.pdf", 1, "Trang một"),
        Passage(str(main.pk), "chinh.pdf", 2, "đã sửa"),
        Passage(str(annex.pk), "Phụ lục 1", 1, "Chữ trong phụ lục"),
    )
    assert "giữ lại" not in found.words


def test_a_file_of_a_draft_says_nothing(directive_2007):
    directive_2007.attachments.add(Attachment(file=ready_made(text="Chữ của bản nháp")))
    directive_2007.save_revision()
    assert entry(directive_2007).passages == ()


def test_five_hundred_pages_within_bounds(clerk, directive_2007, monkeypatch, django_assert_max_num_queries):
    file = ready_made()
    line = "Chi bộ sinh hoạt thường kỳ mỗi tháng một lần, chuẩn bị kỹ nội dung và thảo luận dân chủ.\n"
    FilePage.objects.bulk_create(FilePage(file=file, number=number, text=line * 30) for number in range(2, 501))
    directive_2007.attachments.add(Attachment(file=file))
    document = clerk.publish(directive_2007)
    with django_assert_max_num_queries(14):
        found = entry(document)
    assert len(found.passages) == 500
    monkeypatch.setattr(papers, "MOST_LETTERS", 10_000)
    assert sum(len(page.text) for page in entry(document).passages) == 10_000


def test_many_documents_cost_as_many_queries_as_one(clerk, django_assert_max_num_queries):
    field = Field.objects.first()
    for number in range(1, 6):
        document = clerk.enter(f"{number}-CT/TW", dt.date(2007, 3, number))
        document.fields.add(field)
        document.attachments.add(Attachment(file=ready_made(f"{number}.pdf")))
        clerk.publish(document)
    documents = list(OfficialDocument.objects.all())
    with django_assert_max_num_queries(13):
        assert all(found.passages and found.fields for found in entries_of(documents).values())
