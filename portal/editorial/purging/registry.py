"""Where something of a page may be left when its row is gone. An app registers the places that it writes to."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wagtail.models import Page

from portal.registry import Registry

if TYPE_CHECKING:
    from django.utils.functional import Promise

#: What the audit calls it; its line has a number and no word.
PURGED = "page.purged"
#: A shorter title is looked for as the whole of a text only: it may be a word of everyday use.
_TELLING = 12


@dataclass
class Doomed:
    """Pages that are about to go, and the names by which others may speak of them: titles, addresses, files."""

    pages: list[Page]
    names: set[str] = field(default_factory=set)

    @property
    def ids(self) -> list[int]:
        return [page.pk for page in self.pages]

    def add_names(self, names: Iterable[str | None]) -> None:
        self.names.update(name.strip() for name in names if name and name.strip("/ "))

    def is_named_in(self, *texts: str) -> bool:
        """Whether one of ``texts`` speaks of a page that goes."""
        return any(text == name or (len(name) >= _TELLING and name in text) for text in texts for name in self.names)


@dataclass(frozen=True)
class Trace:
    """One place. ``find`` looks there before the pages are deleted, and gives what removes it after, and counts.

    Logs come last: removing other things writes into them.
    """

    name: str
    label: "str | Promise"
    find: Callable[[Doomed], Callable[[], int]]
    is_log: bool = False


traces: Registry[Trace] = Registry("trace of a page")
