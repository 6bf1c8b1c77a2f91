"""A worker's signs of life: after a failure of the database they go on."""

from datetime import timedelta

import pytest
from django.db import InterfaceError, OperationalError, connection

from portal.outbox import worker as working
from portal.outbox.worker import Beat, register_worker


@pytest.mark.parametrize("failure", [OperationalError("the server closed"), InterfaceError("already closed")])
def test_a_worker_shows_again_that_it_lives_once_the_database_answers(committing_db, monkeypatch, failure):
    monkeypatch.setattr(working, "BEAT_EVERY", timedelta(seconds=0.01))
    worker = register_worker()
    silent_since = worker.beat_at
    beat, failures = Beat(worker), [failure]

    def answer(execute, *arguments):
        if failures:
            raise failures.pop()
        beat.stop.set()
        return execute(*arguments)

    with connection.execute_wrapper(answer):
        beat.run()
    worker.refresh_from_db()
    assert worker.beat_at > silent_since
