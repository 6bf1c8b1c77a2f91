"""What others may listen to."""

from django.dispatch import Signal

#: Entries were written or written anew, in the transaction of the caller. ``sender`` is ``StoredEntry``; ``entries``.
#: What becomes of one that goes is told by ``post_delete``; a new place or token alone tells nobody.
entries_written = Signal()
