"""What others may want to know of mentions."""

from django.dispatch import Signal

#: Texts were read anew on another road than publishing. ``sender`` is ``Mention``; ``pages``: their numbers.
texts_read = Signal()
