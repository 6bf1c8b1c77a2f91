"""Stories that are told twice are shown once: of the entries with one story the first. Counts are those of all."""

from collections.abc import Callable, Sequence
from hashlib import blake2b
from typing import TypeVar

from search.engines.database.storage import as_set
from search.entries import Entry
from search.index.stories import story_of
from search.models import SearchRow

T = TypeVar("T")


def number_of_story(entry: Entry) -> int | None:
    """The same for entries that tell the same; none for one that nothing else could tell.

    >>> number_of_story(Entry("7", "Một tin ngắn", kind="news", body="Chỉ mấy chữ."))
    """
    story = story_of(entry)
    return None if story == entry.key else int.from_bytes(blake2b(story.encode(), digest_size=7).digest(), "big")


def told_once(found: Sequence[T], place_of: Callable[[T], int]) -> list[T]:
    """``found`` without those whose story one before them tells; one query."""
    places = [place_of(one) for one in found]
    if len(places) < 2:
        return list(found)
    rows = as_set(SearchRow.objects.filter(story__isnull=False), places).values_list("place", "story")
    stories = dict(rows)
    seen: set[int] = set()
    kept = []
    for one, place in zip(found, places, strict=True):
        story = stories.get(place)
        if story is None or story not in seen:
            kept.append(one)
        if story is not None:
            seen.add(story)
    return kept
