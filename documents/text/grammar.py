"""How parts of a document begin, in papers of the state (Phần, Chương, Mục, Điều, khoản, điểm) and of the Party
(I, 1, a, below A and B in long ones).

A line is read by itself here; where it stands decides in ``structure``.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from documents.references.folding import folded
from documents.references.numerals import value_of

LONGEST_TITLE = 250
_LONGEST_SHORT_TITLE = 120
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_MOST_ROMAN = 60


class Unit(IntEnum):
    """Kinds of parts; one with a smaller number holds those with greater ones."""

    PART = 1
    APPENDIX = 2
    CHAPTER = 3
    LETTER = 4
    SECTION = 5
    ROMAN = 6
    SUBSECTION = 7
    ARTICLE = 8
    NUMBER = 9
    DECIMAL = 10
    POINT = 11


@dataclass(frozen=True)
class Beginning:
    """A line that may begin a part: ``label`` as printed (`Điều 5`), ``name`` for anchors (`5`), what follows it."""

    unit: Unit
    label: str
    name: str
    rest: str

    @property
    def value(self) -> int:
        """The number, without the letter of a part that was put in later; 0 where the name is none."""
        digits = re.match(r"\d+", self.name)
        return int(digits[0]) if digits else roman_value(self.name.upper())


#: After the number of a named part: the line's end, or a sign and its title. `Điều 5 của Luật này` is prose.
_TAIL = r"\s{0,3}(?:[.:–—-]\s{0,3}(?P<rest>.*))?$"
_NAMED = tuple(
    (unit, re.compile(rf"(?P<label>{words}){_TAIL}", re.DOTALL))
    for unit, words in (
        (
            Unit.PART,
            r"(?:Phần|PHẦN) (?:(?:thứ|THỨ) )?(?P<name>[IVXLC]{1,7}|\d{1,2}|[^\W\d_]{2,5}(?: [^\W\d_]{2,5})?)",
        ),
        (Unit.CHAPTER, r"(?:Chương|CHƯƠNG) (?:(?:thứ|THỨ) )?(?P<name>[IVXLC]{1,7}|\d{1,2}[a-zđ]?)"),
        (Unit.SUBSECTION, r"(?:Tiểu mục|TIỂU MỤC) (?P<name>[IVXLC]{1,7}|\d{1,2}|[A-ZĐ])"),
        (Unit.SECTION, r"(?:Mục|MỤC) (?P<name>[IVXLC]{1,7}|\d{1,2}[a-zđ]?|[A-ZĐ])"),
        (Unit.ARTICLE, r"(?:Điều|ĐIỀU) (?:thứ )?(?P<name>\d{1,4}[a-zđ]?)"),
        (Unit.APPENDIX, r"(?:Phụ lục|PHỤ LỤC)(?: (?:(?:số|SỐ) )?(?P<name>[IVXLC]{1,7}|\d{1,2}[a-zđ]?|[A-ZĐ]))?"),
    )
)
#: Parts that have a word for a number: *Phần mở đầu*.
_WORDS_FOR_NUMBERS = {
    "mo dau": "mo-dau", "ket luan": "ket-luan", "noi dung": "noi-dung", "chung": "chung", "rieng": "rieng",
}  # fmt: skip
#: In capitals a part's name and its title stand in one line, with no sign between them.
_IN_CAPITALS = re.compile(r"(?P<word>PHẦN(?: THỨ)?|CHƯƠNG(?: THỨ)?|TIỂU MỤC|MỤC|PHỤ LỤC(?: SỐ)?) (?P<after>\S.*)")
_NO_TITLE = re.compile(r"(?:CỦA|VÀ|NÀY|KÈM|ĐẾN|TẠI)\b")
_MOST_WORDS_OF_NUMBER = 2
#: A number such as `03 - CT/TW` begins a line too.
_NO_SYMBOL = r"(?![A-ZĐ][A-Za-zĐđ]{0,5}\s?/)"
_LETTER = re.compile(r"(?P<label>(?P<name>[A-ZĐ])\s?[.)/–—-])\s{0,3}(?P<rest>\S.*)", re.DOTALL)
_ROMAN = re.compile(rf"(?P<label>(?P<name>[IVXLC]{{1,7}})\s?[.):/–—-])\s{{0,3}}{_NO_SYMBOL}(?P<rest>\S.*)", re.DOTALL)
_DECIMAL = re.compile(r"(?P<label>(?P<name>\d{1,2}(?:\.\d{1,2}){1,3})[.)]?)\s{1,3}(?P<rest>\S.*)", re.DOTALL)
_NUMBER = re.compile(
    rf"(?P<label>(?P<name>\d{{1,3}}[a-zđ]?)\s?(?:[.)](?!\d)|[–—/-](?=\s)))\s{{0,3}}{_NO_SYMBOL}(?P<rest>[^\W\d].*|[“\"(].*|\d.*\s.*)",
    re.DOTALL,
)
_POINT = re.compile(r"(?P<label>(?P<name>[a-zđ]\d?)\s?(?:\)|[./](?=\s)|[–-](?=\s)))\s{0,3}(?P<rest>\S.*)", re.DOTALL)
#: What a title does not have: a second phrase, or what papers order in a sentence.
_SENTENCE = re.compile(
    r"[.;:?!]|\b(?:này|như sau|sau đây|(?:có|hết) hiệu lực|chịu trách nhiệm|căn cứ)\b"
    r"|\A(?:ban hành|giao|thành lập|phê duyệt|công nhận|chuẩn y|bổ nhiệm|điều động|chỉ định|b[ãa]i bỏ|cho)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[^\W\d_]\.")


def named_part(line: str) -> Beginning | None:
    """A part that is called by its name.

    >>> named_part("Điều 5. Phạm vi điều chỉnh")
    Beginning(unit=<Unit.ARTICLE: 8>, label='Điều 5', name='5', rest='Phạm vi điều chỉnh')
    >>> named_part("Phần thứ hai").name, named_part("CHƯƠNG IV").name, named_part("Điều 5 của Luật này")
    ('2', 'iv', None)
    >>> named_part("PHẦN MỞ ĐẦU").name, named_part("PHẦN THỨ NHẤT KẾT QUẢ NHIỆM KỲ"), named_part("CHƯƠNG TRÌNH")
    ('mo-dau', Beginning(unit=<Unit.PART: 1>, label='PHẦN THỨ NHẤT', name='1', rest='KẾT QUẢ NHIỆM KỲ'), None)
    """
    return _named_part(line) or (_in_capitals(line) if line.isupper() else None)


def _named_part(line: str) -> Beginning | None:
    for unit, pattern in _NAMED:
        if found := pattern.match(line):
            name = _name(unit, found["name"] or "")
            return Beginning(unit, found["label"], name, (found["rest"] or "").strip()) if name is not None else None
    return None


def _in_capitals(line: str) -> Beginning | None:
    found = _IN_CAPITALS.match(line)
    if found is None or len(line) > LONGEST_TITLE:
        return None
    words = found["after"].split(" ")
    for count in range(min(_MOST_WORDS_OF_NUMBER, len(words) - 1), 0, -1):
        title = " ".join(words[count:])
        part = _named_part(" ".join((found["word"], *words[:count])))
        if part is not None and not part.rest and not _NO_TITLE.match(title):
            return Beginning(part.unit, part.label, part.name, title)
    return None


def numbered_parts(line: str) -> list[Beginning]:
    """Everything that the number or letter in front of ``line`` may be.

    >>> [found.unit.name for found in numbered_parts("I. TỔ CHỨC THỰC HIỆN")]
    ['LETTER', 'ROMAN']
    >>> [(found.unit.name, found.name) for found in numbered_parts("1- Mở đợt sinh hoạt")]
    [('NUMBER', '1')]
    >>> numbered_parts("V. I. Lênin"), numbered_parts("03 - CT/TW"), numbered_parts("1.500 đồng")
    ([], [], [])
    """
    found = []
    for unit, pattern in (
        (Unit.LETTER, _LETTER),
        (Unit.ROMAN, _ROMAN),
        (Unit.DECIMAL, _DECIMAL),
        (Unit.NUMBER, _NUMBER),
        (Unit.POINT, _POINT),
    ):
        match = pattern.match(line)
        if match is None or (unit in (Unit.LETTER, Unit.ROMAN) and _INITIALS.match(match["rest"])):
            continue
        if unit is not Unit.ROMAN or roman_value(match["name"]):
            found.append(Beginning(unit, match["label"], _anchored(match["name"]), match["rest"].strip()))
    return found


def roman_value(numeral: str) -> int:
    """0 for what is none.

    >>> roman_value("XIV"), roman_value("IIII"), roman_value("XL")
    (14, 0, 40)
    """
    values = [_ROMAN_VALUES.get(letter, 0) for letter in numeral]
    total = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return total if 0 < total <= _MOST_ROMAN and _roman(total) == numeral else 0


def is_title(text: str) -> bool:
    """Whether ``text`` is a heading's rather than the first sentence of what stands below it."""
    if text.isupper():
        return len(text) <= LONGEST_TITLE
    return len(text) <= LONGEST_TITLE and not text.endswith((".", ";", ":", ",", "./.", ".”"))


