"""`Lược đồ`: the relations of a document as a drawing one column wide, which reads on a phone as on a screen.

Above the document stands what it rests on or does something to, below it what bears on it; arrows go from the one that
acts. Pure: boxes, lines of text and paths in the units of the drawing, to be written as SVG by a template. Text in an
SVG does not wrap by itself, so lines are cut here by the average widths of the portal's letters.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from documents.register.rows import Row
from documents.related import Related

WIDTH = 360
#: Boxes of one kind, and altogether; the list below names more.
MOST_OF_A_KIND, MOST = 3, 20

_SPINE, _LEFT, _PADDING, _GAP = 12, 34, 12, 10
_NAME, _TEXT, _SMALL = 15.0, 14.0, 13.0
_LEADING = 1.35
_NAME_LINES, _ABSTRACT_LINES = 3, 3
_MORE_HEIGHT = 44
#: Widths of letters in ems, as Be Vietnam Pro has them in bold, which is the wider.
_USUAL, _CAPITAL = 0.65, 0.76
_WIDTHS = {
    **dict.fromkeys("iljI.,;:'|!’ ", 0.3),
    **dict.fromkeys('“”"()[]frt1/', 0.5),
    **dict.fromkeys("mwMWOQ@%", 0.92),
}
_ELLIPSIS = "…"
#: More than any box holds.
_LONGEST_TEXT = 300


@dataclass(frozen=True)
class Line:
    """A line of text; ``y`` is its foot."""

    text: str
    x: float
    y: float
    css: str


@dataclass(frozen=True)
class Box:
    """A document; without ``url`` one that is only named."""

    x: float
    y: float
    width: float
    height: float
    lines: Sequence[Line]
    url: str = ""
    css: str = ""


@dataclass
class Diagram:
    """``paths`` are the lines between boxes, in the language of SVG; ``arrows`` the heads at their ends."""

    description: str
    width: int = WIDTH
    height: float = 0
    labels: list[Line] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    arrows: list[str] = field(default_factory=list)


def diagram_of(own: Row, related: Sequence[Related]) -> Diagram | None:
    """The diagram of the document that ``own`` shows; nothing where it has no relations."""
    if not related:
        return None
    drawing = _Drawing(Diagram(_described(own, related)))
    drawing.groups([group for group in related if group.is_own], points_up=True)
    drawing.own(own)
    drawing.groups([group for group in related if not group.is_own], points_up=False)
    return drawing.finished()


def _described(own: Row, related: Iterable[Related]) -> str:
    """For who does not see it: how many of each kind."""
    told = "; ".join(f"{group.label}: {len(group)}" for group in related)
    return _("%(document)s – %(relations)s. The same stands below as lists.") % {
        "document": own.name,
        "relations": told,
    }


class _Drawing:
    """Puts one thing below the other."""

    def __init__(self, diagram: Diagram) -> None:
        self.diagram = diagram
        self.y = 1.0
        self.drawn = 0
        #: Where the spine is left for the boxes on one side.
        self.stubs: list[float] = []

    def groups(self, groups: Iterable[Related], *, points_up: bool) -> None:
        top = self.y
        self.stubs = []
        for group in groups:
            self._group(group, points_up=points_up)
        if self.stubs and points_up:
            self.diagram.paths.append(f"M{_SPINE} {self.stubs[0]:g}V{self.y:g}")
        elif self.stubs:
            self.diagram.paths.append(f"M{_SPINE} {top - _GAP:g}V{self.stubs[-1]:g}")
            self.diagram.arrows.append(_arrow_up(_SPINE, top - _GAP))

    def own(self, row: Row) -> None:
        self.diagram.boxes.append(self._box(0, WIDTH, row.name, "", _dated(row), css="diagram__own"))

    def finished(self) -> Diagram:
        self.diagram.height = self.y - _GAP + 1
        return self.diagram

    def _group(self, group: Related, *, points_up: bool) -> None:
        for text in wrapped(capfirst(group.label), WIDTH - _LEFT, _SMALL, 2):
            self.diagram.labels.append(Line(text, _LEFT, self.y + _SMALL, "diagram__label"))
            self.y += _SMALL * _LEADING
        self.y += 4
        room = min(MOST_OF_A_KIND, MOST - self.drawn)
        rows = group.rows[: max(room, 0)]
        texts = group.texts[: max(room - len(rows), 0)]
        for row in rows:
            self._join(self._box(_LEFT, WIDTH - _LEFT, row.name, row.abstract, _dated(row, row), row.url), points_up)
        for text in texts:
            self._join(self._box(_LEFT, WIDTH - _LEFT, "", text, [], css="diagram__named"), points_up)
        self.drawn += len(rows) + len(texts)
        if more := len(group) - len(rows) - len(texts):
            words = (
                _("and %(count)d more") % {"count": more}
                if rows or texts
                else _("%(count)d documents") % {"count": more}
            )
            line = Line(words, _LEFT + _PADDING, self.y + _MORE_HEIGHT / 2 + _TEXT / 3, "diagram__more")
            self._join(self._put(_LEFT, WIDTH - _LEFT, _MORE_HEIGHT, [line], f"#{group.anchor}"), points_up)

    def _join(self, box: Box, points_up: bool) -> None:
        """A stub from the spine to ``box``."""
        middle = box.y + box.height / 2
        self.stubs.append(middle)
        self.diagram.boxes.append(box)
        self.diagram.paths.append(f"M{_SPINE} {middle:g}H{_LEFT:g}")
        if points_up:
            self.diagram.arrows.append(_arrow_right(_LEFT, middle))

    def _box(
        self, x: float, width: float, name: str, abstract: str, small: Sequence[str], url: str = "", css: str = ""
    ) -> Box:
        inner = width - 2 * _PADDING
        told = [(text, _NAME, "diagram__name") for text in wrapped(name, inner, _NAME, _NAME_LINES)]
        told += [(text, _TEXT, "diagram__text") for text in wrapped(abstract, inner, _TEXT, _ABSTRACT_LINES)]
        told += [(text, _SMALL, "diagram__small") for one in small for text in wrapped(one, inner, _SMALL, 2)]
        lines, foot = [], self.y + _PADDING - 2
        for text, size, kind in told:
            lines.append(Line(text, x + _PADDING, foot + size, kind))
            foot += size * _LEADING
        return self._put(x, width, foot - self.y + _PADDING - 2, lines, url, css)

    def _put(self, x: float, width: float, height: float, lines: list[Line], url: str = "", css: str = "") -> Box:
        box = Box(x, round(self.y, 1), width, round(height, 1), lines, url, css)
        self.y = round(self.y + height + _GAP, 1)
        return box


def _dated(row: Row, other: Row | None = None) -> list[str]:
    """Day, and of another document whether it holds and for whom it is."""
    more = [str(other.status.label), str(other.mark)] if other is not None else [row.issuer]
    return [" · ".join(filter(None, (row.date_text, *more)))]


def _arrow_right(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l-8 -5v10z"


def _arrow_up(x: float, y: float) -> str:
    return f"M{x:g} {y:g}l-5 8h10z"


def wrapped(text: str, width: float, size: float, most: int) -> list[str]:
    """``text`` in at most ``most`` lines that are no wider than ``width``; what is left out is marked.

    >>> wrapped("về nâng cao chất lượng sinh hoạt chi bộ", 180, 14, 2)
    ['về nâng cao chất lượng', 'sinh hoạt chi bộ']
    >>> wrapped("về nâng cao chất lượng sinh hoạt chi bộ", 180, 14, 1)
    ['về nâng cao chất…']
    """
    lines: list[str] = []
    for word in _words(text, width / size):
        if lines and width_of(f"{lines[-1]} {word}") <= width / size:
            lines[-1] = f"{lines[-1]} {word}"
        elif len(lines) == most:
            lines[-1] = _with_ellipsis(lines[-1], width / size)
            break
        else:
            lines.append(word)
    return lines


def width_of(text: str) -> float:
    """In ems; a little more than it will be, for other fonts."""
    letters = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return sum(_WIDTHS.get(letter, _CAPITAL if letter.isupper() else _USUAL) for letter in letters)


def _words(text: str, ems: float) -> Iterable[str]:
    """A word wider than a line is cut; what could not be shown anyway is not looked at."""
    for word in text[:_LONGEST_TEXT].split():
        piece = ""
        for letter in word:
            if piece and width_of(piece + letter) > ems:
                yield piece
                piece = ""
            piece += letter
        yield piece


def _with_ellipsis(line: str, ems: float) -> str:
    while line and width_of(line + _ELLIPSIS) > ems:
        line = line.rpartition(" ")[0] or line[:-1]
    return line.rstrip(" ,;:.") + _ELLIPSIS
