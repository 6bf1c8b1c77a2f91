"""A document's number stays in one piece where it is shown, and nothing else is touched."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.text.symbols import unbroken

SYMBOLS = [
    *("10-CT/TW", "12-HD/BTCTW", "10–CT/TW", "399-QĐ/TW", "213-QĐi/TU", "12-CTr/TU", "04-NQ/BCHĐBX", "10-CT/TƯ"),
    *("30/2020/NĐ-CP", "1253/QĐ-UBND", "15/CT-TTg", "29/2018/QH14", "05/2019/NQ-HĐND"),
    *("KT-XH", "TS-VM", "QĐ-UBND", "CT/TW"),
]
PLAIN = [
    *("28/3/2002", "30-3-2007", "2020-2025", "24/7", "207/210", "10:37 | 14/02", "+84-900"),
    *("Hà Nội-Huế", "Ba Chẽ-Quảng Ninh", "3-Nguyễn Văn An", "anh-chị", "T.ư", "A", "", "- Một là"),
    *("https://vanban.example.vn/10-CT/TW", "tep/10-CT/TW.pdf", "van-ban@10-CT/TW", "10-CT/TW@vanban"),
]


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("around", ["{}", "số {}.", "({}),", "“{}”", "<p>{}</p>", "<b>{}</b>;", "{} ngày 28/3/2002"])
def test_a_symbol_stands_in_one_piece(symbol, around):
    assert unbroken(around.format(symbol)) == around.format(f'<span class="unbroken">{symbol}</span>')


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_symbol_stays_as_it_is(text):
    assert unbroken(text) == text


def test_one_longer_than_a_line_may_break():
    assert unbroken("03/2017/TTLT-BTP-BNV-BTC") == "03/2017/TTLT-BTP-BNV-BTC"


@pytest.mark.parametrize(
    "html", ['<a href="/10-CT/TW/" title="10-CT/TW">x</a>', "<img alt='KT-XH'>", "&#10-CT/TW;", "&KT-XH"]
)
def test_addresses_and_attributes_are_left_alone(html):
    assert unbroken(html) == html


@settings(deadline=None)  # the first template is slower than the others
@given(st.text(alphabet="10-–/CTWĐa <>&;.\n", max_size=60))
def test_copying_gives_what_was_typed(text):
    # BeautifulSoup makes one space of several that stand alone, except where spaces are kept.
    shown = Template("{% load portal_tags %}<pre>{{ text|unbroken }}</pre>").render(Context({"text": text}))
    assert BeautifulSoup(shown, "html.parser").get_text() == text


def test_what_was_typed_is_still_escaped():
    shown = Template("{% load portal_tags %}{{ text|unbroken }}").render(Context({"text": "<b>10-CT/TW</b>"}))
    assert shown == '&lt;b&gt;<span class="unbroken">10-CT/TW</span>&lt;/b&gt;'
