"""Stamps of secrecy block, prose about secrecy does not; what may be either goes to a second person."""

import json
from pathlib import Path

import pytest

from documents.extraction.results import Page, Reason, Source, Wanting
from documents.extraction.stamps import SECRET_MARKS, Mark, Verdict, Where, judge, stamps_in

ROUNDS = json.loads((Path(__file__).parent / "stamp_examples.json").read_text(encoding="utf-8"))


def examples(kind):
    return [
        pytest.param(example, id=f"{name}-{place}")
        for name, kinds in ROUNDS.items()
        for place, example in enumerate(kinds.get(kind, ()))
    ]


def verdict(text="", title=""):
    return judge(Page(1, text), title=title)[0]


def marks(stamps):
    return {stamp.mark for stamp in stamps}


@pytest.mark.parametrize("example", examples("marked"))
def test_a_stamp_blocks(example):
    mark, text = example
    assert (verdict(text), marks(stamps_in(text)) & SECRET_MARKS) == (Verdict.BLOCKED, {Mark(mark)})


@pytest.mark.parametrize("example", examples("marked titles"))
def test_a_stamp_in_the_title_blocks(example):
    mark, title = example
    stamps = stamps_in("", title=title)
    assert (verdict(title=title), marks(stamps), stamps[0].where) == (Verdict.BLOCKED, {Mark(mark)}, Where.TITLE)


@pytest.mark.parametrize("text", examples("free"))
def test_prose_about_secrets_and_other_words_pass(text):
    assert (verdict(text), stamps_in(text)) == (Verdict.CLEAR, [])


@pytest.mark.parametrize("title", examples("free titles"))
def test_titles_about_secrets_pass(title):
    assert (verdict(title=title), stamps_in("", title=title)) == (Verdict.CLEAR, [])


@pytest.mark.parametrize("text", examples("doubtful"))
def test_what_may_be_a_stamp_is_looked_at(text):
    assert verdict(text) is Verdict.LOOK


@pytest.mark.parametrize("example", examples("circulating"))
def test_how_far_a_document_goes_is_told_apart(example):
    mark, text = example
    assert (verdict(text), marks(stamps_in(text))) == (Verdict.CLEAR, {Mark(mark)})


@pytest.mark.parametrize("text", examples("circulating freely"))
def test_prose_about_circulation_is_no_mark(text):
    assert stamps_in(text) == []


def test_there_are_enough_examples():
    def count(*kinds):
        return sum(len(kinds_of.get(kind, ())) for kinds_of in ROUNDS.values() for kind in kinds)

    assert count("marked", "marked titles") >= 60
    assert count("free", "free titles") >= 120


def test_a_stamp_on_the_last_page_blocks_too():
    found = judge(Page(1, "BÁO CÁO"), Page(9, "TỐI MẬT\nNơi nhận:"))
    assert found[0] is Verdict.BLOCKED
    assert [(stamp.where, stamp.text) for stamp in found[1]] == [(Where.LAST, "TỐI MẬT")]


def test_words_that_stand_apart_from_the_text_count():
    page = Page(1, "BÁO CÁO", Source.OCR, 95, loose_words=("BÁO CÁO", "MẬT"))
    assert judge(page)[0] is Verdict.BLOCKED


@pytest.mark.parametrize(
    "page",
    [
        Page(1, "BÁO CÁO kết quả", Source.OCR, 60),
        Page(1, "", Source.OCR, 0, Wanting.UNREADABLE, reason=Reason.TOO_LONG),
        Page(1, "", wanting=Wanting.NO_TEXT),
        Page(1, "BÁO CÁO", pictured=True),
    ],
    ids=["unsure", "failed", "not yet recognised", "a picture nobody looked at"],
)
def test_what_was_not_surely_read_is_looked_at(page):
    assert judge(page)[0] is Verdict.LOOK
    assert judge(Page(1, "BÁO CÁO"), page)[0] is Verdict.LOOK


def test_a_stamp_in_a_picture_beside_text_blocks():
    """A scanner's own text layer, or a seal placed into a digital file: the text tells nothing of it."""
    page = Page(1, "BÁO CÁO\nkết quả", pictured=True)
    assert judge(page.with_look(Page(1, "MẬT\nBÁO CÁO", Source.OCR, 90, looked_at=True)))[0] is Verdict.BLOCKED
    seen = page.with_look(Page(1, "BÁO CÁO", Source.OCR, 90, looked_at=True))
    assert (judge(seen)[0], seen.text, seen.source) == (Verdict.CLEAR, page.text, Source.TEXT)


def test_a_surely_recognised_page_without_stamp_passes():
    assert judge(Page(1, "BÁO CÁO kết quả", Source.OCR, 93))[0] is Verdict.CLEAR
