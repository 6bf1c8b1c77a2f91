"""What can be a Vietnamese syllable: an optional first consonant, a rhyme, a tone.

Used to tell text in a legacy encoding from text that only has accents. The table of rhymes is closed; the language adds
words, not rhymes.
"""

import re
import unicodedata
from functools import lru_cache

_ONSETS = "ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uâc uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uynh uyên uyêt uyt uyu uyn uyp
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y yêm yên yêng yêt yêu yt
"""
_RHYMES_AFTER_QU = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây
e em en eo et ê êch ên ênh êt i in it ôc ơ y ych ynh yt yên yêt yêu
"""


def _longest_first(rhymes: str) -> str:
    return "|".join(sorted(rhymes.split(), key=len, reverse=True))


_SYLLABLE = re.compile(rf"(?:{_ONSETS})(?:{_longest_first(_RHYMES)})|qu(?:{_longest_first(_RHYMES_AFTER_QU)})|gi")
_CONSONANTS = re.compile("[bcdđfghjklmnpqrstvwxz]*")
_LONGEST = 12  # nghiêng, decomposed
_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The second part of ai, ao, âu, iêu, … never carries the tone: VNI's xaõ is not xão.
_GLIDE_AT_END = re.compile("(?:[aăâeêoôơưi][iouy]|ui)$(?<!^giu)(?<!^gio)(?<!^qui)")
_SHARP_OR_HEAVY = "\u0301\u0323"


def is_syllable(word: str) -> bool:
    """Whether ``word`` (any case) is a possible Vietnamese syllable.

    >>> [is_syllable(word) for word in ("Đảng", "uỷ", "nghiêng", "quý", "gì", "hoà", "hòa")]
    [True, True, True, True, True, True, True]
    >>> [is_syllable(word) for word in ("été", "tỏc", "Đwng", "mạs", "xaõ", "")]
    [False, False, False, False, False, False]
    """
    return len(word) <= _LONGEST and _is_syllable(word.lower())


@lru_cache(maxsize=16384)
def _is_syllable(word: str) -> bool:
    marked = unicodedata.normalize("NFD", word)
    tones = [char for char in marked if char in _TONES]
    letters = unicodedata.normalize("NFC", "".join(char for char in marked if char not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(letters):
        return False
    if marked[-1] in _TONES and _GLIDE_AT_END.search(letters):
        return False
    stopped = letters.endswith(("c", "ch", "p", "t"))
    return not stopped or not tones or tones[0] in _SHARP_OR_HEAVY


def is_abbreviation(word: str) -> bool:
    """Whether ``word`` has no vowel at all, like HĐND or đ: it proves nothing about the encoding.

    >>> is_abbreviation("HĐND"), is_abbreviation("Đảng")
    (True, False)
    """
    return _CONSONANTS.fullmatch(word.lower()) is not None
