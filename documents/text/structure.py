"""The parts of a text: which lines are headings, and an anchor for each part that somebody may cite.

Anchors follow from the numbers that are printed, so they stay when words change: ``dieu-5``, ``khoan-5-2``,
``diem-5-2-a``, ``chuong-ii``, ``chuong-ii-muc-1``, and ``muc-i-1-a`` in papers of the Party. What is quoted (the new
wording in a law that amends another) has none. Where numbers begin anew the second of a name is ``dieu-1-lan-2``. Of
rules that a decision promulgates people cite the rules: these have ``dieu-1``, and the decision's own few articles
``ban-hanh-dieu-1``. The same text always has the same anchors, and no two are alike.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.extraction.paragraphs import paragraphs
from documents.extraction.results import Page
from documents.text.grammar import (
    LONGEST_TITLE,
    Beginning,
    Unit,
    is_short_title,
    is_title,
    may_be_title_with_stop,
    named_part,
    numbered_parts,
)
from portal.text import normalise

#: Levels of headings below the one over the text: h3 to h6.
DEEPEST = 4
_TITLE_LINES = 3
_LONGEST_QUOTE = 300
_NAMED_HEADINGS = frozenset({Unit.PART, Unit.APPENDIX, Unit.CHAPTER, Unit.SECTION, Unit.SUBSECTION, Unit.ARTICLE})
#: Of a text whose lines are cut at the margin: none is longer, and many go on in small letters.
_LONGEST_CUT_LINE, _CUT_SHARE, _FEW_LINES = 140, 0.2, 8
_WORD = re.compile(r"[^\W\d_]+(?![.)\w])")


@dataclass(frozen=True)
class Block:
    """A heading (``level`` 1 to 4) or a paragraph (0). ``title`` stands on a line of its own under ``text``."""

    text: str
    anchor: str = ""
    level: int = 0
    title: str = ""


def blocks_of(text: str) -> list[Block]:
    """``text`` as headings and paragraphs, with anchors.

    >>> [(block.anchor, block.level) for block in blocks_of("Điều 1. Phạm vi\\n1. Luật này quy định:\\na) hồ sơ;")]
    [('dieu-1', 1), ('khoan-1-1', 0), ('diem-1-1-a', 0)]
    >>> [block.anchor for block in blocks_of("I- MỤC ĐÍCH\\n1- Quán triệt chỉ thị.\\na) Cấp uỷ học tập.")]
    ['muc-i', 'muc-i-1', 'muc-i-1-a']
    """
    lines = _lines(text)
    reader = _Reader(lines)
    blocks = reader.read()
    return _Reader(lines, carries=True).read() if reader.has_carried() else blocks


def shown_lines(text: str) -> list[str]:
    """The lines as the page shows them: what is found in one of them is found again in what readers see.

    >>> shown_lines("Điều 1. Chỉ thị 10-CT/TW được thực hiện ở mọi chi bộ.")
    ['Điều 1', 'Chỉ thị 10-CT/TW được thực hiện ở mọi chi bộ.']
    """
    return [f"{block.text} {block.title}".strip() for block in blocks_of(text)]


def _lines(text: str) -> list[str]:
    lines = [line.strip() for line in normalise(text).split("\n")]
    told = [line for line in lines if line]
    if _is_cut(told):
        return [paragraph.text for paragraph in paragraphs([Page(1, "\n".join(lines))])]
    return told


def _is_cut(lines: Sequence[str]) -> bool:
    """Whether lines end at the margin, as in what was copied from a PDF."""
    if len(lines) < _FEW_LINES or max(map(len, lines)) > _LONGEST_CUT_LINE:
        return False
    return sum(line[0].islower() and bool(_WORD.match(line)) for line in lines) > _CUT_SHARE * len(lines)


class _Reader:
    """Goes through the lines once and knows in which part each stands."""

    def __init__(self, lines: Sequence[str], *, carries: bool = False) -> None:
        self.lines = lines
        #: The first round of articles only promulgates the second.
        self.carries = carries
        self.titles_have_stops = _have_stops(lines)
        self.blocks: list[Block] = []
        self.place = 0
        #: The names of the parts that are open, outermost first.
        self.open: dict[Unit, str] = {}
        #: The units of the headings that are open, by which their levels go.
        self.headings: list[Unit] = []
        #: Of parts that are counted through a text: the last number, and how many times they began with 1.
        self.last: dict[Unit, int] = {}
        self.rounds: dict[Unit, int] = {}
        #: How many articles there are in each round; of the first, whether it says that it carries another, and is in
        #: chapters, as only rules are.
        self.articles: list[int] = []
        self.says_so = False
        self.in_chapters = False
        self.times: dict[str, int] = {}
        self.taken: set[str] = set()
        self.quoted = 0

    def read(self) -> list[Block]:
        while self.place < len(self.lines):
            line = self.lines[self.place]
            self.place += 1
            self.says_so |= len(self.articles) <= 1 and bool(_CARRIES.search(line))
            if self._is_quoted(line):
                self.blocks.append(Block(line))
            elif (named := named_part(line)) is not None:
                self._named(named)
            else:
                self._numbered(line)
        return self.blocks

    def has_carried(self) -> bool:
        """Whether the text is one that promulgates rules, with the rules behind it."""
        if len(self.articles) < 2:
            return False
        own, carried, *_more = self.articles
        is_short = own <= _MOST_OWN_ARTICLES and not self.in_chapters
        return is_short and (self.says_so or own < carried)

    def _is_quoted(self, line: str) -> bool:
        """Inside a quotation that began with its paragraph; an endless one is a misprint and ends by itself."""
        more = line.count("“") - line.count("”")
        if self.quoted:
            self.quoted = 0 if more < 0 else self.quoted + 1
            if self.quoted > _LONGEST_QUOTE:
                self.quoted = 0
            return True
        if line.startswith("“"):
            self.quoted = 1 if more > 0 else 0
            return True
        return False

    def _named(self, found: Beginning) -> None:
        unit = found.unit
        self._count(found)
        self._enter(unit, found.name)
        anchor = self._anchor()
        level = self._level(unit)
        if found.rest and not self._is_title(found.rest):
            self.blocks += [Block(found.label, anchor, level), Block(found.rest)]
            return
        title = found.rest or ("" if unit is Unit.ARTICLE else self._title_below())
        if unit is Unit.ARTICLE and title:
            self.blocks.append(Block(f"{found.label}. {title}", anchor, level))
        else:
            self.blocks.append(Block(found.label, anchor, level, title))

    def _is_title(self, text: str) -> bool:
        return is_title(text) or (self.titles_have_stops and may_be_title_with_stop(text) and _is_prose(self._next(0)))

    def _title_below(self) -> str:
        """The lines in capitals under a part's name, or one line before the next heading."""
        taken: list[str] = []
        while len(taken) < _TITLE_LINES and (line := self._next(len(taken))).isupper() and not _begins(line):
            taken.append(line)
        if not taken and is_title(line := self._next(0)) and line and not _begins(line):
            following = named_part(self._next(1))
            taken = [line] if following is not None and following.unit in _NAMED_HEADINGS else []
        self.place += len(taken)
        return " ".join(taken)[: LONGEST_TITLE * _TITLE_LINES]

    def _next(self, ahead: int) -> str:
        place = self.place + ahead
        return self.lines[place] if place < len(self.lines) else ""

    def _numbered(self, line: str) -> None:
        for found in numbered_parts(line):
            if self._fits(found):
                self._count(found)
                self._enter(found.unit, found.name)
                level = self._level(found.unit) if self._is_heading(found) else 0
                self.blocks.append(Block(line, self._anchor(), level))
                return
        self.blocks.append(Block(line))

    def _fits(self, found: Beginning) -> bool:
        """Whether it can be what its number looks like, here: `C.` after B is a letter, `V.` after IV a number."""
        unit, rest = found.unit, found.rest
        if unit is Unit.LETTER:
            before = self.open.get(Unit.LETTER, "")
            follows = found.name == "a" if not before else ord(found.name[0]) - ord(before[0]) in (0, 1)
            return rest.isupper() and follows and found.name != before
        if unit is Unit.ROMAN:
            last = self.last.get(unit, 0)
            return found.value in (1, last + 1, last + 2) or rest.isupper()
        if unit is Unit.DECIMAL:
            return self.open.get(Unit.NUMBER) == found.name.split("-")[0]
        return unit is Unit.NUMBER or any(above in self.open for above in (Unit.ARTICLE, Unit.ROMAN, Unit.NUMBER))

    def _is_heading(self, found: Beginning) -> bool:
        if found.unit in (Unit.LETTER, Unit.ROMAN):
            return is_title(found.rest)
        if found.unit is not Unit.NUMBER or Unit.ARTICLE in self.open or not is_short_title(found.rest):
            return False
        following = self._next(0)
        return bool(following) and not any(one.unit is Unit.NUMBER for one in numbered_parts(following))

    def _enter(self, unit: Unit, name: str) -> None:
        """``unit`` is open now; what it ends is not."""
        self.open = {open_unit: open_name for open_unit, open_name in self.open.items() if open_unit < unit}
        if unit is Unit.ROMAN:  # an outline does not stand inside an article
            self.open.pop(Unit.SECTION, None)
        if unit is Unit.APPENDIX:
            self.open.pop(Unit.PART, None)
        self.open[unit] = name

    def _count(self, found: Beginning) -> None:
        """A number 1 after others of its kind begins a new round, unless it stands in a part that its anchor names."""
        unit = found.unit
        if unit in _NAMED_BY_OUTLINES:
            self.last.pop(Unit.ROMAN, None)
            self.rounds.pop(Unit.ROMAN, None)
        if unit in _COUNTED:
            if found.value == 1:
                self.rounds[unit] = self.rounds.get(unit, 0) + 1
            self.last[unit] = found.value
        if unit is Unit.ARTICLE:
            if found.value == 1 or not self.articles:
                self.articles.append(0)
            self.articles[-1] += 1
            self.in_chapters |= len(self.articles) == 1 and Unit.CHAPTER in self.open

    def _level(self, unit: Unit) -> int:
        uppermost = Unit.PART if unit is Unit.APPENDIX else unit
        while self.headings and self.headings[-1] >= uppermost:
            self.headings.pop()
        self.headings.append(unit)
        return min(len(self.headings), DEEPEST)

    def _anchor(self) -> str:
        """The name of the innermost open part, free in this text."""
        base = self._base()
        while True:
            self.times[base] = self.times.get(base, 0) + 1
            times = self.times[base]
            anchor = base if times == 1 else f"{base}-lan-{times}"
            if anchor not in self.taken:
                self.taken.add(anchor)
                return anchor

    def _base(self) -> str:
        names, innermost = self.open, max(self.open)
        if innermost is Unit.PART:
            return f"phan-{names[Unit.PART]}"
        if innermost is Unit.APPENDIX:
            return self._appendix()
        if innermost in (Unit.CHAPTER, Unit.SECTION, Unit.SUBSECTION):
            return self._chapter()
        if Unit.ARTICLE in names:
            kind = "diem" if Unit.POINT in names else "khoan" if Unit.NUMBER in names else "dieu"
            return self._in_article(kind, *self._names(_IN_ARTICLE))
        above = [f"phan-{names[Unit.PART]}"] if Unit.PART in names else []
        above += [self._appendix()] if Unit.APPENDIX in names else []
        return self._in_round(Unit.ROMAN, *above, "muc", *self._names(_OUTLINE))

    def _appendix(self) -> str:
        return "-".join(filter(None, ("phu-luc", self.open[Unit.APPENDIX])))

    def _chapter(self) -> str:
        called = ((Unit.CHAPTER, "chuong"), (Unit.SECTION, "muc"), (Unit.SUBSECTION, "tieu-muc"))
        return self._in_round(
            Unit.CHAPTER, *(f"{word}-{self.open[unit]}" for unit, word in called if unit in self.open)
        )

    def _in_article(self, *parts: str) -> str:
        if not self.carries:
            return self._in_round(Unit.ARTICLE, *parts)
        carried = len(self.articles) - 1
        if carried == 0:
            return "-".join(("ban-hanh", *parts))
        return "-".join([*parts, f"lan-{carried}"] if carried > 1 else parts)

    def _in_round(self, unit: Unit, *parts: str) -> str:
        rounds = self.rounds.get(unit, 1) if unit in self.open else 1
        return "-".join([*parts, f"lan-{rounds}"] if rounds > 1 else parts)

    def _names(self, units: Sequence[Unit]) -> list[str]:
        """Of those that are open; 1.1 says its own 1."""
        told = [unit for unit in units if unit in self.open and not (unit is Unit.NUMBER and Unit.DECIMAL in self.open)]
        return [self.open[unit] for unit in told]


