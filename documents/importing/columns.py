"""What a column of a register holds, by its heading, in whatever words, order and spelling.

Words here are folded: without marks and case. They are those of the official forms of registers (sổ văn bản đến, sổ văn
bản đi), of the portal's own template, and of what offices make of both.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from documents.importing.abbreviations import written_out
from portal.text import fold


class Column(StrEnum):
    ORDER = "order"
    NUMBER = "number"
    SYMBOL = "symbol"
    TYPE = "type"
    ABSTRACT = "abstract"
    WHOLE = "whole"
    ISSUER = "issuer"
    ISSUED = "issued"
    MONTH = "month"
    YEAR = "year"
    EFFECTIVE = "effective"
    EXPIRES = "expires"
    STATUS = "status"
    SIGNER = "signer"
    POSITION = "position"
    FIELD = "field"
    TERM = "term"
    PLACE = "place"
    RECIPIENTS = "recipients"
    SCOPE = "scope"
    URGENCY = "urgency"
    SECRECY = "secrecy"
    CIRCULATION = "circulation"
    ACCESS = "access"
    SOURCE = "source"
    SOURCE_URL = "source_url"
    RELATED = "related"
    FILE = "file"
    NOTE = "note"
    PASSED_OVER = "passed over"


#: A column for one kind of relation is called by the kind's name behind this, one for the other side's by its name.
RELATION = "relation:"

_EXACT: dict[Column, tuple[str, ...]] = {
    Column.ORDER: ("stt", "tt", "so tt", "so thu tu", "thu tu", "st t", "no"),
    Column.NUMBER: (
        "so ky hieu", "so va ky hieu", "so", "so van ban", "so vb", "so hieu", "so hieu van ban", "so ky hieu van ban",
        "so ky hieu vb", "ky hieu van ban", "ky hieu vb", "so kh", "skh", "so vb ky hieu", "van ban so", "so ky hieu ngay thang",
        "so ngay thang", "so ngay", "so ngay thang nam", "so ky hieu ngay ban hanh", "so cong van", "so di",
        "so ky hieu cua van ban", "so va ky hieu van ban", "ma van ban", "ma so", "so quyet dinh", "so chi thi", "so nghi quyet",
    ),
    Column.SYMBOL: ("ky hieu", "kh", "ky hieu so"),
    Column.TYPE: (
        "loai van ban", "loai vb", "loai", "hinh thuc", "hinh thuc van ban", "the loai", "ten loai", "ten loai van ban",
        "the thuc", "the loai van ban", "loai hinh", "loai hinh van ban", "phan loai",
    ),
    Column.ABSTRACT: (
        "trich yeu", "trich yeu noi dung", "noi dung", "noi dung trich yeu", "ve viec", "noi dung van ban", "trich yeu van ban",
        "tieu de", "tom tat", "noi dung tom tat", "ten loai va trich yeu noi dung", "ten loai va trich yeu", "trich dan",
        "ten loai va trich yeu noi dung van ban", "noi dung chinh", "ten goi", "ten trich yeu", "trich yeu noi dung van ban",
        "noi dung trich yeu van ban",
    ),
    Column.WHOLE: ("ten van ban", "van ban", "ten vb", "danh muc van ban", "ten tai lieu", "tai lieu", "thong tin van ban"),
    Column.ISSUER: (
        "co quan ban hanh", "noi ban hanh van ban", "don vi ban hanh", "tac gia", "tac gia van ban", "co quan", "cap ban hanh",
        "co quan gui", "noi gui", "chu the ban hanh", "cq ban hanh", "cqbh", "co quan ban hanh van ban", "co quan ra van ban",
        "ban hanh", "to chuc ban hanh", "co quan to chuc ban hanh", "cap uy ban hanh", "noi phat hanh", "co quan phat hanh",
        "don vi gui", "don vi phat hanh", "don vi", "co quan don vi ban hanh", "cq bh", "co quan chu tri",
    ),
    Column.ISSUED: (
        "ngay ban hanh", "ngay thang", "ngay", "ngay ky", "ngay van ban", "ngay vb", "ngay thang nam", "ngay thang van ban",
        "ngay thang nam ban hanh", "ngay thang nam van ban", "ngay thang nam vb", "ngay phat hanh", "ngay thang vb", "thoi gian ban hanh", "ngay ky ban hanh",
        "ngay thang ban hanh", "nbh", "ngay bh", "thoi gian", "ngay cong bo", "ngay ra van ban", "ngay thang ky", "ngay thang nam ky",
        "ban hanh ngay", "ngay thang nam ban hanh van ban",
    ),
    Column.MONTH: ("thang",),
    Column.YEAR: ("nam", "nam ban hanh", "nam vb", "nam van ban"),
    Column.EFFECTIVE: (
        "ngay co hieu luc", "ngay hieu luc", "hieu luc tu ngay", "hieu luc tu", "co hieu luc tu", "co hieu luc tu ngay",
        "thoi diem co hieu luc", "co hieu luc ke tu", "co hieu luc ke tu ngay", "bat dau hieu luc", "ngay ap dung", "ngay thi hanh",
        "ngay bat dau hieu luc", "ngay hl", "ngay co hl", "thoi gian co hieu luc", "co hieu luc",
    ),
    Column.EXPIRES: (
        "ngay het hieu luc", "het hieu luc", "het hieu luc tu", "het hieu luc tu ngay", "hieu luc den", "hieu luc den ngay",
        "hieu luc toi", "hieu luc toi ngay", "co hieu luc den", "co hieu luc den ngay",
        "thoi diem het hieu luc", "ngay het hl", "thoi han", "het han", "ngay het han", "ngay ket thuc hieu luc",
    ),
    Column.STATUS: (
        "tinh trang hieu luc", "hieu luc", "tinh trang", "trang thai", "trang thai hieu luc", "hieu luc thi hanh", "con hieu luc", "con het hieu luc",
        "tinh trang hl", "hl", "hieu luc van ban",
    ),
    Column.SIGNER: ("nguoi ky", "ky", "ho ten nguoi ky", "ky boi", "nguoi ky van ban", "lanh dao ky", "dong chi ky", "ho va ten nguoi ky", "nguoi ky chuc vu", "nguoi ky va chuc vu"),
    Column.POSITION: ("chuc vu", "chuc danh", "chuc vu nguoi ky", "cv nguoi ky", "chuc danh nguoi ky"),
    Column.FIELD: ("linh vuc", "chu de", "chuyen muc", "mang cong tac", "linh vuc chu de", "nganh linh vuc", "mang"),
    Column.TERM: ("nhiem ky", "khoa", "nhiem ky khoa", "khoa nhiem ky"),
    Column.PLACE: ("dia danh", "noi ban hanh", "noi ban hanh dia danh", "dia diem"),
    Column.RECIPIENTS: ("noi nhan", "noi nhan van ban", "don vi nhan", "noi gui den", "kinh gui", "noi den"),
    Column.SCOPE: ("pham vi", "pham vi ap dung", "doi tuong", "doi tuong ap dung", "pham vi dieu chinh"),
    Column.URGENCY: ("do khan", "muc do khan", "muc do khan cap", "khan"),
    Column.SECRECY: ("do mat", "muc do mat", "mat", "cap do mat", "do mat khan", "muc do", "do mat do khan", "muc do mat khan", "muc mat"),
    Column.CIRCULATION: ("pham vi luu hanh", "luu hanh", "che do luu hanh", "luu hanh noi bo"),
    Column.ACCESS: ("pham vi xem", "quyen xem", "che do xem", "doi tuong xem", "cong khai", "muc cong khai"),
    Column.SOURCE: ("nguon", "nguon van ban", "nguon thu thap", "nguon suu tam"),
    Column.SOURCE_URL: ("duong dan", "lien ket", "link", "url", "dia chi nguon", "lien ket nguon", "dia chi"),
    Column.RELATED: (
        "van ban lien quan", "lien quan", "vb lien quan", "quan he", "van ban co lien quan", "quan he van ban", "quan he voi van ban khac",
        "moi quan he", "van ban quan he", "thay the sua doi", "thay the sua doi bo sung", "van ban dan chieu", "luoc do",
    ),
    Column.FILE: (
        "tep", "tep dinh kem", "ten tep", "file", "file dinh kem", "ten file", "tap tin", "ban scan", "ban mem", "tep van ban",
        "toan van", "ten tap tin", "dinh kem", "file van ban", "file scan",
    ),
    Column.NOTE: ("ghi chu", "chu thich", "ghi chu khac", "gc", "luu y", "y kien"),
}  # fmt: skip
#: What an office counts for itself: when a paper came in, how many copies went out, where it is kept.
_PASSED_OVER = re.compile(
    r"\b(?:so|ngay|ngay thang) den\b|\bnguoi nhan\b|\bki nhan\b|\bso (?:luong|trang|to|ban)\b|\bban luu\b|\bluu (?:tru|ho so|tai)\b"
    r"|\bho so\b|\bhop so\b|\bngay (?:nhap|chuyen|gui|nhan|xu li|cap nhat)\b|\bnguoi (?:nhap|soan|xu li|duyet|lap)\b|\bxu li\b"
    r"|\bket qua\b|\bngon ngu\b|\bso luu\b|\bhan xu li\b|\bhan tra loi\b|\bdau den\b|\bden ngay\b|\bdon vi soan\b|\bso do\b"
)
#: In the order in which they are tried: what a heading must hold, in words that stand together.
_HOLDING: tuple[tuple[Column, str], ...] = (
    (Column.EXPIRES, r"(?<!con )het (?:hieu luc|han|hl)"),
    (Column.EXPIRES, r"hieu luc (?:den|toi)\b"),
    (Column.EFFECTIVE, r"(?:ngay|tu|thoi diem|bat dau) .*hieu luc|bat dau hieu luc|hieu luc (?:ke )?tu"),
    (Column.STATUS, r"(?:tinh trang|trang thai)"),
    (Column.STATUS, r"hieu luc"),
    (Column.ABSTRACT, r"trich yeu"),
    (Column.SECRECY, r"do mat"),
    (Column.URGENCY, r"do khan"),
    (Column.NUMBER, r"so.{0,12} ki hieu|ki hieu.{0,12} so|so hieu|^so (?:van ban|vb)"),
    (Column.ISSUER, r"(?:co quan|don vi|cap|to chuc|noi|chu the|cq).{0,20} (?:ban hanh|phat hanh|bh)|tac gia|co quan"),
    (Column.ISSUED, r"ngay.{0,16}(?:ban hanh|ki|van ban|vb|phat hanh|thang)"),
    (Column.SIGNER, r"(?:ho (?:va )?ten|nguoi ki).* chuc (?:vu|danh)|^chuc (?:vu|danh).* ho (?:va )?ten"),
    (Column.POSITION, r"chuc (?:vu|danh)"),
    (Column.SIGNER, r"nguoi ki"),
    (Column.TYPE, r"^(?:ten )?(?:loai|hinh thuc|the loai)"),
    (Column.FIELD, r"linh vuc|chu de"),
    (Column.TERM, r"nhiem ki|^khoa\b"),
    (Column.CIRCULATION, r"luu hanh"),
    (Column.ACCESS, r"(?:quyen|pham vi|che do|doi tuong) (?:xem|truy cap|doc)"),
    (Column.RECIPIENTS, r"noi nhan|don vi nhan"),
    (Column.FILE, r"\b(?:tep|file|tap tin|dinh kem|scan)\b"),
    (Column.RELATED, r"lien quan|^(?:moi )?quan he"),
    (Column.SOURCE, r"^nguon"),
    (Column.SOURCE_URL, r"\b(?:link|url|duong dan)\b"),
    (Column.NOTE, r"ghi chu"),
    (Column.ABSTRACT, r"^noi dung"),
    (Column.SCOPE, r"^(?:pham vi|doi tuong)"),
    (Column.WHOLE, r"^(?:ten|danh muc) .*van ban"),
)
_BRACKETED = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_NOT_WORDS = re.compile(r"[\W_]+")
_LONGEST_HEADING, _MOST_WORDS = 90, 12

Headings = Mapping[int, str]


def plain(heading: str) -> str:
    """The words of a heading.

    >>> plain("Số, ký hiệu\\n(ghi đầy đủ)"), plain("NGÀY BAN HÀNH *")
    ('so ki hieu', 'ngay ban hanh')
    """
    words = " ".join(_NOT_WORDS.sub(" ", _BRACKETED.sub(" ", fold(heading))).split())
    return words or " ".join(_NOT_WORDS.sub(" ", fold(heading)).split())


_BY_NAME = {plain(name): column for column, names in _EXACT.items() for name in names}


def column_of(heading: str, relations: Mapping[str, str]) -> str | None:
    """What the column under ``heading`` holds; ``relations`` are the plain names of relations with their columns.

    >>> [column_of(one, {}) for one in ("Số, KH văn bản", "Ngày đến", "TRÍCH YẾU", "Cơ quan BH", "Họ tên")]
    ['number', 'passed over', 'abstract', 'issuer', None]
    """
    name = plain(heading)
    if not name or len(name) > _LONGEST_HEADING:
        return None
    known = _column_called(name, heading, relations)
    if known is not None or (whole := written_out(name)) == name:
        return known
    return _column_called(whole, heading, relations)


def _column_called(name: str, heading: str, relations: Mapping[str, str]) -> str | None:
    widened = re.sub(r"\bso kh\b", "so ki hieu", name)
    for variant in (name, widened):
        if variant in _BY_NAME:
            return _BY_NAME[variant].value
    whole = re.sub(r"^vb\b", "van ban", name)
    for bare in (whole, whole.removeprefix("van ban "), whole.removesuffix(" van ban")):
        if bare in relations:
            return relations[bare]
    first = plain(re.split(r"[/,;]|\bhoac\b", fold(heading))[0])
    if first.startswith("van ban ") and first in relations:
        return relations[first]
    if _PASSED_OVER.search(name):
        return Column.PASSED_OVER.value
    holding = (column.value for column, pattern in _HOLDING if re.search(pattern, widened))
    return next(holding, None) if len(name.split()) <= _MOST_WORDS else None


def columns_of(headings: Iterable[str], relations: Mapping[str, str]) -> dict[int, str]:
    """What each column holds, by its place from zero; the first of two of one name counts, except number and symbol.

    `Số` beside `Ký hiệu` is a number in two columns; a `Nơi ban hành` is the body where no other column names it.
    """
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        column = column_of(heading, relations)
        if column is None:
            continue
        if column in found.values() and column != Column.PASSED_OVER:
            if column != Column.NUMBER:  # the second of two is not imported, and is named as such
                continue
            column = Column.SYMBOL.value
        found[place] = column
    kinds = set(found.values())
    for place, column in list(found.items()):
        if column == Column.PLACE and Column.ISSUER not in kinds:
            found[place] = Column.ISSUER.value
        if column == Column.SYMBOL and Column.NUMBER not in kinds:
            found[place] = Column.NUMBER.value
    if Column.WHOLE in kinds and Column.ABSTRACT not in kinds and Column.NUMBER in kinds:
        found = {place: Column.ABSTRACT.value if column == Column.WHOLE else column for place, column in found.items()}
    return found
