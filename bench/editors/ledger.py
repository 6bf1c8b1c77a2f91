"""The books of the words that were written: which was accepted, and who knew of it when it went away.

Every word is written once in the whole run, so where it is found tells who wrote it. A form that is saved holds words,
and its editor has read words: those that the form was opened with and those that he was shown since. A word he read and
does not send was taken away by him. A word he never read and that his save takes away nevertheless is lost.
"""

import re
import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

_WORD = re.compile(r"\btu\d+x\d+\b")


def word(editor: int, number: int) -> str:
    return f"tu{editor}x{number}"


def words_in(text: str) -> list[str]:
    """The words of the run in ``text``, each once, in their order."""
    return list(dict.fromkeys(_WORD.findall(text)))


@dataclass(frozen=True)
class Save:
    """A save that the portal said yes to: the words it sent, and all that its editor had read by then."""

    page: int
    sent: frozenset[str]
    read: frozenset[str]


@dataclass
class Ledger:
    """All accepted saves, kept by many threads."""

    saves: list[Save] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def accept(self, page: int, sent: Collection[str], read: Collection[str]) -> None:
        with self._lock:
            self.saves.append(Save(page, frozenset(sent), frozenset(read)))

    def words(self) -> set[str]:
        """All words that were accepted."""
        return {word for save in self.saves for word in save.sent}

    def lost(self, newest: Mapping[int, Iterable[str]]) -> dict[int, set[str]]:
        """By page, the accepted words that its newest version lacks though nobody who had read them took them away."""
        missing: dict[int, set[str]] = {}
        for save in self.saves:
            missing.setdefault(save.page, set()).update(save.sent)
        for page, words in missing.items():
            words.difference_update(newest.get(page, ()))
        for save in self.saves:
            missing[save.page] -= save.read - save.sent
        return {page: words for page, words in missing.items() if words}
