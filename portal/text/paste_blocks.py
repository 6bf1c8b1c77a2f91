"""What pasted or imported markup is read into: a flat list of blocks of styled text.

Nothing here knows where the markup came from; :mod:`portal.text.paste_reader` fills these, and
:mod:`portal.text.paste` writes them as the small HTML of our rich text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from portal.text.legacy import LegacyFont

BULLET, NUMBERED = "ul", "ol"
LINE_BREAK = "\n"
_SPACES = re.compile("[ \t\r\f\v\u00a0]+")
_AROUND_BREAK = re.compile(" ?\n ?")


@dataclass(frozen=True)
class Style:
    """How a stretch of text looks, as far as we keep it."""

    bold: bool = False
    italic: bool = False
    raised: str = ""  # "sup", "sub" or nothing
    href: str = ""
    font: LegacyFont | None = None

    def tags(self) -> Iterator[str]:
        """The elements to open, outermost first; the link is written apart since it has an address."""
        if self.bold:
            yield "b"
        if self.italic:
            yield "i"
        if self.raised:
            yield self.raised


PLAIN = Style()


@dataclass(frozen=True)
class Run:
    """Text in one style; ``\\n`` in it is a line break."""

    text: str
    style: Style = PLAIN


@dataclass
class Block:
    """A paragraph, heading, list item, quotation or rule.

    ``marker`` is what a numbered item showed before its text (``2.``, ``a)``). ``item`` tells the paragraphs of one
    list item from those of the next.
    """

    kind: str = "p"
    runs: list[Run] = field(default_factory=list)
    level: int = 0
    list_kind: str = BULLET
    marker: str = ""
    item: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def as_paragraph(self, prefix: str) -> "Block":
        """The same text as a plain paragraph that begins with ``prefix``."""
        return Block(runs=[Run(f"{prefix} "), *self.runs])


def tidy(runs: Iterable[Run]) -> list[Run]:
    """Join runs of one style, leave one space between words and none at the ends of the block and around breaks.

    >>> tidy([Run("\u00a0\u00a0 Chi  "), Run(" bộ "), Run(" xã\\n ", Style(bold=True))])
    [Run(text='Chi bộ ', style=Style(bold=False, italic=False, raised='', href='', font=None)), \
Run(text='xã', style=Style(bold=True, italic=False, raised='', href='', font=None))]
    """
    joined: list[tuple[Style, list[str]]] = []
    at_start_of_word = True
    for run in runs:
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", run.text))
        if at_start_of_word:
            text = text.removeprefix(" ")
        if not text:
            continue
        at_start_of_word = text.endswith((" ", LINE_BREAK))
        if joined and joined[-1][0] == run.style:
            joined[-1][1].append(text)
        else:
            joined.append((run.style, [text]))
    tidied = [Run("".join(texts), style) for style, texts in joined]
    return _without_ends(tidied)


def _without_ends(runs: list[Run]) -> list[Run]:
    """Without white space and line breaks before the first and after the last word."""
    first = next((place for place, run in enumerate(runs) if run.text.strip()), len(runs))
    kept = runs[first:]
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return kept


def paragraphs_of(block: Block) -> Iterator[Block]:
    """Split a block where two line breaks follow each other, as old pages separate their paragraphs."""
    current: list[Run] = []
    for run in block.runs:
        first, *others = re.split("\n\n+", _AROUND_BREAK.sub("\n", run.text))
        current.append(replace(run, text=first))
        for text in others:
            yield replace(block, runs=current)
            current = [replace(run, text=text)]
    yield replace(block, runs=current)
