"""What stands right beside a mention: its date, term, year and issuing body.

::

    beside = { [","] ( date | "(" term ")" | term | ["của"] body [where] | "năm" year ) }
    date   = ["ban hành" | "ký" …] "ngày" day sep month sep year | bare day/month/year in a table or brackets
    term   = ("khóa" | "K.") (Roman | Arabic)

>>> beside = read_beside(Reading("10-CT/TW, ngày 30/3/2007, của Ban Bí thư (khóa X)"), 8)
>>> beside.date, beside.term, beside.body, beside.issuer
('2007-03-30', 'X', 'Ban Bí thư', 'TW')
"""

import datetime as dt
import re
from dataclasses import dataclass

from documents.references.bodies import BODIES, BODY
from documents.references.codes import ABBREVIATIONS, TYPES, one_of
from documents.references.folding import set_of
from documents.references.numerals import ARABIC, ROMAN, SPELLED, to_roman, value_of
from documents.references.reading import SPACE as S
from documents.references.reading import Reading

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_DAY_MONTH_YEAR = (
    rf"(?P<day>[0-3]?[0-9])(?: ?[-/.] ?|{S},?{S}thang{S})(?P<month>[01]?[0-9])"
    rf"(?: ?[-/.] ?|{S},?{S}nam{S})(?:{_YEAR}|(?P<short_year>[0-9]{{2}}))(?![0-9]|[-/.][0-9])"
)
_ISSUED = (
    r"(?:da )?(?:duoc )?(?:ban hanh|ky ban hanh|ky|de|phat hanh|thong qua|cong bo|ra)(?: vao)?"
    r"|va|cua|cung(?: duoc)?(?: ban hanh)?"
)
_OPENING = r"(?P<opening>[,(|:;]|-(?= ))?"
_DATE = re.compile(
    rf"{S}{_OPENING}{S}\(?(?:(?:{_ISSUED}){S})?(?P<word>ngay)(?: ban hanh| ky)?:?{S}{_DAY_MONTH_YEAR}{S}\)?"
)
_BARE_DATE = re.compile(rf"{S}{_OPENING}{S}\(?(?P<word>){_DAY_MONTH_YEAR}{S}\)?")
_CELL = re.compile(r"[ ]{0,9}[|\t][^|\t\n0-9]{1,60}(?=[|\t])")
_CELL_DATE = re.compile(rf"[ |]{S}(?P<opening>)(?P<word>ngay)?{S}{_DAY_MONTH_YEAR}")
_DATE_BEFORE = re.compile(rf"(?<![0-9./-]){_DAY_MONTH_YEAR}{S}\|{S}\Z")
_SAME_DAY = re.compile(rf"{S},?{S}(?:cung )(?:duoc )?(?:ban hanh )?ngay")

_TERM_WORD = r"(?:khoa|k\.?)"
_NUMERAL = rf"(?:(?:{ROMAN}|{ARABIC})(?![a-z0-9])|(?:{SPELLED})(?![a-z]))"
_TERM = re.compile(
    rf"{S}[,-]?{S}\(?{S}(?:cac |dang |bch |nhiem ki |nhiem ky )?{_TERM_WORD}{S}(?:thu )?(?P<term>{_NUMERAL}){S}\)?"
)
_PLENUM = rf"(?:phien hop|hoi nghi)(?: lan thu| trung uong| tw| t\.u| bch trung uong| bchtw| ban chap hanh trung uong| lan){{1,3}} (?:{_NUMERAL})"
_BODY = re.compile(rf"{S},?{S}\(?{S}(?:(?:cua|do|tu|tai){S})?(?P<body>(?:{_PLENUM}(?:,?{S}{BODY})?|{BODY}))")
_YEAR_BESIDE = re.compile(rf"{S},?{S}\(?{S}(?:ban hanh )?nam{S}{_YEAR}(?![0-9]| ?[-/] ?[0-9])\)?")
_AFTER_DATE = re.compile(rf"{S}(?P<comma>,?){S}(?P<word>[^\W\d_]*)")
_LINE_END = re.compile(r" {0,3}(?:\n|\Z)")
_NAME = re.compile(r" {1,3}(?P<word>[^\W\d_]{1,12}|-)\.?(?![^\W_])")
_NAME_WORDS = set_of("tỉnh thành phố huyện quận thị xã trấn phường cơ quan các khối đảng cộng sản và lâm thời bộ -")
#: What follows a document's date and a comma, and not that of an event.
_GOES_ON_NAMING = re.compile(
    rf"(?:{one_of(TYPES)}|{one_of(ABBREVIATIONS)}|cua|ve|do|va|so|khoa|trong do|sua doi|thay the|ban hanh|kem|cung"
    r"|v/v|day la|co noi dung|duoc)(?![a-z])|[^a-z]|\Z"
)
#: Before a number: whoever writes *tại Công văn số 6790-CV/BTGDVTW, ngày 3/3/2025, Ban đề nghị* tells the paper's date,
#: and so does who told it of the one before in the same sentence.
_TELLS_OF_PAPER = re.compile(
    r"(?:\A|[ \"“(])(?:tai|can cu)(?: [a-z]{1,12}){1,6}(?: so)?:? [0-9][^ ,]{0,9}[-/][^ ,]{1,20}\Z"
)
_DATE_OF_ONE_BEFORE = re.compile(r"[0-9] ?[-/] ?[a-z][-/a-z. ]{1,20},? ngay [0-9]")
_SENTENCE_ENDS = re.compile(r"[.;:?!] |\n")
_FARTHEST_BEFORE = 200
#: Words of a body that acts on the date before it: *Thực hiện Chỉ thị 10-CT/TW, ngày 3/9/2020 Chi bộ họp*.
_ACTORS = set_of(
    "chi dang ban huyen tinh thanh xa phuong thi uy ubnd hdnd ubkt btv bch dong doan so bo truong cong hoi lanh can "
    "quan khoi chung toan van co ong ba nhan dia vien cac cap don mat phong tai tu"
)
_MOST_PARTS = 6


