import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.text.legacy import LegacyEncoding, encode
from portal.text.paste import MAX_LENGTH, TooMuchHtml, clean_html

WORD = Path(__file__).with_name("word.html").read_text(encoding="utf-8")


def test_a_word_document_keeps_its_structure_and_loses_its_looks():
    result = clean_html(WORD)
    assert result.html == (
        "<h2>Kết quả sinh hoạt chi bộ</h2>"
        "<p>Đảng uỷ xã <b>đổi mới</b> cách làm, <i>kiểm tra</i> H<sub>2</sub>O, 10 m<sup>2</sup>.</p>"
        "<h3>Việc đã làm</h3>"
        "<ul><li>Ra nghị quyết<ul><li>Phân công</li></ul></li><li>Kiểm tra</li></ul>"
        "<ol><li>Thứ nhất</li><li>Thứ hai</li></ol>"
        '<p><a href="https://example.org/a?b=1&amp;c=2">Xem thêm</a> và tệp</p>'
        "<p>Chi bộ | Đảng viên</p><p>Xóm Mới | 29</p>"
    )
    assert result.notes == {"links": 1, "tables": 1, "images": 1}
    assert result.legacy is None


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        # Nothing in, nothing out.
        ("", ""),
        ("   \n", ""),
        ("<!-- -->", ""),
        ("<p>&nbsp;</p><p><br></p><div><o:p></o:p></div>", ""),
        # Paragraphs.
        ("Chữ trần", "<p>Chữ trần</p>"),
        ("<div>một<div>hai</div>ba</div>", "<p>một</p><p>hai</p><p>ba</p>"),
        ("&nbsp;&nbsp;&nbsp; Đình&nbsp;Cuối &nbsp;", "<p>Đình Cuối</p>"),
        ("một<br>hai", "<p>một<br/>hai</p>"),
        ("một<br> <br />&nbsp;<br>hai<br>", "<p>một</p><p>hai</p>"),
        ("<b>một<br><br>hai</b>", "<p><b>một</b></p><p><b>hai</b></p>"),
        ("<p>một\n hai</p>", "<p>một hai</p>"),
        ("<pre>một\nhai</pre>", "<p>một<br/>hai</p>"),
        ("1 &lt; 2 &amp; 3 > 2 <", "<p>1 &lt; 2 &amp; 3 &gt; 2 &lt;</p>"),
        # Inline.
        ("<strong>a</strong><em>b</em><b>c</b>", "<p><b>a</b><i>b</i><b>c</b></p>"),
        ("<span style='font-weight:700;font-style:italic'>a</span>", "<p><b><i>a</i></b></p>"),
        ("<b style='font-weight:normal' id='docs-internal-guid-1'><p>a</p></b>", "<p>a</p>"),
        ("<b>a </b><b>b</b>", "<p><b>a b</b></p>"),
        ("<u>gạch</u> <s>bỏ</s> <font color=red face=Arial>đỏ</font>", "<p>gạch bỏ đỏ</p>"),
        ("<del>cũ</del><ins>mới</ins>", "<p>mới</p>"),
        # Headings.
        ("<h2>a</h2><h3>b</h3><h5>c</h5>", "<h2>a</h2><h3>b</h3><h4>c</h4>"),
        ("<h1>a</h1><h2>b</h2><h4><b>c</b></h4>", "<h2>a</h2><h3>b</h3><h4>c</h4>"),
        ("<p class=MsoTitle>a</p><p style='mso-outline-level:2'>b</p>", "<h2>a</h2><h3>b</h3>"),
        # Quotation, rule.
        ("<blockquote><p>a</p><p>b</p></blockquote>", "<blockquote>a</blockquote><blockquote>b</blockquote>"),
        ("a<hr>b", "<p>a</p><hr/><p>b</p>"),
        # Lists.
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br/>b</li></ul>"),
        ("<ul><li>a<ol><li>b<li>c</ol></li><li>d</ul>", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>"),
        ("<ul><ul><li>a</li></ul></ul>", "<ul><li>a</li></ul>"),
        ("<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>", "<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>"),
        ("<li>a</li>b", "<ul><li>a</li></ul><p>b</p>"),
        # Numbers that a list would not show again stay in the text.
        (
            "<ol><li>a</li></ol><p>x</p><ol start=2><li>b</li><li>c</li></ol>",
            "<p>1. a</p><p>x</p><p>2. b</p><p>3. c</p>",
        ),
        ("<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>a)</span>b</p>", "<p>a) b</p>"),
        ("<h2 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>I. </span>b</h2>", "<h2>I. b</h2>"),
        ("<p class=MsoListParagraph>- a</p><p class=MsoListParagraph>b</p>", "<ul><li>a</li></ul><p>b</p>"),
        # Tables: data by rows, layout by content.
        ("<table><tr><th>a<th>b<tr><td>c<td></table>", "<p>a | b</p><p>c |</p>"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "<p>a</p><p>b</p><p>c</p>"),
        ("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>d", "<p>a | b</p><p>c</p><p>d</p>"),
        ("<tr><td>a</td></tr>", "<p>a</p>"),
        # What is not text.
        ("<script>x</script><style>y</style><select><option>z</select>a<svg><text>b</text></svg>", "<p>a</p>"),
        ("<p style='display:none'>a</p><span style='mso-hide:all'>b</span>c", "<p>c</p>"),
        ("<a name=_Toc1>a</a><a href='#x'>b</a>", "<p>ab</p>"),
        # Unicode.
        (unicodedata.normalize("NFD", "<p>Đảng uỷ</p>"), "<p>Đảng uỷ</p>"),
        ("<meta charset='windows-1258'><p>Đảng uỷ&shy;</p>", "<p>Đảng uỷ</p>"),
    ],
)
def test_markup_becomes_rich_text(pasted, clean):
    assert clean_html(pasted).html == clean


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///C:/x",
        "//example.org/",
        "/trang",
        "https:",
        "https://",
        "mailto:",
    ],
)
def test_only_links_to_the_web_and_to_people_are_kept(address):
    result = clean_html(f'<a href="{address}">a</a>')
    assert result.html == "<p>a</p>"
    assert result.notes == {"links": 1}


