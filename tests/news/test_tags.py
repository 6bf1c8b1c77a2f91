"""The list of a tag."""

import pytest

from tests.factories import ArticleFactory
from tests.reading import Reading, read


@pytest.fixture
def tagged(news_section):
    def make(title: str, tag: str, **fields):
        article = ArticleFactory(parent=news_section, title=title, **fields)
        article.tags.add(tag)
        article.save()
        return article

    return make


def test_a_tag_lists_its_articles_newest_first(visitor, tagged):
    tagged("Cũ", "đường hoa")
    tagged("Mới", "đường hoa")
    tagged("Việc khác", "đại hội")
    page = read(visitor, "/nhan/duong-hoa/")
    assert page.text("h1") == "đường hoa"
    assert page.texts(".story-rows h2") == ["Mới", "Cũ"]


def test_one_tag_however_it_is_capitalised(tagged):
    first, second = tagged("Một", "Nông thôn mới"), tagged("Hai", "nông thôn mới")
    assert list(first.tags.all()) == list(second.tags.all())


def test_tags_that_differ_in_diacritics_have_addresses_of_their_own(visitor, tagged):
    tagged("Một", "đường hoa")
    tagged("Hai", "dưỡng hoa")
    assert read(visitor, "/nhan/duong-hoa/").texts(".story-rows h2") == ["Một"]
    assert read(visitor, "/nhan/duong-hoa-2/").texts(".story-rows h2") == ["Hai"]


def test_a_tag_that_only_hidden_articles_carry_does_not_exist(visitor, tagged):
    tagged("Bản nháp", "chuyện chưa kể", live=False)
    hidden, unknown = Reading(visitor, "/nhan/chuyen-chua-ke/"), Reading(visitor, "/nhan/khong-co/")
    assert (hidden.status, unknown.status) == (404, 404)
    assert "chuyện chưa kể" not in hidden.html


def test_a_tag_has_one_public_address(visitor, tagged, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://luongminh.example.vn"
    tagged("Một", "đường hoa")
    page = read(visitor, "/nhan/duong-hoa/")
    assert page.one("link[rel=canonical]")["href"] == "https://luongminh.example.vn/nhan/duong-hoa/"
