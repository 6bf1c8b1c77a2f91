"""What an engine tells of one search besides its results. Asked for by staff alone: no visitor's search pays for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from django.utils.translation import pgettext_lazy

from search.contract import Hit, SearchRequest

#: So many results are told of.
SHOWN = 10


class Part(StrEnum):
    """What a score is the sum of, in the order of the columns."""

    PIN = "pin"
    NUMBER = "number"
    BESIDE = "beside"
    CITING = "citing"
    OFTEN = "often"
    SYLLABLES = "syllables"
    ACCENTED = "accented"
    PAIRS = "pairs"
    ACCENTED_PAIRS = "accented_pairs"
    TITLE_PAIRS = "title_pairs"
    SLIPS = "slips"
    EXPIRED = "expired"
    REST = "rest"

    @property
    def label(self) -> str:
        return str(_LABELS[self])


_LABELS = {
    Part.PIN: pgettext_lazy("part of a score", "Pinned"),
    Part.NUMBER: pgettext_lazy("part of a score", "Number"),
    Part.BESIDE: pgettext_lazy("part of a score", "Year, term, body"),
    Part.CITING: pgettext_lazy("part of a score", "Names the number"),
    Part.OFTEN: pgettext_lazy("part of a score", "Often named"),
    Part.SYLLABLES: pgettext_lazy("part of a score", "Syllables"),
    Part.ACCENTED: pgettext_lazy("part of a score", "With marks"),
    Part.PAIRS: pgettext_lazy("part of a score", "Pairs"),
    Part.ACCENTED_PAIRS: pgettext_lazy("part of a score", "Pairs with marks"),
    Part.TITLE_PAIRS: pgettext_lazy("part of a score", "Pairs of the title"),
    Part.SLIPS: pgettext_lazy("part of a score", "Slips"),
    Part.EXPIRED: pgettext_lazy("part of a score", "No longer holds"),
    Part.REST: pgettext_lazy("part of a score", "Other"),
}


@dataclass(frozen=True, slots=True)
class Scored:
    """A result, and the parts whose sum is its score."""

    hit: Hit
    parts: Mapping[Part, float]


@dataclass(frozen=True, slots=True)
class Explained:
    """The first results. ``times`` are milliseconds by what took them; ``body`` is the request as it was sent."""

    engine: str
    total: int
    is_at_least: bool
    scored: Sequence[Scored]
    times: Sequence[tuple[str, float]] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one entry stands among all results. ``rank`` is ``None`` where it stands behind all that can be paged to.

    ``told_by`` is the key of the story that is shown in its stead.
    """

    is_found: bool
    rank: int | None = None
    told_by: str = ""


@dataclass(frozen=True, slots=True)
class Analysed:
    """The query as one reading takes it apart."""

    label: str
    tokens: Sequence[str] = field(default_factory=tuple)


class Explainer(Protocol):
    """An engine that tells how it came to its results.

    Raises:
        EngineUnavailable: it cannot answer now.
    """

    def explain(self, request: SearchRequest) -> Explained: ...

    def place_of(self, key: str, request: SearchRequest) -> Placed: ...

    def analyses(self, request: SearchRequest) -> Sequence[Analysed]: ...
