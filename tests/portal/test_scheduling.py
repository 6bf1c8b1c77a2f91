"""The scheduler: each job at its interval, none disturbed by another, and the real command ends cleanly."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from portal.models import JobRun
from portal.registry import ScheduledJob
from portal.scheduling import LaneEnded, run_due, run_lanes, run_until

ROOT = Path(__file__).resolve().parent.parent.parent
TICK = timedelta(seconds=10)
MINUTE = timedelta(minutes=1)


AT_ONCE = timedelta(0)


def job(name, run=lambda: "xong", every=MINUTE, **how):
    return ScheduledJob(name, name, every, run, **how)


def failing():
    raise ValueError("máy chủ thư không trả lời")


@pytest.mark.django_db
def test_a_job_runs_and_says_what_it_did():
    run_due([job("gửi thư", lambda: "3 thư")], TICK)
    run = JobRun.objects.get(name="gửi thư")
    assert (run.outcome, run.error) == ("3 thư", "")
    assert run.started_at <= run.finished_at


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("passed", "again"),
    [(timedelta(seconds=30), False), (timedelta(seconds=57), True), (timedelta(seconds=60), True)],
)
def test_a_job_waits_for_its_interval_and_a_tick_may_come_a_little_early(passed, again):
    JobRun.objects.create(name="gửi thư", started_at=timezone.now() - passed, finished_at=timezone.now())
    assert bool(run_due([job("gửi thư")], TICK)) == again


@pytest.mark.django_db
def test_a_failing_job_is_recorded_and_the_next_one_runs():
    run_due([job("hỏng", failing), job("tốt")], TICK)
    assert JobRun.objects.get(name="hỏng").error == "ValueError: máy chủ thư không trả lời"
    assert JobRun.objects.get(name="hỏng").finished_at is not None
    assert JobRun.objects.get(name="tốt").outcome == "xong"


@pytest.mark.django_db
def test_a_job_that_recovers_shows_no_old_error():
    run_due([job("thư", failing)], TICK)
    JobRun.objects.update(started_at=timezone.now() - MINUTE)
    run_due([job("thư")], TICK)
    assert JobRun.objects.get().error == ""


@pytest.mark.django_db
def test_a_run_that_was_broken_off_is_repeated_at_its_next_time():
    JobRun.objects.create(name="gửi thư", started_at=timezone.now() - MINUTE, finished_at=None)
    [run] = run_due([job("gửi thư")], TICK)
    assert run.finished_at is not None


@pytest.mark.django_db
def test_a_long_outcome_is_cut_to_its_field():
    run_due([job("dài", lambda: "x" * 2000)], TICK)
    assert len(JobRun.objects.get().outcome) == 500


@pytest.mark.django_db
def test_of_two_schedulers_that_look_at_once_one_runs_the_job():
    """The second one starts to look while the first one's run has begun."""
    ran = []

    def first():
        run_due([job("gửi thư", lambda: ran.append("second") or "")], TICK)
        ran.append("first")
        return "xong"

    run_due([job("gửi thư", first)], TICK)
    assert ran == ["first"]


@pytest.mark.usefixtures("committing_db")  # the scheduler closes connections between ticks
def test_a_stop_waits_for_the_job_that_runs_and_begins_no_other():
    stop = threading.Event()
    ran = []

    def stopped_meanwhile():
        stop.set()
        ran.append("one")
        return ""

    run_until(stop, [job("một", stopped_meanwhile), job("hai", lambda: ran.append("two") or "")], TICK)
    assert ran == ["one"]
    assert JobRun.objects.get().finished_at is not None


@pytest.mark.usefixtures("committing_db")
def test_what_is_prompt_runs_again_and_again_while_a_long_job_runs():
    stop, twice = threading.Event(), threading.Event()
    runs = []

    def publish():
        runs.append("publish")
        if len(runs) == 2:
            twice.set()
        return ""

    def long_work():
        waited = twice.wait(60)
        stop.set()
        return "meanwhile published" if waited else "nobody published"

    jobs = [job("long", long_work), job("publish", publish, every=AT_ONCE, prompt=True)]
    run_lanes(stop, jobs, timedelta(seconds=0.01))
    assert JobRun.objects.get(name="long").outcome == "meanwhile published"


@pytest.mark.usefixtures("committing_db")
def test_a_stop_waits_for_the_long_job_too():
    stop = threading.Event()

    def ends_all():
        stop.set()
        return "xong"

    run_lanes(stop, [job("long", ends_all), job("prompt", prompt=True)], TICK)
    assert JobRun.objects.get(name="long").outcome == "xong"


@pytest.mark.usefixtures("committing_db")
@pytest.mark.parametrize("prompt", [True, False])
def test_a_lane_that_breaks_ends_the_scheduler(prompt):
    """Not what a job raises, which is noted: this one has no interval to reckon with."""
    broken = job("hỏng", every=None, prompt=prompt)
    JobRun.objects.create(name="hỏng", started_at=timezone.now())
    with pytest.raises(TypeError if prompt else LaneEnded):
        run_lanes(threading.Event(), [broken, job("tốt", prompt=not prompt)], TICK)


def test_publishing_is_prompt_and_what_reads_everything_is_not():
    from portal.registry import scheduled_jobs

    assert scheduled_jobs.get("publish_scheduled").prompt
    assert not scheduled_jobs.get("four_eyes").prompt


@pytest.fixture
def command(tmp_path):
    """Runs manage.py commands on a database of their own."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "PORTAL_VAR_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PYTHONUNBUFFERED": "1",
    }

    def start(*arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    return start


def output(process: "subprocess.Popen[str]") -> str:
    said = process.communicate(timeout=300)[0]
    assert process.returncode == 0, said
    return said


@pytest.mark.slow
def test_the_command_runs_its_jobs_and_ends_at_a_signal(command, tmp_path):
    output(command("migrate", "--no-input", "-v0"))
    scheduler = command("run_scheduler")
    assert "publish_scheduled" in scheduler.stdout.readline()
    deadline = time.monotonic() + 60
    while not (runs := finished(tmp_path / "db.sqlite3")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert runs[0] == ("",)
    scheduler.send_signal(signal.SIGTERM)
    assert "Traceback" not in output(scheduler)


def finished(path: Path) -> list[tuple[str]]:
    """The errors of the jobs that have run, as another program sees them."""
    with closing(sqlite3.connect(path, timeout=20)) as database:
        return database.execute("SELECT error FROM portal_jobrun WHERE finished_at IS NOT NULL").fetchall()


@pytest.mark.slow
def test_a_database_that_does_not_answer_does_not_end_the_scheduler(command):
    """This one has no tables yet."""
    scheduler = command("run_scheduler")
    said = ""
    while "trying again at the next tick" not in said:
        line = scheduler.stdout.readline()
        assert line, said
        said += line
    assert scheduler.poll() is None
    scheduler.send_signal(signal.SIGINT)
    output(scheduler)
