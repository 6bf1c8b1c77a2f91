"""What a query asks of the database: the words and numbers in it as tokens, and which rows are wanted.

A number names its document in any spelling (``documents.references``), and is looked up by its key alone. Its parts are
not words: ``10-CT/TW`` is neither every text with a 10 in it nor every text with a CT. Where the query goes on after a
number, or a text spells it otherwise, the words beside the number count only where they stand beside it in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.references import Kind, find, parse_number
from search.contract import SearchRequest
from search.engines.database.storage import Wanted
from search.engines.database.tokens import CITED, NUMBER, TITLE, folded, folded_words, key_token, pairs_of
from search.language.words import canonical
from search.query.understanding import Understood

#: So many words and pairs of one query are looked up.
MOST_TOKENS = 60
_MOST_KEYS = 3
_YEARS = range(1930, 2100)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as tokens.

    ``words`` are all of it, each once, in order, ``telling`` those that do not only ask, ``sequence`` all with
    repetitions; ``forms`` the canonical form of each of ``words`` with its likely marks.
    """

    words: tuple[str, ...]
    telling: tuple[str, ...]
    sequence: tuple[str, ...]
    forms: tuple[str, ...]
    pairs: tuple[str, ...]
    beside_numbers: tuple[str, ...]
    """Pairs that must stand in a text for the digits of a number to mean anything."""
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    keys: tuple[str, ...]
    named_first: bool
    """The query begins with a number: it is a look-up, and its words are none."""
    years: frozenset[int]
    in_title: bool

    def __bool__(self) -> bool:
        return bool(self.words or self.keys)

    @property
    def fixed(self) -> tuple[str, ...]:
        """What each text must have: the words of the phrases, side by side."""
        tokens = [token for phrase in self.phrases for token in (pairs_of(phrase) or phrase)]
        return tuple(self.placed(tokens))

    def placed(self, tokens: Iterable[str]) -> Iterator[str]:
        """Tokens where they are looked for: in the title, or anywhere."""
        return (TITLE + token for token in tokens) if self.in_title else iter(tokens)

    def references(self) -> list[tuple[str, ...]]:
        """Groups of tokens of which each finds a document that was named, or a text that names it."""
        own = [(key_token(NUMBER, key), *self.fixed) for key in self.keys]
        cited = [(key_token(CITED, key), *self.fixed) for key in self.keys]
        return own if self.in_title else own + cited

    def every_word(self, more: Sequence[str] = ()) -> tuple[str, ...]:
        """All its words in one text, and ``more`` tokens."""
        words = self.telling or self.words
        return tuple(self.placed([*words, *self.beside_numbers, *more])) + self.fixed

    def wanted(self, groups: Iterable[tuple[str, ...]]) -> Wanted:
        return Wanted(tuple(groups), tuple(self.placed(self.excluded)))


def asked_by(request: SearchRequest) -> Asked:
    """The tokens of ``request``."""
    query = request.query
    told = _told(query)
    keys, named_first = _keys(query)
    sequence = tuple(word for word, _form, _asks in told)
    forms = {word: form for word, form, _asks in reversed(told)}
    words = tuple(dict.fromkeys(sequence))[:MOST_TOKENS]
    return Asked(
        words=words,
        telling=tuple(dict.fromkeys(word for word, _form, asks in told if not asks))[:MOST_TOKENS],
        sequence=sequence,
        forms=tuple(forms[word] for word in words),
        pairs=tuple(dict.fromkeys(pairs_of(sequence)))[:MOST_TOKENS],
        beside_numbers=_beside_numbers(sequence) if named_first else (),
        phrases=tuple(filter(None, (tuple(folded_words(phrase)) for phrase in query.typed.phrases))),
        excluded=tuple(filter(None, map(folded, query.typed.excluded))),
        keys=keys,
        named_first=named_first,
        years=frozenset(int(word) for word in words if word.isascii() and word.isdigit() and len(word) == len("2026"))
        & frozenset(_YEARS),
        in_title=request.title_only,
    )


def _told(query: Understood) -> list[tuple[str, str, bool]]:
    """Each word as it is looked up, its form with marks, and whether it only asks."""
    rows = zip(map(folded, query.words), map(canonical, query.restored), query.asks, strict=True)
    return [(word, form, asks) for word, form, asks in rows if word]


def _keys(query: Understood) -> tuple[tuple[str, ...], bool]:
    """The keys of the documents that are named, and whether the query begins with one."""
    for text in (query.typed.text, " ".join(query.words)):
        number = parse_number(text)
        if number and (number.code or number.year):
            return (number.key,), True
    keys = (mention.key for mention in find(query.typed.text) if mention.kind is not Kind.NAMED or mention.code)
    return tuple(dict.fromkeys(keys))[:_MOST_KEYS], False


def _beside_numbers(words: Sequence[str]) -> tuple[str, ...]:
    """The pairs around the first word with a digit in it: of ``10 ct tw`` 10 before CT, and CT before TW."""
    place = next((place for place, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if place is None:
        return ()
    before = words[max(0, place - 1) : place + 1]
    after = words[place : place + 3] if place == 0 else ()
    return tuple(pairs_of(before) + pairs_of(after))
