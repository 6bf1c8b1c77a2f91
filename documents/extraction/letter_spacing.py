"""Words whose letters are set apart, as titles and stamps often are."""

import re

#: Where letters stand twice as far apart, a word ends.
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?:(?: {1,4}|\.)[^\W\d_](?![^\s.])){2,}")


def drawn_together(line: str) -> str:
    """The line with such words as words.

    >>> drawn_together("B Á O   C Á O tháng 9"), drawn_together("T.Ư, a b")
    ('BÁO CÁO tháng 9', 'T.Ư, a b')
    """
    return _SPACED.sub(_together, line)


def _together(letters: re.Match[str]) -> str:
    return " ".join(re.sub("[ .]", "", word) for word in re.split(" {2,}", letters.group()))
