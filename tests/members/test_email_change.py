"""Another address for one's own account: confirmed from the new mailbox, told to the old, and telling nothing."""

import re

import pytest
from django.contrib.auth.models import User
from django.core import mail, signing
from django.test import Client

from portal.members import email_change
from portal.outbox.models import Effect
from tests.members.signing_in import SECURITY, person, type_password

pytestmark = pytest.mark.django_db
CHANGE = f"{SECURITY}thu-dien-tu/"
NEW = "hoa.moi@example.vn"


@pytest.fixture
def hoa() -> User:
    return person("hoa", last_name="Trần Thị", first_name="Hoa")


@pytest.fixture
def client(hoa) -> Client:
    client = Client()
    type_password(client, "hoa")
    return client


def link_in(message) -> str:
    return re.findall(r"http://127\.0\.0\.1:8000(/tai-khoan/bao-mat/thu-dien-tu/\S+)", message.body)[0]


def ask(client: Client, email: str = NEW):
    return client.post(CHANGE, {"email": email}, follow=True)


def email_of(user: User) -> str:
    return User.objects.get(pk=user.pk).email


def long_ago(client: Client) -> None:
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()


def test_whoever_reads_the_new_mailbox_confirms_and_the_old_one_is_told(client, hoa, drained):
    assert "Đã gửi thư có đường dẫn" in ask(client, " Hoa.Moi@example.vn ").content.decode()
    assert mail.outbox == [], "nothing is sent in the request"
    drained()
    [message] = mail.outbox
    assert message.to == [NEW]
    assert "Tên đăng nhập: hoa" in message.body
    link = link_in(message)
    assert NEW in client.get(link).content.decode()
    assert email_of(hoa) == "hoa@example.vn", "programs open links in mails as well"
    assert f"Từ giờ thư được gửi tới {NEW}" in client.post(link, follow=True).content.decode()
    assert email_of(hoa) == NEW
    drained()
    assert mail.outbox[-1].to == ["hoa@example.vn"]
    assert "đã được đổi" in mail.outbox[-1].body
    assert NEW not in mail.outbox[-1].body
    assert "không còn hiệu lực" in client.post(link).content.decode(), "good once"


def test_the_answer_does_not_tell_whose_an_address_is(client, hoa, drained):
    person("khoa")
    said = set()
    for email in ("khoa@example.vn", "KHOA@example.vn", NEW, "hoa@example.vn"):
        with_token = ask(client, email).content.decode()
        said.add(re.sub(r'csrfmiddlewaretoken" value="\w+"', "", with_token))
    assert len(said) == 1
    assert Effect.objects.filter(kind=email_change.KIND).count() == 4
    drained()
    assert sorted(message.to[0] for message in mail.outbox) == [NEW, "khoa@example.vn", "khoa@example.vn"]
    told = next(message for message in mail.outbox if message.to == ["khoa@example.vn"])
    assert "/thu-dien-tu/" not in told.body
    assert "hoa" not in told.body.replace("khoa", "").replace("khoản", "")
    assert email_of(hoa) == "hoa@example.vn"


def test_who_signed_in_long_ago_shows_again_who_he_is(client, hoa, drained):
    long_ago(client)
    answer = client.post(CHANGE, {"email": NEW})
    assert (answer.status_code, answer["Location"].partition("?")[0]) == (302, f"{SECURITY}xac-nhan/")
    drained()
    assert mail.outbox == []


def test_the_link_is_of_no_use_to_another_account(client, hoa, drained):
    link = email_change.link_for(hoa, NEW).removeprefix("http://127.0.0.1:8000")
    assert Client().get(link).status_code == 302
    person("khoa")
    other = Client()
    type_password(other, "khoa")
    assert "không còn hiệu lực" in other.post(link).content.decode()
    assert email_of(hoa) == "hoa@example.vn"


@pytest.mark.parametrize("changed", ["password", "email", "taken", "old"])
def test_a_link_no_longer_holds_after(changed, client, hoa, settings):
    link = email_change.link_for(hoa, NEW).removeprefix("http://127.0.0.1:8000")
    if changed == "password":
        hoa.set_password("mat-khau-khac-2026")
        hoa.save()
        client = Client()
        type_password(client, "hoa", "mat-khau-khac-2026")
    elif changed == "email":
        User.objects.filter(pk=hoa.pk).update(email="hoa.khac@example.vn")
    elif changed == "taken":
        User.objects.create_user("khoa", NEW.upper())
    else:
        settings.PASSWORD_RESET_TIMEOUT = -1
    assert "không còn hiệu lực" in client.post(link).content.decode()
    assert email_of(hoa) != NEW


@pytest.mark.parametrize("key", ["khong-co", "a:b:c", "signed elsewhere"])
def test_invented_links_are_refused(client, key):
    key = signing.dumps({"person": 1}, salt="khac") if key == "signed elsewhere" else key
    answer = client.get(f"{CHANGE}{key}/")
    assert answer.status_code == 200
    assert "không còn hiệu lực" in answer.content.decode()


def test_what_is_no_address_is_said_at_the_field(client, drained):
    assert "Địa chỉ mới" in client.get(CHANGE).content.decode()
    assert client.post(CHANGE, {"email": "khong-phai"}).status_code == 200
    assert not Effect.objects.filter(kind=email_change.KIND).exists()


def test_mails_to_strangers_are_bounded(client, hoa):
    for number in range(5):
        ask(client, f"la{number}@example.vn")
    assert "Thử quá nhiều lần" in ask(client).content.decode()
    assert Effect.objects.filter(kind=email_change.KIND).count() == 5


def test_who_signs_in_through_the_organisation_changes_it_there(client, hoa):
    hoa.set_unusable_password()
    hoa.save()
    other = Client()
    other.force_login(hoa)
    assert "tài khoản cơ quan" in other.get(CHANGE).content.decode()
    other.post(CHANGE, {"email": NEW})
    assert not Effect.objects.filter(kind=email_change.KIND).exists()


def test_only_people_signed_in_get_there():
    assert Client().get(CHANGE).status_code == 302
