"""``/healthz``: true, cheap, and nobody's secret."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from portal.health import SCHEDULER_SILENT, HealthItem, health_items
from portal.models import JobRun
from portal.outbox.models import Effect, Worker
from portal.outbox.querysets import SILENCE

pytestmark = pytest.mark.django_db


@pytest.fixture
def working() -> None:
    """A worker and a scheduler that have just shown themselves."""
    Worker.objects.create(name="máy 1")
    JobRun.objects.create(name="publish_scheduled", started_at=timezone.now())


@pytest.mark.usefixtures("working")
def test_an_installation_that_works_says_so(visitor):
    answer = visitor.get("/healthz")
    assert answer.status_code == 200
    assert answer.json() == {
        "status": "ok",
        "items": {"database": "ok", "scheduler": "ok", "worker": "ok", "outbox": "ok"},
    }
    assert "no-store" in answer["Cache-Control"]


def broken_worker():
    Worker.objects.update(beat_at=timezone.now() - SILENCE - timedelta(seconds=1))


def broken_scheduler():
    JobRun.objects.update(started_at=timezone.now() - SCHEDULER_SILENT - timedelta(seconds=1))


def broken_outbox():
    Effect.objects.create(kind="mail", key="1", payload={}, due_at=timezone.now() - timedelta(minutes=2))


@pytest.mark.usefixtures("working")
@pytest.mark.parametrize(
    ("item", "break_it"), [("worker", broken_worker), ("scheduler", broken_scheduler), ("outbox", broken_outbox)]
)
def test_what_does_not_work_is_named(visitor, item, break_it):
    break_it()
    answer = visitor.get("/healthz")
    assert answer.status_code == 503
    assert [name for name, state in answer.json()["items"].items() if state != "ok"] == [item]


@pytest.mark.usefixtures("working")
def test_an_effect_that_waits_for_its_next_attempt_is_no_fault(visitor):
    Effect.objects.create(
        kind="mail", key="1", payload={}, attempts=3, error="OSError", due_at=timezone.now() + timedelta(minutes=5)
    )
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
def test_asking_is_cheap(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        visitor.get("/healthz")
