"""A worker's signs of life: after a failure of the database they go on."""

from datetime import timedelta

import pytest
from django.db import InterfaceError, OperationalError, connection

from portal.beat import Beat
from portal.outbox.models import Worker
from portal.outbox.worker import register_worker

SOON = timedelta(seconds=0.01)


@pytest.mark.parametrize("failure", [OperationalError("the server closed"), InterfaceError("already closed")])
def test_a_worker_shows_again_that_it_lives_once_the_database_answers(committing_db, failure):
    worker = register_worker()
    silent_since = worker.beat_at
    beat, failures = Beat(worker, SOON), [failure]

    def answer(execute, *arguments):
        if failures:
            raise failures.pop()
        beat.stop.set()
        return execute(*arguments)

    with connection.execute_wrapper(answer):
        beat.run()
    worker = Worker.objects.get(pk=worker.pk)
    assert worker.beat_at > silent_since


def test_a_worker_that_was_taken_for_dead_and_is_not_is_known_again(committing_db):
    worker = register_worker()
    Worker.objects.all().delete()
    beat = Beat(worker, SOON)

    def stop_after_insert(execute, sql, *arguments):
        if sql.startswith("INSERT"):
            beat.stop.set()
        return execute(sql, *arguments)

    with connection.execute_wrapper(stop_after_insert):
        beat.run()
    assert Worker.objects.filter(pk=worker.pk).exists()
