"""What others may listen to."""

from django.dispatch import Signal

#: Staff decided about effects that were given up. ``sender`` is ``Effect``; ``decision`` "again" or "drop"; ``ids``.
effects_decided = Signal()
