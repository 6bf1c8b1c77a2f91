"""Mails through a real server that is down, refuses, or takes them."""

import email
import socket
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import Message

import pytest
from aiosmtpd.controller import Controller
from django.utils import timezone

from portal.outbox.mail import Mail, send_mail
from portal.outbox.models import Effect, State
from portal.outbox.reminders import Reminder, remind, reminders

pytestmark = pytest.mark.django_db


class Mailbox:
    """What the server has taken; recipients may be refused by name."""

    def __init__(self) -> None:
        self.got: list[Message] = []
        self.refused: dict[str, str] = {}

    async def handle_RCPT(self, server, session, envelope, address, options) -> str:  # noqa: N802  aiosmtpd names it
        if address in self.refused:
            return self.refused[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802  as above
        self.got.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@pytest.fixture
def mailbox(settings) -> Iterator[tuple[Mailbox, Callable[[], None]]]:
    """A mailbox, and what starts its server."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    box = Mailbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    started = []

    def start() -> None:
        controller.start()
        started.append(True)

    yield box, start
    if started:
        controller.stop()


def letter(to: str = "bien.tap@example.vn") -> Mail:
    return Mail(
        to=to,
        subject="Bài “Đường hoa”\nđược trả lại",
        text="Đồng chí xem lại sapo.",
        html="<p>Xem lại <b>sapo</b>.</p>",
    )


def test_a_mail_arrives_whole_and_in_vietnamese(mailbox, drained):
    box, start = mailbox
    start()
    send_mail(letter(), key="trả lại/7")
    drained()
    [mail] = box.got
    assert mail["Subject"].strip() == "Bài “Đường hoa” được trả lại", "a line break would begin another header"
    assert mail["To"] == "bien.tap@example.vn"
    assert mail.get_body(("plain",)).get_content().strip() == "Đồng chí xem lại sapo."
    assert "<b>sapo</b>" in mail.get_body(("html",)).get_content()


def test_while_the_server_is_down_mails_wait_and_then_arrive_once(mailbox, drained):
    box, start = mailbox
    for number in range(3):
        send_mail(letter(f"nguoi{number}@example.vn"), key=f"báo/{number}")
    drained()
    assert Effect.objects.waiting().count() == 3
    start()
    Effect.objects.update(due_at=timezone.now())
    drained()
    drained()
    assert sorted(mail["To"] for mail in box.got) == ["nguoi0@example.vn", "nguoi1@example.vn", "nguoi2@example.vn"]


def test_the_same_mail_has_the_same_id_whenever_it_is_handed_over(mailbox, drained):
    """A worker that died after the server took the mail hands it over again: mail programs show it once."""
    box, start = mailbox
    start()
    effect = send_mail(letter(), key="trả lại/7")
    drained()
    Effect.objects.filter(pk=effect.pk).update(state=State.WAITING, due_at=timezone.now())
    drained()
    assert len({mail["Message-ID"] for mail in box.got}) == 1 < len(box.got)


@pytest.mark.parametrize(("answer", "state"), [("550 no such box", State.DEAD), ("450 come again", State.WAITING)])
def test_a_refused_recipient_is_given_up_only_when_it_is_final_and_stops_no_other(mailbox, drained, answer, state):
    box, start = mailbox
    box.refused = {"sai@example.vn": answer}
    start()
    wrong = send_mail(letter("sai@example.vn"))
    send_mail(letter())
    drained()
    wrong.refresh_from_db()
    assert wrong.state == state
    assert [mail["To"] for mail in box.got] == ["bien.tap@example.vn"]


@pytest.fixture
def meeting(monkeypatch) -> list[Mail]:
    """Whom the reminder of a meeting would write to when it falls due."""
    wanted = [letter("bi.thu@example.vn"), letter("pho.bi.thu@example.vn")]
    monkeypatch.setattr(reminders, "_by_name", {})
    reminders.register(Reminder("meeting", lambda about: wanted if about["cell"] == 7 else []))
    return wanted


@pytest.mark.usefixtures("meeting")
def test_a_reminder_asks_whom_to_write_to_when_it_falls_due_and_writes_once(mailbox, drained):
    box, start = mailbox
    start()
    at = timezone.now() + timedelta(days=3)
    for _ in range(2):
        remind("meeting", {"cell": 7}, at=at, key="họp/7")
    drained()
    assert box.got == []
    Effect.objects.update(due_at=timezone.now())
    drained()
    Effect.objects.filter(kind="reminder").update(state=State.WAITING, due_at=timezone.now())  # as after a crash
    drained()
    assert sorted(mail["To"] for mail in box.got) == ["bi.thu@example.vn", "pho.bi.thu@example.vn"]


@pytest.mark.usefixtures("meeting")
def test_a_reminder_of_what_is_settled_writes_to_nobody(drained):
    remind("meeting", {"cell": 8}, at=timezone.now(), key="họp/8")
    drained()
    assert not Effect.objects.filter(kind="mail").exists()


def test_a_reminder_that_no_app_knows_any_more_is_given_up(drained):
    effect = remind("đã bỏ", {}, at=timezone.now(), key="x")
    drained()
    effect.refresh_from_db()
    assert effect.state == State.DEAD
