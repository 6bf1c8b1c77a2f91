"""Paragraphs from the lines of pages, for showing the full text with anchors.

A PDF and a scan know lines only. A line goes on in the next one unless it ends a sentence before the margin, or the
next one begins a unit (Chương, Mục, Điều, a number, a letter, a dash) or is a heading in capitals.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.extraction.results import Page

_UNIT = re.compile(
    r"(?:phần thứ \w+|chương [ivxlc\d]+|mục [ivxlc\d]+|tiểu mục \d+|điều \d+[a-zđ]?|phụ lục)\b(?!\s+(?:này|của|luật|nghị))"
    r"|(?:[IVXLC]+|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3})\s*[.)/]\s*(?=\D|$)|[IVXLC]+\s*[-–]\s|[a-zđ]\)\s|\(\d{1,2}\)\s"
    r"|[-–+•*]\s*(?=\S)|\[\d+\]\s",
    re.IGNORECASE,
)
#: Words in capitals and small letters that no line of the text above goes on with.
_STANDS_ALONE = re.compile(r"n[ơo]i nhận\s*:|kính gửi\s*:|(?:t/m|tm\.|k/t|kt\.|t/l|tl\.)\s", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,4}[-–\s]*|trang \d+(?:\s*/\s*\d+)?", re.IGNORECASE)
_RULE = re.compile(r"[\s\-–—_=*.]+")
_ENDS = re.compile(r"[.:;!?…](?:/\.)?[”\"')]*$|/\.$")
#: A number cut at its dash or stroke goes on without a blank: 10-|CT/TW.
_CUT_NUMBER = re.compile(r"\d[a-zđ]?[-–/]$|[A-ZĐ]{1,6}[/]$")
#: Of the usual length of full lines: what is shorter ended before the margin.
_FULL = 0.72
_USUAL = 0.9
_FEW_LINES = 3


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and the page that it begins on."""

    text: str
    page: int


def paragraphs(pages: Iterable[Page]) -> list[Paragraph]:
    """The paragraphs of a document in their order. Page numbers and dividing rules are left out.

    >>> text = "Điều 1. Thành lập Tổ công tác do ông Lộc\\nlàm tổ trưởng.\\nĐiều 2. Tổ công tác có nhiệm vụ"
    >>> paragraphs([Page(1, text)])[0].text
    'Điều 1. Thành lập Tổ công tác do ông Lộc làm tổ trưởng.'
    """
    lines = [(line, page.number) for page in pages for line in _lines(page.text)]
    full = _full_length([line for line, _ in lines])
    joined: list[tuple[list[str], int]] = []
    open_line = ""
    for line, page in lines:
        if line and open_line and _goes_on(open_line, line, full):
            joined[-1][0].append(line if _CUT_NUMBER.search(open_line) else f" {line}")
        elif line:
            joined.append(([line], page))
        open_line = line
    return [Paragraph("".join(parts), page) for parts, page in joined]


def _lines(text: str) -> list[str]:
    """Lines of a page without its number; an empty one parts paragraphs, but not those over two pages."""
    lines = [re.sub(r"\s+", " ", line).strip() if "\t" not in line else line.strip() for line in text.split("\n")]
    kept = ["" if _RULE.fullmatch(line) else line for line in lines]
    told = [place for place, line in enumerate(kept) if line and not _PAGE_NUMBER.fullmatch(line)]
    return kept[told[0] : told[-1] + 1] if told else []


def _full_length(lines: Sequence[str]) -> float:
    """How long a line from margin to margin is, in signs."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * _USUAL)] if len(lengths) > _FEW_LINES else max(lengths, default=0)


def _goes_on(line: str, following: str, full: float) -> bool:
    if "\t" in line or "\t" in following or _STANDS_ALONE.match(following) or _is_unit(line, following):
        return False
    if _CUT_NUMBER.search(line):
        return True
    if line.isupper() or following.isupper():
        return line.isupper() and following.isupper() and not _UNIT.match(line)
    if following[0].islower():
        return True
    return len(line) > _FULL * full and not _ENDS.search(line)


def _is_unit(line: str, following: str) -> bool:
    """Whether a unit begins. ``theo quy định tại|Điều 5 của`` and ``ngày|12. 5`` are none."""
    match = _UNIT.match(following)
    if match is None:
        return False
    named = match.group()[0].isalpha() and len(match.group()) > 3
    if named and not following[0].isupper():
        return False
    if re.match(r"\w+ \w+\.\s", following):
        return True  # its number has a full stop: the heading itself
    return not (named and re.search(r"(?:\b(?:tại|của|theo|và|điều|khoản|các|từ|đến)|,)$", line, re.IGNORECASE))
