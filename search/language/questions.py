"""The words with which a question asks, beside those that say what it is about.

``Mức đóng đảng phí là bao nhiêu?`` is about dues; ``là bao nhiêu`` stands in no document that answers it, is therefore
rare, and would weigh more than the dues. Such words are not removed: an article may be called ``Đảng viên là ai?``.
They count less (``search.query.weights``).
"""

from collections.abc import Sequence

from search.language.words import canonical, may_mean, words_of

#: Anywhere in a query.
_ASKING = """
đúng hay sai | là đúng hay sai | đúng hay không | có đúng không | đúng không
là gì | là ai | là như thế nào | như thế nào | thế nào | ra sao | là bao nhiêu | bao nhiêu | bao lâu | bao giờ | mấy
khi nào | lúc nào | trường hợp nào | trong trường hợp nào | nào | nào sau đây | sau đây | dưới đây | ở đâu | đâu
vì sao | tại sao | làm sao | làm thế nào | bằng cách nào | gì | những gì | điều gì | ai | những ai
hay không | hay chưa | được không | phải không | có phải | cho biết | cho hỏi | xin hỏi | xin cho biết | hãy
"""
#: Only as the last word: in the midst of a query ``không`` denies and does not ask.
_ASKING_LAST = "không | chưa | vậy | sao | ạ | nhỉ"


def _phrases(listed: str) -> list[tuple[str, ...]]:
    phrases = {tuple(map(canonical, words_of(phrase))) for line in listed.splitlines() for phrase in line.split("|")}
    return sorted(phrases - {()}, key=len, reverse=True)


_PHRASES = _phrases(_ASKING)
_LAST = _phrases(_ASKING_LAST)


def asking(typed: Sequence[str], restored: Sequence[str]) -> list[bool]:
    """Which words only ask; ``restored`` are the canonical forms of ``typed``, with their marks.

    A phrase of several words is known without marks too; one word alone only with them, for ``ai`` may be ``ải``.

    >>> asking(["muc", "dong", "la", "bao", "nhieu"], list(map(canonical, ["mức", "đóng", "là", "bảo", "nhiều"])))
    [False, False, True, True, True]
    """
    found = [False] * len(typed)
    forms = list(map(canonical, typed))
    place = 0
    while place < len(forms):
        length = next(
            (len(phrase) for phrase in _PHRASES if _stands_at(place, phrase, forms, restored)),
            next((1 for phrase in _LAST if place == len(forms) - 1 and phrase == (restored[place],)), 0),
        )
        found[place : place + length] = [True] * length
        place += length or 1
    return found


def _stands_at(place: int, phrase: tuple[str, ...], forms: Sequence[str], restored: Sequence[str]) -> bool:
    end = place + len(phrase)
    if tuple(restored[place:end]) == phrase:
        return True
    return len(phrase) > 1 and end <= len(forms) and all(map(may_mean, forms[place:end], phrase))
