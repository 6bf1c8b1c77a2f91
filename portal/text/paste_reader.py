"""Read markup of Word, web pages and mail programs into blocks.

The parser calls :class:`MarkupReader` for every tag, so no tree is built and depth costs nothing until it is refused.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from portal.text.legacy import legacy_font
from portal.text.paste_blocks import BULLET, LINE_BREAK, NUMBERED, PLAIN, Block, Run, Style, paragraphs_of, tidy

MAX_DEPTH = 400
MAX_BLOCKS = 20_000
MAX_LIST_LEVEL = 4  # what the editor allows

IMAGES, TABLES, LINKS, EMBEDS = "images", "tables", "links", "embeds"

_BLOCK_NAMES = """
address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form header
hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
h1 h2 h3 h4 h5 h6
"""
_SKIPPED_NAMES = """
applet audio button canvas datalist del embed frame frameset head iframe input link map math meta noembed noframes
noscript object option script select style svg template textarea title video xml
"""
_BLOCKS, _SKIPPED = frozenset(_BLOCK_NAMES.split()), frozenset(_SKIPPED_NAMES.split())
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMBEDDED = frozenset({"applet", "audio", "embed", "iframe", "object", "video"})
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn"})
_OTHERS = frozenset({"blockquote", "ul", "ol", "li", "pre", "table", "sup", "sub"})
_MEANINGFUL_BARE = _SKIPPED | _HEADINGS | _BOLD | _ITALIC | _OTHERS
_SAFE_LINK = re.compile(r"(?:https?://[^\s/?#]+|mailto:[^\s@]+@|tel:\+?[0-9])[^\s]*", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x20\x7f]+")
_MSO_LEVEL = re.compile(r"level(\d)")
_NUMBER_MARKER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-zĐđ]|[ivxIVX]{1,5})[.)]?")
_TYPED_BULLET = re.compile("[\u00b7•o§▪‣◦–\uf0b7\uf0a7\uf02d-][ \u00a0\t]+")
_COLLAPSIBLE = re.compile("[ \t\r\n\f]+")


class TooMuchHtml(ValueError):
    """The markup is larger, deeper or has more paragraphs than any article; it is refused whole."""


@dataclass(frozen=True)
class _Frame:
    """What an open element hands down to the text inside it."""

    style: Style = PLAIN
    kind: str = "p"
    level: int = 0
    list_kind: str = BULLET
    item: int = 0
    hidden: bool = False
    preformatted: bool = False
    is_marker: bool = False


@dataclass
class _Table:
    """Rows of cells of blocks; ``outside`` is where its blocks go in the end."""

    outside: list[Block]
    rows: list[list[list[Block]]] = field(default_factory=list)
    nested: bool = False


class MarkupReader:
    """The parser's target: turns tags and text into ``blocks`` and counts what could not be kept in ``dropped``."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.dropped: Counter[str] = Counter()
        self._stack: list[_Frame] = [_Frame()]
        self._tables: list[_Table] = []
        self._runs: list[Run] = []
        self._marker = ""
        self._items = 0
        self._next_number: list[int | None] = []

    # What the parser calls.

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._stack) > MAX_DEPTH:
            raise TooMuchHtml
        tag = tag.lower()
        parent = self._stack[-1]
        if tag in _BLOCKS:
            self._flush()
        frame = parent if parent.hidden else self._frame(tag, parent, attributes)
        self._stack.append(frame)
        if not frame.hidden:
            self._open(tag, frame, attributes)

    def end(self, tag: str) -> None:
        tag = tag.lower()
        if tag in _BLOCKS:
            self._flush()
        frame = self._stack.pop() if len(self._stack) > 1 else self._stack[-1]
        if frame.hidden:
            return
        if tag == "table" and self._tables:
            self._close_table()
        elif tag in ("ol", "ul") and self._next_number:
            self._next_number.pop()

    def data(self, text: str) -> None:
        frame = self._stack[-1]
        if frame.hidden:
            return
        if not frame.preformatted:
            text = _COLLAPSIBLE.sub(" ", text)
        if frame.is_marker:
            self._marker += text
        else:
            self._runs.append(Run(text, frame.style))

    def close(self) -> list[Block]:
        self._flush()
        while self._tables:
            self._close_table()
        return self.blocks

    # What an element means.

    def _frame(self, tag: str, parent: _Frame, attributes: dict[str, str]) -> _Frame:
        if not attributes and tag not in _MEANINGFUL_BARE:
            return parent
        css = _declarations(attributes.get("style", ""))
        if tag in _SKIPPED or _is_hidden(css, attributes):
            self.dropped[EMBEDS] += tag in _EMBEDDED
            return replace(parent, hidden=True)
        frame = replace(parent, style=self._style(tag, parent.style, css, attributes))
        if tag in _HEADINGS or tag == "blockquote":
            return replace(frame, kind=tag, level=0)
        if tag in ("ul", "ol"):
            return replace(frame, list_kind=tag, level=min(parent.level + 1, MAX_LIST_LEVEL))
        if tag == "li":
            return replace(frame, kind="li", level=max(parent.level, 1), item=self._new_item())
        if tag == "pre":
            return replace(frame, preformatted=True)
        if tag == "table":
            return replace(frame, kind="p", level=0)
        return self._word_frame(tag, frame, css, attributes)

    def _word_frame(self, tag: str, frame: _Frame, css: dict[str, str], attributes: dict[str, str]) -> _Frame:
        """What Word says in its own properties and classes."""
        mso_list = css.get("mso-list", "")
        if mso_list.lower() == "ignore":
            return replace(frame, is_marker=True)
        if tag not in ("p", "div"):
            return frame
        class_names = attributes.get("class", "")
        level = css.get("mso-outline-level", "")
        if class_names.startswith("MsoHeading") and class_names[10:11].isdigit():
            level = class_names[10]
        if level.isdigit() and 1 <= int(level) <= len(_HEADINGS):
            return replace(frame, kind=f"h{level}", level=0)
        if class_names.startswith("MsoTitle"):
            return replace(frame, kind="h1", level=0)
        found = _MSO_LEVEL.search(mso_list)
        if found or class_names.startswith("MsoListParagraph"):
            depth = min(int(found.group(1)) if found else 1, MAX_LIST_LEVEL)
            return replace(frame, kind="mso-li", level=max(depth, 1), item=self._new_item())
        return frame

    def _style(self, tag: str, parent: Style, css: dict[str, str], attributes: dict[str, str]) -> Style:
        raised = tag if tag in ("sup", "sub") else {"super": "sup", "sub": "sub"}.get(css.get("vertical-align", ""))
        href = attributes.get("href") if tag == "a" else None
        return replace(
            parent,
            bold=_bold(css.get("font-weight", ""), parent.bold or tag in _BOLD),
            italic=_italic(css.get("font-style", ""), parent.italic or tag in _ITALIC),
            raised=raised or parent.raised,
            href=self._safe_link(href) if href else parent.href,
            font=legacy_font(attributes.get("face") or css.get("font-family") or css.get("font", "")) or parent.font,
        )

    def _safe_link(self, href: str) -> str:
        address = _CONTROL.sub("", href)
        if _SAFE_LINK.fullmatch(address):
            return address
        if address and not address.startswith("#"):
            self.dropped[LINKS] += 1
        return ""

    def _new_item(self) -> int:
        self._items += 1
        return self._items

    def _open(self, tag: str, frame: _Frame, attributes: dict[str, str]) -> None:
        if tag == "br":
            self._runs.append(Run(LINE_BREAK, frame.style))
        elif tag == "hr":
            self._add(Block(kind="hr"))
        elif tag in ("img", "v:imagedata"):
            self.dropped[IMAGES] += not _is_spacer(attributes)
        elif tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag)
        elif tag in ("ol", "ul"):
            self._next_number.append(_first_number(tag, attributes))
        elif tag == "li":
            self._number_item(frame)

    def _open_table_part(self, tag: str) -> None:
        if tag == "table":
            if self._tables:
                self._tables[-1].nested = True
            self._tables.append(_Table(outside=self.blocks))
            return
        if not self._tables:
            return
        rows = self._tables[-1].rows
        if tag == "tr" or not rows:
            rows.append([])
        if tag != "tr":
            self.blocks = []
            rows[-1].append(self.blocks)

    def _number_item(self, frame: _Frame) -> None:
        number = self._next_number[-1] if self._next_number else None
        if frame.list_kind == NUMBERED and number is not None:
            self._marker = f"{number}."
            self._next_number[-1] = number + 1

    # Blocks.

    def _flush(self) -> None:
        """End the block that the text so far belongs to."""
        runs, self._runs = tidy(self._runs), []
        if not runs:
            if not self._in_item():
                self._marker = ""
            return
        frame = self._stack[-1]
        marker, self._marker = " ".join(self._marker.replace("\u00a0", " ").split()), ""
        block = Block(frame.kind, runs, frame.level, frame.list_kind, marker, frame.item)
        if frame.kind == "mso-li":
            block = _word_list_item(block)
        elif marker and frame.kind != "li":
            block.runs = [Run(f"{marker} "), *runs]
        for part in paragraphs_of(block):
            part.runs = tidy(part.runs)
            if part.runs:
                self._add(part)

    def _in_item(self) -> bool:
        return self._stack[-1].kind in ("li", "mso-li") or self._stack[-1].kind in _HEADINGS

    def _add(self, block: Block) -> None:
        last = self.blocks[-1] if self.blocks else None
        if block.kind == "li" and last is not None and last.kind == "li" and last.item == block.item:
            last.runs += [Run(LINE_BREAK), *block.runs]
            return
        if block.kind == "li" and block.list_kind == NUMBERED and not block.marker:
            block = replace(block, kind="p", level=0)  # text between the items
        self.blocks.append(block)
        if len(self.blocks) > MAX_BLOCKS:
            raise TooMuchHtml

    def _close_table(self) -> None:
        """A table of data becomes one line a row; one that only arranged the page gives back what was in it."""
        table = self._tables.pop()
        self.blocks = table.outside
        if _holds_data(table):
            self.dropped[TABLES] += 1
            for row in table.rows:
                self._add_row(row)
        else:
            for row in table.rows:
                for cell in row:
                    for block in cell:
                        self._add(block)

    def _add_row(self, row: list[list[Block]]) -> None:
        runs: list[Run] = []
        for place, cell in enumerate(row):
            if place:
                runs.append(Run(" | "))
            for block in cell:
                runs += block.runs
        if any(cell for cell in row):
            self._add(Block(runs=runs))


