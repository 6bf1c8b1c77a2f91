"""Phrases as they stand in the texts: longer than pairs, and with the marks that were typed in them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from search.engines.database import storage
from search.engines.database.asking import Asked
from search.engines.database.tokens import Lines
from search.engines.database.writing import page_at
from search.language.words import canonical, is_marked, may_mean, words_of
from search.models import SearchWords, StoredEntry
from search.query.understanding import Understood

Phrase = Sequence[str]
#: Of longer texts the rest is not compared with marks.
_MOST_LETTERS = 200_000


def marked(query: Understood) -> list[Phrase]:
    """The phrases in which marks were typed, as canonical forms."""
    phrases = ([canonical(word) for word in words_of(phrase)] for phrase in query.typed.phrases)
    return [phrase for phrase in phrases if any(map(is_marked, phrase))]


def compared(places: Sequence[int], asked: Asked, with_marks: Sequence[Phrase]) -> list[int] | None:
    """Those of ``places`` whose texts have the phrases; ``None`` where tokens said all there is to say."""
    long = [f" {' '.join(phrase)} " for phrase in asked.phrases if len(phrase) > 2]
    if not long and not with_marks:
        return None
    kept = list(places)
    if long:
        rows = storage.as_set(SearchWords.objects.all(), kept, "row")
        having = {row.row_id for row in rows if _has_all(_lines(row, asked.in_title), long)}
        kept = [place for place in kept if place in having]
    if with_marks:
        entries = StoredEntry.objects.filter(pk__in=[page_at(place) for place in kept]).prefetch_related("passages")
        fitting = {row.pk for row in entries if _are_in(with_marks, _texts(row, asked.in_title))}
        kept = [place for place in kept if page_at(place) in fitting]
    return kept


def _lines(row: SearchWords, in_title: bool) -> Iterator[str]:
    lines = Lines.read(bytes(row.words), bytes(row.rest))
    yield lines.title
    if not in_title:
        yield lines.summary
        yield " ".join((lines.body, *lines.rest[:1]))  # the body goes on in the first of the rest
        yield from lines.rest[1:]


def _has_all(lines: Iterator[str], phrases: Sequence[str]) -> bool:
    texts = [f" {line} " for line in lines]
    return all(any(phrase in text for text in texts) for phrase in phrases)


def _texts(row: StoredEntry, in_title: bool) -> list[list[str]]:
    entry = row.entry()
    texts = [entry.title]
    if not in_title:
        texts += [entry.summary, entry.about, entry.body, *(passage.text for passage in entry.passages)]
    return [[_form(word) for word in words_of(text[:_MOST_LETTERS])] for text in texts if text]


def _are_in(phrases: Sequence[Phrase], texts: Sequence[Sequence[str]]) -> bool:
    def stands(phrase: Phrase) -> bool:
        return any(_stands_in(phrase, words) for words in texts)

    return all(map(stands, phrases))


def _stands_in(phrase: Phrase, words: Sequence[str]) -> bool:
    """Whether ``words`` have ``phrase``, its missing marks forgiven."""
    last = len(words) - len(phrase)
    first = phrase[0]
    return any(
        _means(first, words[place]) and all(map(_means, phrase[1:], words[place + 1 : place + len(phrase)]))
        for place in range(last + 1)
    )


@lru_cache(maxsize=100_000)
def _means(typed: str, written: str) -> bool:
    return may_mean(typed, written)


@lru_cache(maxsize=100_000)
def _form(word: str) -> str:
    return canonical(word)
