"""Marks of secrecy and of circulation on the first and last page of a document, and in its title.

A portal on the Internet holds nothing secret (Law 29/2018/QH14, since March 2026 Law 117/2025/QH15). A mark is a stamp
or a line of its own: ``MẬT``, ``TỐI MẬT``, ``TUYỆT MẬT``. The same words in prose, in a law's title or in a table about
secrecy are none, and ``mật độ``, ``mật khẩu``, ``thân mật`` are other words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from documents.extraction.letter_spacing import drawn_together
from documents.extraction.results import Page, Source
from portal.text import fold

#: Recognition that is less sure on the whole may have missed a stamp.
SURE = 75


class Mark(StrEnum):
    """What a document is marked as. The first three must not be on the portal; internal ones are for members."""

    SECRET = "secret"  # noqa: S105  a level of secrecy, no password
    TOP_SECRET = "top_secret"  # noqa: S105  as above
    UTMOST_SECRET = "utmost_secret"  # noqa: S105  as above
    INTERNAL = "internal"
    RECALLED = "recalled"
    CONFERENCE = "conference"


SECRET_MARKS = frozenset({Mark.SECRET, Mark.TOP_SECRET, Mark.UTMOST_SECRET})


class Where(StrEnum):
    TITLE = "title"
    FIRST = "first"
    LAST = "last"


class Verdict(StrEnum):
    CLEAR = "clear"
    #: A second person has to look at the pages: something may be a stamp, or recognition was not sure.
    LOOK = "look"
    BLOCKED = "blocked"


@dataclass(frozen=True)
class Stamp:
    """A mark, the line that it was found in, and whether it can hardly be anything else."""

    mark: Mark
    text: str
    where: Where
    certain: bool = True


def stamps_in(first: str, last: str = "", title: str = "") -> list[Stamp]:
    """The marks on the first and last page and in the title, each once.

    >>> [stamp.mark.value for stamp in stamps_in("TỈNH UỶ\\nT Ố I  M Ậ T\\nSố 12-BC/TU")]
    ['top_secret']
    >>> stamps_in("Tăng cường bảo vệ bí mật nhà nước, giảm mật độ xây dựng.", title="Luật Bảo vệ bí mật nhà nước")
    []
    """
    found = [Stamp(mark, title.strip(), Where.TITLE) for mark in _in_title(title)]
    found += _on_page(first, Where.FIRST)
    if last.strip() != first.strip():
        found += _on_page(last, Where.LAST)
    return found


def judge(first: Page, last: Page | None = None, title: str = "") -> tuple[Verdict, list[Stamp]]:
    """Whether the document may leave quarantine as far as its stamps go."""
    pages = [page for page in (first, last) if page is not None]
    stamps = stamps_in(_all_words(first), _all_words(last) if last else "", title)
    secret = [stamp for stamp in stamps if stamp.mark in SECRET_MARKS]
    if any(stamp.certain for stamp in secret):
        return Verdict.BLOCKED, stamps
    doubtful = any(map(_is_doubtful, pages))
    return (Verdict.LOOK if secret or doubtful else Verdict.CLEAR), stamps


def _is_doubtful(page: Page) -> bool:
    """Whether a stamp may be where nobody looked, or was not surely read."""
    unseen = bool(page.wanting) or (page.pictured and not page.looked_at)
    return unseen or (page.source is Source.OCR and (page.confidence or 0) < SURE)


def _all_words(page: Page) -> str:
    return "\n".join((page.text, *page.loose_words))


# Lines

#: Frames, rules and punctuation around a stamp.
_FRAME = re.compile(
    r"^[\s|│┃║‖\[\](){}<>«»“”\"'*_=~#.,;•:┌┐└┘─━═╔╗╚╝╭╮╰╯]+|[\s|│┃║‖\[\](){}<>«»“”\"'*_=~#.,;•:!┌┐└┘─━═╔╗╚╝╭╮╰╯]+$"
)
_DASHED = re.compile(r"^[-–—]+\s*(.*?)\s*[-–—]+$")
#: What else stands in the line of a stamp where two columns were read as one.
_HEAD = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc"
    r"|\bSố:?\s*\d[\w./-]*|(?<!\S)(?:(?!M[ẬÂA]T\b)\S+ ){0,3}(?!M[ẬÂA]T\b)[^\s,]+, ngày[\d\s.…]+tháng[\d\s.…]+năm[\d\s.…]+",
)
_FAR_APART = re.compile(r"\b(TỐI|TUYỆT|TÓI|TOI|TUYET)\s+(?=M)")
#: Signs, with a head and what was written beside it; a paragraph that Word keeps in one line is no stamp.
_LONGEST_CELL = 240
_HEAD_LINES = 8
_COLUMNS = re.compile(r"\t| {3,}|[|│┃║‖]")
_URGENT = r"(?:THƯỢNG KHẨN|KHẨN|HO[ẢẠ] TỐC|HỎA TỐC|HẸN GIỜ)"
_ADDED = re.compile(
    rf"^{_URGENT}[\s,/&+–-]+|[\s,/&+–-]+{_URGENT}(?:\s.*)?$"
    r"|[\s,;(/–-]+(?:bản số|số bản|độc bản|bản thứ|chỉ người có tên).*$|^bản số\s*:?\s*[\d.…/]*[\s,;–-]+",
    re.IGNORECASE,
)
_KIND = re.compile(r"^(?:(?:TÀI|TAI) LIỆU|VĂN BẢN|HỒ SƠ|CÔNG VĂN|CÔNG ĐIỆN|ĐIỆN)\s+(?=\S)", re.IGNORECASE)
#: Types and bodies of documents: a level behind one, in capitals, is the stamp beside it.
_BESIDE = re.compile(
    r"^(?:BÁO CÁO|TỜ TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|KẾT LUẬN|THÔNG BÁO|BIÊN BẢN|HƯỚNG DẪN"
    r"|(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) [UỦ][ỶY]|ĐẢNG BỘ|ỦY BAN|UỶ BAN|CÔNG AN|BỘ CHỈ HUY|VĂN PHÒNG|SỞ|BAN)\b(?: \S+){0,6}?\s+"
    r"(?<!BÍ )(?<!BẢO )(?<!CƠ )(?<!GAN )(?<!ĐỘ )(?=(?:T[ỐÓÔO]I |TUY[ỆẾE]T )?M[ẬÂA]T$)"
)
_LABEL = re.compile(
    r"^(?:mức\s+)?độ\s+(?:bảo\s+)?mật\s*[:\-–]?\s*|^(?:dấu(?: chỉ)?\s+)?độ\s+mật\s*[:\-–]\s*", re.IGNORECASE
)
#: A line above that ends like this goes on below.
_UNFINISHED = re.compile(r"(?:\b(?:bí|bảo|cơ|tuyệt|tối|độ|giữ|dấu|thân|chữ)|,|;|\bvà|\bhoặc|\bhay)\s*$", re.IGNORECASE)

#: A line below that makes another word of the one above.
_GOES_ON_BELOW = re.compile(r"\s*(?:ĐỘ(?! KHẨN)|KHẨU|NHÀ NƯỚC|MÃ(?! SỐ)|ONG|THIẾT)\b")

_LEVELS = {"mat": Mark.SECRET, "toimat": Mark.TOP_SECRET, "tuyetmat": Mark.UTMOST_SECRET}
#: Of a stamp in two lines.
_FIRST_HALVES = frozenset({"TỐI", "TUYỆT", "TÓI", "TOI", "TUYET"})
_LETTERED = {"A": Mark.UTMOST_SECRET, "B": Mark.TOP_SECRET, "C": Mark.SECRET}
#: Digits and signs that recognition takes for letters.
_MISREAD = str.maketrans({"0": "o", "1": "i", "l": "i", "|": "i", "!": "i", "7": "t", "†": "t", "+": "t"})
#: A frame's side that was read as a letter.
_STROKE = re.compile(r"^[IL1J]?((?:TỐI |TUYỆT )?MẬT)[IỊTLJ1]?$")
#: Other words that a stamp would have to be a misreading of.
_OTHER_WORD = re.compile(r"m(?:ặt|ất|ắt|át)", re.IGNORECASE)

_INTERNAL = re.compile(
    r"(?:tài liệu |văn bản |sách |bản tin )?(?:chỉ )?lưu hành (?:trong )?nội bộ(?:,? \w+){0,6}", re.IGNORECASE
)
_RECALLED = re.compile(
    r"(?:tài liệu )?(?:phải |sẽ )?thu hồi(?: lại)?(?: sau (?:hội nghị|khi họp|cuộc họp|phiên họp|buổi họp)(?: [\w,]+){0,4})?",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"tài liệu (?:phục vụ |dùng (?:tại|cho) |tại |trình )?(?:hội nghị|cuộc họp|phiên họp|họp)(?: [\w,/.–-]+){0,6}",
    re.IGNORECASE,
)
_CIRCULATION = ((Mark.INTERNAL, _INTERNAL), (Mark.RECALLED, _RECALLED), (Mark.CONFERENCE, _CONFERENCE))


def _on_page(text: str, where: Where) -> list[Stamp]:
    found: dict[Mark, Stamp] = {}
    lines = text.split("\n")
    secret: list[Stamp] = []
    for place, (above, line, below) in enumerate(zip(["", *lines], lines, [*lines[1:], ""], strict=False)):
        in_head = place < _HEAD_LINES and where is Where.FIRST
        for cell in _cells(line):
            stamp = _secret(cell, above, below, in_head=in_head)
            if stamp is not None:
                secret.append(replace(stamp, where=where))
            for mark in _circulation(cell, above):
                found.setdefault(mark, Stamp(mark, cell.strip(), where))
    for stamp in _weighed(secret):
        if stamp.mark not in found or (stamp.certain and not found[stamp.mark].certain):
            found[stamp.mark] = stamp
    return list(found.values())


def _weighed(stamps: Sequence[Stamp]) -> Sequence[Stamp]:
    """A document has one level: several in one page are a list of levels or a table, which a person looks at."""
    several = len({stamp.mark for stamp in stamps}) > 1
    capitals = {stamp.mark for stamp in stamps if stamp.text.isupper()}
    if not several or len(capitals) == 1:
        return stamps
    return [replace(stamp, certain=False) for stamp in stamps]


def _cells(line: str) -> Iterator[str]:
    for cell in _COLUMNS.split(_FAR_APART.sub(r"\1 ", drawn_together(line))):
        if len(cell) <= _LONGEST_CELL:
            yield from (part for part in _HEAD.split(cell) if part.strip())


def _bare(cell: str) -> str:
    """Without frame."""
    bare = _FRAME.sub("", cell)
    dashed = _DASHED.match(bare)
    bare = _FRAME.sub("", dashed[1]) if dashed else bare
    return re.sub(r"\s+", " ", bare).strip()


def _secret(cell: str, above: str, below: str, *, in_head: bool) -> Stamp | None:
    if cell.islower() or (cell.rstrip().endswith((";", ",")) and not cell.isupper()):
        return None  # the end of a sentence, an item of a list
    bare, above_bare = _bare(cell), _bare(above)
    if above_bare in _FIRST_HALVES:
        bare, above = f"{above_bare} {bare}", ""
    labelled = re.sub(r"\s*\([ABC]\)?$", "", _LABEL.sub("", bare))
    if labelled != bare:
        mark = _LETTERED.get(labelled) or _level(labelled)
        return Stamp(mark, cell.strip(), Where.FIRST) if mark else None
    kindless = _bare(_without_remarks(_KIND.sub("", _BESIDE.sub("", _without_remarks(bare)))))
    mark = _level(kindless)
    has_kind = len(kindless) + 4 < len(_without_remarks(bare))
    if mark is None or _goes_on(above, kindless) or (kindless.islower() and not has_kind):
        return None
    # Stamps are in capitals; small letters are one where stamps stand, and elsewhere the cell of a table.
    small = not kindless.isupper() and (has_kind or not in_head)
    misread = mark is not Mark.UTMOST_SECRET and _OTHER_WORD.search(kindless)
    doubtful = small or misread or (mark is Mark.SECRET and _GOES_ON_BELOW.match(below))
    return Stamp(mark, cell.strip(), Where.FIRST, certain=not doubtful)


def _without_remarks(bare: str) -> str:
    """Without urgency, number of the copy, and what else is written in capitals behind a dash or in brackets."""
    bare = _ADDED.sub("", bare)
    first = re.split(r"\s+[-–—]\s+|\s*\(", bare, maxsplit=1)[0]
    return first if bare.isupper() and _level(first) else bare


def _goes_on(above: str, words: str) -> bool:
    """Whether the line is the end of the sentence above. One in capitals is only that of one in capitals."""
    above = above.strip()
    return bool(_UNFINISHED.search(above)) and (not words.isupper() or above.isupper())


def _level(words: str) -> Mark | None:
    """The level that ``words`` are, however recognition spelt them.

    >>> [_level(words) for words in ("MẬT", "TÓI MẬT", "TUYỆTMẬT", "MẬT ĐỘ")]
    [<Mark.SECRET: 'secret'>, <Mark.TOP_SECRET: 'top_secret'>, <Mark.UTMOST_SECRET: 'utmost_secret'>, None]
    """
    if not 3 <= len(words) <= 14:
        return None
    spelt = re.sub(r"[\s.\-–]", "", fold(_STROKE.sub(r"\1", words)))
    if spelt in _LEVELS:
        return _LEVELS[spelt]
    spelt = spelt.translate(_MISREAD)
    if spelt in _LEVELS and words.upper() == words:
        return _LEVELS[spelt]
    return Mark.UTMOST_SECRET if words.isupper() and _nearly(spelt, "tuyetmat") else None


def _nearly(spelt: str, word: str) -> bool:
    """One letter wrong, missing or too many."""
    shorter, longer = sorted((spelt, word), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    start = next(
        (place for place, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), len(shorter)
    )
    if len(longer) == len(shorter):
        return shorter[start + 1 :] == longer[start + 1 :]
    return shorter[start:] == longer[start + 1 :]


def _circulation(cell: str, above: str) -> Iterable[Mark]:
    bare = _bare(cell)
    if bare and not _UNFINISHED.search(above.strip()) and (bare[0].isupper() or cell.strip()[0] in "([*"):
        yield from (mark for mark, pattern in _CIRCULATION if pattern.fullmatch(bare))


def _in_title(title: str) -> Iterator[Mark]:
    """A level in brackets at the beginning or end, or in capitals before a dash or colon."""
    title = title.strip()[:_LONGEST_CELL]
    marked = re.findall(
        r"^[\[(]([^\])]+)[\])]|[\[(]([^\])]+)[\])]$|^([^\W\d_ ]+(?: [^\W\d_]+)?)\s*[-–—:|]\s|\s[-–—|]\s*((?:[^\W\d_]+ )?[^\W\d_]+)$",
        title,
    )
    for bracketed, ended, before, behind in marked:
        words = bracketed or ended or before or behind
        level = _level(words)
        if level and (words.isupper() or bracketed or ended):
            yield level
        yield from (mark for mark, pattern in _CIRCULATION if pattern.fullmatch(words))
    whole = _level(_bare(title))
    if whole and not marked:
        yield whole
