"""Telephone numbers and identity cards are found however they are typed; documents, dates and sums are not."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.editorial.checklist.personal import identity_numbers_in, phones_in


def phones(text: str) -> list[str]:
    return [found.group() for found in phones_in(text)]


def cards(text: str) -> list[str]:
    return [found.group() for found in identity_numbers_in(text)]


@pytest.mark.parametrize(
    "number",
    [
        *("0912345678", "0912.345.678", "0912 345 678", "0912-345-678", "091 234 5678", "0912 34 56 78"),
        *("+84 912 345 678", "+84912345678", "0084912345678", "+84 (0) 912 345 678", "0357 123 456"),
        *("024 3825 1234", "02438251234", "(024) 3825 1234", "0235 3881 234", "(0235) 3 881 234", "0203.3.835.678"),
        "0900.000.000",
    ],
)
@pytest.mark.parametrize("around", ["{}", "ĐT: {}.", "Gọi {}, gặp đồng chí Hoa", "({})", "Trương Công Minh {}"])
def test_a_number_is_found_however_it_is_grouped(number, around):
    assert phones(around.format(number)) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 0912-NQ/TU",
        "Quyết định 1253/QĐ-UBND ngày 03.02.2026 - 05.02.2026",
        "từ 01.09.2026-05.09.2026",
        "tổng 1.090.000.000 đồng, trong đó 912.345.678 đồng",
        "https://baochinhphu.vn/tin-0912345678.htm",
        "www.example.vn/0912345678",
        "mã số 30912345678",
        "57,3% trong 4.356.361 lượt",
        "khoá 2020-2025, 0,912345678",
        "Thông tư 03/2017/TTLT-BTP-BNV",
        "lúc 09.30 ngày 12.09.2026",
    ],
)
def test_documents_dates_sums_and_addresses_are_no_telephones(text):
    assert phones(text) == []


@given(st.from_regex(r"0[35789][0-9]{8}", fullmatch=True), st.sampled_from(" .-"))
def test_every_mobile_number_is_found_plain_and_grouped(number, between):
    assert phones(f"gọi {number} nhé") == [number]
    grouped = between.join((number[:4], number[4:7], number[7:]))
    assert phones(f"gọi {grouped} nhé") == [grouped]


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)), st.dates(date(1930, 1, 1), date(2099, 12, 31)))
def test_no_date_however_written_is_a_telephone_or_a_card(first, second):
    for shape in ("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d", "%d%m%Y"):
        for between in (" - ", "-", "–", " đến ", ", ", " "):
            text = f"từ {first.strftime(shape)}{between}{second.strftime(shape)} tại xã"
            assert phones(text) == [], text
            assert cards(text) == [], text


CODES = ("NQ", "CT", "KL", "QĐ", "HD", "KH", "TB", "CV", "CTr")
ISSUERS = ("TW", "TU", "ĐU", "BTCTW", "UBND", "HĐND", "VPTW")


@given(st.integers(1, 99_999), st.sampled_from(CODES), st.sampled_from(ISSUERS), st.sampled_from("-/ "), st.booleans())
def test_no_number_of_a_document_is_a_telephone_or_a_card(number, code, issuer, between, padded):
    text = f"số {number:0{5 if padded else 1}}{between}{code}/{issuer} ngày 30/3/2007"
    assert phones(text) == cards(text) == [], text


@given(st.integers(0, 10**15))
def test_no_sum_of_money_is_a_telephone_or_a_card(sum_of_money):
    text = f"{sum_of_money:,} đồng".replace(",", ".")
    assert phones(text) == cards(text) == [], text


@given(st.text(max_size=200))
def test_any_text_is_read_and_what_is_found_has_enough_digits(text):
    for found in phones_in(text):
        assert 9 <= len(re.findall(r"\d", found.group())) <= 15


@pytest.mark.parametrize("number", ["001085012345", "079 201 004 567", "0360 8500 1234"])
def test_a_card_is_found(number):
    assert cards(f"CCCD số {number}, cấp ngày 01/5/2021") == [number]


@given(st.integers(1, 96), st.integers(0, 999_999_999))
def test_every_number_of_a_card_is_found_and_is_no_telephone(province, rest):
    number = f"{province:03}{rest:09}"
    assert cards(f"số {number}.") == [number]
    assert phones(f"số {number}.") == []
