"""An entry says what readers of its page get, as plain text, and nothing else."""

import datetime as dt
import json
import unicodedata

import pytest
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import PageViewRestriction

from news.models import Article
from portal.access.levels import Level, set_level
from portal.access.tokens import PUBLIC, page_token
from portal.models import PortalPage
from portal.text import VIET_NAM
from search.projection.pages import entries_of, entry_of, searched_types
from search.projection.texts import MOST_LETTERS, text_of
from tests.factories import ArticleFactory, SectionFactory, StandardPageFactory, publish

pytestmark = pytest.mark.django_db

BODY = [
    {"type": "paragraph", "value": "<h3>Điểm mới</h3><p>Chi bộ <b>họp</b>&nbsp;đúng kỳ.</p><ul><li>Một</li></ul>"},
    {"type": "quote", "value": {"text": "Nói đi đôi với làm", "attribution": "Một đảng viên"}},
    {"type": "related_link", "value": {"page": None, "url": "https://example.vn/x", "text": "Xem thêm"}},
    {"type": "table", "value": {"data": [["Chi bộ", "5 < 6"]], "table_header_choice": "row", "first_row": True}},
]


def stored(page: PortalPage) -> PortalPage:
    return type(page).objects.get(pk=page.pk)


def test_an_article_as_its_type_declares_it(news_section):
    when = dt.datetime(2026, 3, 1, 23, 30, tzinfo=VIET_NAM)
    article = ArticleFactory(
        parent=news_section, title="Chi bộ họp", sapo="<p>Dân <i>chủ</i>.</p>", body=BODY, published_on=when
    )
    entry = entry_of(stored(article))
    assert entry is not None
    assert (entry.key, entry.kind, entry.title, entry.summary) == (str(article.pk), "news", "Chi bộ họp", "Dân chủ.")
    assert entry.body.split("\n") == [
        "Điểm mới", "Chi bộ họp đúng kỳ.", "Một", "Nói đi đôi với làm", "Một đảng viên", "Xem thêm", "Chi bộ", "5 < 6",
    ]  # fmt: skip
    assert (entry.date, entry.path, entry.token) == (dt.date(2026, 3, 1), article.path, PUBLIC)
    assert entry.words.startswith("Chi bộ họp\nDân chủ.\nĐiểm mới")


def test_texts_are_composed(news_section):
    article = ArticleFactory(parent=news_section)
    typed = unicodedata.normalize("NFD", "Đảng uỷ")
    body = json.dumps([{"type": "paragraph", "id": "a", "value": f"<p>{typed}</p>"}])
    Article.objects.filter(pk=article.pk).update(body=body)
    entry = entry_of(stored(article))
    assert entry is not None
    assert entry.body == "Đảng uỷ"


def test_a_draft_above_the_live_text_says_nothing(news_section):
    article = publish(ArticleFactory(parent=news_section, title="Chi bộ họp", live=False))
    draft = stored(article)
    draft.title, draft.body = "Bí mật của bản nháp", BODY
    draft.save_revision()
    entry = entry_of(stored(article))
    assert entry is not None
    assert "Bí mật" not in entry.words
    assert entry.body == ""


def test_what_is_not_live_has_no_entry(news_section):
    assert entry_of(stored(ArticleFactory(parent=news_section, live=False))) is None


def test_what_begins_and_ends_has_its_times_with_it(news_section):
    """Queries compare them with the clock."""
    end = timezone.now() - dt.timedelta(minutes=1)
    article = ArticleFactory(parent=news_section, expire_at=end)
    entry = entry_of(stored(article))
    assert entry is not None
    assert entry.expire_at == end


def test_page_types_that_are_not_searched_have_none(home):
    assert entry_of(home) is None
    assert type(home) not in searched_types()
    assert Article in searched_types()


@pytest.mark.parametrize("level", [Level.MEMBERS, Level.COMMITTEE])
def test_the_token_is_that_of_the_whole_combination(news_section, level):
    section = SectionFactory(parent=news_section)
    article = ArticleFactory(parent=section)
    set_level(section, level)
    set_level(news_section, Level.MEMBERS)
    entry = entry_of(stored(article))
    assert entry is not None
    assert entry.token == page_token(article) != PUBLIC


def test_what_a_password_protects_is_found_by_nobody(news_section):
    article = ArticleFactory(parent=news_section)
    PageViewRestriction.objects.create(page=news_section, restriction_type="password", password="x")
    assert entry_of(stored(article)) is None


def test_an_alias_is_found_at_its_own_place_and_asks_what_its_original_asks(news_section):
    article = publish(ArticleFactory(parent=news_section, live=False, title="Chi bộ họp"))
    set_level(article, Level.MEMBERS)
    elsewhere = SectionFactory(parent=news_section)
    alias = CreatePageAliasAction(article, parent=elsewhere).execute(skip_permission_checks=True)
    entry, original = entry_of(stored(alias)), entry_of(stored(article))
    assert entry is not None
    assert original is not None
    assert (entry.key, entry.title, entry.path) == (str(alias.pk), "Chi bộ họp", alias.path)
    assert entry.token == original.token != PUBLIC


def test_a_megabyte_is_cut_and_read_within_bounds(news_section):
    article = ArticleFactory(parent=news_section)
    article.body = [{"type": "paragraph", "value": "<p>" + "Chi bộ họp. </p><p>" * 150_000 + "</p>"}]
    text = text_of(article, "body")
    assert MOST_LETTERS - 50 <= len(text) <= MOST_LETTERS
    assert text.startswith("Chi bộ họp.\nChi bộ họp.")


def test_what_is_no_markup_is_read_as_it_stands(news_section):
    article = ArticleFactory(parent=news_section)
    article.body = [{"type": "quote", "value": {"text": "khi a <b và b> c", "attribution": ""}}]
    assert "khi a" in text_of(article, "body")


def test_many_pages_cost_as_many_queries_as_one(news_section, django_assert_num_queries):
    pages = [stored(ArticleFactory(parent=news_section, body=BODY)) for _ in range(6)]
    pages.append(stored(StandardPageFactory(parent=news_section.get_parent())))
    with django_assert_num_queries(2):  # restrictions, mentions
        assert len(entries_of(pages)) == 7
