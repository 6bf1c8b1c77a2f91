"""A worker process that ends itself by SIGKILL: ``killable_worker.py POINT AFTER RECEIVER``.

``POINT`` is the name of a checkpoint, or ``handing over``: in the middle of the kind's own work. ``AFTER`` is how often
the point is passed before; a negative number means that the process is left alone.
"""

import http.client
import itertools
import os
import signal
import sys
from datetime import timedelta
from urllib.parse import urlsplit

import django


def main(point: str, after: int, receiver: str) -> None:
    django.setup()

    from django.core.management import call_command

    from portal.outbox import querysets, worker
    from portal.outbox.management.commands import run_worker
    from portal.outbox.registry import EffectKind, Handed, effect_kinds

    # Shorter than in service, so that the test need not wait long for the dead.
    querysets.SILENCE, worker.BEAT_EVERY = timedelta(seconds=3), timedelta(seconds=0.3)
    address = urlsplit(receiver)
    passes = itertools.count()

    def checkpoint(name: str) -> None:
        if name == point and next(passes) == after:
            os.kill(os.getpid(), signal.SIGKILL)

    def hand_over(handed: Handed) -> None:
        """Tell the receiver the key; the process may die between the two halves of the request."""
        connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
        connection.putrequest("POST", "/")
        body = f"{handed.payload['subject']} {handed.payload['number']} {handed.key}".encode()
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders()
        checkpoint("handing over")
        connection.send(body)
        assert connection.getresponse().status == 204
        connection.close()

    effect_kinds.register(EffectKind("test", "thử", hand_over))
    vars(run_worker)["no_checkpoint"] = checkpoint
    call_command("run_worker")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
