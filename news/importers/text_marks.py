"""What browsers write into pages saved as text: addresses behind links, numbers before them, signs of emphasis."""

import re

from news.importers.tree import Run

_ADDRESS = re.compile(r"<(?:https?://|mailto:|javascript:|/)[^<>\s]*>")
_NUMBER = re.compile(r"\[\d{1,3}\](?=[^\W\d_])")
_REFERENCES = re.compile(r"^(?:References|Visible links)\s*$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?P<sign>[*/_])(?=\S)(?P<text>[^*_]{3,}?)(?<=\S)(?P=sign)")
_MARKED = 2
_LONGEST_LABEL = 120


def without_link_numbers(text: str) -> str:
    """``text`` without "[3]" before its links, if it ends with the list of their addresses."""
    references = list(_REFERENCES.finditer(text))
    if not references or len(_NUMBER.findall(text)) < _MARKED:
        return text
    return _NUMBER.sub("", text[: references[-1].start()])


def marked_runs(line: str) -> list[Run]:
    """The runs of a line: a text before an address in angle brackets was a link, one between stars or strokes emphatic.

    >>> [(run.text, run.linked) for run in marked_runs("Tin tức <http://vi-du.example/tin> (16/06)")]
    [('Tin tức ', True), (' (16/06)', False)]
    >>> [(run.text, run.bold) for run in marked_runs("*Tấn Lực*")]
    [('Tấn Lực', True)]
    """
    emphasis = _EMPHASIS.fullmatch(line.strip())
    if emphasis:
        sign = emphasis["sign"]
        return [Run(emphasis["text"], bold=sign == "*", italic=sign == "/")]
    runs: list[Run] = []
    rest = line
    for order, address in enumerate(_ADDRESS.finditer(line), start=1):
        before = line[len(line) - len(rest) : address.start()]
        start = _label_start(before)
        runs += [Run(before[:start]), Run(before[start:], linked=True, anchor=order)]
        rest = line[address.end() :]
    return [run for run in (*runs, Run(rest)) if run.text]


def _label_start(before: str) -> int:
    """Where the link's text begins: after the bullet, or after the sign between the steps of a path."""
    opening = re.match(r"\s*[*+-]\s+", before)
    start = opening.end() if opening else 0
    for separator in re.finditer(r"\s[/|»>]\s|^\s*[/|»>]\s", before):
        start = max(start, separator.end())
    return start if len(before) - start <= _LONGEST_LABEL else len(before)
