"""What others may listen to."""

from django.dispatch import Signal

#: Staff decided about tasks that failed. ``sender`` is ``DBTaskResult``; ``decision`` "again" or "drop"; ``ids``.
tasks_decided = Signal()
