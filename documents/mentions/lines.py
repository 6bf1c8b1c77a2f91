"""HTML as the lines that a reader sees, each with the way back to where its letters stand in the markup.

A line ends where a block or a row of it ends. Its text has single spaces, so it is the same in what is stored and in
what a template makes of that, and one digest finds it in both.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

_TAG = re.compile(
    r"""<!--(?:(?!-->).)*+-->
      | <(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40}+)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""",
    re.VERBOSE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_MARKUP_BEGINS = re.compile(r"<[A-Za-z/!?]")
#: Elements inside a line; all others end it.
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "del",
        "big",
        "strike",
        "acronym",
    ]
)
#: Elements in which no link may stand, or whose words must stay as they are.
_UNTOUCHED = frozenset(
    [
        "a",
        "button",
        "code",
        "iframe",
        "kbd",
        "label",
        "math",
        "object",
        "option",
        "pre",
        "samp",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    ]
)
_NO_TEXT = frozenset({"script", "style", "template", "iframe", "object", "svg", "math", "title"})
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of a line and where they stand; ``is_entity``: all of them are what one entity of the markup means."""

    text: str
    start: int
    end: int
    may_link: bool
    is_entity: bool = False


@dataclass(slots=True)
class Line:
    spans: list[Span] = field(default_factory=list)

    @property
    def text(self) -> str:
        return collapsed("".join(span.text for span in self.spans))

    def places(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the letters from ``start`` to ``end`` of the text stand, each part between tags for itself.

        Parts where no link may stand are left out.
        """
        whole = "".join(span.text for span in self.spans)
        letters = _letters(whole)[start:end]
        if not letters:
            return []
        first, last = letters[0], letters[-1] + 1
        found: list[tuple[int, int]] = []
        at = 0
        for span in self.spans:
            begins, ends = max(first, at), min(last, at + len(span.text))
            if begins < ends and span.may_link:
                place = (span.start, span.end) if span.is_entity else (span.start + begins - at, span.start + ends - at)
                if found and found[-1][1] == place[0]:
                    place = (found.pop()[0], place[1])
                found.append(place)
            at += len(span.text)
        return found


def collapsed(text: str) -> str:
    """``text`` with single spaces.

    >>> collapsed("  Chỉ thị\\u00a0số\\n10-CT/TW ")
    'Chỉ thị số 10-CT/TW'
    """
    return " ".join(text.split())


def digest_of(line: str) -> str:
    """Names a line by its text."""
    return blake2b(line.encode(), digest_size=8).hexdigest()


def lines_of(markup: str) -> list[Line]:
    """The lines of ``markup``; none where it is no well-formed markup, so that nobody writes into it.

    >>> [line.text for line in lines_of("<p>Chỉ thị <b>10-CT/TW</b>&nbsp;ngày<br>28/3/2002</p><ul><li>Một</li></ul>")]
    ['Chỉ thị 10-CT/TW ngày', '28/3/2002', 'Một']
    >>> lines_of('<a href="x>10-CT/TW')
    []
    """
    lines = [Line()]
    inside: dict[str, int] = {}
    place = 0
    for tag in _TAG.finditer(markup):
        if not _add_text(lines[-1], markup, place, tag.start(), inside):
            return []
        place = tag.end()
        name = (tag["name"] or "").lower()
        if not name:
            continue
        if name in _UNTOUCHED:
            _enter_or_leave(inside, name, closes=bool(tag["close"]))
        if name not in _INLINE:
            lines.append(Line())
    if not _add_text(lines[-1], markup, place, len(markup), inside):
        return []
    return [line for line in lines if line.spans]


def _enter_or_leave(inside: dict[str, int], name: str, *, closes: bool) -> None:
    if name not in _VOID:
        inside[name] = max(0, inside.get(name, 0) + (-1 if closes else 1))


def _add_text(line: Line, markup: str, start: int, end: int, inside: dict[str, int]) -> bool:
    """Whether what stands between two tags is text."""
    if start == end:
        return True
    if _MARKUP_BEGINS.search(markup, start, end):
        return False
    open_now = {name for name, depth in inside.items() if depth}
    if not open_now & _NO_TEXT:
        line.spans.extend(_spans(markup, start, end, may_link=not open_now))
    return True


def _spans(markup: str, start: int, end: int, *, may_link: bool) -> Iterator[Span]:
    place = start
    for entity in _ENTITY.finditer(markup, start, end):
        if place < entity.start():
            yield Span(markup[place : entity.start()], place, entity.start(), may_link)
        yield Span(html.unescape(entity[0]), entity.start(), entity.end(), may_link, is_entity=True)
        place = entity.end()
    if place < end:
        yield Span(markup[place:end], place, end, may_link)


def _letters(text: str) -> list[int]:
    """For each letter of the collapsed ``text`` where it stands in ``text``."""
    places: list[int] = []
    for word in re.finditer(r"\S+", text):
        if places:
            places.append(word.start() - 1)
        places.extend(range(word.start(), word.end()))
    return places
