"""What the styles and lists of a DOCX add to its text: fonts, capitals, hidden words, and numbers that Word counts."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from documents.extraction.docx_archive import W

_OFF = frozenset({"0", "false", "off"})
_LONGEST_CHAIN = 12
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LEVELS = 9


@dataclass(frozen=True)
class Look:
    """How a run looks, as far as it changes what is read; ``None`` is left to the style."""

    font: str | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def over(self, below: "Look") -> "Look":
        return Look(
            below.font if self.font is None else self.font,
            below.capitals if self.capitals is None else self.capitals,
            below.hidden if self.hidden is None else self.hidden,
        )


PLAIN = Look()


def look_of(properties: Element | None) -> Look:
    """What a ``w:rPr`` says itself."""
    if properties is None:
        return PLAIN
    fonts = properties.find(f"{W}rFonts")
    font = None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    return Look(font, _switch(properties, "caps", "smallCaps"), _switch(properties, "vanish"))


def _switch(properties: Element, *names: str) -> bool | None:
    found = [mark for name in names if (mark := properties.find(f"{W}{name}")) is not None]
    return any(mark.get(f"{W}val", "1") not in _OFF for mark in found) if found else None


@dataclass
class Styles:
    """The styles by their names in the file, each with the one that it is based on."""

    defaults: Look = PLAIN
    looks: dict[str, tuple[Look, str | None]] = field(default_factory=dict)
    lists: dict[str, tuple[str | None, int]] = field(default_factory=dict)
    usual: str = ""

    @classmethod
    def read(cls, root: Element | None) -> "Styles":
        styles = cls()
        if root is None:
            return styles
        styles.defaults = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in root.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            based = style.find(f"{W}basedOn")
            styles.looks[name] = look_of(style.find(f"{W}rPr")), None if based is None else based.get(f"{W}val")
            numbered = style.find(f"{W}pPr/{W}numPr")
            if numbered is not None:
                styles.lists[name] = list_of(numbered)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                styles.usual = name
        return styles

    def look(self, *names: str | None) -> Look:
        """Of styles, the first over the next, and all over the defaults of the document."""
        look = PLAIN
        for name in names:
            for style in self._chain(name or self.usual):
                look = look.over(self.looks[style][0])
        return look.over(self.defaults)

    def list_of(self, name: str | None) -> tuple[str | None, int]:
        for style in self._chain(name or self.usual):
            if style in self.lists:
                return self.lists[style]
        return None, 0

    def _chain(self, name: str | None) -> Iterator[str]:
        for _ in range(_LONGEST_CHAIN):
            if name is None or name not in self.looks:
                return
            yield name
            name = self.looks[name][1]


def list_of(numbered: Element) -> tuple[str | None, int]:
    """The list and the level that a ``w:numPr`` names; list 0 takes a paragraph out of its style's."""
    number, level = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    return (None if number is None else number.get(f"{W}val")), _whole(level, 0)


@dataclass(frozen=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""


@dataclass
class Lists:
    """Counts the numbers that Word shows before paragraphs: they stand nowhere in the text."""

    kinds: dict[str, str] = field(default_factory=dict)
    levels: dict[str, dict[int, _Level]] = field(default_factory=lambda: defaultdict(dict))
    restarts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    @classmethod
    def read(cls, root: Element | None) -> "Lists":
        lists = cls()
        if root is None:
            return lists
        for kind in root.iterfind(f"{W}abstractNum"):
            for level in kind.iterfind(f"{W}lvl"):
                lists.levels[kind.get(f"{W}abstractNumId", "")][_whole_attribute(level, "ilvl")] = _Level(
                    _whole(level.find(f"{W}start"), 1),
                    _value(level.find(f"{W}numFmt"), "decimal"),
                    _value(level.find(f"{W}lvlText"), ""),
                )
        for number in root.iterfind(f"{W}num"):
            name = number.get(f"{W}numId", "")
            lists.kinds[name] = _value(number.find(f"{W}abstractNumId"), "")
            for override in number.iterfind(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    lists.restarts[name][_whole_attribute(override, "ilvl")] = _whole(start, 1)
        return lists

    def next(self, name: str | None, level: int) -> str:
        """The number of the next paragraph on ``level`` of the list, as it is shown; "" where none is."""
        kind = self.kinds.get(name or "")
        if kind is None or level not in self.levels[kind]:
            return ""
        counts = self._counts[kind]
        restart = self.restarts[name or ""].pop(level, None)
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts[level] + 1 if level in counts else self.levels[kind][level].start
        for deeper in range(level + 1, _LEVELS):
            counts.pop(deeper, None)
        return self._shown(kind, level)

    def _shown(self, kind: str, level: int) -> str:
        here = self.levels[kind][level]
        if here.kind == "bullet":
            return here.text if here.text in ("-", "+", "*", "–") else "-"
        if here.kind == "none":
            return ""
        text = here.text
        for place in range(_LEVELS):
            if f"%{place + 1}" in text:
                of = self.levels[kind].get(place, _Level())
                text = text.replace(f"%{place + 1}", _counted(self._counts[kind].get(place, of.start), of.kind))
        return text


def _counted(number: int, kind: str) -> str:
    """A number as a list writes it.

    >>> [_counted(14, kind) for kind in ("decimal", "decimalZero", "upperRoman", "lowerLetter")]
    ['14', '14', 'XIV', 'n']
    """
    if kind.endswith("Roman") and 0 < number < 4000:
        written = ""
        for value, sign in _ROMAN:
            written += sign * (number // value)
            number %= value
        return written.upper() if kind.startswith("upper") else written
    if kind.endswith("Letter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if kind.startswith("upper") else letter
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _value(mark: Element | None, otherwise: str) -> str:
    return otherwise if mark is None else mark.get(f"{W}val", otherwise)


def _whole(mark: Element | None, otherwise: int) -> int:
    written = _value(mark, "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else otherwise


def _whole_attribute(mark: Element, name: str) -> int:
    written = mark.get(f"{W}{name}", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 3 else 0
