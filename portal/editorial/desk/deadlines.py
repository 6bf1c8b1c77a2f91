"""Where the desk learns by when a step is to be done. Nobody says so by default, and then no list has the column."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from portal.registry import Registry


@dataclass(frozen=True)
class DeadlineSource:
    """``find`` takes numbers of Wagtail's task states and gives the deadlines of those that have one, in one query."""

    name: str
    find: Callable[[Collection[int]], Mapping[int, datetime]]


deadline_sources: Registry[DeadlineSource] = Registry("deadline source")


def deadlines_of(task_states: Collection[int]) -> dict[int, datetime]:
    """The deadline of each of ``task_states`` that has one; the nearest, where several sources know one."""
    found: dict[int, datetime] = {}
    for source in deadline_sources:
        for number, moment in source.find(task_states).items():
            found[number] = min(moment, found.get(number, moment))
    return found
