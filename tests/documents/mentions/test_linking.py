"""Links are set into rendered text, whatever its markup: nothing else of it changes."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.mentions.cited import read
from documents.mentions.lines import digest_of, lines_of
from documents.mentions.linking import Link, with_links

OPENING = '<a class="citation" href="/van-ban/x/" data-card="/_the-van-ban/7/">'


def linked(markup: str) -> str:
    """``markup`` with a link on every mention that is found in its lines."""
    lines = [line.text for line in lines_of(markup)]
    links: dict[str, list[Link]] = {}
    for found in read(lines):
        link = Link(found.start, found.end, found.text, "/van-ban/x/", "/_the-van-ban/7/")
        links.setdefault(digest_of(lines[found.line]), []).append(link)
    return with_links(markup, links)


def without_links(markup: str) -> str:
    return re.sub(rf"{re.escape(OPENING)}(.*?)</a>", r"\1", markup, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>Theo Chỉ thị số 10-CT/TW.</p>", f"<p>Theo {OPENING}Chỉ thị số 10-CT/TW</a>.</p>"),
        ("<p>Chỉ thị&nbsp;số 10-CT/TW</p>", f"<p>{OPENING}Chỉ thị&nbsp;số 10-CT/TW</a></p>"),
        ("<p>Chỉ thị số <b>10-CT/TW</b> nêu</p>", f"<p>Chỉ thị số <b>{OPENING}10-CT/TW</a></b> nêu</p>"),
        ("<h2>Chỉ thị 10-CT/TW</h2>", f"<h2>{OPENING}Chỉ thị 10-CT/TW</a></h2>"),
        ("Chỉ thị 10-CT/TW<br>Quy định 24-QĐ/TW", f"{OPENING}Chỉ thị 10-CT/TW</a><br>{OPENING}Quy định 24-QĐ/TW</a>"),
        ("<p>\n  Chỉ thị  10-CT/TW\n</p>", f"<p>\n  {OPENING}Chỉ thị  10-CT/TW</a>\n</p>"),
        ("<p>A &amp; B: Chỉ thị 10-CT/TW</p>", f"<p>A &amp; B: {OPENING}Chỉ thị 10-CT/TW</a></p>"),
    ],
)
def test_a_mention_becomes_a_link(markup, expected):
    assert linked(markup) == expected


@pytest.mark.parametrize(
    "markup",
    [
        '<p><a href="/x/">Chỉ thị 10-CT/TW</a></p>',
        '<p><a href="/x/">xem <b>Chỉ thị 10-CT/TW</b> và</a></p>',
        "<p><code>Chỉ thị 10-CT/TW</code></p>",
        "<pre>Chỉ thị 10-CT/TW</pre>",
        '<h3 id="d1"><a href="#d1">Điều 1. Chỉ thị 10-CT/TW</a></h3>',
        "<button>Chỉ thị 10-CT/TW</button>",
        '<p title="Chỉ thị 10-CT/TW">Không có gì</p>',
        '<img alt="Chỉ thị 10-CT/TW" src="/a.jpg">',
        "<!-- Chỉ thị 10-CT/TW -->",
        "<script>Chỉ thị 10-CT/TW</script>",
        '<p>Chỉ thị 10-CT/TW <a href="',
        "<p>không có văn bản nào</p>",
    ],
)
def test_text_stays_where_no_link_may_stand(markup):
    assert linked(markup) == markup


_TAGS = ["p", "b", "i", "a", "code", "h2", "li", "ul", "td", "span", "em", "sup", "pre", "script", "br", "img"]
_WORDS = [
    "Chỉ thị số 10-CT/TW", "Chỉ thị 10", "ngày 30/3/2007", "của Ban Bí thư", "đề án 343, 704", "&amp;", "&nbsp;", "&#273;",
    "&lt;b&gt;", "chi bộ", " ", "\n", "NQTW 4 khóa XII", "<", ">", '"', "'", "30/2020/NĐ-CP", "–", "&", "10-CT/TW",
]  # fmt: skip
_pieces = st.one_of(
    st.sampled_from(_WORDS),
    st.builds("<{}>".format, st.sampled_from(_TAGS)),
    st.builds("</{}>".format, st.sampled_from(_TAGS)),
    st.builds("<a href=\"{}\" title='{}'>".format, st.sampled_from(_WORDS[:5]), st.sampled_from(_WORDS[:5])),
    st.sampled_from(["<!-- 10-CT/TW -->", "<!--", "-->", "<br/>", "<P CLASS=x>", "<a", "</", "<1>"]),
    st.text(max_size=6),
)
odd_markup = st.lists(_pieces, max_size=25).map("".join)


@settings(max_examples=400, deadline=None)
@given(odd_markup)
def test_only_links_are_added_and_nothing_else_is_touched(markup):
    assert without_links(linked(markup)) == without_links(markup)


@settings(max_examples=400, deadline=None)
@given(odd_markup)
def test_the_words_that_a_reader_sees_stay_the_same(markup):
    assert [line.text for line in lines_of(linked(markup))] == [line.text for line in lines_of(markup)]


class Nesting(HTMLParser):
    """Reads markup as browsers do; notes the links of ours that stand inside what must hold none."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: dict[str, int] = {}
        self.wrong: list[str] = []

    def handle_starttag(self, tag, attrs):
        if ("class", "citation") in attrs and any(self.inside.values()):
            self.wrong.append(str(self.inside))
        if tag in ("a", "code", "pre"):
            self.inside[tag] = self.inside.get(tag, 0) + 1

    def handle_endtag(self, tag):
        self.inside[tag] = max(0, self.inside.get(tag, 0) - 1)


@settings(max_examples=400, deadline=None)
@given(odd_markup)
def test_no_link_stands_in_another_link_or_in_code(markup):
    nesting = Nesting()
    nesting.feed(linked(markup))
    nesting.close()
    assert nesting.wrong == []


@given(st.integers(1, 2000))
@settings(max_examples=20, deadline=None)
def test_unended_quotes_take_no_time(count):
    """As many steps as letters: a text of quotes that never end would else hold a worker for minutes."""
    markup = '<a "' * count
    assert linked(markup) == markup
