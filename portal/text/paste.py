"""Clean text that was pasted or imported: keep its structure, drop its looks.

What is kept is what our rich text has: paragraphs, headings, bold, italic, raised and lowered text, lists, quotations,
rules, line breaks and links to the web. Fonts, colours, sizes, classes, empty paragraphs and indents made of spaces go.
"""

import html as html_module
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from portal.text.legacy import LegacyEncoding, decode, detect_legacy, from_legacy, speaks_for
from portal.text.letters import normalise
from portal.text.paste_blocks import LINE_BREAK, NUMBERED, Block, Run, tidy
from portal.text.paste_reader import EMBEDS, IMAGES, LINKS, TABLES, MarkupReader, TooMuchHtml

__all__ = ["EMBEDS", "IMAGES", "LINKS", "MAX_LENGTH", "TABLES", "CleanResult", "TooMuchHtml", "clean_html"]

MAX_LENGTH = 2_000_000
_PIECE = 65_536
_BETWEEN_RUNS = "\ue000"  # a private character that no text has: it is removed on the way in
_UNWRITABLE = re.compile(f"[\x00\ud800-\udfff{_BETWEEN_RUNS}]")
_FRAGMENT_START, _FRAGMENT_END = "<!--StartFragment-->", "<!--EndFragment-->"


@dataclass(frozen=True)
class CleanResult:
    """Clean ``html``; the ``legacy`` encoding its text is still in, if any; how many of which things were left out."""

    html: str
    legacy: LegacyEncoding | None
    notes: dict[str, int]


def clean_html(html: str, *, convert: LegacyEncoding | str | None = None) -> CleanResult:
    """Return the rich text in ``html``.

    Text in TCVN3 or VNI is reported in ``legacy`` and left as it is unless ``convert`` names the encoding.

    Raises:
        TooMuchHtml: longer, deeper or with more paragraphs than any article.

    >>> clean_html('<p class="MsoNormal" style="color:red">Đảng uỷ <font size="4"><b>đổi mới</b></font></p>').html
    '<p>Đảng uỷ <b>đổi mới</b></p>'
    >>> clean_html('<p style="font-family:.VnTime">§¶ng uû</p>', convert="TCVN3").html
    '<p>Đảng uỷ</p>'
    >>> clean_html('<p><a href="javascript:alert(1)">Xem</a> <img src="x.png"></p>').notes
    {'links': 1, 'images': 1}
    """
    reader = _read(html)
    blocks = _shift_headings(reader.blocks)
    legacy = None
    if convert is None:
        legacy = _legacy_of(blocks)
    else:
        blocks = _converted(blocks, LegacyEncoding(convert))
    if legacy is None:
        blocks = _normalised(blocks)
    notes = {kind: count for kind, count in reader.dropped.items() if count}
    return CleanResult("".join(_write(_keep_numbers(blocks))), legacy, notes)


def _read(html: str) -> MarkupReader:
    if len(html) > MAX_LENGTH:
        raise TooMuchHtml
    start, end = html.find(_FRAGMENT_START), html.rfind(_FRAGMENT_END)
    if 0 <= start < end:
        html = html[start + len(_FRAGMENT_START) : end]
    html = _UNWRITABLE.sub("", html)
    reader = MarkupReader()
    if html.strip():
        # In pieces, so that a refusal comes before the whole is parsed.
        parser = etree.HTMLParser(target=reader, remove_comments=True, remove_pis=True)
        for position in range(0, len(html), _PIECE):
            parser.feed(html[position : position + _PIECE])
        parser.close()
    return reader


def _shift_headings(blocks: list[Block]) -> list[Block]:
    """The page's title is the only h1: with an h1 in the text every heading goes one level down; the last is h4."""
    shift = any(block.kind == "h1" for block in blocks)
    for block in blocks:
        if block.kind[0] == "h" and block.kind[1:].isdigit():
            block.kind = f"h{min(int(block.kind[1:]) + shift, 4)}"
            block.runs = [replace(run, style=replace(run.style, bold=False)) for run in block.runs]
    return blocks


