"""Scheduled publishing runs with the real command, and staff see when it last did."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from portal.admin.jobs import ago, job_states
from portal.editorial.roles import CHIEF, EDITOR, REPORTER, group_of
from portal.models import JobRun
from portal.registry import ScheduledJob, scheduled_jobs

ROOT = Path(__file__).resolve().parents[3]
PUBLISHING = "Xuất bản và hết hạn theo giờ hẹn"
PLAN = """
from datetime import timedelta
from django.utils import timezone
from news.models import Article, Section
from tests.factories import approval_of
section = Section.objects.get(slug="tin-tuc")
now = timezone.now()
due = section.add_child(instance=Article(title="Bài hẹn giờ", live=False))
due.go_live_at = now + timedelta(seconds=3)
revision = due.save_revision()
approval_of(due).save()
revision.publish()
gone = section.add_child(instance=Article(title="Bài sắp hết hạn", live=False))
gone.expire_at = now + timedelta(seconds=3)
revision = gone.save_revision()
approval_of(gone).save()
revision.publish()
later = section.add_child(instance=Article(title="Bài ngày mai", live=False))
later.go_live_at = now + timedelta(days=1)
revision = later.save_revision()
approval_of(later).save()
revision.publish()
"""
LOOK = (
    "from news.models import Article; print(sorted(Article.objects.filter(live=True).values_list('title', flat=True)))"
)
RUNS = "from portal.models import JobRun; print(JobRun.objects.get(name='publish_scheduled').finished_at is not None)"


def ran(passed: timedelta, **state) -> None:
    moment = timezone.now() - passed
    for job in scheduled_jobs:
        JobRun.objects.create(name=job.name, started_at=moment, finished_at=moment, **state)


@pytest.fixture
def first_page(admin_client):
    def asked_now() -> str:
        return admin_client.get(reverse("wagtailadmin_home")).content.decode()

    return asked_now


@pytest.mark.django_db
def test_a_job_that_never_ran_is_late(first_page):
    assert all(job.is_late for job in job_states())
    assert "Chưa chạy lần nào" in first_page()


@pytest.mark.django_db
def test_a_job_that_ran_a_moment_ago_is_well_and_says_what_it_did(first_page):
    ran(timedelta(seconds=5), outcome="1 xuất bản, 0 hết hạn")
    page = first_page()
    assert PUBLISHING in page
    assert "giây trước" in page
    assert "1 xuất bản, 0 hết hạn" in page
    assert "portal-jobs__late" not in page


@pytest.mark.django_db
def test_an_app_names_its_own_job(monkeypatch, first_page):
    monkeypatch.setattr(scheduled_jobs, "_by_name", {})
    scheduled_jobs.register(ScheduledJob("nhac_viec", "Nhắc lịch sinh hoạt", timedelta(hours=1), lambda: ""))
    assert [job.label for job in job_states()] == ["Nhắc lịch sinh hoạt"]
    assert "Nhắc lịch sinh hoạt" in first_page()


@pytest.mark.django_db
def test_every_job_has_a_vietnamese_name():
    for job in scheduled_jobs:
        with override("en"):
            english = str(job.label)
        assert str(job.label) != english


@pytest.mark.django_db
def test_a_job_older_than_a_minute_is_red(first_page):
    ran(timedelta(seconds=59))
    publishing = next(job for job in job_states() if job.label == PUBLISHING)
    assert not publishing.is_late
    JobRun.objects.update(started_at=timezone.now() - timedelta(seconds=61))
    page = first_page()
    assert "đã ngừng chạy" in page
    assert "portal-jobs__late" in page


@pytest.mark.django_db
def test_a_failed_job_is_red_and_the_report_says_why(admin_client, first_page):
    ran(timedelta(seconds=5), error="OperationalError: cơ sở dữ liệu bị khoá")
    assert "gặp lỗi" in first_page()
    report = admin_client.get(reverse("portal_admin_jobs")).content.decode()
    assert "cơ sở dữ liệu bị khoá" in report


@pytest.mark.django_db
@pytest.mark.parametrize(("role", "status"), [(REPORTER, 302), (EDITOR, 302), (CHIEF, 200)])
def test_the_report_is_for_those_who_publish(client, django_user_model, role, status):
    user = django_user_model.objects.create_user("canbo")
    user.groups.add(group_of(role))
    client.force_login(user)
    assert client.get(reverse("portal_admin_jobs")).status_code == status


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=7), "7 giây trước"),
        (timedelta(minutes=3), "3 phút trước"),
        (timedelta(hours=5), "5 giờ trước"),
        (timedelta(days=1200), "1.200 ngày trước"),
        (timedelta(seconds=-3), "0 giây trước"),
    ],
)
def test_how_long_ago(passed, said):
    assert ago(passed) == said


@pytest.fixture
def portal_folder(tmp_path) -> dict[str, str]:
    """The environment of a portal of its own."""
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    return env | {"PORTAL_VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}


def manage(env: dict[str, str], *words: str) -> str:
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_the_real_scheduler_publishes_and_takes_off_at_the_hour(portal_folder):
    manage(portal_folder, "migrate", "-v0")
    manage(portal_folder, "shell", "-v0", "-c", PLAN)
    assert "['Bài sắp hết hạn']" in manage(portal_folder, "shell", "-v0", "-c", LOOK)
    scheduler = subprocess.Popen([sys.executable, "manage.py", "run_scheduler"], cwd=ROOT, env=portal_folder)
    try:
        deadline = time.monotonic() + 60
        while "['Bài hẹn giờ']" not in manage(portal_folder, "shell", "-v0", "-c", LOOK):
            assert time.monotonic() < deadline, "nothing was published in a minute"
            time.sleep(1)
    finally:
        scheduler.send_signal(signal.SIGTERM)
        scheduler.wait(timeout=30)
    assert "True" in manage(portal_folder, "shell", "-v0", "-c", RUNS)
