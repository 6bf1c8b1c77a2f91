"""Telephone numbers and numbers of identity papers in running text.

Numbers of documents, dates, sums and figures look a little like them. What is taken for a telephone begins as numbers
in Viet Nam do and is grouped as people group them: the first group has three or four digits, where a date has two.

>>> [found.group() for found in phones_in("gọi 0912.345.678 hoặc (0235) 3 881 234")]
['0912.345.678', '(0235) 3 881 234']
>>> list(phones_in("Số 0912-CT/TU ngày 03.02.2026, tổng 1.090.000.000 đồng"))
[]
>>> [found.group() for found in identity_numbers_in("CCCD 001085012345")]
['001085012345']
"""

import re
from collections.abc import Iterator

_SEP = r"[ .\-]"
_LEFT = r"(?<![\w/])(?<!\d[.,/\-])"
_RIGHT = r"(?![\w/])(?![.,\-]\d)(?!\-[^\W\d_])"
# Mobile: ten digits after 0, nine after +84. Land line: an area code of three or four digits, ten or eleven in all.
_MOBILE = rf"0[35789]\d{{8}}|0[35789]\d{_SEP}\d{{3}}{_SEP}?\d{{4}}|0[35789]\d{_SEP}\d{{4}}{_SEP}?\d{{3}}"
_MOBILE += rf"|0[35789]\d\d{_SEP}\d{{3}}{_SEP}?\d{{3}}|0[35789]\d\d{_SEP}\d{{2}}{_SEP}\d{{2}}{_SEP}\d{{2}}"
_ABROAD = rf"(?:\+|00)84{_SEP}?(?:\(0\){_SEP}?)?[35789]\d(?:{_SEP}?\d){{7}}|(?:\+|00)84{_SEP}?2\d(?:{_SEP}?\d){{7,8}}"
_LAND = (
    rf"\(02\d{{1,2}}\){_SEP}?\d(?:{_SEP}?\d){{6,7}}|02\d{{8,9}}|02\d{{1,2}}{_SEP}\d{{1,4}}(?:{_SEP}?\d{{2,4}}){{1,3}}"
)
_PHONE = re.compile(rf"(?:{_LEFT}(?:{_MOBILE}|{_LAND})|(?<![\w+])(?:{_ABROAD})){_RIGHT}")
# The number of a citizen: 12 digits, the first three those of the province (001 to 096).
_CITIZEN = re.compile(
    rf"{_LEFT}0(?:0[1-9]|[1-8]\d|9[0-6])(?:[0-9]\d{{8}}|{_SEP}\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{3}}|\d{_SEP}\d{{4}}{_SEP}\d{{4}}){_RIGHT}"
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)


def phones_in(text: str) -> Iterator[re.Match[str]]:
    """Telephone numbers as they stand in ``text``; those inside addresses of pages are none."""
    for found in _PHONE.finditer(_without_addresses(text)):
        if 9 <= sum(letter.isdigit() for letter in found.group()) <= 13:
            digits = re.sub(r"\D", "", found.group())
            if not digits.startswith("02") or len(digits) in (10, 11):
                yield found


def identity_numbers_in(text: str) -> Iterator[re.Match[str]]:
    """Numbers of citizens' identity cards as they stand in ``text``."""
    return _CITIZEN.finditer(_without_addresses(text))


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(lambda found: "_" * len(found.group()), text)
