"""``/healthz``: true, cheap, and nobody's secret."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from portal.health import OTHER_JOB, OTHER_JOBS_SILENT, PUBLISHING, SCHEDULER_SILENT, HealthItem, health_items
from portal.models import JobRun
from portal.outbox.models import Effect, Worker
from portal.outbox.querysets import SILENCE
from portal.queues.health import LONG_TASKS_WAIT, LOST_WAIT, SCANS_WAIT, SHORT_TASKS_WAIT
from portal.queues.models import TaskWorker
from portal.queues.querysets import SILENCE as TASK_SILENCE
from portal.registry import scheduled_jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def working() -> None:
    """A worker and a scheduler that have just shown themselves."""
    Worker.objects.create(name="máy 1")
    TaskWorker.objects.create(pk="ngắn", name="máy 1", queues=["default"])
    TaskWorker.objects.create(pk="dài", name="máy 1", queues=["long"])
    TaskWorker.objects.create(pk="quét", name="máy 1", queues=["scans"])
    JobRun.objects.create(name="publish_scheduled", started_at=timezone.now())
    JobRun.objects.create(name="seal_audit", started_at=timezone.now())


@pytest.mark.usefixtures("working")
def test_an_installation_that_works_says_so(visitor):
    answer = visitor.get("/healthz")
    assert answer.status_code == 200
    items = answer.json()["items"]
    assert answer.json()["status"] == "ok"
    assert set(items.values()) == {"ok"}
    assert set(items) == {
        *("database", "scheduler", "scheduler-other-jobs", "worker", "outbox"),
        *("short-task-worker", "long-task-worker", "scan-worker", "short-tasks", "long-tasks", "scans", "lost-tasks"),
    }
    assert "no-store" in answer["Cache-Control"]


def broken_worker():
    Worker.objects.update(beat_at=timezone.now() - SILENCE - timedelta(seconds=1))


def broken_scheduler():
    silent_job("publish_scheduled", SCHEDULER_SILENT)


def broken_other_lane():
    silent_job("seal_audit", OTHER_JOBS_SILENT)


def silent_job(name, silence):
    JobRun.objects.filter(name=name).update(started_at=timezone.now() - silence - timedelta(seconds=1))


def broken_outbox():
    Effect.objects.create(kind="mail", key="1", payload={}, due_at=timezone.now() - timedelta(minutes=2))


def silent(queue, silence):
    TaskWorker.objects.filter(queues=[queue]).update(beat_at=timezone.now() - silence - timedelta(seconds=1))


def broken_short_task_worker():
    silent("default", TASK_SILENCE)


def broken_long_task_worker():
    silent("long", TASK_SILENCE)


def broken_scan_worker():
    silent("scans", TASK_SILENCE)


def waiting_task(queue, since, run_after=None):
    task = DBTaskResult.objects.create(
        task_path="riêng.tư", queue_name=queue, args_kwargs={"args": ["riêng tư"], "kwargs": {}},
        backend_name="default", run_after=run_after,
    )  # fmt: skip
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=timezone.now() - since)


def waiting_short_task():
    waiting_task("default", SHORT_TASKS_WAIT + timedelta(seconds=1))


def waiting_long_task():
    waiting_task("long", LONG_TASKS_WAIT + timedelta(seconds=1))


def waiting_scan():
    waiting_task("scans", SCANS_WAIT + timedelta(seconds=1))


def lost_task():
    """Another worker died, and nobody gives back what it held."""
    beat_at = timezone.now() - TASK_SILENCE - LOST_WAIT - timedelta(seconds=1)
    TaskWorker.objects.create(pk="chết", name="máy 2", queues=["long"], beat_at=beat_at)


@pytest.mark.usefixtures("working")
@pytest.mark.parametrize(
    ("item", "break_it"),
    [
        ("worker", broken_worker),
        ("scheduler", broken_scheduler),
        ("scheduler-other-jobs", broken_other_lane),
        ("outbox", broken_outbox),
        ("short-task-worker", broken_short_task_worker),
        ("long-task-worker", broken_long_task_worker),
        ("short-tasks", waiting_short_task),
        ("long-tasks", waiting_long_task),
        ("scan-worker", broken_scan_worker),
        ("scans", waiting_scan),
        ("lost-tasks", lost_task),
    ],
)
def test_what_does_not_work_is_named(visitor, item, break_it):
    break_it()
    answer = visitor.get("/healthz")
    assert answer.status_code == 503
    assert [name for name, state in answer.json()["items"].items() if state != "ok"] == [item]
    assert "riêng" not in answer.content.decode()


@pytest.mark.usefixtures("working")
def test_another_job_that_runs_does_not_hide_that_publishing_stands_still(visitor):
    broken_scheduler()
    assert visitor.get("/healthz").json()["items"]["scheduler"] == "failing"


@pytest.mark.parametrize("name", [PUBLISHING, OTHER_JOB])
def test_what_is_watched_is_a_job_of_its_lane(name):
    job = scheduled_jobs.get(name)
    assert job.prompt is (name == PUBLISHING)
    assert job.every < {PUBLISHING: SCHEDULER_SILENT, OTHER_JOB: OTHER_JOBS_SILENT}[name]


@pytest.mark.usefixtures("working")
def test_an_effect_that_waits_for_its_next_attempt_is_no_fault(visitor):
    Effect.objects.create(
        kind="mail", key="1", payload={}, attempts=3, error="OSError", due_at=timezone.now() + timedelta(minutes=5)
    )
    assert visitor.get("/healthz").status_code == 200


@pytest.mark.usefixtures("working")
def test_a_task_that_waits_for_its_turn_or_its_hour_is_no_fault(visitor):
    waiting_task("default", SHORT_TASKS_WAIT - timedelta(minutes=1))
    waiting_task("long", LONG_TASKS_WAIT - timedelta(minutes=1))
    waiting_task("long", LONG_TASKS_WAIT * 2, run_after=timezone.now() + timedelta(hours=1))
    assert visitor.get("/healthz").status_code == 200


@pytest.mark.usefixtures("working")
def test_whoever_works_on_all_queues_works_on_each(visitor):
    TaskWorker.objects.all().delete()
    TaskWorker.objects.create(pk="tất cả", name="máy 1", queues=["*"])
    assert visitor.get("/healthz").status_code == 200


@pytest.mark.usefixtures("working")
def test_apps_add_items_and_a_broken_one_breaks_no_other(visitor, monkeypatch):
    def fails() -> bool:
        raise DatabaseError("mật khẩu của máy chủ")

    monkeypatch.setattr(health_items, "_by_name", {**health_items._by_name, "x": HealthItem("x", fails)})
    answer = visitor.get("/healthz")
    assert answer.json()["items"]["x"] == "failing"
    assert "mật khẩu" not in answer.content.decode()


@pytest.mark.usefixtures("working")
def test_asking_is_cheap(visitor):
    """One query an item, and none reads all tasks."""
    many_tasks()
    with CaptureQueriesContext(connection) as asked:
        visitor.get("/healthz")
    assert len(asked) <= len(health_items)
    about_tasks = [query["sql"] for query in asked if "dbtaskresult" in query["sql"]]
    assert len(about_tasks) == 3
    for sql in about_tasks:
        assert not reads_whole_table(plan_of(sql))


def many_tasks():
    """Most were done long ago; some wait for a second."""
    given = {"task_path": "x", "args_kwargs": {}, "backend_name": "default", "run_after": get_date_max()}
    for queue, status in (("default", "SUCCESSFUL"), ("default", "READY"), ("long", "SUCCESSFUL")):
        DBTaskResult.objects.bulk_create(DBTaskResult(queue_name=queue, status=status, **given) for _ in range(1500))


def reads_whole_table(plan: str) -> bool:
    """In PostgreSQL's words or SQLite's. Which of the indexes is taken is theirs to choose."""
    return "Seq Scan" in plan or "SCAN django_tasks" in plan


def plan_of(sql: str) -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ANALYZE django_tasks_database_dbtaskresult")
        cursor.execute(f"{'EXPLAIN' if connection.vendor == 'postgresql' else 'EXPLAIN QUERY PLAN'} {sql}")
        return str(cursor.fetchall())
