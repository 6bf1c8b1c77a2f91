"""Invitations: an account by mail, whose link is good once, for some days, and for nobody else."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from portal.editorial import roles
from portal.members.inviting import CannotInvite, Invitee, invite, send_again, withdraw
from portal.members.models import Invitation
from portal.outbox.models import Effect
from tests.members.conftest import person
from tests.reading import Reading

pytestmark = pytest.mark.django_db

PASSWORD = "đường hoa thôn Khe Ngang 27"
CHOSEN = {"new_password1": PASSWORD, "new_password2": PASSWORD}


@pytest.fixture
def keeper() -> User:
    return person("quan-tri", roles.ADMINISTRATOR, last_name="Đinh Quang", first_name="Duẩn")


def hoa(**changes) -> Invitee:
    values = {"last_name": "Vi Thị", "first_name": "Hoà", "email": "Hoa.Vi@example.vn", **changes}
    return Invitee(groups=(roles.group_of(roles.REPORTER),), **values)


@pytest.fixture
def invitation(keeper) -> Invitation:
    [made] = invite([hoa(note="Mời đồng chí viết bài cho cổng.")], by=keeper)
    return made


@pytest.fixture
def mailed(drained, mailoutbox):
    """Carries the mails out and returns the way to the link in the latest."""

    def latest() -> str:
        drained()
        found = re.search(r"https?://\S+/kich-hoat/\S+", mailoutbox[-1].body)
        assert found
        return urlsplit(found[0]).path

    return latest


def test_it_makes_an_account_with_roles_that_nobody_can_enter_yet(invitation):
    account = invitation.account
    assert (account.username, account.email, account.get_full_name()) == ("hoa-vi", "hoa.vi@example.vn", "Vi Thị Hoà")
    assert [group.name for group in account.groups.all()] == ["Phóng viên"]
    assert not account.has_usable_password()
    assert invitation.state == "waiting"


def test_the_mail_says_who_invites_to_what_in_text_and_markup(invitation, mailed, mailoutbox):
    link = mailed()
    [mail] = mailoutbox
    assert mail.to == ["hoa.vi@example.vn"]
    for said in (mail.body, mail.alternatives[0][0]):
        assert link in said
        for words in ("Kính gửi đồng chí Vi Thị Hoà", "Đinh Quang Duẩn", "hoa-vi", "Mời đồng chí viết bài"):
            assert words in said


def test_the_link_is_stored_nowhere(invitation, mailed, mailoutbox):
    token = mailed().rstrip("/").rpartition("/")[2]
    [effect] = Effect.objects.filter(kind="invitation")
    assert token not in str(effect.payload)
    assert "kich-hoat" not in str(effect.payload)


def test_the_invited_chooses_a_password_and_signs_in(invitation, mailed, client: Client):
    link = mailed()
    page = Reading(client, link)
    assert "Vi Thị Hoà" in page.text("main")
    assert "ít nhất 10 ký tự" in page.text(".password-rules")
    assert client.post(link, CHOSEN)["Location"] == "/kich-hoat/xong/"
    assert Invitation.objects.get().state == "accepted"
    signing_in = Client()
    signing_in.post("/dang-nhap/", {"login": "hoa-vi", "password": PASSWORD})
    assert "_auth_user_id" in signing_in.session


def test_looking_at_it_uses_nothing_up(invitation, mailed, client: Client):
    link = mailed()
    for _time in range(3):
        assert client.get(link).status_code == 200
    assert client.post(link, CHOSEN).status_code == 302


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("ngan", "ngan", "quá ngắn"),
        ("1234567890", "1234567890", "hoàn toàn là số"),
        ("hoa-vi-2026", "hoa-vi-2026", "giống"),
        (PASSWORD, "khác hẳn 27 chữ", "không giống nhau"),
        ("", "", "bắt buộc"),
    ],
)
def test_a_password_that_will_not_do_is_explained_in_vietnamese(invitation, mailed, client, first, second, said):
    link = mailed()
    answer = client.post(link, {"new_password1": first, "new_password2": second})
    assert said in answer.content.decode()
    assert not Invitation.objects.get().accepted_at


def test_the_link_itself_leaves_by_no_referrer_and_no_cache(invitation, mailed, client):
    answer = client.get(mailed())
    assert answer["Referrer-Policy"] == "strict-origin"
    assert answer["Cache-Control"] == "private, no-store"


def used(invitation: Invitation) -> None:
    Invitation.objects.update(accepted_at=timezone.now())


def expired(invitation: Invitation) -> None:
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))


def taken_back(invitation: Invitation) -> None:
    withdraw(invitation, by=User.objects.get(username="quan-tri"))


def closed(invitation: Invitation) -> None:
    User.objects.filter(pk=invitation.account_id).update(is_active=False)


def newer(invitation: Invitation) -> None:
    send_again(invitation, by=User.objects.get(username="quan-tri"))


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (used, "đã được dùng"),
        (expired, "đã hết hạn"),
        (taken_back, "đã được rút"),
        (closed, "đã được rút"),
        (newer, "lời mời mới hơn"),
    ],
)
def test_a_link_that_is_good_no_more_says_what_to_do_and_names_nobody(invitation, mailed, client, what, said):
    link = mailed()
    what(invitation)
    for answer in (client.get(link), client.post(link, CHOSEN)):
        assert answer.status_code == 410
        assert said in answer.content.decode()
        assert "Vi Thị Hoà" not in answer.content.decode()
    assert not User.objects.get(pk=invitation.account_id).has_usable_password()


@pytest.mark.parametrize("token", ["la", "x:y:z", "0" * 300, "WzEsMV0:1tvu7W:AAAA"])
def test_a_link_of_no_invitation_does_not_work(client, token):
    answer = client.get(f"/kich-hoat/{token}/")
    assert answer.status_code == 404
    assert "Đường dẫn này không dùng được" in answer.content.decode()


def test_sent_again_the_new_link_works(invitation, mailed, client):
    expired(invitation)
    newer(invitation)
    assert client.post(mailed(), CHOSEN).status_code == 302


def test_whoever_was_withdrawn_can_be_invited_again(invitation, mailed, client):
    taken_back(invitation)
    assert not User.objects.get(pk=invitation.account_id).is_active
    newer(invitation)
    assert client.post(mailed(), CHOSEN).status_code == 302
    assert User.objects.get(pk=invitation.account_id).is_active


def test_a_closed_account_is_not_opened_by_sending_again(invitation):
    closed(invitation)
    with pytest.raises(CannotInvite, match="bị khoá"):
        newer(invitation)


@pytest.mark.parametrize("change", [newer, taken_back])
def test_what_was_accepted_is_neither_sent_again_nor_withdrawn(invitation, change):
    used(invitation)
    with pytest.raises(CannotInvite, match="được chấp nhận"):
        change(invitation)


def test_a_mail_that_waited_is_not_sent_after_the_invitation_was_withdrawn(invitation, drained, mailoutbox):
    taken_back(invitation)
    drained()
    assert mailoutbox == []


def test_an_address_has_one_account(invitation, keeper):
    with pytest.raises(CannotInvite, match=r"hoa\.vi@example\.vn"):
        invite([hoa(email=" HOA.vi@Example.vn ")], by=keeper)
    with pytest.raises(CannotInvite, match="hai lần"):
        invite([hoa(email="a@example.vn"), hoa(email="A@example.vn")], by=keeper)
    assert User.objects.filter(last_name="Vi Thị").count() == 1


def test_user_names_are_free_and_readable(keeper):
    person("hoa")
    made = invite([hoa(email=f"Hoà@{place}.example.vn") for place in ("xa", "tinh")], by=keeper)
    assert [one.account.username for one in made] == ["hoa-2", "hoa-3"]


def test_only_superusers_invite_superusers(keeper, administrator):
    with pytest.raises(CannotInvite):
        invite([hoa(is_superuser=True)], by=keeper)
    [made] = invite([hoa(is_superuser=True)], by=administrator)
    assert made.account.is_superuser
    for change in (send_again, withdraw):
        with pytest.raises(CannotInvite):
            change(made, by=keeper)


def test_inviting_many_costs_few_queries(keeper, django_assert_max_num_queries):
    people = [hoa(email=f"nguoi{number}@example.vn") for number in range(200)]
    with django_assert_max_num_queries(20):
        invite(people, by=keeper)
    assert Effect.objects.filter(kind="invitation").count() == 200
