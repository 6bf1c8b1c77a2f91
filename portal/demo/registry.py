"""What makes the demo content: each app registers its loaders, ``manage.py load_demo`` runs them in order.

An app keeps its loaders in a module ``demo``, imported only by the command, so that no running site pays for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from portal.registry import Registry


@dataclass
class DemoRun:
    """One run of the command: what was asked for, and what was made of it."""

    articles: int
    documents: int
    seed: str
    today: date
    #: Shows how far long work has come: (what, done, of how many).
    progress: Callable[[str, int, int], None] = lambda what, done, total: None
    made: Counter[str] = field(default_factory=Counter)

    def count(self, what: str, number: int = 1) -> None:
        """Note that ``number`` things of this kind were made now; nothing is said of those that were there."""
        if number:
            self.made[what] += number


@dataclass(frozen=True)
class DemoLoader:
    """One part of the demo content. ``load`` makes what is missing and leaves alone what is there."""

    name: str
    order: int
    load: Callable[[DemoRun], None]


demo_loaders: Registry[DemoLoader] = Registry("demo loader")


def loaders_in_order() -> list[DemoLoader]:
    return sorted(demo_loaders, key=lambda loader: (loader.order, loader.name))
