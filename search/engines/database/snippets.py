"""What is shown of a text that was found: the piece with most of the words, as it was written, the words marked."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from search.contract import Snippet
from search.engines.database.tokens import folded
from search.entries import Passage
from search.query.marking import Meant

_WORD = re.compile(r"[^\W_]+")
#: Of a text so many letters are looked through, and so many words shown.
_MOST_LETTERS = 60_000
_SHOWN, _BEFORE = 40, 8
_TITLE_LETTERS = 500
#: Stands for the number of a document among the words, and is worth more than all of these.
_NUMBER, _NUMBER_WORTH = "#", 1_000.0


@dataclass(frozen=True, slots=True)
class Sought:
    """The words to be marked and what each is worth, and the numbers of documents, as rows of words.

    ``meant`` tells which words of a text are those of the query.
    """

    weights: Mapping[str, float]
    meant: Meant
    numbers: Sequence[tuple[str, ...]] = ()

    def found(self, written: str) -> str:
        """The word that ``written`` is one of, "" for none."""
        word = folded(written.lower())
        return word if word in self.weights and self.meant.can_be(written) else ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A snippet and what it is worth: the weight of the different words in it."""

    snippet: Snippet
    worth: float


def marked(text: str, sought: Sought) -> Snippet:
    """The whole of a short text."""
    text = text[:_TITLE_LETTERS]
    return Snippet(text, _marks(text, sought))


def best_piece(text: str, sought: Sought) -> Piece:
    """The window of ``text`` with the most telling words; its beginning where it has none.

    Where a document's number stands, that is the piece.
    """
    text = text[:_MOST_LETTERS]
    words = [match.span() for match in _WORD.finditer(text)]
    found = ((place, sought.found(text[start:end])) for place, (start, end) in enumerate(words))
    hits = [(place, word) for place, word in found if word]
    numbers = [(first, _NUMBER) for first, _last in _numbers(text, words, sought)]
    first, worth = _window(sorted(hits + numbers), {**sought.weights, _NUMBER: _NUMBER_WORTH})
    if not words:
        return Piece(Snippet(text.strip()[:_TITLE_LETTERS]), 0.0)
    begin = max(0, first - _BEFORE)
    last = min(len(words), begin + _SHOWN) - 1
    start, end = (0 if begin == 0 else words[begin][0]), (len(text) if last == len(words) - 1 else words[last][1])
    shown = " ".join(text[start:end].split())
    return Piece(Snippet(shown, _marks(shown, sought)), worth)


def _marks(text: str, sought: Sought) -> list[tuple[int, int]]:
    words = [match.span() for match in _WORD.finditer(text)]
    numbers = [(words[first][0], words[last][1]) for first, last in _numbers(text, words, sought)]
    places = [(start, end) for start, end in words if sought.found(text[start:end])]
    chosen = compress(places, sought.meant.chosen([text[start:end] for start, end in places]))
    inside = [place for place in chosen if not any(first <= place[0] < last for first, last in numbers)]
    return sorted(inside + numbers)


def _numbers(text: str, words: Sequence[tuple[int, int]], sought: Sought) -> list[tuple[int, int]]:
    """Where numbers of documents stand, as first and last word, none inside another."""
    if not sought.numbers:
        return []
    written = [folded(text[start:end].lower()) for start, end in words]
    found: list[tuple[int, int]] = []
    place = 0
    while place < len(written):
        length = next((len(row) for row in sought.numbers if tuple(written[place : place + len(row)]) == row), 0)
        if length:
            found.append((place, place + length - 1))
        place += length or 1
    return found


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


def best_passage(passages: Iterable[Passage], sought: Sought, least: float) -> tuple[Passage, Piece] | None:
    """The page of a file with the best piece, if that is worth more than ``least``."""
    best: tuple[Passage, Piece] | None = None
    for passage in passages:
        piece = best_piece(passage.text, sought)
        if piece.worth > (best[1].worth if best else least) + 1e-9:
            best = passage, piece
    return best
