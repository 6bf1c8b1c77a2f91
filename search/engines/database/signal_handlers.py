"""How the database engine's rows follow the entries."""

from collections.abc import Sequence
from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from search.engines.database.writing import delete, forget_words, relabel, write
from search.entries import Entry
from search.models import SearchRow, SearchWords, StoredEntry
from search.signals import entries_removed, entries_written, levels_changed, popularity_changed


@receiver(entries_written, sender=StoredEntry)
def entries_are_found(sender: type[StoredEntry], entries: Sequence[Entry], **kwargs: Any) -> None:
    write(entries)


@receiver(entries_removed, sender=StoredEntry)
def entries_are_found_no_more(sender: type[StoredEntry], pages: Sequence[int], **kwargs: Any) -> None:
    delete(map(str, pages))


@receiver(levels_changed, sender=StoredEntry)
def entries_are_for_others(sender: type[StoredEntry], pages: Sequence[int], token: str, **kwargs: Any) -> None:
    relabel(pages, token)


@receiver(popularity_changed, sender=StoredEntry)
def entries_are_read_more_or_less(
    sender: type[StoredEntry], pages: Sequence[int], popularity: float, **kwargs: Any
) -> None:
    SearchRow.objects.filter(page_id__in=pages).update(popularity=popularity)


@receiver(pre_delete, sender=SearchWords)
def words_are_forgotten(sender: type[SearchWords], instance: SearchWords, **kwargs: object) -> None:
    """Rows that go with their page."""
    forget_words(instance)
