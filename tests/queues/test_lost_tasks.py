"""What becomes of tasks whose worker is gone: back into the queue, or to staff; the living keep theirs."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.checks import run_checks
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from portal.editorial import roles
from portal.queues import checks, services
from portal.queues.models import TaskWorker
from portal.queues.querysets import SILENCE
from portal.queues.registry import TaskRule, task_rules
from portal.registry import scheduled_jobs
from tests.reading import Reading

pytestmark = pytest.mark.django_db
URL = "/quan-tri/reports/viec-nen-hong/"
LINKS = "portal.editorial.checklist.tasks.try_links"
INDEXING = "modelsearch.tasks.insert_or_update_object_task"
GONE = "news.models.Article.DoesNotExist"
ONCE = "documents.tasks.send_out"
LONG_AGO = SILENCE + timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _a_task_that_is_done_once(monkeypatch):
    monkeypatch.setattr(task_rules, "_by_name", dict(task_rules._by_name))
    task_rules.register(TaskRule(ONCE, "gửi văn bản đi", repeatable=False))


def worker(name: str, silent: timedelta = timedelta(0)) -> TaskWorker:
    return TaskWorker.objects.create(pk=name, name=name, queues=["long"], beat_at=timezone.now() - silent)


def running(holder: str, path: str = LINKS, since: timedelta = LONG_AGO, attempts: int = 1) -> DBTaskResult:
    return task("RUNNING", path, started_at=timezone.now() - since, worker_ids=["w"] * (attempts - 1) + [holder])


def task(status: str, path: str = LINKS, **values) -> DBTaskResult:
    given = {"args_kwargs": {"args": [["https://riêng.vn"]], "kwargs": {}}, "run_after": get_date_max(), **values}
    return DBTaskResult.objects.create(
        status=status, task_path=path, queue_name="long", backend_name="default", **given
    )


def state_of(task: DBTaskResult) -> str:
    task.refresh_from_db()
    return str(task.status)


def test_the_scheduler_does_it():
    job = scheduled_jobs.get("return_lost_tasks")
    assert job.run is services.return_lost_tasks
    assert job.every <= timedelta(seconds=30)


def test_what_a_silent_worker_held_is_ready_again_and_the_worker_forgotten():
    worker("chết", silent=LONG_AGO)
    held = running("chết")
    assert services.return_lost_tasks() == "1 việc làm lại, 0 việc bỏ lại"
    assert (state_of(held), held.started_at, held.worker_ids) == ("READY", None, ["chết"])
    assert not TaskWorker.objects.exists()


def test_what_the_living_hold_is_left_alone():
    worker("sống")
    held = running("sống")
    assert services.return_lost_tasks() == ""
    assert state_of(held) == "RUNNING"


@pytest.mark.parametrize(("since", "becomes"), [(LONG_AGO, "READY"), (timedelta(seconds=1), "RUNNING")])
def test_a_worker_that_nobody_knows_has_as_much_time(since, becomes):
    held = running("lạ", since=since)
    services.return_lost_tasks()
    assert state_of(held) == becomes


def test_after_three_workers_it_is_given_up():
    worker("chết", silent=LONG_AGO)
    second, third = running("chết", attempts=2), running("chết", attempts=3)
    services.return_lost_tasks()
    assert (state_of(second), state_of(third)) == ("READY", "FAILED")


@pytest.mark.parametrize("path", [ONCE, "an.app.that.is.gone"])
def test_what_may_not_be_repeated_is_not(path):
    held = running("chết", path=path)
    services.return_lost_tasks()
    assert state_of(held) == "FAILED"


def test_a_worker_that_comes_back_under_its_number_holds_nothing_from_before():
    worker("một")
    mine, others = running("một"), running("hai", since=timedelta(0))
    services.return_tasks_of("một")
    assert (state_of(mine), state_of(others)) == ("READY", "RUNNING")


def test_a_task_that_ended_while_the_job_looked_stays_as_it_ended():
    worker("chết", silent=LONG_AGO)
    held = running("chết")

    def ends_meanwhile(execute, sql, *arguments):
        if "queues_taskworker" in sql and state_of(held) == "RUNNING":
            DBTaskResult.objects.filter(pk=held.pk).update(status="SUCCESSFUL")
        return execute(sql, *arguments)

    with connection.execute_wrapper(ends_meanwhile):
        assert services.return_lost_tasks() == ""
    assert state_of(held) == "SUCCESSFUL"


def test_every_task_has_a_rule(monkeypatch):
    assert run_checks() == []
    monkeypatch.delitem(task_rules._by_name, LINKS)
    assert [error.id for error in checks.tasks_have_rules(None)] == ["portal.E020"]


def test_tasks_done_long_ago_are_forgotten_and_failures_are_kept():
    long_ago = timezone.now() - services.REMEMBERED - timedelta(days=1)
    done, gone, failed = task("SUCCESSFUL"), task("FAILED", INDEXING, exception_class_path=GONE), lost()
    missed = task("FAILED", LINKS, exception_class_path=GONE)
    DBTaskResult.objects.update(enqueued_at=long_ago, finished_at=long_ago)
    young = task("SUCCESSFUL", finished_at=timezone.now())
    assert services.forget_old() == "đã xoá dấu 2 việc nền"
    assert set(DBTaskResult.objects.all()) == {failed, missed, young}
    assert {done.pk, gone.pk}.isdisjoint(DBTaskResult.objects.values_list("pk", flat=True))


# Where staff see it


def lost(path: str = LINKS, attempts: int = 3) -> DBTaskResult:
    return task(
        "FAILED", path, finished_at=timezone.now(), worker_ids=["w"] * attempts, exception_class_path=services._LOST
    )


@pytest.fixture
def keeper() -> Client:
    user = User.objects.create_user("nguoi-quan-tri")
    user.groups.add(roles.group_of(roles.ADMINISTRATOR))
    client = Client()
    client.force_login(user)
    return client


def test_the_first_page_says_so(keeper):
    assert "việc nền bị hỏng" not in Reading(keeper, "/quan-tri/").html
    lost()
    task("FAILED", INDEXING, exception_class_path=GONE, finished_at=timezone.now())
    html = Reading(keeper, "/quan-tri/").html
    assert "1 việc nền bị hỏng hoặc bị ngắt giữa chừng" in html
    assert reverse("queues_failed_tasks") in html


@pytest.mark.parametrize(("path", "shown"), [(INDEXING, 0), (LINKS, 1), ("nobody.knows", 1)])
def test_that_something_is_gone_is_a_failure_unless_the_task_expects_it(path, shown):
    task("FAILED", path, exception_class_path=GONE, finished_at=timezone.now())
    assert services.failed_tasks().count() == shown


def test_the_report_names_task_and_cause_and_nothing_of_its_content(keeper):
    lost()
    lost(ONCE, attempts=1)
    task("FAILED", exception_class_path="builtins.OSError", traceback="riêng tư", finished_at=timezone.now())
    html = Reading(keeper, URL).html
    assert "Thử các liên kết trong bài" in html
    assert "Bị ngắt giữa chừng nhiều lần" in html
    assert "Hãy xem việc đã xong chưa rồi mới cho làm lại" in html
    assert "OSError" in html
    assert "riêng" not in html


def test_it_is_begun_again_or_dropped(keeper):
    again, dropped = lost(), lost()
    keeper.post(URL, {"task": [str(again.pk)], "again": ""})
    keeper.post(URL, {"task": [str(dropped.pk), "x", "9" * 40], "drop": ""})
    assert (state_of(again), again.worker_ids) == ("READY", [])
    assert not DBTaskResult.objects.filter(pk=dropped.pk).exists()


def test_what_runs_is_never_dropped(keeper):
    held = running("sống")
    keeper.post(URL, {"task": [str(held.pk)], "drop": ""})
    keeper.post(URL, {"task": [str(held.pk)], "again": ""})
    assert state_of(held) == "RUNNING"


def test_only_those_who_look_after_the_portal_see_it():
    user = User.objects.create_user("phong-vien")
    user.groups.add(roles.group_of(roles.REPORTER))
    client = Client()
    client.force_login(user)
    lost()
    assert client.get(URL).status_code == 302
    assert "việc nền bị hỏng" not in Reading(client, "/quan-tri/").html
