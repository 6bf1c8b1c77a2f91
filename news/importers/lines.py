"""Shapes of a single line that both readers share."""

import re
from collections.abc import Sequence
from dataclasses import replace

from news.importers.tree import Block, Kind, Run
from portal.text import normalise

# "- đồng chí …", "+ Chi bộ …", "• Site"; not "-5 độ", not "+84…", not a line of dashes.
_BULLET = re.compile(
    r"(?P<marker>[-–—+*•·●○◦▪■□♦❖➢►▶✓✔o\uf0b7\uf0a7])(?:(?<=[o])\s+(?=[A-ZĐÀ-Ỹ])|(?<![o])\s*)(?=[^\W_]|[“\"'(\[«])"
)
ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_SENTENCE_END = re.compile(r"[.!?…;:][”\"'’)»\]]*$")


def tidy_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Join neighbours of one style, normalise, and leave single spaces only."""
    joined: list[Run] = []
    for run in runs:
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(joined[-1], text=joined[-1].text + run.text)
        else:
            joined.append(run)
    tidied: list[Run] = []
    spaced = True
    for run in joined:
        text = re.sub(r"\s+", " ", normalise(run.text))
        if spaced:
            text = text.lstrip(" ")
        if text:
            spaced = text.endswith(" ")
            tidied.append(replace(run, text=text))
    while tidied and not tidied[-1].text.rstrip():
        tidied.pop()
    if tidied:
        tidied[-1] = replace(tidied[-1], text=tidied[-1].text.rstrip())
    return tuple(tidied)


def cut_start(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """``runs`` without their first ``length`` characters."""
    rest: list[Run] = []
    for run in runs:
        taken = min(length, len(run.text))
        length -= taken
        if run.text[taken:]:
            rest.append(replace(run, text=run.text[taken:]))
    return tidy_runs(rest)


def cut_end(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """``runs`` without their last ``length`` characters."""
    keep = sum(len(run.text) for run in runs) - length
    kept: list[Run] = []
    for run in runs:
        if keep <= 0:
            break
        kept.append(replace(run, text=run.text[:keep]))
        keep -= len(run.text)
    return tidy_runs(kept)


def itemise(block: Block) -> Block:
    """A line that starts with a bullet becomes an item of a list.

    >>> itemise(Block(Kind.TEXT, 1, (Run("- Chuẩn bị nội dung;"),))).text
    'Chuẩn bị nội dung;'
    """
    if block.kind is not Kind.TEXT or not block.runs:
        return block
    whole = "".join(run.text for run in block.runs)
    bullet = _BULLET.match(whole)
    if not bullet or (whole[bullet.end()].isdigit() and bullet.end() == 1):
        return block
    marker = "-" if bullet["marker"] in "-–—" else bullet["marker"]
    return replace(block, kind=Kind.ITEM, marker=marker, runs=cut_start(block.runs, bullet.end()))


def ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None


def is_prose(block: Block) -> bool:
    """A paragraph of running text, not a title, a label or a link."""
    if block.kind not in (Kind.TEXT, Kind.ITEM) or block.linked > 0.6:
        return False
    text = block.text
    return len(text) >= 200 or (len(text) >= 80 and ends_sentence(text))
