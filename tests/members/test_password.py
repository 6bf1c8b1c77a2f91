"""A new password by mail, and rules for passwords, in words that say what to do."""

import re

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.outbox.models import Effect
from tests.members.signing_in import PASSWORD, SECURITY, is_signed_in, person, type_password

pytestmark = pytest.mark.django_db
ASK = "/dang-nhap/quen-mat-khau/"
NEW = "mot-mat-khau-moi-2026"


def ask(client: Client, email: str):
    return client.post(ASK, {"email": email})


def link_in(message) -> str:
    return re.findall(r"http://127\.0\.0\.1:8000(/dang-nhap/mat-khau-moi/\S+)", message.body)[0]


def set_new(client: Client, link: str, password: str = NEW, again: str | None = None):
    form = client.get(link, follow=True)
    return client.post(
        form.request["PATH_INFO"], {"password1": password, "password2": password if again is None else again}
    )


def test_the_link_in_the_mail_sets_a_new_password(client: Client, drained) -> None:
    person("hoa", last_name="Trần Thị", first_name="Hoa")
    elsewhere = Client()
    type_password(elsewhere, "hoa")
    assert ask(client, "hoa@example.vn")["Location"] == f"{ASK}da-gui/"
    assert mail.outbox == [], "nothing is sent in the request"
    drained()
    [message] = mail.outbox
    assert message.to == ["hoa@example.vn"]
    assert "Đặt mật khẩu mới" in message.subject
    assert "Trần Thị Hoa" in message.body
    assert "Tên đăng nhập: hoa" in message.body
    assert "24 giờ" in message.body
    assert isinstance(message, mail.EmailMultiAlternatives)
    [(html, _kind)] = message.alternatives
    assert f'href="http://127.0.0.1:8000{link_in(message)}"' in str(html)
    assert set_new(client, link_in(message))["Location"] == "/dang-nhap/mat-khau-moi/xong/"
    assert User.objects.get(username="hoa").check_password(NEW)
    assert not is_signed_in(client)
    assert elsewhere.get(SECURITY).status_code == 302, "every session has ended"
    assert type_password(Client(), "hoa", NEW).status_code == 302


def test_the_table_of_effects_keeps_no_link(client: Client, drained) -> None:
    person("hoa")
    ask(client, "hoa@example.vn")
    drained()
    key = link_in(mail.outbox[0]).removeprefix("/dang-nhap/mat-khau-moi/")
    assert not [effect for effect in Effect.objects.all() if key in str(effect.payload)]


def test_a_link_is_good_once(client: Client, drained) -> None:
    person("hoa")
    ask(client, "hoa@example.vn")
    drained()
    link = link_in(mail.outbox[0])
    set_new(client, link)
    page = Client().get(link, follow=True).content.decode()
    assert "không còn hiệu lực" in page
    assert 'name="password1"' not in page


@pytest.mark.parametrize("link", ["1-abc-0123456789", "zzz-set-password", "0-x"])
def test_invented_links_are_refused(client: Client, link: str) -> None:
    answer = client.get(f"/dang-nhap/mat-khau-moi/{link}/")
    assert answer.status_code == 200
    assert "không còn hiệu lực" in answer.content.decode()


def test_the_answer_does_not_tell_whether_there_is_an_account(drained) -> None:
    person("hoa")
    person("khoa", is_active=False)
    seen = set()
    for email in ("hoa@example.vn", "khoa@example.vn", "la@example.vn"):
        browser = Client()
        with CaptureQueriesContext(connection) as asked:
            answer = ask(browser, email)
        page = browser.get(answer["Location"]).content
        seen.add((answer.status_code, answer["Location"], page, len(asked)))
    assert len(seen) == 1
    drained()
    assert [message.to for message in mail.outbox] == [["hoa@example.vn"]]


@pytest.mark.parametrize("password", [PASSWORD, None], ids=["here", "signs in elsewhere"])
def test_the_link_comes_for_any_spelling_of_the_address_where_there_is_a_password(client: Client, drained, password):
    User.objects.create_user("hoa", "Hoa@Example.vn", password)
    ask(client, "HOA@example.vn")
    drained()
    named = re.findall(r"Tên đăng nhập: (\S+)", "".join(str(message.body) for message in mail.outbox))
    assert named == (["hoa"] if password else [])


def test_asking_again_and_again_is_bounded(client: Client) -> None:
    person("hoa")
    statuses = [ask(client, "hoa@example.vn").status_code for _ in range(5)]
    assert statuses == [302, 302, 302, 429, 429]
    assert "Hãy chờ vài phút" in ask(client, "hoa@example.vn").content.decode()
    assert Effect.objects.count() == 3


def test_the_host_of_the_request_does_not_get_into_the_link(client: Client, drained, settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    person("hoa")
    client.post(ASK, {"email": "hoa@example.vn"}, headers={"host": "ke-xau.example"})
    drained()
    assert "ke-xau" not in mail.outbox[0].body


def test_a_new_password_releases_a_paused_name(client: Client, drained) -> None:
    person("hoa")
    for _ in range(5):
        type_password(client, "hoa", "sai")
    ask(client, "hoa@example.vn")
    drained()
    set_new(client, link_in(mail.outbox[0]))
    assert type_password(client, "hoa", NEW).status_code == 302


# Rules


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("ngan", "quá ngắn"),
        ("password123", "phổ biến"),
        ("1234567890123", "toàn là số"),
        ("tran-thi-hoa-ban", "giống"),
    ],
)
def test_rules_are_told_in_vietnamese(client: Client, password: str, said: str) -> None:
    person("tran-thi-hoa-ban")
    type_password(client, "tran-thi-hoa-ban")
    answer = client.post(
        f"{SECURITY}mat-khau/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )
    errors = " ".join(answer.context["form"].errors["password1"])
    assert said in errors
    assert not re.search(r"\b(password|too|your|the)\b", errors, re.IGNORECASE)


def test_they_are_told_before(client: Client) -> None:
    person("hoa")
    type_password(client, "hoa")
    page = client.get(f"{SECURITY}mat-khau/").content.decode()
    assert "ít nhất 10 ký tự" in page


def test_the_old_password_and_twice_the_same_new_one_are_asked(client: Client) -> None:
    person("hoa")
    type_password(client, "hoa")
    answer = client.post(f"{SECURITY}mat-khau/", {"oldpassword": "sai", "password1": NEW, "password2": "khac"})
    assert answer.context["form"].errors == {
        "oldpassword": ["Mật khẩu hiện tại không đúng."],
        "password2": ["Hai mật khẩu không giống nhau. Hãy nhập lại cả hai."],
    }
    assert User.objects.get(username="hoa").check_password(PASSWORD)


def test_the_owner_hears_of_a_change(client: Client, drained) -> None:
    person("hoa")
    type_password(client, "hoa")
    client.post(f"{SECURITY}mat-khau/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    drained()
    [message] = mail.outbox
    assert "Mật khẩu vừa được đổi" in message.body
    assert "127.0.0.1" in message.body