def may_be_title_with_stop(text: str) -> bool:
    """Whether ``text`` is short and one phrase, with a full stop behind it; what follows it decides.

    >>> may_be_title_with_stop("Phạm vi điều chỉnh."), may_be_title_with_stop("Quyết định này có hiệu lực từ ngày ký.")
    (True, False)
    """
    if not text.endswith(".") or text.endswith("./.") or len(text) > _LONGEST_SHORT_TITLE:
        return False
    return not _SENTENCE.search(text[:-1])


def is_short_title(text: str) -> bool:
    return text.isupper() or (len(text) <= _LONGEST_SHORT_TITLE and is_title(text))


def _name(unit: Unit, name: str) -> str | None:
    """What an anchor calls it: Roman numbers stay Roman, words become digits; ``None`` where it is no number at all."""
    if unit is Unit.PART and not name.isdigit() and not roman_value(name):
        value = value_of(folded(name))
        return str(value) if value else _WORDS_FOR_NUMBERS.get(folded(name))
    if name.isdigit():
        return str(int(name))
    return _anchored(name)


def _anchored(name: str) -> str:
    """`d` and `đ` are two letters."""
    return name.lower().replace("đ", "dd").replace(".", "-").lstrip("0")


def _roman(value: int) -> str:
    letters = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    written = ""
    for worth, letter in letters:
        times, value = divmod(value, worth)
        written += letter * times
    return written
