"""What a query asks of the database: the words and numbers in it as tokens, and which rows are wanted.

A number names its document in any spelling (``documents.references``), and is looked up by its key alone. Its parts are
not words: ``10-CT/TW`` is neither every text with a 10 in it nor every text with a CT. What the query says beside the
number is words: *quy định 76 nơi cư trú* also finds what followed that document.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from documents.references import Kind, Number, find, parse_number
from search.contract import SearchRequest
from search.engines.database.storage import Wanted
from search.engines.database.tokens import CITED, NUMBER, TITLE, folded, folded_words, key_token, pairs_of
from search.language.words import canonical
from search.query.understanding import Understood

#: So many words and pairs of one query are looked up.
MOST_TOKENS = 60
_MOST_KEYS = 3
_YEARS = frozenset(map(str, range(1930, 2100)))


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as tokens.

    ``words`` are those beside a number with which it begins, each once, in order; ``telling`` those that do not only
    ask; ``sequence`` all with repetitions; ``forms`` has the canonical form of each word with its likely marks,
    ``typed`` as it was typed, those of the number included.
    """

    words: tuple[str, ...]
    telling: tuple[str, ...]
    sequence: tuple[str, ...]
    forms: Mapping[str, str]
    typed: Mapping[str, str]
    pairs: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]
    excluded: tuple[str, ...]
    keys: tuple[str, ...]
    cited: tuple[str, ...]
    """The keys by which texts name these documents."""
    named: Number | None
    """The number with which the query begins."""
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
        cited = [(key_token(CITED, key), *self.fixed) for key in self.cited]
        return own if self.in_title else own + cited

    def every_word(self, more: Sequence[str] = ()) -> tuple[str, ...]:
        """All its words in one text, and ``more`` tokens."""
        words = self.telling or self.words
        return (*self.placed([*words, *more]), *self.fixed) if words else ()

    def wanted(self, groups: Iterable[tuple[str, ...]]) -> Wanted:
        return Wanted(tuple(groups), tuple(self.placed(self.excluded)))


def asked_by(request: SearchRequest) -> Asked:
    """The tokens of ``request``."""
    query = request.query
    told = _told(query)
    named = _named(query)
    keys = (named.key,) if named else _mentioned(query)
    beside = told[_end_of(named, [word for word, *_rest in told]) :] if named else told
    years = frozenset(word for word, *_rest in beside if word in _YEARS) if named else frozenset()
    beside = [one for one in beside if one[0] not in years]
    sequence = tuple(word for word, *_rest in beside)
    return Asked(
        words=tuple(dict.fromkeys(sequence))[:MOST_TOKENS],
        telling=tuple(dict.fromkeys(word for word, _typed, _form, asks in beside if not asks))[:MOST_TOKENS],
        sequence=sequence,
        forms={word: form for word, _typed, form, _asks in reversed(told)},
        typed={word: typed for word, typed, _form, _asks in reversed(told)},
        pairs=tuple(dict.fromkeys(pairs_of(sequence)))[:MOST_TOKENS],
        phrases=tuple(filter(None, (tuple(folded_words(phrase)) for phrase in query.typed.phrases))),
        excluded=tuple(filter(None, map(folded, query.typed.excluded))),
        keys=keys,
        cited=tuple(dict.fromkeys([*keys, *_likely(named)])),
        named=named,
        years=frozenset(map(int, years)),
        in_title=request.title_only,
    )


def _told(query: Understood) -> list[tuple[str, str, str, bool]]:
    """Each word as it is looked up, as it was typed, with its likely marks, and whether it only asks."""
    forms, typed = map(canonical, query.restored), map(canonical, query.words)
    rows = zip(map(folded, query.words), typed, forms, query.asks, strict=True)
    return [row for row in rows if row[0]]


def _named(query: Understood) -> Number | None:
    """The number with which the query begins; a bare one names nothing."""
    for text in (query.typed.text, " ".join(query.words)):
        number = parse_number(text)
        if number and (number.code or number.year):
            return number
    return None


def _likely(named: Number | None) -> Iterator[str]:
    """As texts name what was typed by type and number alone: with its issuer, else as of the centre."""
    if named and named.kind is Kind.NAMED:
        yield f"{named.number}|{named.code}|{named.issuer or 'TW'}"


def _mentioned(query: Understood) -> tuple[str, ...]:
    """The keys of documents that a sentence names."""
    return tuple(dict.fromkeys(mention.key for mention in find(query.typed.text)))[:_MOST_KEYS]


def _end_of(named: Number, words: Sequence[str]) -> int:
    """How many of ``words`` say the number: up to its digits, and what of its symbol and term comes after them."""
    place = next((place for place, word in enumerate(words) if any(map(str.isdigit, word))), 0) + 1
    symbol = f"{named.code or ''} {named.issuer or ''} {named.symbol or ''} {named.year or ''} {named.term or ''}"
    parts = set(folded_words(symbol)) | ({"khoa", *words[place + 1 : place + 2]} if named.term else set())
    while place < len(words) and words[place] in parts:
        place += 1
    return place
