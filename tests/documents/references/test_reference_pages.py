"""The documents that five real pages name. The pages lie beside the repository and are not part of it."""

from pathlib import Path

import pytest

from documents.references import find

PAGES = Path(__file__).resolve().parents[3].parent / "shared" / "reference-pages"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the reference pages are not beside the repository")

NAMED = {
    "R0": [
        ("9|HD|BTCTW", None), ("10|CT|TW", "2002-03-28"), ("10|CT|TW", None), ("9|HD|BTCTW", None), ("NQTW||XI", None),
        ("NQTW|11|XI", None), ("ĐA|343", None), ("ĐA|704", None), ("CT|3", None), ("3|CT|TW", None),
    ],
    "R1": [
        ("10|CT|TW", "2007-03-30"), ("9|HD|BTCTW", "2012-03-02"), ("10|CT|TW", None), ("18|KL|TW", "2017-09-22"),
        ("10|CT|TW", None),
    ],
    "R2": [("21|NQ|TW", "2022-06-16"), ("HD|12", "2018-07-06")],
    "R3": [],
    "R4": [
        ("18|KL|TW", None), ("CT|10", None), ("KH|121", None), ("KL|18", None), ("10|CT|TW", None), ("4|NQ|TW", None),
        ("CT|5", None), ("CT|29", None), ("CV|279", None), ("76|QĐ|TW", None), ("NQTW|4|XI", None), ("NQTW|4|XII", None),
        ("CT|5", None), ("CT|29", None), ("CV|279", None),
    ],
}  # fmt: skip
TERMS = {"R1": ["X"], "R2": ["XIII"], "R4": ["X", "X", "XII", "XII", "XI", "XII"], "R0": ["XI", "XI"], "R3": []}


@pytest.mark.parametrize("page", NAMED)
def test_every_document_of_the_page_is_found_and_nothing_else(page):
    mentions = find((PAGES / f"{page}.txt").read_text(encoding="utf-8"))
    assert [(mention.key, mention.date) for mention in mentions] == NAMED[page]
    assert [mention.term for mention in mentions if mention.term] == TERMS[page]