_COUNTED = frozenset({Unit.CHAPTER, Unit.ROMAN, Unit.ARTICLE})
_NAMED_BY_OUTLINES = frozenset({Unit.PART, Unit.APPENDIX, Unit.LETTER})
_IN_ARTICLE = (Unit.ARTICLE, Unit.NUMBER, Unit.DECIMAL, Unit.POINT)
_OUTLINE = (Unit.LETTER, Unit.ROMAN, Unit.NUMBER, Unit.DECIMAL, Unit.POINT)


#: A decision that promulgates rules has some articles of its own: what, from when, who carries it out.
_MOST_OWN_ARTICLES = 7
_CARRIES = re.compile(
    r"kèm theo|ban hành (?:bản )?(?:quy (?:định|chế|trình|tắc)|điều lệ|đề án|hướng dẫn)", re.IGNORECASE
)


def _is_prose(line: str) -> bool:
    """Whether ``line`` is what stands below a title: no other heading, and no signature in capitals."""
    return bool(line) and not line.isupper() and named_part(line) is None and not _ENDS_TEXT.match(line)


_ENDS_TEXT = re.compile(r"n[ơo]i nhận\s*:|(?:t/m|tm\.|k/t|kt\.|t/l|tl\.)\s", re.IGNORECASE)


def _have_stops(lines: Sequence[str]) -> bool:
    """Whether titles of articles end with a full stop in this text: more do than do not."""
    parts = [
        (found.rest, after) for line, after in pairwise([*lines, ""]) if (found := named_part(line)) and found.rest
    ]
    with_stop = sum(may_be_title_with_stop(rest) and _is_prose(after) for rest, after in parts)
    return with_stop > sum(is_title(rest) and not rest.isupper() for rest, _after in parts)


def _begins(line: str) -> bool:
    return named_part(line) is not None or bool(numbered_parts(line))
