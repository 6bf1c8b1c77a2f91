"""Flattening: one walk over the tree of an HTML page, from elements to blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from news.importers import marks
from news.importers.html_tables import caption_rows, data_rows
from news.importers.lines import is_prose, itemise, tidy_runs
from news.importers.tree import Block, Hint, Kind, Picture, Placed, Run
from portal.text import LegacyEncoding, from_legacy, normalise

_SKIPPED_TAGS = """
head script style noscript template textarea select option button input svg map area link meta object applet canvas
"""
_BLOCK_TAGS = """
address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
h6 header hr html legend li main marquee nav ol p pre section summary table tbody td tfoot th thead tr ul caption
"""
_SKIPPED, _BLOCKS = frozenset(_SKIPPED_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_BOLD, _ITALIC = frozenset({"b", "strong", "th"}), frozenset({"i", "em", "cite"})
_MEDIA = frozenset({"video", "audio", "iframe", "embed"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_APART = re.compile(r"float\s*:\s*(?:left|right)|display\s*:\s*(?:block|table|flex)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(right|end|center)", re.IGNORECASE)
_DRAWING = re.compile(
    r"(?:spacer|blank|pixel|clear|bullet|icon|arrow|dot|logo|banner)[\w-]*\.(?:gif|png|jpe?g|svg|webp)", re.IGNORECASE
)
_SMALL = 60
_SAPO, _CAPTION = 60, 15


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds at one point of the page: styles, hints, fences, list depth."""

    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    href: str = ""
    linked: bool = False
    anchor: int = 0
    quoted: bool = False
    placed: Placed = Placed.START
    hints: frozenset[Hint] = frozenset()
    fences: tuple[int, ...] = ()
    heading: int = 0
    depth: int = -1
    ordered: bool = False
    pre: bool = False


