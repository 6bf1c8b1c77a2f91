"""The words that offices shorten in headings: `Ng. b/hành`, `Tr. yếu`, `HL từ`, `Ng. ký`.

A heading is tried as it stands first; only one that nobody knows is written out. Words here are folded.
"""

import re

_WORDS: tuple[tuple[str, str], ...] = (
    (r"b h|b hanh|bhanh|bh", "ban hanh"),
    (r"vban|v ban|vb", "van ban"),
    (r"c quan|cq", "co quan"),
    (r"tr yeu|t yeu|tryeu|ty", "trich yeu"),
    (r"n dung|ndung|nd", "noi dung"),
    (r"tynd", "trich yeu noi dung"),
    (r"tthl", "tinh trang hieu luc"),
    (r"hhl", "het hieu luc"),
    (r"h luc|hl", "hieu luc"),
    (r"n ki|nk", "nhiem ki"),
    (r"l vuc|lv", "linh vuc"),
    (r"ch vu|c vu", "chuc vu"),
    (r"g chu", "ghi chu"),
    (r"v v", "ve viec"),
    (r"ntn", "ngay thang nam"),
    (r"th(?= nam\b)", "thang"),
    (r"k hieu|k h|kh(?=$| van ban)", "ki hieu"),
)
_WRITTEN_OUT = tuple((re.compile(rf"\b(?:{short})\b"), whole) for short, whole in _WORDS)
#: `Ng.` is a day or a person, by what follows.
_DAY = re.compile(r"\b(?:ng|n)(?= (?:ban hanh|thang|van ban|phat hanh|co hieu|het hieu|hieu luc|nhan|den))")
_PERSON = re.compile(r"\bng(?= (?:ki|nhan|soan|duyet|lap))")
_LETTER = re.compile(r"(?<=\bso )cv\b")


def written_out(heading: str) -> str:
    """The folded words of a heading, in full.

    >>> [written_out(short) for short in ("ng b hanh", "tr yeu", "hl tu", "ng ki vb", "so cv")]
    ['ngay ban hanh', 'trich yeu', 'hieu luc tu', 'nguoi ki van ban', 'so cong van']
    """
    for pattern, whole in _WRITTEN_OUT:
        heading = pattern.sub(whole, heading)
    heading = _DAY.sub("ngay", heading)
    heading = _PERSON.sub("nguoi", heading)
    return _LETTER.sub("cong van", heading)