@pytest.mark.parametrize("address", ["https://example.org", "http://example.org/a?b#c", "mailto:a@b.vn", "tel:0255123"])
def test_safe_links_are_kept(address):
    assert clean_html(f'<a href=" {address} ">a</a>').html == f'<p><a href="{address}">a</a></p>'


def test_spacer_pictures_are_not_reported_and_embedded_things_are():
    assert clean_html('a<img width=1 height=1 src=x><iframe src="https://a"></iframe>').notes == {"embeds": 1}


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_a_legacy_page_is_reported_and_converted_on_request(encoding):
    meant = "<p>Đảng uỷ xã <b>tổ chức</b> sinh hoạt</p><ul><li>đồng chí bí thư</li><li>một<br/>hai</li></ul>"
    pasted = encode(meant, encoding)
    kept = clean_html(pasted)
    assert kept.legacy is encoding
    assert kept.html == pasted
    converted = clean_html(pasted, convert=encoding)
    assert converted.html == meant
    assert converted.legacy is None


def test_a_legacy_font_is_enough_for_few_words():
    assert clean_html("<font face='.VnTime'>chi bé ho¹t</font>").legacy is LegacyEncoding.TCVN3
    assert clean_html("<span style='font-family:\"VNI-Times\"'>xaõ</span>").legacy is LegacyEncoding.VNI
    assert clean_html("<font face='.VnTime'>Công tác</font>").legacy is None


def test_a_font_of_capitals_is_converted_to_capitals():
    pasted = "<p><font face='.VnTimeH'>®¶ng bé x·</font> häp ®Þnh kú</p>"
    assert clean_html(pasted, convert="TCVN3").html == "<p>ĐẢNG BỘ XÃ họp định kỳ</p>"


def test_in_a_mixed_paste_unicode_stays():
    pasted = f"<p>Công tác</p><p>Người đăng: <b>{encode('Trần Văn Hoà', 'TCVN3')}</b></p>"
    assert clean_html(pasted, convert="TCVN3").html == "<p>Công tác</p><p>Người đăng: <b>Trần Văn Hoà</b></p>"


@pytest.mark.parametrize(
    "bomb",
    [
        "<div>" * 100_000,
        "<b>" * 100_000 + "x",
        "<table><tr><td>" * 50_000,
        "<ul><li>" * 50_000,
        "<font face=a>x</p>" * 100_000,
        "<p>x" * 100_000,
        "x" * (MAX_LENGTH + 1),
    ],
    ids=["deep", "deep inline", "tables", "lists", "unclosed", "paragraphs", "long"],
)
def test_bombs_are_refused(bomb):
    with pytest.raises(TooMuchHtml):
        clean_html(bomb)


@pytest.mark.parametrize(
    "odd", ["<" * 500_000, "&" * 500_000, "<![if" * 100_000, "<a " * 300_000, "</p>" * 300_000, "&nbsp;" * 300_000,
            "<br>" * 200_000, "a<br>" * 200_000, "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">",
            "<p style='" + "a:b;" * 300_000 + "'>x"],
)  # fmt: skip
def test_odd_input_passes(odd):
    clean_html(odd)


def test_the_pieces_the_parser_is_fed_do_not_show():
    text = "Đảng uỷ &agrave;&nbsp;xã "
    cleaned = clean_html("<p>" + text * 10_000 + "</p>").html
    assert cleaned == "<p>" + ("Đảng uỷ à xã " * 10_000).strip() + "</p>"


ELEMENTS = "p div b i ul ol li h1 h3 table tr td blockquote br hr a pre span script sup font"
markup = st.lists(
    st.one_of(
        st.sampled_from(ELEMENTS.split()).map(lambda tag: f"<{tag}>"),
        st.sampled_from(ELEMENTS.split()).map(lambda tag: f"</{tag}>"),
        st.sampled_from(
            ["<p class=MsoListParagraph style='mso-list:l0 level3'>", "<span style='mso-list:Ignore'>2.</span>"]
        ),
        st.sampled_from(
            ["<a href='https://a.vn/\"x'>", "<p style=font-weight:bold>", "<ol start=3>", "<!--", "&lt;x&gt;"]
        ),
        st.text(max_size=8),
    ),
    max_size=40,
).map("".join)
ALLOWED = re.compile(
    r"<(?:/?(?:p|h[234]|b|i|ul|ol|li|blockquote|sup|sub)|br/|hr/|a href=\"(?:https?://|mailto:|tel:)[^\"<>]+\"|/a)>"
)


@given(markup)
def test_the_result_has_allowed_tags_only_and_is_balanced(pasted):
    html = clean_html(pasted).html
    left = ALLOWED.sub("", html)
    assert "<" not in left
    stack: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)[^<>]*?(?<!/)>", html):
        if closing:
            assert stack.pop() == tag
        else:
            stack.append(tag)
    assert not stack


@given(markup)
def test_cleaning_again_changes_nothing(pasted):
    once = clean_html(pasted).html
    assert clean_html(once).html == once
