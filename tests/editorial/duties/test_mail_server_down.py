"""A text goes its whole way while the mail server is away: nobody waits, and every mail arrives once."""

import smtplib
from collections.abc import Callable

import pytest
from django.utils import timezone

from portal.editorial.services import submit
from portal.members.services import choose_mails
from portal.outbox.models import Effect, State
from portal.registry import notification_kinds
from tests.editorial.desk.conftest import Newsroom, step
from tests.outbox.test_mail import mailbox  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db
TITLE = "Chi bộ Đồng Tiến họp chuyên đề"


@pytest.fixture
def nobody_waits(monkeypatch, drained, django_capture_on_commit_callbacks) -> Callable[[Callable[[], object]], None]:
    """Does what people do, with all that comes after the commit, and sees that nothing of it speaks with the server."""
    tried = []
    connect = smtplib.SMTP.connect

    def noted(server: smtplib.SMTP, *args, **kwargs):
        tried.append(args)
        return connect(server, *args, **kwargs)

    monkeypatch.setattr(smtplib.SMTP, "connect", noted)

    def done(act: Callable[[], object]) -> None:
        tried.clear()
        with django_capture_on_commit_callbacks(execute=True):
            act()
        assert not tried, "who decides waits for the mail server"
        drained()
        assert tried, "the worker alone does, and is what tries"

    return done


def test_every_mail_of_the_way_arrives_once_when_the_server_is_back(
    newsroom: Newsroom,
    mailbox,  # noqa: F811  the fixture
    drained,
    nobody_waits,
):
    box, start = mailbox
    for who in (newsroom.reporter, newsroom.editor, newsroom.chief):
        choose_mails(who, {kind.name: "at_once" for kind in notification_kinds})
    article = newsroom.draft(TITLE)

    nobody_waits(lambda: submit(article, by=newsroom.reporter))
    nobody_waits(lambda: step(article).reject(user=newsroom.editor, comment="Thiếu nguồn"))
    nobody_waits(lambda: submit(type(article).objects.get(pk=article.pk), by=newsroom.reporter))
    nobody_waits(lambda: step(article).approve(user=newsroom.editor, comment="Đã đủ nguồn"))
    at = step(article)
    nobody_waits(lambda: at.task.specific.on_action(at, newsroom.chief, "approve", comment="Đăng được"))

    article.refresh_from_db()
    assert article.live, "the mail server keeps no text back"
    assert Effect.objects.filter(kind="notice", state=State.WAITING).count() == 7
    start()
    Effect.objects.filter(kind="notice").update(due_at=timezone.now())
    drained()
    drained()
    assert sorted((mail["To"], mail["Subject"].strip()) for mail in box.got) == sorted(
        [
            ("khe@example.vn", f"Bài “{TITLE}” chờ bạn: Biên tập"),
            ("suong@example.vn", f"Bài “{TITLE}” được trả lại"),
            ("khe@example.vn", f"Bài “{TITLE}” chờ bạn: Biên tập"),
            ("suong@example.vn", f"Bài “{TITLE}” đã qua bước “Biên tập”"),
            ("dao@example.vn", f"Bài “{TITLE}” chờ bạn: Duyệt xuất bản"),
            ("khe@example.vn", f"Bài “{TITLE}” đã được duyệt và đăng"),
            ("suong@example.vn", f"Bài “{TITLE}” đã được duyệt và đăng"),
        ]
    )
    assert len({mail["Message-ID"] for mail in box.got}) == 7
    assert not Effect.objects.filter(kind="notice").exclude(state=State.DONE).exists()
