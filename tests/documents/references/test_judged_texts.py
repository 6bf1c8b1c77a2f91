"""The parser finds what a person marks, in every sort of text, and hardly anything else."""

import sys
import unicodedata
from collections import defaultdict

import pytest

from documents.references import find
from tests.documents.references.judged import HERE, judge, texts

ROUNDS = sorted(HERE.glob("judged_*.jsonl"))
RECALL, PRECISION, OF_EACH_SORT, FACTS = 0.97, 0.98, 0.95, 0.97
ALL = [text for path in ROUNDS for text in texts(path)]


@pytest.mark.parametrize("path", ROUNDS, ids=lambda path: path.stem)
def test_mentions_are_found_with_key_code_and_date(path):
    scores = judge(texts(path))
    for name, score in scores.items():
        sys.stdout.write(f"{name:14}{score}\n")
    score = scores["all"]
    mistakes = [*score.missed, *score.wrong, *score.code_wrong, *score.date_wrong]
    assert score.recall >= RECALL, mistakes
    assert score.precision >= PRECISION, mistakes
    assert score.accuracy(score.code_wrong) >= FACTS, mistakes
    assert score.accuracy(score.date_wrong) >= FACTS, mistakes
    assert score.accuracy(score.span_wrong) >= FACTS, score.span_wrong


def test_no_sort_of_text_is_read_worse_than_others():
    by_sort = {name: score for name, score in judge(ALL).items() if score.right + len(score.missed) > 0}
    assert len(by_sort) > 10
    assert sum(score.right for name, score in by_sort.items() if name != "all") > 500
    worse = {
        name: [*score.missed, *score.wrong]
        for name, score in by_sort.items()
        if min(score.recall, score.precision) < OF_EACH_SORT
    }
    assert not worse


def test_terms_stated_beside_a_number_are_told():
    for text in ALL:
        found = {ref.start: ref for ref in find(text.text)}
        for mention in text.mentions:
            if mention.term:
                assert found[mention.start].term == mention.term


@pytest.mark.parametrize("form", ["NFD", "no-break spaces", "soft hyphens"])
def test_how_the_text_is_composed_makes_no_difference(form):
    changed_into = {
        "NFD": lambda text: unicodedata.normalize("NFD", text),
        "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
        "soft hyphens": lambda text: text.replace("e", "e\u00ad"),
    }[form]
    different = defaultdict(list)
    for text in ALL:
        plain, changed = find(text.text), changed_into(text.text)
        refs = find(changed)
        assert [ref.key for ref in refs] == [ref.key for ref in plain]
        assert [ref.date for ref in refs] == [ref.date for ref in plain]
        for ref, same in zip(refs, plain, strict=True):
            if ref.text != changed_into(same.text).strip("\u00ad"):
                different[ref.text].append(same.text)
            assert changed[ref.start : ref.end] == ref.text
    assert not different
