"""What is typed so far, as it is looked up: whole words in each spelling they may have, and how the last one begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.text import fold, normalise
from search.language.keys import decode
from search.language.letters import FINAL_Y
from search.language.statistics import SyllableStatistics
from search.language.words import canonical, is_marked, may_mean, plain, split_tone, words_of
from search.query.numbers import naming_in

#: Who has typed more no longer looks for a title by its first words.
MOST_LETTERS, MOST_WORDS = 120, 10
#: One letter begins everything.
FEWEST_LETTERS = 2
_MOST_NUMBERS = 4
_LONGEST_NUMBER = 40

_TONE_KEYS = re.compile(r"(?<=[aeiouy])(ng|nh|ch|[cmnpt])?[srx]")
_DOUBLED_KEYS = re.compile(r"(?<!^)([aeo])\1|^([aeod])\2")
_BEGINS_WITH_NUMBER = re.compile(r"(?:so )?0*(?P<number>[1-9]\d{0,5})(?P<rest>[^\d].*|)")
_YEAR = re.compile(r"/(?P<year>(?:19|20)?\d{1,2}|(?:19|20)\d{2})(?!\d)(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Begun:
    """``words`` are those typed whole, each in the folded spellings it may have; the first is the likeliest.

    ``beginnings`` are those of the word that is being typed; none after a space. ``numbers`` are folded beginnings of
    the keys of documents, the more exact first. ``marked`` are the words that were typed with marks.
    """

    words: tuple[tuple[str, ...], ...] = ()
    beginnings: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.beginnings)

    @property
    def line(self) -> str:
        """The words in their likeliest spelling."""
        return " ".join([*(spellings[0] for spellings in self.words), *self.beginnings[:1]])


def begun(text: str, known: SyllableStatistics) -> Begun:
    """Read what is typed so far, with the syllables that the texts have.

    >>> begun("Sinh hoạt ch", SyllableStatistics({}, {}, {}))
    Begun(words=(('sinh',), ('hoat',)), beginnings=('ch',), numbers=(), marked=('hoat\u0323',))
    >>> begun("10-c", SyllableStatistics({}, {}, {})).numbers
    ('10|c',)
    """
    text = normalise(text[:MOST_LETTERS])
    typed = words_of(text)[:MOST_WORDS]
    if sum(map(len, typed)) < FEWEST_LETTERS:
        return Begun()
    meant = decode(typed, known)
    is_whole = not text[-1:].isalnum()
    last = len(typed) if is_whole else len(typed) - 1
    return Begun(
        words=tuple(_spellings(typed[place], meant[place], known) for place in range(last)),
        beginnings=() if is_whole else tuple(_beginnings(typed[-1], meant[-1], known)),
        numbers=tuple(_numbers(text, len(typed)))[:_MOST_NUMBERS],
        marked=tuple(filter(is_marked, map(canonical, meant))),
    )


def _spellings(typed: str, meant: str, known: SyllableStatistics) -> tuple[str, ...]:
    """The word as it was meant, as it was typed, and without what may be keys of Telex."""
    found = dict.fromkeys((fold(meant), fold(typed)))
    if not known.forms(plain(typed)):
        found[fold(without_keys(typed))] = None
    return tuple(filter(None, found))


def _beginnings(typed: str, meant: str, known: SyllableStatistics) -> Iterator[str]:
    """Folded, a y at the end is an i; begun, it may go on: ``quy`` is the beginning of ``quyết``."""
    for spelling in _spellings(typed, meant, known):
        yield spelling
        if spelling.endswith("i") and typed.endswith(FINAL_Y):
            yield f"{spelling[:-1]}y"


def without_keys(word: str) -> str:
    """A word as it would be without marks, if it was typed in keys of Telex, half of it too.

    >>> [without_keys(word) for word in ("ddangr", "quyeets", "nguwowif", "hoatj", "chir", "tuw", "chi")]
    ['dang', 'quyet', 'nguoi', 'hoat', 'chi', 'tu', 'chi']
    """
    if not (word.isascii() and word.isalpha()):
        return word
    plain_letters = re.sub(r"(?<=[auo])w|[fjz]", "", word).replace("w", "u")
    single = _DOUBLED_KEYS.sub(lambda found: found[1] or found[2], plain_letters)
    return _TONE_KEYS.sub(lambda found: found[1] or "", single)


def _numbers(text: str, words: int) -> Iterator[str]:
    """
    >>> list(_numbers("chỉ thị 1", 3)), list(_numbers("30/20", 2)), list(_numbers("10 ct tw", 3))
    (['ct|1'], ['30/20'], ['10|ct|tw', '10|ct-tw'])
    """
    found: dict[str, None] = {}
    for named in naming_in(text, words).named:
        found[_folded(named.key)] = None
    line = " ".join(fold(text).split())
    began = _BEGINS_WITH_NUMBER.fullmatch(line)
    if began:
        number, rest = began["number"], began["rest"]
        year = _YEAR.match(rest)
        if year:
            number, rest = f"{number}/{year['year']}", year["rest"]
        parts = re.findall(r"[a-z0-9]+", rest)[:4]
        for sign in ("|", "-"):
            beginning = "|".join([number, sign.join(parts)]) if parts else number
            found[beginning[:_LONGEST_NUMBER]] = None
    yield from found


def _folded(key: str) -> str:
    return re.sub(r"[^a-z0-9|/-]+", "-", fold(key))[:_LONGEST_NUMBER]


def has_marks_of(text: str, begun: Begun) -> bool:
    """Whether each word typed with marks is in ``text`` so, or begins a word of it: ``bán`` is not ``bạn``.

    >>> typed = Begun(marked=(canonical("bán"),))
    >>> has_marks_of("Bán hàng", typed), has_marks_of("Bạn cũ", typed), has_marks_of("Bạn cũ", Begun())
    (True, False, True)
    >>> has_marks_of("Sinh hoạt", Begun(marked=(canonical("hoạ"),)))
    True
    """
    forms = [split_tone(canonical(word)) for word in words_of(text)] if begun.marked else []
    return all(any(_begins_with_marks(form, word) for form in forms) for word in begun.marked)


def _begins_with_marks(form: tuple[str, str], typed: str) -> bool:
    letters, tone = form
    return may_mean(typed, letters[: len(split_tone(typed)[0])] + tone)


def begins_like(words: Sequence[str], begun: Begun) -> bool:
    """Whether a title of these folded words begins as typed.

    >>> begins_like(["sinh", "hoat", "chi", "bo"], Begun((("sinh",),), ("ho",)))
    True
    """
    whole = len(begun.words)
    if len(words) < whole + bool(begun.beginnings):
        return False
    if not all(word in spellings for word, spellings in zip(words, begun.words, strict=False)):
        return False
    return not begun.beginnings or words[whole].startswith(begun.beginnings)