def _legacy_of(blocks: list[Block]) -> LegacyEncoding | None:
    found = detect_legacy("\n".join(block.text.replace(LINE_BREAK, " ") for block in blocks))
    if found:
        return found
    for encoding in LegacyEncoding:
        written = [
            run.text for block in blocks for run in block.runs if run.style.font and run.style.font.encoding == encoding
        ]
        if written and speaks_for("\n".join(written), encoding):
            return encoding
    return None


def _converted(blocks: list[Block], encoding: LegacyEncoding) -> list[Block]:
    """All text at once, so that each run is judged in the company of the others."""
    whole = "\n".join(
        _BETWEEN_RUNS.join(run.text.replace(LINE_BREAK, "\x0b") for run in block.runs) for block in blocks
    )
    lines = from_legacy(whole, encoding).split("\n")
    for block, line in zip(blocks, lines, strict=True):
        texts = line.replace("\x0b", LINE_BREAK).split(_BETWEEN_RUNS)
        block.runs = [replace(run, text=_in_capitals(run, text)) for run, text in zip(block.runs, texts, strict=True)]
        block.marker = decode(block.marker, encoding)
    return blocks


def _in_capitals(run: Run, text: str) -> str:
    return text.upper() if run.style.font and run.style.font.capitals and text != run.text else text


def _normalised(blocks: list[Block]) -> list[Block]:
    for block in blocks:
        block.runs = tidy(replace(run, text=normalise(run.text)) for run in block.runs)
    return [block for block in blocks if block.runs or block.kind == "hr"]


def _keep_numbers(blocks: list[Block]) -> Iterator[Block]:
    """Numbered items whose numbers a list would not show again (from 2 on, a), i.) stay paragraphs with their number.

    Documents put paragraphs between ``1.`` and ``2.``; as lists of one item each would be number 1.
    """
    group: list[Block] = []
    for block in blocks:
        if block.kind == "li":
            group.append(block)
            continue
        yield from _keep_numbers_of(group)
        group = []
        yield block
    yield from _keep_numbers_of(group)


def _keep_numbers_of(group: list[Block]) -> Iterator[Block]:
    counts: dict[int, int] = {}
    counted = True
    for block in group:
        counts = {level: count for level, count in counts.items() if level <= block.level}
        if block.list_kind == NUMBERED:
            counts[block.level] = counts.get(block.level, 0) + 1
            counted = counted and block.marker.strip("().") in ("", str(counts[block.level]))
    alone = sum(block.list_kind == NUMBERED for block in group) == 1
    if counted and not alone:
        yield from group
        return
    for block in group:
        yield block.as_paragraph(block.marker) if block.list_kind == NUMBERED and block.marker else block


def _write(blocks: Iterable[Block]) -> Iterator[str]:
    open_lists: list[str] = []
    for block in blocks:
        if block.kind == "li":
            yield from _write_item(block, open_lists)
            continue
        yield from _close_lists(open_lists, 0)
        yield "<hr/>" if block.kind == "hr" else f"<{block.kind}>{_inline(block.runs)}</{block.kind}>"
    yield from _close_lists(open_lists, 0)


def _write_item(block: Block, open_lists: list[str]) -> Iterator[str]:
    """An item; a deeper list opens inside the item before it, which therefore is left open."""
    level = min(block.level, len(open_lists) + 1)
    yield from _close_lists(open_lists, level)
    if len(open_lists) == level and open_lists[-1] != block.list_kind:
        yield from _close_lists(open_lists, level - 1)
    if len(open_lists) < level:
        open_lists.append(block.list_kind)
        yield f"<{block.list_kind}>"
    else:
        yield "</li>"
    yield f"<li>{_inline(block.runs)}"


def _close_lists(open_lists: list[str], level: int) -> Iterator[str]:
    while len(open_lists) > level:
        yield f"</li></{open_lists.pop()}>"


def _inline(runs: list[Run]) -> str:
    written: list[str] = []
    for run in runs:
        text = html_module.escape(run.text, quote=False).replace(LINE_BREAK, "<br/>")
        for tag in reversed(list(run.style.tags())):
            text = f"<{tag}>{text}</{tag}>"
        if run.style.href:
            text = f'<a href="{html_module.escape(run.style.href)}">{text}</a>'
        written.append(text)
    return "".join(written)
