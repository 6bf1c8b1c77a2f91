"""The words that only ask."""

import pytest

from search.language.questions import asking
from search.language.words import canonical, words_of


def told(question: str, meant: str = "") -> list[str]:
    """The words of ``question`` that say what it is about."""
    typed = words_of(question)
    asks = asking(typed, [canonical(word) for word in words_of(meant or question)])
    return [word for word, only_asks in zip(typed, asks, strict=True) if not only_asks]


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Mức đóng đảng phí là bao nhiêu?", "mức đóng đảng phí"),
        ("Ai được miễn sinh hoạt đảng?", "được miễn sinh hoạt đảng"),
        ("Chi bộ họp mấy lần, đúng hay sai", "chi bộ họp lần"),
        ("Đảng viên dự bị có được biểu quyết không", "đảng viên dự bị có được biểu quyết"),
        ("không sinh hoạt ba tháng", "không sinh hoạt ba tháng"),
        ("chi ai", "chi"),
        ("sinh hoạt chi bộ", "sinh hoạt chi bộ"),
    ],
)
def test_what_asks_is_told_from_what_is_asked_about(question, about):
    assert " ".join(told(question)) == about


def test_phrases_are_known_without_marks_and_single_words_are_not():
    assert told("dung hay sai", "dùng hãy sai") == []
    assert told("vung ai lang", "vùng ải lạng") == ["vung", "ai", "lang"]
