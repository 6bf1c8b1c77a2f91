"""Numbers that are no documents: each line of ``must_not.txt`` alone, within a sentence, in capitals, without marks."""

import pytest

from documents.references import find
from documents.references.folding import folded
from tests.documents.references.judged import HERE

PHRASES = (HERE / "must_not.txt").read_text(encoding="utf-8").splitlines()
#: Only their marks tell these words from a type's.
ONLY_AS_WRITTEN = {"để án 15 ngày", "bị chị thi 10 điểm", "lô 5 CT9"}


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_document_is_seen_in(phrase):
    assert find(phrase) == []
    assert find(f"Theo báo cáo thì {phrase}, mọi người đều biết.") == []
    assert find(f"({phrase})\n") == []


@pytest.mark.parametrize("phrase", [phrase for phrase in PHRASES if phrase not in ONLY_AS_WRITTEN])
def test_nor_in_capitals_or_without_marks(phrase):
    assert find(phrase.upper()) == []
    assert find(folded(phrase)) == []
