"""What a query asks of the database: the words and numbers in it as tokens, and which rows are wanted.

What the query means is told by ``search.query.understanding``: the documents that it names by number are looked up by
their keys, the words beside those as words, and each of its readings is one more row of words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from search.contract import SearchRequest
from search.engines.database.slips import respelt
from search.engines.database.storage import Wanted
from search.engines.database.tokens import CITED, NUMBER, TITLE, folded, folded_words, key_token, pairs_of
from search.language.words import canonical
from search.query.numbers import Named
from search.query.understanding import Understood

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from search.models import SearchRow

#: So many words and pairs of one query are looked up.
MOST_TOKENS = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a query, or others that ask the same, as they are looked up.

    ``words`` are each once, in order; ``telling`` those that do not only ask; ``sequence`` all with repetitions;
    ``required`` those that must be there where all must; ``forms``: the canonical form of each with its likely marks;
    ``asking``: the words that only ask, and the pairs with one of these.
    """

    words: tuple[str, ...]
    telling: tuple[str, ...]
    sequence: tuple[str, ...]
    required: tuple[str, ...]
    forms: Mapping[str, str]
    pairs: tuple[str, ...]
    asking: frozenset[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as tokens. ``readings``: its own words first, none where only a number was typed."""

    readings: tuple[Reading, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    named: tuple[Named, ...]
    is_short: bool
    is_question: bool
    in_title: bool

    def __bool__(self) -> bool:
        return bool(self.readings or self.named)

    @property
    def fixed(self) -> tuple[str, ...]:
        """What each text must have: the words of the phrases, side by side."""
        tokens = [token for phrase in self.phrases for token in (pairs_of(phrase) or phrase)]
        return tuple(self.placed(tokens))

    @property
    def tokens(self) -> tuple[str, ...]:
        """All words and pairs of all readings, each once."""
        return tuple(dict.fromkeys(token for one in self.readings for token in (*one.words, *one.pairs)))

    def placed(self, tokens: Iterable[str]) -> Iterator[str]:
        """Tokens where they are looked for: in the title, or anywhere."""
        return (TITLE + token for token in tokens) if self.in_title else iter(tokens)

    def references(self) -> list[tuple[str, ...]]:
        """Groups of tokens of which each finds a document that was named, or a text that names it."""
        marks = [NUMBER] if self.in_title else [NUMBER, CITED]
        return [(key_token(mark, named.key), *self.fixed) for mark in marks for named in self.named]

    def every_word(self) -> list[tuple[str, ...]]:
        """All words of a reading in one text, for each reading."""
        return [(*self.placed(one.required), *self.fixed) for one in self.readings]

    def titled(self) -> list[tuple[str, ...]]:
        """All words of a reading in the title."""
        return [(*(TITLE + word for word in one.required), *self.fixed) for one in self.readings]

    def side_by_side(self) -> list[tuple[str, ...]]:
        """All words of a reading, one beside the other."""
        return [
            (*self.placed([*one.required, *one.pairs]), *self.fixed) for one in self.readings if len(one.telling) > 1
        ]

    def wanted(self, groups: Iterable[tuple[str, ...]]) -> Wanted:
        return Wanted(tuple(groups), tuple(self.placed(self.excluded)))


def asked_by(request: SearchRequest, rows: "QuerySet[SearchRow]") -> Asked:
    """The tokens of ``request``, in the spellings that ``rows`` have, which the visitor may find."""
    query = request.query
    rest = query.beside_names
    readings = [one for one in map(_reading, (*respelt(rest, rows), *query.readings)) if one.words]
    return Asked(
        readings=tuple(readings),
        phrases=tuple(filter(None, (tuple(folded_words(phrase)) for phrase in query.typed.phrases))),
        excluded=tuple(filter(None, map(folded, query.typed.excluded))),
        named=tuple(query.named),
        is_short=query.is_short,
        is_question=query.is_question,
        in_title=request.title_only,
    )


def _reading(query: Understood) -> Reading:
    forms = map(canonical, query.restored)
    told = [row for row in zip(map(folded, query.words), forms, query.asks, strict=True) if row[0]]
    sequence = tuple(word for word, _form, _asks in told)
    words = tuple(dict.fromkeys(sequence))[:MOST_TOKENS]
    telling = tuple(dict.fromkeys(word for word, _form, asks in told if not asks))[:MOST_TOKENS]
    asking = frozenset(words) - frozenset(telling)
    for (pair,), asks in zip(map(pairs_of, pairwise(sequence)), pairwise(row[2] for row in told), strict=True):
        if any(asks):
            asking |= {pair}
    return Reading(
        words=words,
        telling=telling,
        sequence=sequence,
        required=telling or words,
        forms={word: form for word, form, _asks in reversed(told)},
        pairs=tuple(dict.fromkeys(pairs_of(sequence)))[:MOST_TOKENS],
        asking=asking,
    )
