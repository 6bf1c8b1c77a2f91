"""What is shown of a text that was found: the piece with most of the words, as it was written, the words marked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.contract import Snippet
from search.engines.database.tokens import folded
from search.entries import Passage

_WORD = re.compile(r"[^\W_]+")
#: Of a text so many letters are looked through, and so many words shown.
_MOST_LETTERS = 60_000
_SHOWN, _BEFORE = 40, 8
_TITLE_LETTERS = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """A snippet and what it is worth: the weight of the different words in it."""

    snippet: Snippet
    worth: float


def marked(text: str, weights: Mapping[str, float]) -> Snippet:
    """The whole of a short text."""
    text = text[:_TITLE_LETTERS]
    return Snippet(text, _joined(text, [(start, end) for start, end, _word in _found(text, weights)]))


def best_piece(text: str, weights: Mapping[str, float]) -> Piece:
    """The window of ``text`` with the most telling words; its beginning where it has none.

    >>> best_piece("Đảng uỷ họp. Chi bộ sinh hoạt.", {"chi": 1.0, "bo": 1.0}).snippet.marks
    [(13, 19)]
    """
    text = text[:_MOST_LETTERS]
    words = [match.span() for match in _WORD.finditer(text)]
    hits = [
        (place, word)
        for place, word in enumerate(folded(text[start:end].lower()) for start, end in words)
        if word in weights
    ]
    first, worth = _window(hits, weights)
    if not words:
        return Piece(Snippet(text.strip()[:_TITLE_LETTERS]), 0.0)
    begin = max(0, first - _BEFORE)
    last = min(len(words), begin + _SHOWN) - 1
    start, end = (0 if begin == 0 else words[begin][0]), (len(text) if last == len(words) - 1 else words[last][1])
    shown = " ".join(text[start:end].split())
    return Piece(Snippet(shown, _joined(shown, [(s, e) for s, e, _word in _found(shown, weights)])), worth)


def _window(hits: Sequence[tuple[int, str]], weights: Mapping[str, float]) -> tuple[int, float]:
    """Where the best window begins, and what it is worth: each word once, and a little for every repetition."""
    best, worth = (hits[0][0], 0.0) if hits else (0, 0.0)
    inside: dict[str, int] = {}
    value, left = 0.0, 0
    for place, word in hits:
        inside[word] = inside.get(word, 0) + 1
        value += weights[word] if inside[word] == 1 else 0.01
        while hits[left][0] <= place - (_SHOWN - _BEFORE):
            gone = hits[left][1]
            inside[gone] -= 1
            value -= weights[gone] if not inside[gone] else 0.01
            left += 1
        if value > worth + 1e-9:
            best, worth = hits[left][0], value
    return best, worth


def _found(text: str, weights: Mapping[str, float]) -> Iterator[tuple[int, int, str]]:
    for match in _WORD.finditer(text):
        word = folded(match.group().lower())
        if word in weights:
            yield *match.span(), word


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with nothing but spaces between them as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and text[joined[-1][1] : start] == " ":
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def best_passage(
    passages: Iterable[Passage], weights: Mapping[str, float], least: float
) -> tuple[Passage, Piece] | None:
    """The page of a file with the best piece, if that is worth more than ``least``."""
    best: tuple[Passage, Piece] | None = None
    for passage in passages:
        piece = best_piece(passage.text, weights)
        if piece.worth > (best[1].worth if best else least) + 1e-9:
            best = passage, piece
    return best
