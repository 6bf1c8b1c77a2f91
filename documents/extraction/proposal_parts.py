"""What head and foot of an official document are made of: words of the forms, and lines cut into their columns.

Party papers follow HD 36-HD/VPTW and its successor, those of the state Decree 30/2020/NĐ-CP; older ones differ little.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from documents.extraction.letter_spacing import drawn_together
from portal.text import fold

T = TypeVar("T")


class Side(StrEnum):
    """The page that something was found on."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True)
class Found(Generic[T]):
    """A value as it stands in the document, with the page and the line (from 0) where it begins."""

    value: T
    page: Side
    line: int


@dataclass(frozen=True)
class Cell:
    """What stands together in a line."""

    text: str
    line: int
    side: Side

    def found(self, value: T) -> Found[T]:
        return Found(value, self.side, self.line)


#: Types by their names in capitals, without marks: recognition often takes one mark for another.
TYPES = {
    fold(name): name
    for name in (
        "Nghị quyết", "Chỉ thị", "Kết luận", "Quy định", "Quyết định", "Quy chế", "Hướng dẫn", "Thông tri", "Thông báo",
        "Kế hoạch", "Chương trình", "Chương trình hành động", "Chương trình công tác", "Báo cáo", "Tờ trình", "Biên bản",
        "Thông cáo", "Tuyên bố", "Lời kêu gọi", "Đề án", "Phương án", "Dự án", "Chiến lược", "Quy hoạch", "Công điện",
        "Nghị định", "Thông tư", "Thông tư liên tịch", "Nghị quyết liên tịch", "Luật", "Bộ luật", "Pháp lệnh", "Lệnh",
        "Giấy mời", "Giấy giới thiệu", "Phiếu gửi", "Phiếu chuyển", "Thư công", "Điều lệ", "Công văn", "Quy trình",
    )
}  # fmt: skip
#: Where letters are set apart evenly, words run together.
_TYPES_CLOSED_UP = {folded.replace(" ", ""): name for folded, name in TYPES.items()}
LETTER = "Công văn"

RIGHT_HEAD = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐỘC LẬP\s*[-–]\s*TỰ DO\s*[-–]\s*HẠNH PHÚC",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\t| {3,}")
#: Where two columns were read as one line, these begin the right one.
_AUTHORITY_CODE = r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|T/[UỦ]Q|TUQ\.?|TH[UỪ]A LỆNH|THAY MẶT)"
_POSITION = (
    r"(?:Q\.\s*|QUYỀN )?(?:PHÓ )?(?:BÍ THƯ(?: THƯỜNG TRỰC| [ĐT]ẢNG [UỦ][ỶY]| CHI BỘ| ĐOÀN| TỈNH [UỦ][ỶY]| HUYỆN [UỦ][ỶY])?"
    r"|TỔNG BÍ THƯ|CHỦ TỊCH(?: NƯỚC| QUỐC HỘI| THƯỜNG TRỰC)?|CHỦ NHIỆM(?: THƯỜNG TRỰC)?|TRƯỞNG BAN(?: THƯỜNG TRỰC)?"
    r"|TRƯỞNG PHÒNG|TRƯỞNG ĐOÀN|TỔ TRƯỞNG|CHÁNH VĂN PHÒNG|VĂN PHÒNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|CHI CỤC TRƯỞNG|THỦ TƯỚNG(?: CHÍNH PHỦ)?|BỘ TRƯỞNG|THỨ TRƯỞNG|CHÁNH THANH TRA|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN"
    r"|[UỦ][ỶY] VIÊN(?: THƯỜNG TRỰC| BAN THƯỜNG VỤ| THƯ KÝ)?|CHỦ TỌA|CHỦ TRÌ|THƯ KÝ)"
)
AUTHORITY = re.compile(rf"^({_AUTHORITY_CODE})(?=[\s.]|$)[\s.]*(.*)$")
POSITION = re.compile(
    rf"^{_POSITION}$|^(?:PHÓ |CỤC |TỔNG |CHÁNH |THƯỜNG )?(?:\S+ )?(?:TRƯỞNG|BÍ THƯ|CHỦ TỊCH|GIÁM ĐỐC)(?: \S+){{0,4}}$"
)
_RIGHT_FOOT = re.compile(rf"\s+(?=(?:{_AUTHORITY_CODE}\s+[A-ZĐÀ-Ỹ]{{2}}|{_POSITION}$))")
NAME = re.compile(r"(?:[A-ZĐÀ-Ỹ][a-zđà-ỹ]*(?:['’-][A-ZĐ]?[a-zđà-ỹ]+)?\s+){1,4}[A-ZĐÀ-Ỹ][a-zđà-ỹ]+")
_RIGHT_NAME = re.compile(rf"(?<=[.,;)])\s+(?={NAME.pattern}$)")
RULE = re.compile(r"^[\s\-–—_=*.oO0]+$")
DATE = re.compile(
    r"(?:(?P<place>[^,\d]{2,60}?)\s*[,.]\s*)?ngày\s*(?P<day>\d{1,2})\s*(?:tháng|[/.-])\s*(?P<month>\d{1,2})\s*(?:năm|[/.-])\s*"
    r"(?P<year>\d{4})",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:luật|bộ luật|pháp lệnh|lệnh|nghị quyết|nghị định)?\s*(?:s[ốôo]|s6)\s*[:.]?\s*"
    r"(?P<number>\d{1,5}[a-zđ]?(?:\s*[-–—/]\s*[A-Za-zĐđƯư][A-Za-zĐđƯư0-9]{0,14}|\s*/\s*(?:19|20)\d\d){1,4})",
    re.IGNORECASE,
)
_NUMBER_BESIDE_DATE = re.compile(r"^\s*(S[ốôo]\s*:?\s*\d.*?)\s+(?=[^\W\d_]\S*(?: \S+){0,3}?,? ngày\s)", re.IGNORECASE)
EARLIEST, LATEST = 1930, 2100
LONGEST_CELL = 600


