"""Of what is like a story the best few: near in section and time, and none that tells the same story once more."""

import zlib
from collections.abc import Sequence

from django.utils import timezone

from portal.access.restrictions import STEP
from portal.access.tokens import PUBLIC, Tokens
from search.contract import EngineUnavailable
from search.engines.elastic.client import is_configured
from search.entries import Entry
from search.language.learning import known_syllables
from search.language.words import words_of
from search.models import StoredEntry
from search.related.contract import MOST_LIKELY, Alike, Likely, Relating
from search.related.database import DatabaseRelating
from search.related.elastic import ElasticRelating
from search.related.telling import MOST_LETTERS, telling_pairs

#: So many are kept: more than are shown, since some may be closed or taken down by then.
KEPT = 12
#: What an entry has at least of the score of the best: what is less like it is not related at all.
_LEAST = 0.25
_SECTION, _DATE = 0.15, 0.25
_YEAR = 365.25
#: Of rows of four words so large a share of the shorter text is the same story.
_SAME_STORY = 0.6
_ROW = 4


def related_to(entry: Entry, engines: list[Relating]) -> list[str]:
    """The keys of the stories related to ``entry``, the best first.

    Those of ``engines`` that do not answer are taken out of the list: in a run for many entries one that hangs is
    waited for once.

    What everyone may see, and what those may see besides who may see ``entry`` itself: so a public story leads to
    public ones alone.
    """
    wanted = Alike(
        entry.key,
        entry.kind,
        telling_pairs(entry, known_syllables()),
        entry.cited[:MOST_LIKELY],
        Tokens({PUBLIC, entry.token}),
        timezone.now(),
    )
    return _chosen(entry, _alike(wanted, engines))


def relating() -> list[Relating]:
    """The engines there are, the better first."""
    return [ElasticRelating(), DatabaseRelating()] if is_configured() else [DatabaseRelating()]


def _alike(wanted: Alike, engines: list[Relating]) -> Sequence[Likely]:
    while engines:
        try:
            return engines[0].alike(wanted)
        except EngineUnavailable:
            del engines[0]
    return []


def _chosen(entry: Entry, likely: Sequence[Likely]) -> list[str]:
    """In two queries, however many are likely."""
    rows = StoredEntry.objects.filter(pk__in=[int(one.key) for one in likely]).only(
        "pk", "title", "body", "path", "date"
    )
    texts = {str(row.pk): row for row in rows}
    scored = sorted(
        ((one.score * _nearness(entry, texts[one.key]), one.key) for one in likely if one.key in texts), reverse=True
    )
    told = [_rows_of(entry.title, entry.body)]
    chosen: list[str] = []
    for score, key in scored:
        if score < _LEAST * scored[0][0] or len(chosen) == KEPT:
            break
        sample = _rows_of(texts[key].title, texts[key].body)
        if not any(_is_same_story(sample, other) for other in told):
            told.append(sample)
            chosen.append(key)
    return chosen


def _nearness(entry: Entry, other: StoredEntry) -> float:
    """More than 1 for the same section, and for days that are near."""
    same_section = entry.path[:-STEP] == other.path[:-STEP]
    years = abs((entry.date - other.date).days) / _YEAR if entry.date and other.date else 10.0
    return (1 + _SECTION * same_section) * (1 + _DATE / (1 + years))


def _rows_of(title: str, body: str) -> frozenset[int]:
    """The rows of four words of a text, as numbers; of a text of few words its title is one."""
    words = words_of(body[:MOST_LETTERS])
    rows = {zlib.crc32(" ".join(words[at : at + _ROW]).encode()) for at in range(len(words) - _ROW + 1)}
    return frozenset(rows or {zlib.crc32(" ".join(words_of(title)).encode())})


def _is_same_story(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= _SAME_STORY * min(len(one), len(other))