def _holds_data(table: _Table) -> bool:
    cells = [cell for row in table.rows for cell in row]
    return (
        not table.nested
        and max(map(len, table.rows), default=0) > 1
        and all(len(cell) <= 1 and all(block.kind == "p" for block in cell) for cell in cells)
    )


def _word_list_item(block: Block) -> Block:
    """Word shows list items as paragraphs; the marker tells a number from a bullet."""
    if block.marker:
        numbered = _NUMBER_MARKER.fullmatch(block.marker) and block.marker != "o"
        return replace(block, kind="li", list_kind=NUMBERED if numbered else BULLET)
    first = block.runs[0]
    typed = _TYPED_BULLET.match(first.text)
    if typed is None:
        return replace(block, kind="p", level=0)
    return replace(block, kind="li", runs=[replace(first, text=first.text[typed.end() :]), *block.runs[1:]])


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in style.split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs if value}


def _is_hidden(css: dict[str, str], attributes: dict[str, str]) -> bool:
    return (
        css.get("display") == "none"
        or css.get("mso-hide") == "all"
        or css.get("mso-element", "") in ("comment-list", "comment")
        or "MsoCommentReference" in attributes.get("class", "")
    )


def _bold(weight: str, otherwise: bool) -> bool:
    if weight.isdigit():
        return int(weight) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight, otherwise)


def _italic(font_style: str, otherwise: bool) -> bool:
    return {"italic": True, "oblique": True, "normal": False}.get(font_style, otherwise)


def _is_spacer(attributes: dict[str, str]) -> bool:
    return any(attributes.get(side, "").removesuffix("px") in ("0", "1", "2") for side in ("width", "height"))


def _first_number(tag: str, attributes: dict[str, str]) -> int | None:
    if tag == "ul":
        return None
    start = attributes.get("start", "").strip()
    return int(start) if re.fullmatch(r"\d{1,4}", start) else 1
