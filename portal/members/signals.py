"""What this app lets others know of: each is sent inside the transaction that does it."""

from django.dispatch import Signal

#: ``invitations`` were written, ``by`` somebody.
people_invited = Signal()
#: ``invitation`` was sent again, or withdrawn, ``by`` somebody.
invitation_sent_again = Signal()
invitation_withdrawn = Signal()
#: The owner of ``invitation`` chose a password.
invitation_accepted = Signal()
