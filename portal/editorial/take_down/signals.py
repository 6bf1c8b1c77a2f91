"""What this app lets others know of, inside the transaction that does it."""

from django.dispatch import Signal

#: ``pages`` were taken down ``by`` somebody, at once, the one asked for first; ``records`` say why.
pages_taken_down = Signal()
