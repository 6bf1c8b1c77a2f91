"""Which rules a query falls under: words compared as search compares them, and never as strings.

Case, the place of a tone, i and y make no difference; marks may be left out when typing, and a rule that was written
without marks holds for words with any.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from search.language.words import canonical, is_marked, may_mean, plain, words_of

#: So many pages are pinned for one query, whatever rules it falls under.
MOST_PINNED = 20
MOST_EXCLUDED = 100

Form = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What holds for the ``queries``, each as it was written; ``contains``: also for longer ones that have its words.

    ``pinned`` and ``excluded`` are keys of entries. It holds from ``starts`` to ``ends``, both included.
    """

    queries: Sequence[str]
    contains: bool = False
    pinned: Sequence[str] = ()
    excluded: Sequence[str] = ()
    starts: dt.date | None = None
    ends: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        return (self.starts is None or self.starts <= day) and (self.ends is None or day <= self.ends)

    def shares_days_with(self, other: "Rule") -> bool:
        """Whether there is a day on which both hold."""
        begins = max(self.starts or dt.date.min, other.starts or dt.date.min)
        return begins <= min(self.ends or dt.date.max, other.ends or dt.date.max)


@dataclass(frozen=True, slots=True)
class Decided:
    """What the rules say of one query: keys of entries, those pinned in their order; none is both."""

    pinned: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


class Rules:
    """All rules, looked up by their words: hundreds cost a query no more than a few do."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._whole: defaultdict[Form, list[tuple[Form, Rule]]] = defaultdict(list)
        self._contained: defaultdict[str, list[tuple[Form, Rule]]] = defaultdict(list)
        for rule in rules:
            for form in filter(None, map(form_of, rule.queries)):
                if rule.contains:
                    self._contained[plain(form[0])].append((form, rule))
                else:
                    self._whole[_plain(form)].append((form, rule))

    def __bool__(self) -> bool:
        return bool(self._whole or self._contained)

    def decide(self, words: Sequence[str], day: dt.date) -> Decided:
        """What holds for a query of these words on ``day``: rules for the whole query first, then longer ones."""
        if not words or not self:
            return Decided()
        rules = list(dict.fromkeys(self._under(words, day)))
        excluded = dict.fromkeys(key for rule in rules for key in rule.excluded)
        pinned = dict.fromkeys(key for rule in rules for key in rule.pinned if key not in excluded)
        return Decided(tuple(pinned)[:MOST_PINNED], tuple(excluded)[:MOST_EXCLUDED])

    def _under(self, words: Sequence[str], day: dt.date) -> Iterator[Rule]:
        typed = tuple(map(canonical, words))
        bare = _plain(typed)
        for form, rule in self._whole.get(bare, ()):
            if rule.holds_on(day) and all(map(_fits, typed, form)):
                yield rule
        longest_first = sorted(self._sharing_a_word(bare), key=lambda one: -len(one[0]))
        for form, rule in longest_first:
            if rule.holds_on(day) and all(any(_fits(word, wanted) for word in typed) for wanted in form):
                yield rule

    def _sharing_a_word(self, bare: Form) -> Iterator[tuple[Form, Rule]]:
        for word in dict.fromkeys(bare):
            yield from self._contained.get(word, ())


def form_of(query: str) -> Form:
    """The words of a query as they are compared.

    >>> form_of("Sinh hoạt, kỳ HỌP") == form_of("sinh hoạt kì họp")
    True
    """
    return tuple(map(canonical, words_of(query)))


def _fits(typed: str, wanted: str) -> bool:
    if is_marked(wanted):
        return may_mean(typed, wanted)
    return plain(typed) == wanted


def _plain(form: Form) -> Form:
    return tuple(map(plain, form))
