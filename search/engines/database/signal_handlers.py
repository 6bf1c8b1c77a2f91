"""How the database engine's rows follow the entries."""

from collections.abc import Sequence
from typing import Any

from django.db.models.signals import pre_delete
from django.dispatch import receiver

from search.engines.database.writing import delete, forget_words, write
from search.entries import Entry
from search.models import SearchWords, StoredEntry
from search.signals import entries_removed, entries_written


@receiver(entries_written, sender=StoredEntry)
def entries_are_found(sender: type[StoredEntry], entries: Sequence[Entry], **kwargs: Any) -> None:
    write(entries)


@receiver(entries_removed, sender=StoredEntry)
def entries_are_found_no_more(sender: type[StoredEntry], pages: Sequence[int], **kwargs: Any) -> None:
    delete(map(str, pages))


@receiver(pre_delete, sender=SearchWords)
def words_are_forgotten(sender: type[SearchWords], instance: SearchWords, **kwargs: object) -> None:
    """Rows that go with their page."""
    forget_words(instance)
