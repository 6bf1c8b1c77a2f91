"""No page takes an address that the portal needs itself."""

import pytest
from django.core.exceptions import ValidationError

from portal.reserved_slugs import reserved_slugs
from tests.factories import ArticleFactory, SectionFactory


def test_the_lists_of_a_section_and_the_portals_own_addresses_are_reserved(home, news_section):
    assert {"nam", "rss", "atom"} <= reserved_slugs(news_section)
    assert {"quan-tri", "dang-nhap", "tep", "anh", "nhan", "rss", "media"} <= reserved_slugs(home)
    assert "quan-tri" not in reserved_slugs(news_section)


def test_an_article_called_like_a_list_gets_another_address(visitor, news_section):
    article = ArticleFactory(parent=news_section, title="Năm", slug=None)
    assert article.slug == "nam-2"
    assert visitor.get("/tin-tuc/nam/2026/").status_code == 200


@pytest.mark.parametrize("slug", ["quan-tri", "rss"])
def test_a_section_called_like_an_address_of_the_portal_is_refused(home, slug):
    with pytest.raises(ValidationError, match="địa chỉ"):
        SectionFactory(parent=home, title="Quản trị", slug=slug)
