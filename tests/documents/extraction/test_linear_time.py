"""Pages are strangers' text: four times as much may cost little more than four times the time."""

import time
from collections.abc import Callable

import pytest

from documents.extraction.paragraphs import paragraphs
from documents.extraction.proposals import propose
from documents.extraction.readability import is_readable
from documents.extraction.results import Page
from documents.extraction.stamps import stamps_in
from documents.text import blocks_of, contents_of
from tests.documents.extraction.letters import DIRECTIVE

TEXTS = {
    "letter": DIRECTIVE.text + "\n",
    "one letter": "a",
    "letters apart": "M Ậ T ",
    "columns": "A\t",
    "blanks": " ",
    "lines": "\n",
    "stamps": "MẬT\n",
    "names": "Nguyễn ",
    "dotted": "A.",
    "brackets": "(",
    "dashes": "- ",
    "dashes close up": "-",
    "urgent": "KHẨN, ",
    "numbers": "Số 1-",
    "days": "a, ngày 1 tháng ",
    "powers": "T/M ",
    "units": "Điều 1. ",
    "chapters": "Chương I\nA\n",
    "articles": "Điều 1\nMục 1\n1. a\na) “\n",
    "lines of one paragraph": "a\n",
}
TOOLS: dict[str, Callable[[str], object]] = {
    "stamps": lambda text: stamps_in(text, "", text),
    "proposal": lambda text: propose(text, f"{text}x"),
    "paragraphs": lambda text: paragraphs([Page(1, text)]),
    "readability": is_readable,
    "full text": lambda text: contents_of(blocks_of(text)),
}
SHORT = 10_000


def seconds(tool: Callable[[str], object], text: str) -> float:
    """The least of three runs: what else the machine does takes time, none of it is taken back."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        tool(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("name", TEXTS)
def test_time_grows_with_the_text(tool, name):
    text = TEXTS[name] * (4 * SHORT // len(TEXTS[name]))
    short = seconds(TOOLS[tool], text[:SHORT])
    assert seconds(TOOLS[tool], text) < max(8 * short, 0.2)
