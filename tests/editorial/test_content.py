"""The digest of what readers see of a page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from documents.models import Issuer, OfficialDocument
from news.models import Article
from portal.editorial.content import digest_of, digest_of_revision, stored_contents, stored_digests
from tests.editorial.conftest import Desk, fresh
from tests.factories import ArticleFactory, DocumentRegisterFactory, OfficialDocumentFactory

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


def test_the_digest_is_the_same_in_every_shape_of_a_page(desk: Desk):
    body = [{"type": "paragraph", "value": '<p data-block-key="abc">Sơ kết “6 tháng” &amp; đường</p>'}]
    article = desk.draft(body=body, published_on=timezone.now(), sapo="<p>Sapo&nbsp;<b>đậm</b></p>")
    article.tags.add("Đảng uỷ", "Chi bộ")
    revision = article.save_revision()
    shapes = {
        "memory": digest_of(article),
        "revision": digest_of_revision(type(revision).objects.get(pk=revision.pk)),
        "object of revision": digest_of(type(revision).objects.get(pk=revision.pk).as_object()),
    }
    assert len(set(shapes.values())) == 1, shapes
    article.save()
    assert stored_digests(Article, [article.pk]) == {article.pk: shapes["memory"]}
    assert digest_of(fresh(article)) == shapes["memory"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>Đường &lt;b&gt;</p>", "<p>Đường <b></p>"),
        ('<p><a href="/a/">x</a></p>', '<p><a href="/b/">x</a></p>'),
        ("<p>a</p>", "<p>a</p><p></p>"),
    ],
)
def test_what_readers_would_see_differently_differs(desk: Desk, one, other):
    article = ArticleFactory.build(slug="x")
    article.sapo = one
    first = digest_of(article)
    article.sapo = other
    assert digest_of(article) != first


def test_what_many_pages_have_chosen_is_read_at_once(desk: Desk, django_assert_num_queries):
    issuers = list(Issuer.objects.order_by("pk")[:3])
    chosen = [issuers[:2], [], issuers]
    register = DocumentRegisterFactory(parent=desk.section.get_parent())
    documents = [
        OfficialDocumentFactory(parent=register, symbol=f"{day}-CT/TW", issued_on=date(2024, 5, day), live=False)
        for day in (1, 2, 3)
    ]
    for document, those in zip(documents, chosen, strict=True):
        document.co_issuers.set(those)
        document.save()
    with CaptureQueriesContext(connection) as one:
        stored_contents(OfficialDocument, [documents[0].pk])
    with django_assert_num_queries(len(one)):
        contents = stored_contents(OfficialDocument, [document.pk for document in documents])
    for document, those in zip(documents, chosen, strict=True):
        assert sorted(contents[document.pk]["co_issuers"]) == [issuer.pk for issuer in those]
    digests = stored_digests(OfficialDocument, [document.pk for document in documents])
    assert digests == {document.pk: digest_of(fresh(document)) for document in documents}
