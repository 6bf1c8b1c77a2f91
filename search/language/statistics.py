"""How often syllables and pairs of syllables stand in the indexed texts.

Learned from those texts alone, whenever the index is built; from it come the marks that a query lacks
(:mod:`search.language.restoring`) and whether a word typed in raw keys is a word at all (:mod:`search.language.keys`).
Kept as sorted arrays: half a million pairs take 6 MB, and looking one up is a binary search.
"""

import json
import zlib
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Self

from portal.text.syllables import is_syllable
from search.language.words import canonical, plain, words_of

#: While learning, rare pairs are let go whenever more than this are held: about 70 MB of counters.
MOST_PAIRS_HELD = 1_000_000
MOST_PAIRS_KEPT = 500_000


class SyllableStatistics:
    """Counts of syllables and of pairs, by the canonical form of each syllable.

    ``spellings`` has each syllable as it is most often written, sorted by canonical form.
    """

    def __init__(self, spellings: Mapping[str, str], counts: Mapping[str, int], pairs: Mapping[int, int]) -> None:
        self._forms = sorted(spellings)
        self._spellings = [spellings[form] for form in self._forms]
        self._numbers = {form: number for number, form in enumerate(self._forms)}
        self._counts = array("Q", (counts[form] for form in self._forms))
        self._pairs = array("Q", sorted(pairs))
        self._pair_counts = array("L", (pairs[pair] for pair in self._pairs))
        self._by_plain: defaultdict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self._forms):
            self._by_plain[plain(form)].append(number)
        self.total = sum(self._counts)

    def count(self, form: str) -> int:
        """How often a canonical form was seen; 0 for one that never was."""
        number = self._numbers.get(form)
        return self._counts[number] if number is not None else 0

    def pair_count(self, first: str, second: str) -> int:
        """How often ``second`` was seen right after ``first``."""
        left, right = self._numbers.get(first), self._numbers.get(second)
        if left is None or right is None:
            return 0
        pair = left << 32 | right
        place = bisect_left(self._pairs, pair)
        return self._pair_counts[place] if place < len(self._pairs) and self._pairs[place] == pair else 0

    def forms(self, plain_word: str) -> list[str]:
        """The canonical forms that are ``plain_word`` without marks."""
        return [self._forms[number] for number in self._by_plain.get(plain_word, ())]

    def spelling(self, form: str) -> str:
        """How the texts most often write a canonical form; the form itself when they never do."""
        number = self._numbers.get(form)
        return self._spellings[number] if number is not None else form

    def to_bytes(self) -> bytes:
        head = json.dumps([self._forms, self._spellings], ensure_ascii=False).encode()
        parts = (head, self._counts.tobytes(), self._pairs.tobytes(), array("Q", self._pair_counts).tobytes())
        lengths = array("Q", map(len, parts)).tobytes()
        return zlib.compress(lengths + b"".join(parts), 6)

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        raw = zlib.decompress(stored)
        lengths = array("Q", raw[:32])
        starts = [32 + sum(lengths[:place]) for place in range(5)]
        head, counts, pairs, pair_counts = (raw[starts[i] : starts[i + 1]] for i in range(4))
        forms, spellings = json.loads(head)
        return cls(
            dict(zip(forms, spellings, strict=True)),
            dict(zip(forms, array("Q", counts), strict=True)),
            dict(zip(array("Q", pairs), array("Q", pair_counts), strict=True)),
        )


class Learner:
    """Reads texts one by one; bounded in memory however many there are."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._canonical: dict[str, str] = {}
        self._written: Counter[str] = Counter()
        self._counts: Counter[int] = Counter()
        self._pairs: Counter[int] = Counter()
        self._let_go = 0

    def read(self, text: str) -> None:
        before: int | None = None
        for word in words_of(text):
            number = self._number(word)
            if number is not None:
                self._written[word] += 1
                self._counts[number] += 1
                if before is not None:
                    self._pairs[before << 32 | number] += 1
            before = number
        if len(self._pairs) > MOST_PAIRS_HELD:
            self._let_go += 1
            self._pairs = Counter({pair: count for pair, count in self._pairs.items() if count > self._let_go})

    def _number(self, word: str) -> int | None:
        """The syllable's number; none of what is no syllable, such as a foreign name or a number."""
        form = self._canonical.get(word)
        if form is None:
            form = self._canonical[word] = canonical(word) if is_syllable(word) else ""
        return self._numbers.setdefault(form, len(self._numbers)) if form else None

    def statistics(self) -> SyllableStatistics:
        spellings = self._spellings()
        counts = {form: self._counts[number] for form, number in self._numbers.items()}
        sorted_number = {self._numbers[form]: place for place, form in enumerate(sorted(self._numbers))}
        rarest = _count_to_keep(self._pairs.values(), MOST_PAIRS_KEPT)
        pairs = {
            sorted_number[pair >> 32] << 32 | sorted_number[pair & 0xFFFFFFFF]: count
            for pair, count in self._pairs.items()
            if count >= rarest
        }
        return SyllableStatistics(spellings, counts, pairs)

    def _spellings(self) -> dict[str, str]:
        spellings: dict[str, str] = {}
        for word, _count in self._written.most_common():
            spellings.setdefault(self._canonical[word], word)
        return spellings


def _count_to_keep(counts: Iterable[int], most: int) -> int:
    """The least count that no more than ``most`` reach; to sort all of them would take more memory than learning them.

    >>> _count_to_keep([1, 1, 1, 2, 5], 3), _count_to_keep([1, 2], 3), _count_to_keep([], 3)
    (2, 1, 1)
    """
    kept = 0
    for count, times in sorted(Counter(counts).items(), reverse=True):
        kept += times
        if kept > most:
            return count + 1
    return 1


def learned_from(texts: Iterable[str]) -> SyllableStatistics:
    """The statistics of ``texts``.

    >>> known = learned_from(["Đảng uỷ họp", "đảng ủy, Đảng uỷ"])
    >>> known.count(canonical("ủy")), known.spelling(canonical("ủy")), known.pair_count("đang\u0309", canonical("uỷ"))
    (3, 'uỷ', 3)
    """
    learner = Learner()
    for text in texts:
        learner.read(text)
    return learner.statistics()
