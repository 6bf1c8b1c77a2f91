"""The daily head: mailed once a day of Viet Nam to those who keep it."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from portal.editorial.audit.heads import mail_head
from portal.editorial.audit.models import DailyHead
from portal.editorial.audit.sealing import head
from portal.editorial.audit.services import record
from portal.editorial.audit.verifying import parse_head, verify
from portal.outbox.models import Effect
from portal.registry import PartlyDone, scheduled_jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch):
    """Sets the clock."""

    def is_now(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return is_now


def mails() -> list[dict[str, str]]:
    return [effect.payload for effect in Effect.objects.filter(kind="mail").order_by("pk")]


def test_administrators_get_the_head_once_a_day_of_viet_nam(keeper, clock):
    clock(datetime(2026, 3, 9, 16, 0, tzinfo=UTC))
    mail_head()
    mail_head()
    clock(datetime(2026, 3, 9, 17, 0, tzinfo=UTC))  # midnight in Viet Nam
    record("wagtail.publish")
    mail_head()
    mail_head()
    assert [str(daily.day) for daily in DailyHead.objects.order_by("day")] == ["2026-03-09", "2026-03-10"]
    assert [mail["to"] for mail in mails()] == ["giu.nhat.ky@example.vn"] * 2
    assert mails()[1]["subject"] == "Đầu chuỗi nhật ký hoạt động ngày 10/03/2026"
    position, last = head()
    assert f"manage.py audit verify --head {position}:{last}" in mails()[1]["text"]
    verify([parse_head(f"{position}:{last}")])


def test_all_that_was_committed_is_under_the_head(keeper):
    record("wagtail.publish")
    mail_head()
    assert verify().unsealed == 0


def test_a_setting_names_others(settings, keeper):
    settings.AUDIT_HEAD_TO = ["a@example.vn", "b@example.vn"]
    mail_head()
    assert [mail["to"] for mail in mails()] == ["a@example.vn", "b@example.vn"]


def test_that_nobody_gets_it_is_said_and_mended_the_same_day(db, settings):
    with pytest.raises(PartlyDone) as failure:
        mail_head()
    assert "AUDIT_HEAD_TO" in failure.value.problems[0]
    settings.AUDIT_HEAD_TO = ["a@example.vn"]
    mail_head()
    assert len(mails()) == 1


def test_the_scheduler_seals_mails_and_forgets():
    assert {"seal_audit", "mail_audit_head", "forget_audit_texts"} <= {job.name for job in scheduled_jobs}
