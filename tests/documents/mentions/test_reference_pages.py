"""What five real pages name is linked once they are imported, as far as the demo has it.

The pages lie beside the repository and are not part of it.
"""

import datetime as dt
import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from documents.demo.load import load_documents
from documents.models import OfficialDocument
from news.models import Article, ImportRecord
from portal.demo.registry import DemoRun
from tests.documents.mentions.test_pages import citations
from tests.factories import publish

PAGES = Path(__file__).resolve().parents[3].parent / "shared" / "reference-pages"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the reference pages are not beside the repository")

#: In the order of the text: number and day of each document that a link leads to. What the pages' own lists of other
#: news name is no part of the articles; of some no document is in the demo.
LINKED = {
    "R0": [
        ("09-HD/BTCTW", "2012-03-02"),
        ("10-CT/TW", "2002-03-28"),
        ("10-CT/TW", "2002-03-28"),
        ("09-HD/BTCTW", "2012-03-02"),
    ],
    "R1": [
        ("10-CT/TW", "2007-03-30"),
        ("09-HD/BTCTW", "2012-03-02"),
        ("10-CT/TW", "2007-03-30"),
        ("18-KL/TW", "2017-09-22"),
        ("10-CT/TW", "2007-03-30"),
    ],
    "R2": [("21-NQ/TW", "2022-06-16"), ("12-HD/BTCTW", "2018-07-06")],
    "R3": [],
    "R4": [
        ("18-KL/TW", "2017-09-22"),
        ("10-CT/TW", "2007-03-30"),
        ("18-KL/TW", "2017-09-22"),
        ("10-CT/TW", "2007-03-30"),
        ("04-NQ/TW", "2016-10-30"),
        ("05-CT/TW", "2016-05-15"),
        ("76-QĐ/TW", "2000-06-15"),
        ("12-NQ/TW", "2012-01-16"),
        ("04-NQ/TW", "2016-10-30"),
        ("05-CT/TW", "2016-05-15"),
    ],
}


@pytest.fixture
def imported(home, news_section) -> dict[str, Article]:
    """The pages as articles, by name, after the documents of the demo."""
    load_documents(DemoRun(articles=0, documents=0, seed="lam-khe", today=dt.date(2026, 11, 1)))
    call_command("import_articles", str(PAGES), "--publish", stdout=io.StringIO())
    articles = {
        Path(record.source_name).stem: record.article for record in ImportRecord.objects.all() if record.article
    }
    return {name: one if one.live else publish(one) for name, one in articles.items()}  # one has no title


def test_each_is_linked_to_the_document_that_it_means(imported):
    visitor = Client()
    documents = {one.get_url(): (one.symbol, str(one.issued_on)) for one in OfficialDocument.objects.live()}
    found = {
        name: [documents.get(href, (href,)) for _words, href in citations(visitor, page)]
        for name, page in imported.items()
    }
    assert found == LINKED
