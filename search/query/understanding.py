"""A query as it was meant: raw keys decoded, marks restored, the words that only ask told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, groupby
from typing import Any

from search.language.keys import decode
from search.language.questions import asking
from search.language.restoring import restore, written
from search.language.statistics import SyllableStatistics
from search.language.words import canonical, plain, spans_of
from search.query.numbers import MOST_WORDS_OF_A_NAME, Named, naming_in
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

    ``strange`` are the words that no text has, perhaps mistyped. ``named`` are the documents that the query names by
    number, ``naming`` the words that do. ``readings`` ask the same in other words; they have no readings of their own.
    """

    typed: Typed
    words: Sequence[str]
    restored: Sequence[str]
    asks: Sequence[bool]
    strange: Sequence[bool] = ()
    named: Sequence[Named] = ()
    naming: Sequence[bool] = ()
    readings: "Sequence[Understood]" = ()

    @property
    def telling(self) -> int:
        """How many words say what the query is about."""
        return len(self.words) - sum(self.asks)

    @property
    def is_short(self) -> bool:
        """Each word of it was chosen; of a sentence many were not."""
        return len(self.words) <= MOST_WORDS_OF_A_NAME

    @property
    def is_question(self) -> bool:
        """It is a question that somebody asks, not the words of what he looks for."""
        return any(self.asks) or self.typed.text.rstrip().endswith("?")

    @property
    def beside_names(self) -> "Understood":
        """The query without the words that name documents; a sentence keeps them, for there they are words as well."""
        if not (self.is_short and any(self.naming)):
            return self
        kept = [not naming for naming in self.naming]

        def rest(of: Sequence[Any]) -> list[Any]:
            return list(compress(of, kept))

        return replace(
            self, words=rest(self.words), restored=rest(self.restored), asks=rest(self.asks), strange=rest(self.strange),
            naming=[],
        )  # fmt: skip

    def runs(self, *, overlap: int = 0) -> Iterator[Run]:
        """The query in runs; those that ask with so many words of their neighbours, which their pairs need."""
        for asks, places in groupby(range(len(self.words)), key=self.asks.__getitem__):
            inside = list(places)
            beside = overlap if asks else 0
            first, end = max(0, inside[0] - beside), inside[-1] + 1 + beside
            yield Run(self.words[first:end], self.restored[first:end], asks)


#: Nothing is asked: for requests of which only the filters of access and clock are wanted.
NO_WORDS = Understood(Typed(()), [], [], [])


def understand(query: str, known: SyllableStatistics, synonyms: Synonyms = NONE) -> Understood:
    """Read ``query`` with the syllables that the texts have, and the synonyms that staff keep."""
    typed = parse(query)
    words = decode(typed.words, known)
    forms = restore(words, known)
    naming = naming_in(typed.text, len(words))
    meant = Understood(
        typed,
        words,
        written(words, forms, known),
        asking(words, forms),
        strange=[_is_strange(form, known) for form in forms],
        named=naming.named,
        naming=[
            any(start < last and first < end for first, last in naming.spans)
            for start, end in spans_of(typed.text)[: len(words)]
        ],
    )
    rest = meant.beside_names
    return replace(meant, readings=[_reading(meant, *other) for other in synonyms.readings(rest.words, rest.restored)])


def _reading(meant: Understood, words: Sequence[str], restored: Sequence[str]) -> Understood:
    """``meant`` in other words, without those that name documents."""
    asks = asking(words, list(map(canonical, restored)))
    return Understood(meant.typed, words, restored, asks, named=meant.named)


def _is_strange(form: str, known: SyllableStatistics) -> bool:
    """Whether the texts have no such syllable, with whatever marks: a name, or a slip of the fingers."""
    bare = plain(form)
    return bare.isalpha() and not known.forms(bare)
