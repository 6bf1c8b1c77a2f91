"""The signs of a query: ``"words in quotes"`` and ``-word``. All else that is typed is words, whatever signs it has.

In a sentence of many words quotes are speech and a dash is a dash: ``"Trọng tài" là gì?`` typed as a whole question
would otherwise find nothing for one wrong letter between the quotes. So signs count in short queries only.
"""

import re
from dataclasses import dataclass, field

from portal.text import normalise
from search.language.words import words_of

#: Of more words outside the quotes a query is a sentence.
MOST_WORDS_WITH_SIGNS = 8
#: What is read of a query; a whole paragraph pasted is shorter.
MOST_LETTERS = 1_000
MOST_WORDS = 80

_QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]*)[\"“”„»]")
_EXCLUDED = re.compile(r"(?<!\S)-([^\W\d_][^\s\"“”„«»]*)")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a query says: its words (those of phrases too), and what must or must not be there.

    ``text`` is the query without its signs, in which numbers of documents are read.
    """

    words: tuple[str, ...]
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    text: str = field(default="", compare=False, repr=False)


def parse(query: str) -> Typed:
    """Read what was typed.

    >>> parse('"bốn tốt" chi bộ -đảng')
    Typed(words=('bốn', 'tốt', 'chi', 'bộ'), phrases=('bốn tốt',), excluded=('đảng',))
    >>> parse("10-CT/TW - “").words
    ('10', 'ct', 'tw')
    """
    text = normalise(query[:MOST_LETTERS])
    unquoted = _QUOTED.sub(" ", text)
    without_signs = _QUOTED.sub(r" \1 ", text)
    if len(words_of(unquoted)) > MOST_WORDS_WITH_SIGNS:
        return Typed(_first_words(without_signs), text=without_signs)
    phrases = tuple(phrase.strip() for phrase in _QUOTED.findall(text) if words_of(phrase))
    excluded = tuple(word for found in _EXCLUDED.findall(unquoted) for word in words_of(found))
    kept = _EXCLUDED.sub(" ", without_signs)
    return Typed(_first_words(kept), phrases, excluded, kept)


def _first_words(text: str) -> tuple[str, ...]:
    return tuple(words_of(text)[:MOST_WORDS])
