"""A query as it was meant: raw keys decoded, marks restored, the words that only ask told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from search.language.keys import decode
from search.language.questions import asking
from search.language.restoring import restore, written
from search.language.statistics import SyllableStatistics
from search.language.words import canonical
from search.query.parsing import Typed, parse
from search.query.synonyms import NONE, Synonyms


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stand together and all ask, or all say what the query is about."""

    words: Sequence[str]
    restored: Sequence[str]
    asks: bool


@dataclass(frozen=True, slots=True)
class Understood:
    """``words`` as typed, decoded where they were raw keys; ``restored`` the same with their likely marks.

    ``readings`` ask the same in other words; they have no readings of their own.
    """

    typed: Typed
    words: Sequence[str]
    restored: Sequence[str]
    asks: Sequence[bool]
    readings: "Sequence[Understood]" = ()

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


def understand(query: str, known: SyllableStatistics, synonyms: Synonyms = NONE) -> Understood:
    """Read ``query`` with the syllables that the texts have, and the synonyms that staff keep."""
    typed = parse(query)
    words = decode(typed.words, known)
    restored = written(words, restore(words, known), known)
    readings = [_read(typed, *reading) for reading in synonyms.readings(words, restored)]
    return replace(_read(typed, words, restored), readings=readings)


def _read(typed: Typed, words: Sequence[str], restored: Sequence[str]) -> Understood:
    return Understood(typed, words, restored, asking(words, list(map(canonical, restored))))
