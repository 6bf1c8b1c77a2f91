"""What others may want to know of documents."""

from django.dispatch import Signal

#: The periods in which documents hold are others than before. ``sender`` is ``OfficialDocument``; ``documents``: ids.
statuses_changed = Signal()
