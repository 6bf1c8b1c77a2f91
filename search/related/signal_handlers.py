"""How lists of related stories follow the entries."""

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver

from search.entries import Entry
from search.models import StoredEntry
from search.related.keeping import entries_changed
from search.signals import entries_written, levels_changed


@receiver(entries_written, sender=StoredEntry)
def lists_are_made_anew(sender: type[StoredEntry], entries: Sequence[Entry], **kwargs: Any) -> None:
    entries_changed(int(entry.key) for entry in entries)


@receiver(levels_changed, sender=StoredEntry)
def lists_are_for_others(sender: type[StoredEntry], pages: Sequence[int], **kwargs: Any) -> None:
    """What was opened may stand in lists where it could not before."""
    entries_changed(pages)
