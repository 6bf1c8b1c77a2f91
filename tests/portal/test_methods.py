"""Public pages are read and nothing else: every other method is refused, and a refusal tells nothing."""

import pytest
from django.urls import reverse
from wagtail.models import Page, get_page_models

from portal.access.levels import Level, set_level
from tests.factories import ArticleFactory, DocumentRegisterFactory, OfficialDocumentFactory

WRITING = ("POST", "PUT", "PATCH", "DELETE")
ALLOWED = {"GET", "HEAD", "OPTIONS"}


@pytest.fixture
def article(news_section):
    return ArticleFactory(parent=news_section, title="Đường hoa Xóm Mới", slug="duong-hoa")


@pytest.fixture
def all_types(home, every_page, article) -> list[str]:
    """The address of a page of each type, and of the lists that sections and articles answer at."""
    register = DocumentRegisterFactory(parent=home, slug="van-ban")
    OfficialDocumentFactory(parent=register, symbol="10-CT/TW")
    shown = {type(page.specific) for page in Page.objects.filter(depth__gte=2)}
    assert shown == {model for model in get_page_models() if model is not Page}
    return [page.url for page in Page.objects.filter(depth__gte=2)] + [
        "/tin-tuc/nam/2026/",
        "/tin-tuc/duong-hoa/cu-hon/",
    ]


@pytest.mark.parametrize("method", WRITING)
def test_no_page_answers_a_writing_method(visitor, all_types, method):
    for address in all_types:
        response = visitor.generic(method, address)
        assert response.status_code == 405, address
        assert set(response["Allow"].split(", ")) == ALLOWED


def test_every_page_says_what_it_answers(visitor, all_types):
    for address in all_types:
        response = visitor.options(address)
        assert (response.status_code, set(response["Allow"].split(", "))) == (200, ALLOWED), address
        assert visitor.head(address).status_code == 200, address


@pytest.mark.parametrize("method", [*WRITING, "OPTIONS", "TRACE"])
@pytest.mark.parametrize("address", ["/rss/", "/atom/"])
def test_feeds_are_read_and_nothing_else(visitor, article, address, method):
    response = visitor.generic(method, address)
    assert response.status_code == 405
    assert not response.content


@pytest.mark.parametrize("method", [*WRITING, "OPTIONS", "TRACE"])
def test_a_restricted_page_and_an_unknown_one_refuse_alike(visitor, article, method):
    set_level(article, Level.MEMBERS)
    closed = visitor.generic(method, article.url)
    unknown = visitor.generic(method, "/tin-tuc/khong-the/")
    assert closed.status_code == unknown.status_code == 404
    assert dict(closed.headers) == dict(unknown.headers)


def test_a_draft_is_still_previewed(admin_client, article):
    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk]))
    assert response.status_code == 200
    assert "Đường hoa Xóm Mới" in response.content.decode()