class Walk:
    """One walk. ``legacy`` converts the attributes that were not converted with the texts."""

    def __init__(self, legacy: LegacyEncoding | None) -> None:
        self._legacy = legacy
        self._found: list[tuple[Block, tuple[int, ...]]] = []
        self._runs: list[Run] = []
        self._line = 0
        self._gap = False
        self._fresh_item = False
        self._item_number = 0
        self._stack: list[_Place] = [_Place()]
        self._captions: set[Any] = set()
        self._fence_count = 0
        self._anchor_count = 0
        self._open_fences: set[int] = set()  # those that may turn out to hold the article

    def blocks(self, root: Any) -> list[Block]:
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if self._enter(element):
                    continue
                walker.skip_subtree()
                self._stack.append(self._here)
            else:
                self._leave(element)
        self._flush()
        return without_false_quotes(list(self._without_false_fences()))

    @property
    def _here(self) -> _Place:
        return self._stack[-1]

    def _enter(self, element: Any) -> bool:
        """Begin ``element``; False when what it holds is not to be read."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or self._is_hidden(element):
            return False
        if tag == "br":
            self._flush(gap=not self._runs)
            return False
        if tag == "img":
            self._picture(element)
            return False
        if tag in _MEDIA:
            self._media(element)
            return False
        place = self._place_of(element)
        if tag in _BLOCKS or self._is_own_line(element, self._here.hints):
            self._flush(
                gap=tag in ("p", "blockquote", "table", "ul", "ol", "hr", "figure")
                or (tag[0] == "h" and tag[1:].isdigit())
            )
        if tag == "table" and self._table(element, place):
            return False
        self._stack.append(place)
        if tag == "li":
            self._fresh_item = True
        self._add(" | Lượt xem: " if marks.counts_readers(element) else element.text, element.sourceline)
        return True

    def _leave(self, element: Any) -> None:
        around = self._stack[-2].hints if len(self._stack) > 1 else frozenset()
        if element.tag in _BLOCKS or self._is_own_line(element, around):
            self._flush(gap=element.tag in ("p", "table", "ul", "ol", "blockquote"))
        if len(self._stack) > 1:
            self._stack.pop()
        self._add(element.tail, element.sourceline)

    def _is_own_line(self, element: Any, around: frozenset[Hint]) -> bool:
        """Whether an inline element plays a part that nothing around it plays: an author inside a line of fields."""
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        role = marks.role(element.tag, names, element.get("itemprop") or "")
        if element.tag in ("span", "a", "label") and _APART.search(element.get("style") or ""):
            return True
        if role in around or Hint.CAPTION in around:
            return False
        if role in (Hint.SAPO, Hint.CAPTION):  # of a word or two, the name says too little
            return len("".join(element.itertext()).strip()) >= (_SAPO if role is Hint.SAPO else _CAPTION)
        return marks.stands_alone(role)

    def _is_hidden(self, element: Any) -> bool:
        if element.get("hidden") is not None or "sr-only" in (element.get("class") or "").split():
            return True
        return _HIDDEN.search(element.get("style") or "") is not None

    def _place_of(self, element: Any) -> _Place:
        here, tag = self._here, element.tag
        style = element.get("style") or ""
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        hints, fences = here.hints, here.fences
        role = marks.role(tag, names, element.get("itemprop") or "")
        if role and Hint.CAPTION not in hints:
            hints = frozenset({role}) | (hints & {Hint.BODY})
        if element in self._captions:
            hints = (hints & {Hint.BODY}) | {Hint.CAPTION}
        if not here.quoted and marks.is_fenced(
            tag, names, element.get("role") or "", in_article=next(element.iterancestors("article"), None) is not None
        ):
            self._fence_count += 1
            if not marks.never_article(tag, names):
                self._open_fences.add(self._fence_count)
            fences = (*fences, self._fence_count)
        return replace(
            here,
            bold=(here.bold or tag in _BOLD or bool(_BOLD_STYLE.search(style)))
            and "font-weight:normal" not in style.replace(" ", ""),
            italic=here.italic or tag in _ITALIC or bool(_ITALIC_STYLE.search(style)),
            raised=here.raised or tag == "sup",
            lowered=here.lowered or tag == "sub",
            href=_kept_link(element.get("href") or "") if tag == "a" else here.href,
            linked=here.linked or (tag == "a" and bool(element.get("href"))),
            anchor=self._next_anchor() if tag == "a" else here.anchor,
            quoted=here.quoted or marks.is_quote(tag, names, style),
            placed=_placed(element, here.placed),
            hints=hints,
            fences=fences,
            heading=int(tag[1]) if re.fullmatch("h[1-6]", tag) else here.heading,
            depth=here.depth + (tag in ("ul", "ol")),
            ordered=tag == "ol" if tag in ("ul", "ol") else here.ordered,
            pre=here.pre or tag == "pre",
        )

    def _next_anchor(self) -> int:
        self._anchor_count += 1
        return self._anchor_count

    def _add(self, text: str | None, line: int | None) -> None:
        if not text or (not text.strip() and not self._runs):
            return
        here = self._here
        if here.pre and "\n" in text.strip():
            first, *others = text.split("\n")
            self._add_run(first, line)
            for other in others:
                self._flush(gap=not other.strip())
                self._add_run(other, line)
            return
        self._add_run(text, line)

    def _add_run(self, text: str, line: int | None) -> None:
        here = self._here
        if not self._runs:
            self._line = (line or 0) + _leading_lines(text)
        if self._runs and text[:1].isalnum() and _runs_together(self._runs[-1].text, text):
            text = f" {text}"
        if text.strip() or self._runs:
            self._runs.append(
                Run(text, here.bold, here.italic, here.raised, here.lowered, here.href, here.linked, here.anchor)
            )

    def _flush(self, *, gap: bool = False) -> None:
        raw, self._runs = self._runs, []
        if raw and raw[-1].text.rstrip().endswith("<"):  # the start of a tag that the file's end cut off
            raw[-1] = replace(raw[-1], text=raw[-1].text.rstrip()[:-1])
        indent = _far_indent(raw)
        runs = tidy_runs(raw)
        if runs:
            here = self._here
            kind, level, marker = Kind.TEXT, 0, ""
            if here.heading:
                kind, level = Kind.HEADING, here.heading
            elif here.depth >= 0 and self._fresh_item:
                kind, level, marker = Kind.ITEM, here.depth, "1." if here.ordered else ""
            self._fresh_item = False
            block = Block(
                kind, self._line, runs, level=level, marker=marker, gap=self._gap,
                placed=Placed.END if indent else here.placed, hints=here.hints, quoted=here.quoted and kind is Kind.TEXT,
            )  # fmt: skip
            self._found.append((block if block.quoted else itemise(block), here.fences))
            self._gap = False
        self._gap = self._gap or gap

    def _picture(self, element: Any) -> None:
        source = element.get("data-src") or element.get("data-original") or element.get("src") or ""
        width, height = _pixels(element.get("width")), _pixels(element.get("height"))
        small = any(side is not None and side < _SMALL for side in (width, height))
        if small or not source or _DRAWING.search(source):
            return
        self._flush()
        alt = " ".join(normalise(self._converted(element.get("alt") or "")).split())
        block = Block(Kind.IMAGE, element.sourceline or 0, hints=self._here.hints, picture=Picture(source, alt, width))
        self._found.append((block, self._here.fences))

    def _converted(self, text: str) -> str:
        return from_legacy(text, self._legacy) if self._legacy else text

    def _media(self, element: Any) -> None:
        source = element.get("src") or next((child.get("src") for child in element if child.get("src")), "")
        self._flush()
        block = Block(
            Kind.MEDIA, element.sourceline or 0, picture=Picture(source or "", element.tag), hints=self._here.hints
        )
        self._found.append((block, self._here.fences))

    def _table(self, element: Any, place: _Place) -> bool:
        rows = data_rows(element)
        if not rows:
            self._captions |= caption_rows(element)
            return False
        cells = tuple(tuple(" ".join(normalise(cell).split()) for cell in row) for row in rows)
        self._found.append((Block(Kind.TABLE, element.sourceline or 0, rows=cells, hints=place.hints), place.fences))
        return True

    def _without_false_fences(self) -> Iterator[Block]:
        """Fences that hold most of the page's prose are none (``<div class="has-sidebar">`` around everything), nor are
        those that hold a first heading with prose below it."""
        prose: dict[int, int] = {}
        headed: set[int] = set()
        any_heading = False
        total = 0
        for block, fences in self._found:
            weight = len(block.text) if is_prose(block) else 0
            total += weight
            if block.kind is Kind.HEADING and block.level == 1 and self._open_fences.issuperset(fences):
                headed.update(fences)
                any_heading = True
            for fence in fences:
                prose[fence] = prose.get(fence, 0) + weight
        false: set[int] = set()
        for fence, weight in prose.items():
            if weight and (fence in headed or (weight * 2 > total and not any_heading)):
                false.add(fence)
        for block, fences in self._found:
            yield replace(block, fenced=any(fence not in false for fence in fences))


def without_false_quotes(blocks: list[Block]) -> list[Block]:
    """A page whose text is mostly quoted quotes nobody: it is indented."""
    prose = [block for block in blocks if is_prose(block) and not block.fenced]
    if sum(block.quoted for block in prose) * 2 < len(prose):
        return blocks
    return [replace(block, quoted=False) for block in blocks]


def _runs_together(before: str, text: str) -> bool:
    """``<span>Lê Hoa</span><span>14/08/2021</span>``: a stylesheet keeps apart what the text does not."""
    return before[-1:].islower() and (text[:1].isupper() or text[:1].isdigit())


def _leading_lines(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


def _far_indent(runs: list[Run]) -> bool:
    text = "".join(run.text for run in runs)
    spaces = len(text) - len(text.lstrip("\u00a0 \n\t"))
    return text[:spaces].count("\u00a0") >= 12 and len(text.strip()) < 100


def _placed(element: Any, inherited: Placed) -> Placed:
    if element.tag == "table":
        return Placed.START  # browsers do not centre text inside a centred table
    align = (element.get("align") or "").lower()
    styled = _ALIGN.search(element.get("style") or "")
    value = styled.group(1).lower() if styled else align
    if value in ("right", "end") or "text-right" in (element.get("class") or ""):
        return Placed.END
    if value == "center" or element.tag == "center":
        return Placed.CENTRE
    return Placed.START if value in ("left", "justify") else inherited


def _pixels(value: str | None) -> int | None:
    digits = re.match(r"\d{1,5}", value or "")
    return int(digits.group()) if digits and "%" not in (value or "") else None


def _kept_link(href: str) -> str:
    """Addresses of the old site die with it; whole addresses are kept."""
    href = href.strip()
    return href if re.match(r"https?://[^\s/]+\.[^\s]+$", href) and len(href) < 500 else ""
