"""What counts less on every engine because it binds nobody any more; how much less each engine knows for itself."""

from documents.models.status import Status

#: What followed it has much the same words, and is what is looked for.
ENDED = (Status.EXPIRED.value, Status.OBSOLETE.value)
