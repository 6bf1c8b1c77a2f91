"""A text as the parser reads it, and the way back to the text as it was given.

The grammar works on two strings of equal length: ``words``, normalised like all text at the door, and ``folded``, the
same in small letters without marks, with one kind of dash, slash and space. A place in either leads back to the text as
given, however it was composed. Addresses and names of files are blotted out of ``folded``: what stands in them is no
mention.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

from documents.references.folding import folded
from portal.text import normalise

#: Spaces inside a mention, in regular expressions, and one line end where a line was broken.
SPACE = r"[ ]{0,3}(?:\n[ ]{0,3})?"

_MOST_MARKS = 4
_MARK = "[\u0300-\u036f]"
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ud800-\udfff"
)
_UNSEEN_CHARACTER = re.compile(f"[{_UNSEEN}]")
_ALTERED = re.compile(
    rf"""
      [^\W\d_]{_MARK}{{1,{_MOST_MARKS}}}(?!{_MARK})     # a letter and its marks
    | {_MARK}+                                        # marks beyond any letter: unread
    | \r\n
    | [\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]            # line breaks
    | [\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]    # spaces
    | [{_UNSEEN}]+
    | [\u00d0\u0189]                                  # look-alikes of Đ
    """,
    re.VERBOSE,
)
_PLAIN = re.compile(r"[\t\n\x20-\x7e]*")

_ENDINGS = r"com|net|org|edu|gov|info|vn"
_FILES = r"pdf|docx?|xlsx?|pptx?|odt|rtf|txt|zip|rar|7z|jpe?g|png|gif|mp[34]|html?|aspx?|php"
_LONGEST_NAME = 200
_ADDRESS = re.compile(
    rf"""
      (?: https?:// | ftp:// | www\. ) [^\s<>"|]+
    | (?P<inner>
          @ [a-z0-9.-]+
        | \. (?:{_ENDINGS}) (?![a-z0-9]) (?: [:/?\#] [^\s<>"|]* )?
        | \. (?:{_FILES}) (?![a-z0-9])
      )
    """,
    re.VERBOSE,
)
_NAME_BEFORE = re.compile(r"[^\s<>\"|,;()]*\Z")


class Reading:
    """One text in the forms that the grammar needs.

    >>> reading = Reading("Chi\u0309 thi\u0323\u00a0s\u00f4\u0301 10\u2013CT/TW")
    >>> reading.words, reading.folded
    ('Chỉ thị số 10–CT/TW', 'chi thi so 10-ct/tw')
    >>> reading.given(11, 19)
    (14, 22)
    >>> Reading("tải 10-CT-TW.pdf tại a@b.vn").folded.replace("\\0", "·")
    'tai ············ tai ······'
    """

    __slots__ = ("_given", "_read", "folded", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._read: list[int] = []  # places in ``words`` from which the distance to ``text`` is another
        self._given: list[int] = []
        self.words = text if _PLAIN.fullmatch(text) else self._normalised(text)
        self.folded = _without_addresses(folded(self.words))

    def _normalised(self, text: str) -> str:
        pieces = []
        done = length = 0
        for altered in _ALTERED.finditer(text):
            start, end = altered.span()
            replaced = _replacement(altered.group())
            if start > done:
                pieces.append(text[done:start])
                length += start - done
            pieces.append(replaced)
            length += len(replaced)
            done = end
            if len(replaced) != end - start:
                self._read.append(length)
                self._given.append(end)
        pieces.append(text[done:])
        return "".join(pieces)

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Where ``words[start:end]`` stands in the text as given, with the marks of its last letter."""
        first = self._place(start)
        return first, _end_of_seen(self.text, first, self._place(end))

    def is_marked(self, place: int) -> bool:
        """Whether the words around ``place`` are written with marks, so that they may be taken by them."""
        return not self.words[max(0, place - 60) : place + 60].isascii()

    def _place(self, read: int) -> int:
        last = bisect_right(self._read, read) - 1
        return read if last < 0 else self._given[last] + read - self._read[last]


def _end_of_seen(text: str, start: int, end: int) -> int:
    while end > start and _UNSEEN_CHARACTER.match(text, end - 1):
        end -= 1
    return end


def _replacement(altered: str) -> str:
    return _short_replacement(altered) if len(altered) <= _MOST_MARKS + 1 else ""


@lru_cache(maxsize=4096)
def _short_replacement(altered: str) -> str:
    return "" if unicodedata.combining(altered[0]) else normalise(altered)


def _without_addresses(folded: str) -> str:
    if "." not in folded and "@" not in folded and "://" not in folded:
        return folded
    pieces = []
    done = 0
    for found in _ADDRESS.finditer(folded):
        start, end = found.span()
        if found["inner"]:
            start = _NAME_BEFORE.search(folded, max(done, start - _LONGEST_NAME), start).start()  # type: ignore[union-attr]  # there is one
        pieces.append(folded[done:start])
        pieces.append("\0" * (end - start))
        done = end
    pieces.append(folded[done:])
    return "".join(pieces)
