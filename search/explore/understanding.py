"""What was understood of a query, as plain values to show."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from search.explore.numbers import decimals
from search.language.statistics import SyllableStatistics
from search.language.words import canonical, plain
from search.query.numbers import Named
from search.query.understanding import Understood
from search.query.weights import weights_for

#: So many other marks of one syllable are told, the commonest.
MOST_FORMS = 4


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as typed, as read, and what else it could have meant. ``notes`` say what is special about it."""

    typed: str
    read: str
    meant: str
    others: Sequence[str]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


def words_in(query: Understood, known: SyllableStatistics) -> list[Word]:
    """The words in their order. Of the texts' syllables is told what they are, never how often they stand there."""
    typed = query.typed.words
    strange = query.strange or [False] * len(query.words)
    naming = query.naming or [False] * len(query.words)
    found = []
    for place, (read, meant) in enumerate(zip(query.words, query.restored, strict=True)):
        forms = sorted(known.forms(plain(canonical(read))), key=known.count, reverse=True)
        others = [known.spelling(form) for form in forms if form != canonical(meant)][:MOST_FORMS]
        written = typed[place] if len(typed) == len(query.words) else read
        notes = [
            note
            for holds, note in (
                (read != written, pgettext("word of a query", "typed in raw keys")),
                (canonical(read) != canonical(meant), pgettext("word of a query", "marks restored")),
                (naming[place], pgettext("word of a query", "names a document")),
                (query.asks[place], pgettext("word of a query", "only asks")),
                (strange[place], pgettext("word of a query", "in no text: perhaps a slip")),
            )
            if holds
        ]
        found.append(Word(written, read, meant, others, notes))
    return found


def facts_of(query: Understood, words: str) -> Iterator[Fact]:
    """What is to know of the whole query; ``words`` is what was typed."""
    yield Fact(_("Read as"), query.typed.text.strip() or words)
    if query.typed.phrases:
        yield Fact(_("Phrases that must be there"), "; ".join(f"“{phrase}”" for phrase in query.typed.phrases))
    if query.typed.excluded:
        yield Fact(_("Words that must not be there"), ", ".join(query.typed.excluded))
    for named in query.named:
        yield Fact(_("Names a document"), _number(named))
    for reading in query.readings:
        yield Fact(_("Also asked as"), " ".join(reading.restored))
    if query.is_question:
        yield Fact(_("Is a question"), _("any of its words will do"))
    yield Fact(_("Words that say what it is about"), str(query.telling))


def weights_of(query: Understood) -> list[Fact]:
    """The weights of the readings, which the number of telling words decides."""
    weights = weights_for(query.beside_names.telling)
    told = (
        (pgettext("part of a score", "Syllables"), weights.syllables),
        (pgettext("part of a score", "With marks"), weights.accented),
        (pgettext("part of a score", "Pairs"), weights.pairs),
        (pgettext("part of a score", "Pairs with marks"), weights.accented_pairs),
        (pgettext("part of a score", "Pairs of the title"), weights.title_pairs),
    )
    return [Fact(label, decimals(weight, 3)) for label, weight in told]


def _number(named: Named) -> str:
    key = named.key if named.is_exact else f"{named.key} ({_('likeliest')}: {named.likely_key})"
    beside = [str(named.year or ""), named.date, named.term, named.body]
    return " · ".join(filter(None, [named.words, key, *beside]))
