"""An entry: all that search knows of one page, the same for both engines."""

import datetime as dt
from dataclasses import dataclass

from portal.access.tokens import PUBLIC


@dataclass(frozen=True, slots=True)
class Passage:
    """One page of an attached file, as readers may have it."""

    file: str
    name: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class StatusSpan:
    """From ``starts`` to the day before ``ends`` a document has ``status``; ``None``: always had, or lasts."""

    status: str
    starts: dt.date | None = None
    ends: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What is found, by its ``key``: the number of its page.

    Texts are normalised (NFC), as they are stored, and are those of the live revision. ``path`` is the page's place in
    the tree: it begins with the paths of its sections. ``version`` grows with every change; an older one never
    overwrites a newer.
    """

    key: str
    title: str
    kind: str = ""
    summary: str = ""
    about: str = ""
    """What else its page says of it: type, issuer, term, fields, signer."""
    body: str = ""
    passages: tuple[Passage, ...] = ()
    path: str = ""
    token: str = PUBLIC
    date: dt.date | None = None
    go_live_at: dt.datetime | None = None
    expire_at: dt.datetime | None = None
    numbers: tuple[str, ...] = ()
    """The keys by which the page's own document is named: ``10|CT|TW``, ``CT|10``."""
    cited: tuple[str, ...] = ()
    """The keys of the documents that its texts name."""
    document_type: str = ""
    """Type, issuer and fields by the numbers of their rows: letters of a type may be none, or those of another."""
    issuer: str = ""
    fields: tuple[str, ...] = ()
    statuses: tuple[StatusSpan, ...] = ()
    citations: int = 0
    """In how many other texts the page's document is meant: of two with one number the more cited comes first."""
    popularity: float = 0.0
    version: int = 1

    @property
    def words(self) -> str:
        """All its words, in the order of reading."""
        parts = (self.title, self.summary, self.about, self.body, *(page.text for page in self.passages))
        return "\n".join(filter(None, parts))
