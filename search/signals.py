"""What others may listen to."""

from django.dispatch import Signal

#: Entries were written or written anew, in the transaction of the caller. ``sender`` is ``StoredEntry``; ``entries``.
entries_written = Signal()
#: Entries were taken away while their pages stay, in the transaction of the caller; ``pages``: their numbers.
entries_removed = Signal()
#: Entries are for others now, and nothing else of them changed; ``pages``: their numbers, ``token``: the new one.
levels_changed = Signal()
#: Entries are read more or less, and nothing else changed; ``pages``: their numbers, ``popularity``: the new one.
popularity_changed = Signal()
