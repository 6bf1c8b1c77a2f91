"""Which words of a text are those of a query, so that a reader sees why it was found.

Words are found without their marks, so a text that has ``chí`` is among those found for ``chi``. Marked is only what
the query can mean: marks that were typed must be there, and where no mark is missing, a word without any is meant so.
Of a query typed without marks the likeliest forms alone are marked in a text that has most words in these forms.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from search.language.words import canonical, is_marked, may_mean, plain
from search.query.numbers import Named
from search.query.understanding import Understood


class Meant:
    """The words of a query and of its readings, as they may stand in texts."""

    def __init__(self, query: Understood) -> None:
        self._typed: defaultdict[str, set[str]] = defaultdict(set)
        self._likely: set[str] = set()
        self._is_exact = any(map(is_marked, query.words)) and list(query.words) == list(query.restored)
        for one in (query.beside_names, *query.readings):
            for word, restored in zip(one.words, one.restored, strict=True):
                self._typed[plain(canonical(word))].add(canonical(word))
                self._likely.add(canonical(restored))

    def can_be(self, written: str) -> bool:
        """Whether a word of a text can be one of the query's; what the query does not have at all may be."""
        form = _form(written)
        same = self._typed.get(plain(form))
        return same is None or any(self._means(typed, form) for typed in same)

    def chosen(self, written: Sequence[str]) -> list[bool]:
        """Which of these words of one text are marked."""
        forms = list(map(_form, written))
        present = {plain(form) for form in forms} & self._typed.keys()
        as_meant = {plain(form) for form in forms if form in self._likely}
        strict = 2 * len(as_meant) > len(present)
        return [
            self.can_be(word)
            and (form in self._likely or plain(form) not in self._typed or not (strict or plain(form) in as_meant))
            for word, form in zip(written, forms, strict=True)
        ]

    def _means(self, typed: str, form: str) -> bool:
        if self._is_exact and not is_marked(typed):
            return typed == form
        return may_mean(typed, form)


def numbers_of(named: Named) -> tuple[str, ...]:
    """How texts write the number that a query names: ``10 CT TW``, also where only ``chỉ thị 10`` was typed.

    >>> numbers_of(Named("10|CT|TW", is_exact=True)), numbers_of(Named("NQTW|4|XII", is_exact=True))
    (('10 CT TW',), ())
    >>> numbers_of(Named("CT|10", is_exact=False, code="CT", number="10"))
    ('10 CT TW',)
    """
    if named.key.startswith("NQTW|"):
        return ()
    key = named.key if named.is_exact else named.likely_key
    return (" ".join(key.replace("|", " ").split()),)


def phrases_of(query: Understood) -> list[str]:
    """The numbers that a query names, as texts may have them: rows of words that are marked as one."""
    return list(
        dict.fromkeys(phrase for named in query.named for phrase in (named.words, *numbers_of(named)) if phrase)
    )


def telling_words(query: Understood) -> list[str]:
    """The words that tell what the query is about, as typed; all where none does."""
    telling = [word for word, asks in zip(query.words, query.asks, strict=True) if not asks]
    return telling or list(query.words)


@lru_cache(maxsize=100_000)
def _form(word: str) -> str:
    return canonical(word.lower())