def cells_of(text: str, side: Side) -> list[Cell]:
    """Lines cut into columns, empty ones left out; a dividing rule stays."""
    return [
        Cell(part.strip(), line, side)
        for line, whole in enumerate(text.split("\n"))
        for part in _parts(whole)
        if part.strip()
    ]


def _parts(line: str) -> Iterator[str]:
    for column in _COLUMNS.split(drawn_together(line)):
        if len(column) > LONGEST_CELL:
            yield column[:LONGEST_CELL]  # a paragraph in one line: nothing stands beside it
            continue
        right = RIGHT_HEAD.search(column)
        if right and right.start():
            yield column[: right.start()]
            column = column[right.start() :]
        numbered = _NUMBER_BESIDE_DATE.match(column)
        if numbered:
            yield numbered[1]
            column = column[numbered.end() :]
        beside = next((match for match in _RIGHT_FOOT.finditer(column) if not column[: match.start()].isupper()), None)
        if beside is not None:
            yield column[: beside.start()]
            yield column[beside.end() :]
        else:
            yield from _RIGHT_NAME.split(column)


def number_in(text: str) -> str | None:
    """The number and symbol behind ``Số``, as it is cited; the one place that knows how numbers look.

    >>> number_in("Số 10 - CT/TW"), number_in("Số: 1187/QĐ-UBND"), number_in("Luật số: 29/2018/QH14")
    ('10-CT/TW', '1187/QĐ-UBND', '29/2018/QH14')
    >>> number_in("Số:      /KH-UBND"), number_in("Số người dự họp 15-20") is None
    (None, True)
    """
    match = _NUMBER.match(text)
    return re.sub(r"[–—]", "-", re.sub(r"\s+", "", match["number"])) if match else None


def date_in(match: re.Match[str]) -> str | None:
    """The day in ISO form; ``None`` where there is no such day."""
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return day.isoformat() if EARLIEST <= day.year <= LATEST else None


def type_in(text: str) -> str | None:
    """The type that a line in capitals names.

    >>> type_in("CHỈ THỊ"), type_in("NGHỊQUYẾT"), type_in("Chỉ thị")
    ('Chỉ thị', 'Nghị quyết', None)
    """
    return _TYPES_CLOSED_UP.get(fold(text.strip(" .:*-–")).replace(" ", "")) if text.isupper() else None


def is_capital(text: str) -> bool:
    return text.isupper() and sum(char.isalpha() for char in text) > 2


def joined(cells: Sequence[Cell]) -> str:
    return re.sub(r"\s+", " ", " ".join(cell.text for cell in cells)).strip()
