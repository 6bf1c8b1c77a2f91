"""Tasks that the worker processes of a test import."""

import time

from django_tasks import task


@task(queue_name="long")
def long_work(seconds: float) -> None:
    time.sleep(seconds)


@task()
def short_work() -> None:
    """Done as soon as somebody does it."""
