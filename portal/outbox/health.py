"""What ``/healthz`` asks of the outbox."""

from datetime import timedelta

from django.utils import timezone

from portal.outbox.models import Effect, Worker

#: Effects are carried out within a second; those waiting so long find nobody who takes them.
OLDEST = timedelta(minutes=1)


def worker_lives() -> bool:
    return Worker.objects.alive(timezone.now()).exists()


def nothing_waits() -> bool:
    """No effect has been due for long. One that failed is not due before its next attempt."""
    return not Effect.objects.waiting().filter(due_at__lt=timezone.now() - OLDEST).exists()
