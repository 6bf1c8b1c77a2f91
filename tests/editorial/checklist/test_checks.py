"""What each check finds, where it says it is, and what it leaves alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from news.models import Article
from portal.editorial.checklist import tasks
from portal.editorial.checklist.links import digest_of, unknown_links
from portal.editorial.checklist.models import CheckedLink
from portal.editorial.checklist.registry import Severity, checks
from portal.editorial.checklist.services import run_checks
from tests.editorial.checklist.conftest import decide, found, paragraphs, picture, with_body
from tests.editorial.desk.conftest import client_of
from tests.factories import PortalImageFactory, StandardPageFactory


def test_of_a_sound_article_nothing_is_said(article):
    concerned = [check for check in checks if check.concerns(article)]
    assert [result.findings for result in run_checks(article)] == [[]] * len(concerned)


@pytest.mark.parametrize(("letters", "said"), [(14, 1), (15, 0), (120, 0), (121, 1)])
def test_the_title_is_neither_too_short_nor_too_long(article, letters, said):
    article.title = "đ" * letters
    assert len(found(article, "title_length")) == said


@pytest.mark.parametrize(("words", "said"), [(0, "Chưa có sapo"), (5, "mới có 5 chữ"), (81, "dài 81 chữ")])
def test_the_sapo_says_the_news_in_short(article, words, said):
    article.sapo = f"<p>{'chữ ' * words}</p>"
    assert said in found(article, "sapo")[0]


def test_only_articles_have_a_sapo_and_a_source(home):
    page = StandardPageFactory(parent=home, title="Giới thiệu Đảng bộ xã")
    assert {result.check.name for result in run_checks(page)}.isdisjoint({"sapo", "source"})


def test_an_article_names_its_author_or_its_source(article):
    article.author_name = " "
    assert found(article, "source")
    article.source_tag = "TTXVN"
    assert not found(article, "source")


def test_pictures_are_described_and_credited_wherever_they_stand(article):
    gallery = {
        "type": "gallery",
        "value": {"title": "", "items": [picture("Ảnh trong bộ")["value"], picture("Ảnh nữa", credit="Hà")["value"]]},
    }
    article.picture = PortalImageFactory(title="Ảnh đại diện")
    article = with_body(article, picture("Ảnh trong bài"), gallery)
    without_words = " ".join(found(article, "alt_texts"))
    for title in ("Ảnh đại diện", "Ảnh trong bài", "Ảnh trong bộ", "Ảnh nữa"):
        assert title in without_words
    assert len(found(article, "credits")) == 3


def test_a_picture_that_brings_its_words_or_is_decorative_needs_none(article):
    described = picture(description="Bí thư chi bộ phát biểu", credit="Minh Hà")
    decorative = picture()
    decorative["value"]["decorative"] = True
    article = with_body(article, described, decorative)
    assert not found(article, "alt_texts")
    assert not found(article, "credits")


def test_a_telephone_number_is_found_in_every_text_and_named_with_its_place(article):
    article.author_name = "Trương Công Minh 0900.000.000"
    article = with_body(article, paragraphs("<p>Liên hệ <b>0912</b> 345 678 để biết.</p>"))
    said = found(article, "phones")
    assert len(said) == 2
    assert any(text.startswith("Tác giả") and "0900.000.000" in text for text in said)
    assert any("1. Đoạn văn" in text and "0912 345 678" in text for text in said)


def test_an_identity_card_is_found_in_a_table(article):
    table = {"type": "table", "value": {"data": [["Họ tên", "CCCD"], ["Vi Văn Tuyển", "001085012345"]],
             "first_row_is_table_header": True, "first_col_is_header": False}}  # fmt: skip
    assert len(found(with_body(article, table), "identity_numbers")) == 1


def test_headings_links_and_tables_serve_everybody(article):
    table = {"type": "table", "value": {"data": [["1", "2"]], "first_row_is_table_header": False}}
    article = with_body(
        article,
        paragraphs('<h3>Bỏ cấp</h3><p><a href="https://example.vn/"> </a></p>'),
        paragraphs("<h2>Đúng cấp</h2><h3>Cấp ba</h3><h2></h2>"),
        table,
    )
    said = found(article, "accessibility")
    assert [any(part in text for text in said) for part in ("Bỏ cấp", "không có chữ", "mục trống", "bảng chưa có")] == [
        True
    ] * 4
    assert len(said) == 4


def test_a_link_to_a_page_that_is_gone_or_hidden_is_found_without_trying(article, newsroom):
    hidden = newsroom.draft("Bài chưa đăng")
    article = with_body(
        article,
        paragraphs(
            f'<p><a linktype="page" id="999999">mất</a> <a linktype="page" id="{hidden.pk}">ẩn</a>'
            f' <a linktype="page" id="{newsroom.section.pk}">có</a></p>'
        ),
    )
    said = found(article, "links")
    assert len(said) == 2
    assert "Bài chưa đăng" in said[1]


def linked(article, *urls):
    return with_body(article, paragraphs("".join(f'<p><a href="{url}">xem</a></p>' for url in urls)))


def test_addresses_elsewhere_are_pending_until_they_were_tried_and_then_say_what_was_found(article):
    article = linked(article, "https://a.vn/?x=1&amp;y=2", "https://b.vn/", "https://c.vn/")
    [result] = [one for one in run_checks(article) if one.check.name == "links"]
    assert "Đang thử 3 địa chỉ" in result.findings[0].text
    assert result.problems == []
    assert unknown_links(article)[0] == "https://a.vn/?x=1&y=2"
    now = timezone.now()
    for url, problem in (("https://a.vn/?x=1&y=2", ""), ("https://b.vn/", "gone"), ("https://c.vn/", "no answer")):
        CheckedLink.objects.create(digest=digest_of(url), url=url, problem=problem, checked_at=now)
    said = found(article, "links")
    assert len(said) == 2
    assert "không còn" in said[0]
    assert "không trả lời" in said[1]
    assert unknown_links(article) == []


@pytest.mark.parametrize(
    ("status", "problem"), [(200, ""), (301, ""), (401, ""), (403, ""), (404, "gone"), (410, "gone"), (503, "failing")]
)
def test_an_address_is_gone_only_where_its_server_says_so(settings, monkeypatch, status, problem):
    settings.TRY_LINKS = True
    monkeypatch.setattr(tasks, "status_of", lambda url: status)
    assert tasks.problem_of("https://example.vn/") == problem


def test_opening_the_editor_has_the_addresses_tried_elsewhere(article, newsroom):
    linked(article, "https://example.vn/mot", "https://example.vn/hai")
    client_of(newsroom.reporter).get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert CheckedLink.objects.count() == 2, "the tests' queue runs tasks at once"
    assert set(CheckedLink.objects.values_list("problem", flat=True)) == {"refused"}, "no test leaves this machine"


def test_a_check_that_is_turned_off_is_not_run(article):
    article.title = "Ngắn"
    decide("title_length", Severity.OFF)
    assert found(article, "title_length") == []


def test_the_work_does_not_grow_with_the_text(article):
    def queries(page: Article) -> int:
        with CaptureQueriesContext(connection) as asked:
            run_checks(page)
        return len(asked)

    run_checks(article)
    few = queries(linked(article, "https://a.vn/"))
    assert queries(linked(article, *(f"https://a.vn/{number}" for number in range(60)))) == few
