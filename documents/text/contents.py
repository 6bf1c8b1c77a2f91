"""The contents of a text: its headings as a tree."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from documents.text.structure import Block


@dataclass
class Entry:
    """A heading and those below it."""

    text: str
    anchor: str
    level: int
    entries: list["Entry"] = field(default_factory=list)

    @property
    def span(self) -> str:
        """The first and the last of what stands below, by their numbers alone: `Điều 5 – Điều 12`."""
        first, last = (entry.text.partition(".")[0] for entry in (self.entries[0], self.entries[-1]))
        return first if first == last else f"{first} – {last}"


def contents_of(blocks: Iterable[Block]) -> list[Entry]:
    """The headings among ``blocks``.

    >>> blocks = [Block("Chương I", "chuong-i", 1, "QUY ĐỊNH CHUNG"), Block("Điều 1. Phạm vi", "dieu-1", 2)]
    >>> [(entry.text, entry.span) for entry in contents_of(blocks)]
    [('Chương I. QUY ĐỊNH CHUNG', 'Điều 1')]
    """
    top: list[Entry] = []
    above: list[Entry] = []
    for block in blocks:
        if not block.level:
            continue
        text = f"{block.text}. {block.title}" if block.title else block.text
        entry = Entry(text.removesuffix("."), block.anchor, block.level)
        while above and above[-1].level >= block.level:
            above.pop()
        (above[-1].entries if above else top).append(entry)
        above.append(entry)
    return top


def count_of(entries: Iterable[Entry]) -> int:
    return sum(1 + count_of(entry.entries) for entry in entries)
