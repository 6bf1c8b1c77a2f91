"""What others may want to know of files."""

from django.dispatch import Signal

#: The text of a file, as readers get it, is another than before. ``sender`` is ``DocumentFile``; ``file``: which one.
text_changed = Signal()
