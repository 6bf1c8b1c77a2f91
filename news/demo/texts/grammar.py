"""How a demo article is put together: a topic's templates, filled with one set of names and numbers.

A template is text with ``{slots}``. In a body, an empty line ends a paragraph, each line is one sentence, ``||``
separates ways to say it, a line that begins with ``?`` is said about half of the time, ``##`` begins a sub-heading:

>>> from random import Random
>>> expand("Chi bộ {thon} họp. || Hôm nay {thon} họp.", {"thon": "Ao Sen"}, Random(1))
[('p', 'Chi bộ Ao Sen họp.')]

All slots of an article are drawn once, so every mention agrees with every other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

OPTIONAL = "?"
EITHER = "||"
HEADING = "##"

ALL_YEAR = tuple(range(1, 13))
#: As ``date.weekday`` counts.
WORKDAYS = tuple(range(5))
WEEKEND = (5, 6)
SATURDAY, SUNDAY = WEEKEND
ANY_DAY = (*WORKDAYS, *WEEKEND)

#: Where the tone mark moves between the two spellings (uỷ/ủy, hoà/hòa, khoẻ/khỏe), only at the end of a syllable.
_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_OLD_TONE = re.compile(rf"(?<![qQ])({'|'.join(_TONES)})(?!\w)", re.IGNORECASE)
#: The end of a sentence or the opening of an HTML element, whatever quotation marks follow, then a letter.
_SENTENCE = re.compile(r"((?:^|[.!?…][”)]?\s+|<(?:p|li|b)>)[“(]?)(\w)")
_AFTER_COLON = re.compile(r"(: “?)(\w)")


@dataclass(frozen=True)
class Angle:
    """One way into a topic: titles, leads and first paragraphs that fit each other.

    ``months`` and ``weekdays`` say on which days such a thing happens, ``pictures`` names scenes that fit better than
    the topic's own.
    """

    titles: tuple[str, ...]
    sapos: tuple[str, ...]
    opening: str
    months: tuple[int, ...] = ALL_YEAR
    weekdays: tuple[int, ...] = ANY_DAY
    pictures: tuple[str, ...] = ()

    def fits(self, day: date) -> bool:
        return day.month in self.months and day.weekday() in self.weekdays


@dataclass(frozen=True)
class Topic:
    """What a kind of article is about.

    ``months``, ``days`` (of the month), ``weekdays`` and ``since``/``until`` say when such articles appear,
    ``pictures`` names the scenes that fit, ``weight`` says how often it is written about. ``body`` follows the angle's
    opening.
    """

    name: str
    section: str
    kicker: str
    tags: tuple[str, ...]
    pictures: tuple[str, ...]
    angles: tuple[Angle, ...]
    body: str
    quotes: tuple[str, ...] = ()
    #: (a number, what it counts and in what unit)
    figures: tuple[tuple[str, str], ...] = ()
    months: tuple[int, ...] = ALL_YEAR
    days: tuple[int, ...] = tuple(range(1, 32))
    weekdays: tuple[int, ...] = ANY_DAY
    since: date = date.min
    until: date = date.max
    weight: int = 3
    box: tuple[str, str] | None = None
    speaker: str = "ld"
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def angles_on(self, day: date) -> tuple[Angle, ...]:
        """The angles that fit an event on ``day``; none where the topic itself does not."""
        if not (day.month in self.months and day.day in self.days and day.weekday() in self.weekdays):
            return ()
        if not self.since <= day <= self.until:
            return ()
        return tuple(angle for angle in self.angles if angle.fits(day))


def press_spelling(text: str) -> str:
    """``uỷ, hoà, khoá`` as most newspapers write it: ``ủy, hòa, khóa``.

    >>> press_spelling("Đảng uỷ hoà giải, khoá học, hoàn thành, quý III")
    'Đảng ủy hòa giải, khóa học, hoàn thành, quý III'
    """

    def moved(match: re.Match[str]) -> str:
        found = match.group(1)
        new = _TONES[found.lower()]
        return new.capitalize() if found[0].isupper() else new

    return _OLD_TONE.sub(moved, text)


def capitalised(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def fill(template: str, slots: Mapping[str, str]) -> str:
    """``template`` with its slots filled and the first letter of each sentence large.

    >>> fill("Giữ chuẩn khó hơn. {thon} chọn cách khác.", {"thon": "thôn Ao Sen"})
    'Giữ chuẩn khó hơn. Thôn Ao Sen chọn cách khác.'
    """
    return _SENTENCE.sub(lambda found: found[1] + found[2].upper(), template.strip().format_map(slots))


def headline(template: str, slots: Mapping[str, str]) -> str:
    """A title, where what follows a colon begins like a sentence.

    >>> headline("Phân loại rác tại nhà: {thon} làm từ những chiếc xô cũ", {"thon": "thôn Ao Sen"})
    'Phân loại rác tại nhà: Thôn Ao Sen làm từ những chiếc xô cũ'
    """
    return _AFTER_COLON.sub(lambda found: found[1] + found[2].upper(), fill(template, slots))


def say(line: str, slots: Mapping[str, str], rng: Random) -> str:
    """One sentence out of the ways a line offers."""
    return fill(rng.choice(line.split(EITHER)), slots)


def expand(body: str, slots: Mapping[str, str], rng: Random) -> list[tuple[str, str]]:
    """The parts of a body in order: ``("p", text)`` or ``("h", sub-heading)``."""
    parts: list[tuple[str, str]] = []
    sentences: list[str] = []

    def close() -> None:
        if sentences:
            parts.append(("p", " ".join(sentences)))
            sentences.clear()

    for raw in [*body.strip().splitlines(), ""]:
        line = raw.strip()
        if not line:
            close()
        elif line.startswith(HEADING):
            close()
            parts.append(("h", say(line.removeprefix(HEADING), slots, rng)))
        elif line.startswith(OPTIONAL):
            if rng.random() < 0.55:
                sentences.append(say(line.removeprefix(OPTIONAL), slots, rng))
        else:
            sentences.append(say(line, slots, rng))
    return parts
