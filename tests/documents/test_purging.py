"""`purge` of a document: its files, their text and pictures, what an import remembered, and how texts found it."""

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from documents.files.services import claim
from documents.models import Attachment, CitedName, DocumentFile, ImportedDocument, OfficialDocument, RegisterUpload
from portal.editorial.audit.models import EntryText
from portal.editorial.audit.services import Thing, record
from portal.editorial.audit.wagtail_log import PAGE
from portal.editorial.purging.services import purge
from tests.documents.files.making import ready_made
from tests.editorial.purging.searching import rows_with
from tests.factories import ArticleFactory, publish

pytestmark = pytest.mark.django_db

WORD = "Thuỷ Đình Qx5521"
SYMBOL = "5521-CT/XYZW"
REGISTER = "registers/so-cho-duyet"


@pytest.fixture
def document(clerk, administrator) -> OfficialDocument:
    document: OfficialDocument = clerk.enter(SYMBOL, dt.date(2026, 3, 2), abstract=f"về việc ở {WORD} năm nay")
    document.attachments.add(Attachment(file=ready_made(f"{WORD}.pdf", text=f"Chữ trong tệp về {WORD}")))
    document = clerk.publish(document)
    claim(document)
    ImportedDocument.objects.create(key=f"{SYMBOL}|{WORD}", document=document, source_digest="", written_digest="")
    upload = {"register": document.get_parent().specific, "uploaded_by": administrator, "file_name": "so.xlsx"}
    kept = Path(settings.PRIVATE_MEDIA_ROOT) / REGISTER
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(f"về việc ở {WORD} năm nay")
    RegisterUpload.objects.create(**upload, rows=[{"abstract": f"về việc ở {WORD} năm nay"}], file=REGISTER)
    RegisterUpload.objects.create(**upload, rows=[{"abstract": "về việc khác hẳn"}])
    return document


def test_nothing_of_it_is_left(document, django_capture_on_commit_callbacks):
    folder = DocumentFile.objects.get().folder
    planted = {row.partition(".")[0] for row in rows_with(WORD, SYMBOL)}
    assert planted >= {
        "documents_officialdocument", "documents_documentfile", "documents_filepage", "documents_importeddocument",
        "documents_registerupload", "wagtailcore_revision",
    }  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        purge([document])
    assert rows_with(WORD, SYMBOL, "qx5521") == []
    assert not CitedName.objects.filter(key__contains="5521").exists()
    assert not (Path(settings.PRIVATE_MEDIA_ROOT) / folder).exists()
    assert RegisterUpload.objects.count() == 1
    assert not (Path(settings.PRIVATE_MEDIA_ROOT) / REGISTER).exists()


def test_a_trial_leaves_the_files(document, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        purge([document], for_real=False)
    assert (Path(settings.PRIVATE_MEDIA_ROOT) / REGISTER).exists()
    assert (Path(settings.PRIVATE_MEDIA_ROOT) / DocumentFile.objects.get().folder).exists()


def test_a_file_that_another_document_shows_stays_with_it(document, clerk, django_capture_on_commit_callbacks):
    file = DocumentFile.objects.get()
    other = clerk.enter("12-CT/TW", dt.date(2026, 3, 5))
    other.attachments.add(Attachment(file=file))
    clerk.publish(other)
    with django_capture_on_commit_callbacks(execute=True):
        purge([document])
    assert DocumentFile.objects.get() == file
    assert (Path(settings.PRIVATE_MEDIA_ROOT) / file.folder).exists()


def test_a_name_that_other_texts_write_stays_for_them(document, news_section):
    body = [{"type": "paragraph", "value": f"<p>Theo Chỉ thị số {SYMBOL}.</p>"}]
    article = publish(ArticleFactory(parent=news_section, live=False, body=body))
    assert CitedName.objects.filter(mentions__page=article).exists()
    purge([document])
    assert CitedName.objects.filter(mentions__page=article).exists()


def test_another_document_of_the_same_name_keeps_its_history(clerk, administrator):
    """Without a day two documents of different bodies may have one title."""
    doomed, other = (
        clerk.enter("5521-CT/TW", None, issuer, abstract=f"về một việc của {issuer}")
        for issuer in ("Ban Bí thư", "Bộ Chính trị")
    )
    assert doomed.title == other.title
    for document in (doomed, other):
        log(document, "wagtail.edit", user=administrator)
        record("wagtail.edit", Thing(PAGE, str(document.pk), document.title), by=administrator)
    kept_lines = PageLogEntry.objects.filter(page=other.pk).count()
    purge([doomed], by=administrator)
    assert PageLogEntry.objects.filter(page=other.pk).count() == kept_lines
    assert not PageLogEntry.objects.filter(page=doomed.pk).exists()
    of_pages = EntryText.objects.filter(entry__object_type=PAGE, title=other.title)
    assert set(of_pages.values_list("entry__object_id", flat=True)) == {str(other.pk)}


def test_what_another_page_says_of_it_beside_its_own_name_goes(document, clerk, administrator):
    other = clerk.enter("12-CT/TW", None, abstract="về một việc khác")
    log(other, "wagtail.copy", data={"source": {"title": document.title}})
    record("wagtail.edit", Thing(PAGE, str(other.pk), other.title), details=document.title, by=administrator)
    purge([document], by=administrator)
    assert not PageLogEntry.objects.filter(page=other.pk, action="wagtail.copy").exists()
    assert not EntryText.objects.filter(details=document.title).exists()
