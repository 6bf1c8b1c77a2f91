"""What others may listen to."""

from django.dispatch import Signal

#: The original of a restricted file or picture is handed out. ``sender`` its model, ``thing`` it, ``request`` who asks;
#: ``begins`` is false where only a later part of it is asked for.
restricted_original_opened = Signal()
