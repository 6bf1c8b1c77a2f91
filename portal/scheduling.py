"""The scheduler: repeats the jobs that apps registered, each at its own interval.

When a job last began is in the database (``JobRun``), not in this process: a restart repeats nothing early, and of
two schedulers that look at the same moment only one runs a job, since it claims the run by changing the row both saw.

Publishing at the appointed minute must not wait behind a job that takes one: prompt jobs have a lane of their own.
"""

import logging
import threading
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import DatabaseError, IntegrityError, InterfaceError, close_old_connections, connection, transaction
from django.utils import timezone

from portal.models import JobRun
from portal.registry import PartlyDone, ScheduledJob

logger = logging.getLogger(__name__)


def run_lanes(stop: threading.Event, jobs: Iterable[ScheduledJob], tick: timedelta) -> None:
    """Run all that is due until ``stop`` is set: what is prompt here, the rest beside it.

    Raises:
        LaneEnded: the other lane broke. Whoever watches over this process starts it anew.
    """
    jobs = list(jobs)
    others = Lane(stop, [job for job in jobs if not job.prompt], tick)
    others.start()
    try:
        run_until(stop, [job for job in jobs if job.prompt], tick)
    finally:
        stop.set()
        others.join()
    if others.failure is not None:
        raise LaneEnded from others.failure


class LaneEnded(RuntimeError):
    """A lane of the scheduler broke."""


class Lane(threading.Thread):
    """Jobs beside those of the main thread; when it breaks, both end."""

    def __init__(self, stop: threading.Event, jobs: list[ScheduledJob], tick: timedelta) -> None:
        super().__init__(name="other jobs")
        self.stop, self.jobs, self.tick = stop, jobs, tick
        self.failure: BaseException | None = None

    def run(self) -> None:
        try:
            run_until(self.stop, self.jobs, self.tick)
        except BaseException as failure:  # noqa: BLE001  the main thread raises it
            self.failure = failure
        finally:
            self.stop.set()
            connection.close()


def run_until(stop: threading.Event, jobs: Iterable[ScheduledJob], tick: timedelta) -> None:
    """Run what is due every ``tick`` until ``stop`` is set; a job that has begun is finished first."""
    jobs = list(jobs)
    while not stop.is_set():
        close_old_connections()
        try:
            run_due(jobs, tick, stop)
        except (DatabaseError, InterfaceError):
            logger.exception("the database did not answer; trying again at the next tick")
        stop.wait(tick.total_seconds())


def run_due(jobs: Iterable[ScheduledJob], tick: timedelta, stop: threading.Event | None = None) -> list[JobRun]:
    """Run the jobs whose interval has passed, one after the other; returns their records."""
    runs = []
    for job in jobs:
        if stop is not None and stop.is_set():
            break
        run = _claim(job, tick)
        if run is not None:
            runs.append(_carry_out(job, run))
    return runs


def _claim(job: ScheduledJob, tick: timedelta) -> JobRun | None:
    """The record of a new run of ``job``; None when it is not due, or another scheduler was faster."""
    now = timezone.now()
    last = JobRun.objects.filter(name=job.name).first()
    if last is None:
        return _first(job, now)
    # A tick never comes exactly on time: half of one early counts as due, else the job would wait a whole tick more.
    if now < last.started_at + job.every - tick / 2:
        return None
    seen = JobRun.objects.filter(pk=last.pk, started_at=last.started_at)
    if not seen.update(started_at=now, finished_at=None):
        return None
    last.started_at, last.finished_at = now, None
    return last


def _first(job: ScheduledJob, now: datetime) -> JobRun | None:
    try:
        with transaction.atomic():
            return JobRun.objects.create(name=job.name, started_at=now)
    except IntegrityError:
        return None


def _carry_out(job: ScheduledJob, run: JobRun) -> JobRun:
    try:
        outcome, error = job.run(), ""
    except PartlyDone as partly:
        outcome, error = partly.outcome, "\n".join(partly.problems)
        if error != run.error:  # once, not at every tick until somebody puts it right
            logger.error("scheduled job %s left something undone:\n%s", job.name, error)
    except Exception as failure:  # whatever one job raises, the others go on; it is logged and shown to staff
        logger.exception("scheduled job %s failed", job.name)
        outcome, error = "", f"{type(failure).__name__}: {failure}"
    run.finished_at = timezone.now()
    run.outcome = outcome[: JobRun._meta.get_field("outcome").max_length]
    run.error = error
    run.save(update_fields=["finished_at", "outcome", "error"])
    return run