@dataclass(slots=True)
class Beside:
    date: str | None = None
    year: int | None = None
    term: str | None = None
    body: str | None = None
    issuer: str | None = None
    of_all: bool = False
    """The date is said to be that of the whole list: *cùng ngày*."""
    end: int = 0

    def __bool__(self) -> bool:
        return bool(self.date or self.year or self.term or self.body)


def read_beside(reading: Reading, place: int) -> Beside:
    """What the words from ``place`` on say of the document named before it."""
    beside = Beside(end=place)
    for _ in range(_MOST_PARTS):
        if not (
            _read_date(reading, beside)
            or _read_term(reading, beside)
            or _read_year(reading, beside)
            or _read_body(reading, beside)
        ):
            break
    return beside


def date_before(reading: Reading, start: int) -> str | None:
    """The date in the table's cell before ``start``.

    >>> date_before(Reading("30/3/2007 | 10-CT/TW"), 12)
    '2007-03-30'
    """
    found = _DATE_BEFORE.search(reading.folded, max(0, start - 24), start)
    return _iso(found) if found else None


def _iso(found: re.Match[str]) -> str | None:
    year = found["year"] or (("20" if found["short_year"] < "50" else "19") + found["short_year"])
    try:
        return dt.date(int(year), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def _read_date(reading: Reading, beside: Beside) -> bool:
    if beside.date is not None:
        return False
    found = _DATE.match(reading.folded, beside.end) or _BARE_DATE.match(reading.folded, beside.end)
    if found is None and (cell := _CELL.match(reading.words, beside.end)):
        found = _CELL_DATE.match(reading.folded, cell.end())
    if found is None:
        return False
    date = _iso(found)
    if date is None or _is_of_an_event(reading, found, beside.end):
        return False
    beside.date = date
    beside.year = int(date[:4])
    beside.of_all = _SAME_DAY.match(reading.folded, beside.end) is not None
    beside.end = _without_trailing_space(reading, found.end())
    return True


def _is_of_an_event(reading: Reading, found: re.Match[str], place: int) -> bool:
    """Whether the date rather says when somebody did what the next words tell."""
    if "\n" in reading.folded[place : found.start("day")]:
        if found["word"]:
            return reading.words[found.start("word")].isupper()
        return not _LINE_END.match(reading.folded, found.end())
    if found["opening"] not in (",", ";"):
        return False
    after = _AFTER_DATE.match(reading.folded, found.end())
    if after is None or not after["comma"]:
        return after is not None and after["word"] in _ACTORS
    return _GOES_ON_NAMING.match(reading.folded, after.start("word")) is None and not _is_told_of(reading, place)


def _is_told_of(reading: Reading, place: int) -> bool:
    """Whether the words before ``place``, where a number ends, say that dates beside numbers are those of papers."""
    before = reading.folded[max(0, place - _FARTHEST_BEFORE) : place]
    sentence = _SENTENCE_ENDS.split(before)[-1]
    return bool(_TELLS_OF_PAPER.search(sentence) or _DATE_OF_ONE_BEFORE.search(sentence))


def _read_term(reading: Reading, beside: Beside) -> bool:
    if beside.term is not None:
        return False
    found = _TERM.match(reading.folded, beside.end)
    value = value_of(found["term"]) if found else None
    if found is None or value is None:
        return False
    beside.term = to_roman(value)
    beside.end = _without_trailing_space(reading, found.end())
    return True


def _read_year(reading: Reading, beside: Beside) -> bool:
    if beside.year is not None:
        return False
    found = _YEAR_BESIDE.match(reading.folded, beside.end)
    if found is None:
        return False
    beside.year = int(found["year"])
    beside.end = found.end()
    return True


def _read_body(reading: Reading, beside: Beside) -> bool:
    if beside.body is not None:
        return False
    found = _BODY.match(reading.folded, beside.end)
    if found is None:
        return False
    start, end = found.span("body")
    beside.body = " ".join(reading.words[start:end].split())
    beside.issuer = BODIES.get(" ".join(reading.folded[start:end].split()), "TW")
    beside.end = _after_place(reading, end)
    return True


def _after_place(reading: Reading, end: int) -> int:
    """Past the name of the place that a body belongs to, if a date or a term follows: *Tỉnh ủy Quảng Nam ngày …*."""
    place = end
    for _ in range(7):
        word = _NAME.match(reading.words, place)
        if word is None or not (word["word"][0].isupper() or word["word"] in _NAME_WORDS):
            break
        place = word.end()
        if _DATE.match(reading.folded, place) or _TERM.match(reading.folded, place):
            return place
    return end


def _without_trailing_space(reading: Reading, end: int) -> int:
    while end and reading.folded[end - 1] in " \n":
        end -= 1
    return end
