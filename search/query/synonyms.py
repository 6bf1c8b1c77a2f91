"""Words that mean the same, exchanged while a query is read: ``BTV`` also asks for ``ban thường vụ``.

Expanded at query time and never in the index, so that a group which staff change counts from the next search on.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.language.words import canonical, may_mean, plain, words_of

#: So many other readings of one query are asked beside it; each costs as much as the query itself.
MOST_READINGS = 3

Term = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The words from ``start`` to ``end`` are a term; ``others`` mean the same."""

    start: int
    end: int
    others: Sequence[Term]


class Synonyms:
    """Groups of terms that mean the same; a term may be in several groups (``CB``: cán bộ, chi bộ)."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._others: defaultdict[Term, list[Term]] = defaultdict(list)
        for group in groups:
            terms = [term for written in group if (term := tuple(words_of(written)))]
            for term in terms:
                self._others[_form(term)] += [other for other in terms if _form(other) != _form(term)]
        self._longest = max(map(len, self._others), default=0)
        self._by_plain: defaultdict[tuple[str, ...], list[Term]] = defaultdict(list)
        for form in self._others:
            self._by_plain[_plain(form)].append(form)

    def found_in(self, words: Sequence[str], restored: Sequence[str]) -> list[Found]:
        """The terms in a query, the longest at each place, none inside another."""
        found: list[Found] = []
        place = 0
        while place < len(words):
            term = self._at(place, words, restored)
            place = term.end if term else place + 1
            found += [term] if term else []
        return found

    def _at(self, place: int, words: Sequence[str], restored: Sequence[str]) -> Found | None:
        for length in range(min(self._longest, len(words) - place), 0, -1):
            end = place + length
            typed, meant = _form(words[place:end]), _form(restored[place:end])
            for form in self._by_plain.get(_plain(typed), ()):
                if meant == form or (length > 1 and all(map(may_mean, typed, form))):
                    return Found(place, end, self._others[form])
        return None

    def readings(self, words: Sequence[str], restored: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
        """Other words for the same query, each as typed and with marks: every term exchanged for its next synonym."""
        found = self.found_in(words, restored)
        for turn in range(min(MOST_READINGS, max((len(term.others) for term in found), default=0))):
            yield _exchanged(words, found, turn), _exchanged(restored, found, turn)


def _exchanged(words: Sequence[str], found: Sequence[Found], turn: int) -> list[str]:
    exchanged: list[str] = []
    place = 0
    for term in found:
        exchanged += [*words[place : term.start], *term.others[turn % len(term.others)]]
        place = term.end
    return [*exchanged, *words[place:]]


def _form(words: Sequence[str]) -> Term:
    return tuple(map(canonical, words))


def _plain(form: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(plain, form))


NONE = Synonyms()
