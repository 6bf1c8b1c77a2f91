"""Texts with the statistics of real Vietnamese, as many as are wanted.

Drawn from a corpus, where one is named: the sentences of a few texts that stand beside each other there make a new one,
so that words are as frequent, as clustered and as paired as in the corpus. Without one they are invented: words of one
and two possible syllables, as often as a language has them, some of them at home in one subject only.
"""

import gzip
import itertools
import json
import random
import re
from collections.abc import Sequence
from pathlib import Path

from portal.text.syllables import is_syllable

_SENTENCES = re.compile(r"[^.;:!?\n]+")
#: Sentences come from so many texts before and behind one; one in some from anywhere.
_AROUND, _ANYWHERE = 5, 0.15
_ONSETS = """
b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x
"""
_RHYMES = """
a á à ả ai ái ài ải am án ang áng ảng anh ánh ao áo ào ảo ắc ắn ăng ắt âm ấm ân ấn ận âu ấu ấy ậy ê ế ề ể iên
iến iện iêu iều inh ính ình ịnh iết iệt o ó ọ oa oà oán oàn oạt ôi ối ồi ông ống ồng ộng ơi ới ời ơn u ú ủ ụ
uân uấn ung úng ùng ụng uyên uyến uyết uyệt ư ử ứ ự ươi ười ương ướng ường ượng ươt ước ược
"""
_SUBJECTS, _OWN_WORDS = 400, 60


class Texts:
    """A source of sentences by subject; the same seed draws the same texts."""

    def __init__(self, subjects: Sequence[Sequence[str]]) -> None:
        self._subjects = subjects

    @classmethod
    def like(cls, *corpora: Path) -> "Texts":
        """Of corpora as ``search_eval`` reads them."""
        subjects = []
        for corpus in corpora:
            with gzip.open(corpus, "rt", encoding="utf-8") as lines:
                rows = [json.loads(line) for line in lines]
            subjects += [_sentences(f"{row.get('title', '')}\n{row['text']}") for row in rows]
        return cls([sentences for sentences in subjects if sentences])

    @classmethod
    def invented(cls) -> "Texts":
        chance = random.Random(1)
        syllables = [
            one + two for one, two in itertools.product(_ONSETS.split(), _RHYMES.split()) if is_syllable(one + two)
        ]
        chance.shuffle(syllables)
        words = [*syllables[:600], *(" ".join(chance.choices(syllables, k=2)) for _ in range(12_000))]
        chance.shuffle(words)
        frequent = list(itertools.accumulate(1 / (rank + 12) for rank in range(len(words))))
        subjects = []
        for _ in range(_SUBJECTS):
            own = chance.choices(words, k=_OWN_WORDS)
            weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(_OWN_WORDS)))
            sentences = []
            for _ in range(30):
                length = chance.randrange(6, 24)
                common = chance.choices(words, cum_weights=frequent, k=length)
                rare = chance.choices(own, cum_weights=weights, k=length)
                sentences.append(" ".join(chance.choice(pair) for pair in zip(common, rare, strict=True)))
            subjects.append(sentences)
        return cls(subjects)

    def sentence(self, chance: random.Random, subject: int) -> str:
        place = subject + chance.randrange(-_AROUND, _AROUND + 1)
        if chance.random() < _ANYWHERE:
            place = chance.randrange(len(self._subjects))
        return chance.choice(self._subjects[place % len(self._subjects)])

    def text(self, chance: random.Random, subject: int, words: int) -> str:
        """Sentences about one subject, about so many words together."""
        sentences: list[str] = []
        while words > 0:
            sentences.append(self.sentence(chance, subject))
            words -= sentences[-1].count(" ") + 1
        return ". ".join(sentences)

    def subject(self, chance: random.Random) -> int:
        return chance.randrange(len(self._subjects))


def _sentences(text: str) -> list[str]:
    found = (" ".join(sentence.split()) for sentence in _SENTENCES.findall(text))
    return [sentence for sentence in found if sentence.count(" ") >= 3]
