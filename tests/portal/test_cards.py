"""What a list shows of a page."""

import pytest

from portal.cards import plain_summary
from tests.factories import ArticleFactory
from tests.reading import read


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("<p>Chi bộ <b>họp</b> đúng kỳ.</p><p>Đủ thành phần.</p>", "Chi bộ họp đúng kỳ. Đủ thành phần."),
        ("<p>Quỹ R&amp;D, giá &lt; 5 triệu</p>", "Quỹ R&D, giá < 5 triệu"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>"),
        ("<ul><li>Một.</li><li>Hai.</li></ul><h3>Ba</h3>Bốn<br>năm<hr/>", "Một. Hai. Ba Bốn năm"),
        ("", ""),
    ],
)
def test_a_summary_is_plain_text(stored, shown):
    assert plain_summary(stored) == shown


def test_a_summary_is_cut_at_a_word():
    assert plain_summary("<p>một hai ba bốn</p>", words=3) == "một hai ba…"


@pytest.mark.parametrize("sign", [".", ",", ";", ":", " –", "..."])
def test_no_other_sign_stands_before_the_dots_of_a_cut(sign):
    assert plain_summary(f"<p>một hai ba{sign} bốn năm sáu</p>", words=4 if sign == " –" else 3) == "một hai ba…"


def test_special_characters_are_escaped_once_and_never_become_markup(visitor, news_section):
    ArticleFactory(
        parent=news_section, title="Bài mới", slug="bai-moi", sapo="<p>R&amp;D &lt;script&gt;x&lt;/script&gt;</p>"
    )
    section, article = read(visitor, news_section.get_url()), read(visitor, "/tin-tuc/bai-moi/")
    assert "R&D <script>x</script>" in section.text("main")
    assert article.one('meta[name="description"]')["content"] == "R&D <script>x</script>"
    assert "<script>x" not in section.html + article.html
    feed = visitor.get("/rss/").content.decode()
    assert "<description>R&amp;amp;D &amp;lt;script" in feed, "feed readers take a description for HTML"
