"""Recognise and convert text in TCVN3 (ABC) or VNI-Windows that was read as Latin-1 or Windows-1252.

Recognising weighs words, not characters: a word speaks for an encoding when it is no Vietnamese syllable as it stands
and becomes one when converted (``®ång`` → ``đồng``), and against it when converting turns it into nonsense (``été``).
So French, English and Vietnamese in Unicode are left alone, and a page that mixes Unicode and legacy lines is converted
line by line, within a mixed line word by word.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from portal.text.legacy_tables import (
    CONTROLS_TO_PUNCTUATION,
    TCVN3_TO_UNICODE,
    UNICODE_TO_TCVN3,
    UNICODE_TO_VNI,
    VNI_TO_UNICODE,
)
from portal.text.syllables import is_abbreviation, is_syllable


class LegacyEncoding(StrEnum):
    TCVN3 = "TCVN3"
    VNI = "VNI"


@dataclass(frozen=True)
class LegacyFont:
    """A font whose name says how its text is encoded; ``capitals`` where small letters look like capitals in it."""

    encoding: LegacyEncoding
    capitals: bool = False


def legacy_font(name: str) -> LegacyFont | None:
    """What the name of a font says.

    >>> legacy_font(".VnTimeH")
    LegacyFont(encoding=<LegacyEncoding.TCVN3: 'TCVN3'>, capitals=True)
    >>> legacy_font("VNI-Times").encoding, legacy_font("Times New Roman")
    (<LegacyEncoding.VNI: 'VNI'>, None)
    """
    name = name.lower().split(",")[0].strip(" \"'")
    _, dot, vn = name.rpartition(".vn")
    if dot:
        return LegacyFont(LegacyEncoding.TCVN3, capitals=vn.endswith("h"))
    return LegacyFont(LegacyEncoding.VNI) if "vni-" in name else None


_ACCENTED = re.compile("[\xa1-\xff]")
# Letters that only Unicode text can hold: Vietnamese beyond Latin-1, or combining marks.
_UNICODE_LETTERS = "\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u036f\u1ea0-\u1ef9"
_UNICODE_LETTER = re.compile(f"[{_UNICODE_LETTERS}]")
_WORD = re.compile(f"[A-Za-z\xa1-\xaf\xb4-\xff{_UNICODE_LETTERS}]+")
_VNI_SEQUENCE = re.compile("|".join(sorted(map(re.escape, VNI_TO_UNICODE), key=len, reverse=True)))
_FROM_TCVN3 = {ord(byte): letter for byte, letter in TCVN3_TO_UNICODE.items()}
_TO_TCVN3 = {ord(letter): byte for letter, byte in UNICODE_TO_TCVN3.items()}
_TO_VNI = {ord(letter): written for letter, written in UNICODE_TO_VNI.items()}

# Signs of any text; as letters of TCVN3 these do not stand alone.
_STANDALONE_SIGNS = frozenset("§©«»¬·×÷¶¹º¼½¾¿¡")
_TCVN3_SIGN = re.compile("[\xa1-\xbf\xd7\xf7]")
_TCVN3_INNER_SIGN = re.compile("(?<=[A-Za-z\xc0-\xff])[\xa1-\xac\xae-\xb6\xb8-\xbf\xd7\xf7](?=[A-Za-z\xc0-\xff])")
_VNI_MARK = re.compile("[aeouyôöAEOUYÔÖ][\xc0-\xff]|[ôöñæÔÖÑÆ]")
# Endings of real French, Spanish and Portuguese words that VNI also uses.
_VNI_DOUBTFUL = re.compile("où|aï|oï|aú|ñ|ó|ò|í|ì", re.IGNORECASE)
_ENOUGH = 3
_MANY = 4
_MOST_REPEATS = 3

_TONED_SMALL = frozenset(letter for letter in UNICODE_TO_TCVN3 if letter.islower() and letter.upper() not in "ĂÂÊÔƠƯĐ")
_LETTERS = re.compile(r"[^\W\d_]+")


def detect_legacy(text: str) -> LegacyEncoding | None:
    """Return the legacy encoding that ``text``, or some line of it, is written in.

    >>> detect_legacy("§¶ng uû x· tæ chøc sinh ho¹t chi bé")
    <LegacyEncoding.TCVN3: 'TCVN3'>
    >>> detect_legacy("Ñaûng uûy xaõ toå chöùc sinh hoaït chi boä")
    <LegacyEncoding.VNI: 'VNI'>
    >>> detect_legacy("Công tác xây dựng Đảng") or detect_legacy("L'été où l'hôtel a brûlé")
    """
    if not _ACCENTED.search(text):
        return None
    lines = [line for line in text.splitlines() if _ACCENTED.search(line)]
    whole = Counter[str]()
    per_line: list[Counter[str]] = []
    for line in lines:
        words = _plain_words(line)
        if not words:
            continue
        per_line.append(words)
        if not _UNICODE_LETTER.search(line):
            whole.update(words)
    for words in (whole, *per_line):
        found = _judge(words)
        if found:
            return found
    return None


def from_legacy(text: str, encoding: LegacyEncoding | str) -> str:
    """Return ``text`` in Unicode; what is already Unicode in it stays.

    >>> from_legacy("§¶ng uû x·, C¤NG T¸C KIÓM TRA", "TCVN3")
    'Đảng uỷ xã, CÔNG TÁC KIỂM TRA'
    >>> from_legacy("Ñaûng uûy ñoåi môùi", LegacyEncoding.VNI)
    'Đảng ủy đổi mới'
    >>> from_legacy("Người đăng: TrÇn V¨n Hßa", "TCVN3")
    'Người đăng: Trần Văn Hòa'
    """
    encoding = LegacyEncoding(encoding)
    text = text.translate(CONTROLS_TO_PUNCTUATION)
    mixed = _UNICODE_LETTER.search(text) is not None
    return "".join(_convert_line(line, encoding, mixed=mixed) for line in text.splitlines(keepends=True))


def decode(text: str, encoding: LegacyEncoding | str, *, capitals: bool = False) -> str:
    """Convert every character by the table, asking nothing: for text whose font names its encoding.

    ``capitals`` is for the TCVN3 fonts whose names end in H, which show small letters as capitals.

    >>> decode("®¶ng bé", "TCVN3", capitals=True)
    'ĐẢNG BỘ'
    """
    decoded = _decoder(LegacyEncoding(encoding))(text.translate(CONTROLS_TO_PUNCTUATION))
    return decoded.upper() if capitals else decoded


def encode(text: str, encoding: LegacyEncoding | str) -> str:
    """Return ``text`` as the legacy encoding would show it when read as Latin-1: the inverse of :func:`decode`.

    >>> encode("Đảng uỷ", "TCVN3"), encode("Đảng uỷ", "VNI")
    ('§¶ng uû', 'Ñaûng uyû')
    """
    return text.translate(_TO_TCVN3 if LegacyEncoding(encoding) is LegacyEncoding.TCVN3 else _TO_VNI)


def speaks_for(text: str, encoding: LegacyEncoding) -> bool:
    """Whether ``text`` rather is in ``encoding`` than not: enough when its font says so too.

    >>> speaks_for("ho¹t", LegacyEncoding.TCVN3), speaks_for("Công tác", LegacyEncoding.TCVN3)
    (True, False)
    """
    decoded = _decoder(encoding)
    return sum(_verdict(word, decoded) * count for word, count in _plain_words(text).items()) > 0


def _decode_tcvn3(text: str) -> str:
    return text.translate(_FROM_TCVN3)


def _decode_vni(text: str) -> str:
    return _VNI_SEQUENCE.sub(lambda match: VNI_TO_UNICODE[match.group()], text)


def _decoder(encoding: LegacyEncoding) -> Callable[[str], str]:
    return _decode_tcvn3 if encoding is LegacyEncoding.TCVN3 else _decode_vni


def _plain_words(line: str) -> Counter[str]:
    """The words with accents that hold no letter beyond Latin-1."""
    return Counter(word for word in _WORD.findall(line) if _ACCENTED.search(word) and not _UNICODE_LETTER.search(word))


def _judge(words: Counter[str]) -> LegacyEncoding | None:
    tcvn3 = _evidence(words, _decode_tcvn3, _tcvn3_weight)
    vni = _evidence(words, _decode_vni, _vni_weight)
    if max(tcvn3, vni) <= 0:
        return None
    return LegacyEncoding.TCVN3 if tcvn3 > vni else LegacyEncoding.VNI


def _evidence(words: Counter[str], decoded: Callable[[str], str], weight: Callable[[str], int]) -> int:
    """How much ``words`` speak for the encoding; 0 when they do not suffice."""
    for_it, against, witnesses, strongest = 0, 0, 0, 0
    for word, count in words.items():
        repeats = min(count, _MOST_REPEATS)
        verdict = _verdict(word, decoded)
        if verdict > 0:
            strength = weight(word)
            for_it += strength * repeats
            witnesses += 1
            strongest = max(strongest, strength)
        else:
            against -= verdict * repeats
    clear = strongest >= _ENOUGH or (witnesses > 1 and strongest > 1) or (witnesses >= _MANY and not against)
    enough = clear and for_it >= _ENOUGH and for_it > 2 * against
    return for_it - against if enough else 0


def _verdict(word: str, decoded: Callable[[str], str]) -> int:
    """+1 for the encoding, 0 undecided, -1 or -2 against it."""
    converted = decoded(word)
    good = _readable(converted)
    if is_syllable(word) and (word.islower() or word.isupper() or word.istitle()):
        return 0 if good else -2
    if good and converted != word:
        return 1
    if is_abbreviation(converted) or converted.isupper():
        return 0
    return -1


def _readable(converted: str) -> bool:
    return is_syllable(converted) or is_syllable(converted.strip("ôằ"))


def _tcvn3_weight(word: str) -> int:
    if _TCVN3_INNER_SIGN.search(word):
        return 3
    return 2 if len(word) > 1 and _TCVN3_SIGN.search(word) else 1


def _vni_weight(word: str) -> int:
    if len(_VNI_MARK.findall(word)) > 1:
        return 3
    return 1 if _VNI_DOUBTFUL.search(word) else 2


def _convert_line(line: str, encoding: LegacyEncoding, *, mixed: bool) -> str:
    if not _ACCENTED.search(line):
        return line
    decoded = _decoder(encoding)
    unicode_line = _UNICODE_LETTER.search(line) is not None
    if not unicode_line:
        verdicts = [_verdict(word, decoded) for word in _WORD.findall(line) if _ACCENTED.search(word)]
        gain = sum(verdicts)
        if gain < 0 or (mixed and gain == 0):
            return line

    def convert(match: re.Match[str]) -> str:
        word = match.group()
        if not _ACCENTED.search(word) or _stands_alone(match, line):
            return word
        if unicode_line and (_UNICODE_LETTER.search(word) or _verdict(word, decoded) <= 0):
            return word
        return _convert_word(word, encoding)

    converted = _WORD.sub(convert, line)
    return _restore_capitals(converted) if encoding is LegacyEncoding.TCVN3 and not unicode_line else converted


def _stands_alone(match: re.Match[str], line: str) -> bool:
    """Whether the match is a sign rather than a letter; § is Đ next to a slash, dot or hyphen: §/c, N.§."""
    if match.group() not in _STANDALONE_SIGNS:
        return False
    around = line[max(match.start() - 1, 0) : match.start()] + line[match.end() : match.end() + 1]
    return match.group() != "§" or not any(char in "/.-" for char in around)


def _convert_word(word: str, encoding: LegacyEncoding) -> str:
    converted = _decoder(encoding)(word)
    if encoding is LegacyEncoding.VNI or is_syllable(converted):
        return converted
    # French quotation marks around a word look like the letters ô and ằ.
    core = word.strip("«»")
    if core != word and is_syllable(_decode_tcvn3(core)):
        start = word.index(core)
        return word[:start] + _decode_tcvn3(core) + word[start + len(core) :]
    return converted


def _restore_capitals(line: str) -> str:
    """Give words written in capitals the capitals that TCVN3 cannot write: CÔNG TáC → CÔNG TÁC.

    A word with two capitals or more and no small letter but toned ones is in capitals. A word that could be either
    (Là, ở, ý) follows the decided words before and after it.
    """
    words = list(_LETTERS.finditer(line))
    cases = [_case(match.group()) for match in words]
    if True not in cases:
        return line
    following: list[bool | None] = [None] * len(cases)
    for place in range(len(cases) - 2, -1, -1):
        following[place] = cases[place + 1] if cases[place + 1] is not None else following[place + 1]
    pieces, position, previous = [], 0, None
    for match, case, after in zip(words, cases, following, strict=True):
        around = [neighbour for neighbour in (previous, after) if neighbour is not None]
        upper = case if case is not None else bool(around) and all(around)
        pieces += [line[position : match.start()], match.group().upper() if upper else match.group()]
        position = match.end()
        previous = case if case is not None else previous
    return "".join((*pieces, line[position:]))


def _case(word: str) -> bool | None:
    """True for a word in capitals, False for one with small letters, None when the toned letters leave it open."""
    certain = [char for char in word if char not in _TONED_SMALL]
    if any(char.islower() for char in certain):
        return False
    return True if len(certain) > 1 else None
