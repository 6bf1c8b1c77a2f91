"""A query as it was meant: raw keys decoded, marks restored, the words that only ask told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from search.language.keys import decode
from search.language.questions import asking
from search.language.restoring import restore, written
from search.language.statistics import SyllableStatistics
from search.query.parsing import Typed, parse


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and all ask, or all say what the query is about."""

    words: Sequence[str]
    restored: Sequence[str]
    asks: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """``words`` as typed, decoded where they were raw keys; ``restored`` the same with their likely marks."""

    typed: Typed
    words: Sequence[str]
    restored: Sequence[str]
    asks: Sequence[bool]

    @property
    def telling(self) -> int:
        """How many words say what the query is about."""
        return len(self.words) - sum(self.asks)

    def runs(self, *, overlap: int = 0) -> Iterator[Run]:
        """The query in runs; those that ask with so many words of their neighbours, which their pairs need."""
        for asks, places in groupby(range(len(self.words)), key=self.asks.__getitem__):
            inside = list(places)
            beside = overlap if asks else 0
            first, end = max(0, inside[0] - beside), inside[-1] + 1 + beside
            yield Run(self.words[first:end], self.restored[first:end], asks)


def understand(query: str, known: SyllableStatistics) -> Understood:
    """Read ``query`` with the syllables that the texts have."""
    typed = parse(query)
    words = decode(typed.words, known)
    forms = restore(words, known)
    return Understood(typed, words, written(words, forms, known), asking(words, forms))
