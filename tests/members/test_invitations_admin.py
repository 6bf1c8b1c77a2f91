"""Administrators invite, and see what became of it."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from portal.access.models import Organisation
from portal.editorial import roles
from portal.members.inviting import Invitee, invite
from portal.members.models import Invitation
from tests.members.conftest import client_of, person
from tests.reading import Reading, read

pytestmark = pytest.mark.django_db
LIST = "/quan-tri/invitations/"


@pytest.fixture
def keeper() -> User:
    return person("quan-tri", roles.ADMINISTRATOR, last_name="Đinh Quang", first_name="Duẩn")


@pytest.fixture
def client(keeper) -> Client:
    return client_of(keeper)


def invited(keeper, name: str, email: str) -> Invitation:
    family, _space, given = name.rpartition(" ")
    [made] = invite([Invitee(family, given, email, (roles.group_of(roles.MEMBER),))], by=keeper)
    return made


def details(**changes):
    values = {"last_name": " Vi  Thị ", "first_name": "Hoà", "email": "Hoa@Example.vn", **changes}
    return {"roles": [roles.group_of(roles.REPORTER).pk], "note": "Mời đồng chí", **values}


def test_somebody_is_invited_with_roles_and_organisations(client, drained, mailoutbox):
    cell = Organisation.objects.create(name="Chi bộ thôn Khe Ngang")
    answer = client.post(f"{LIST}new/", details(organisations=[cell.pk]), follow=True)
    assert "Vi Thị Hoà" in answer.content.decode()
    account = Invitation.objects.get().account
    assert account.get_full_name() == "Vi Thị Hoà"
    assert sorted(group.name for group in account.groups.all()) == ["Phóng viên", "Tổ chức: Chi bộ thôn Khe Ngang"]
    drained()
    assert mailoutbox[0].to == ["hoa@example.vn"]


def test_the_name_is_asked_for_family_first(client):
    labels = read(client, f"{LIST}new/").texts("form label")
    assert labels.index("Họ và tên đệm*") < labels.index("Tên*")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"email": "quan-tri@example.vn"}, "Đã có tài khoản dùng địa chỉ này"),
        ({"email": "không phải"}, "không phải địa chỉ hộp thư"),
        ({"roles": []}, "bắt buộc"),
        ({"first_name": ""}, "bắt buộc"),
    ],
)
def test_what_is_wrong_is_said_and_nobody_invited(client, changes, said):
    answer = client.post(f"{LIST}new/", details(**changes))
    assert said in answer.content.decode()
    assert not Invitation.objects.exists()


def test_an_administrator_invites_no_superuser(client, admin_client):
    assert "is_superuser" not in read(client, f"{LIST}new/").html
    client.post(f"{LIST}new/", details(is_superuser="on"))
    admin_client.post(f"{LIST}new/", details(is_superuser="on", email="b@example.vn"))
    made = dict(User.objects.filter(invitation__isnull=False).values_list("email", "is_superuser"))
    assert made == {"hoa@example.vn": False, "b@example.vn": True}


def test_the_list_tells_waiting_from_withdrawn_and_is_searched_without_diacritics(client, keeper):
    invited(keeper, "Vi Thị Hoà", "hoa@example.vn")
    gone = invited(keeper, "Bế Văn Nhâm", "nham@example.vn")
    client.post(f"{LIST}withdraw/{gone.pk}/")
    page = read(client, LIST).text("table.listing")
    assert "Đang chờ" in page
    assert "Đã rút" in page
    only_waiting = read(client, f"{LIST}?state=waiting").text("table.listing")
    assert "Vi Thị Hoà" in only_waiting
    assert "Bế Văn Nhâm" not in only_waiting
    found = read(client, f"{LIST}?q=be+van").text("table.listing")
    assert "Bế Văn Nhâm" in found
    assert "Vi Thị Hoà" not in found


def test_sending_again_and_withdrawing_ask_first(client, keeper, drained, mailoutbox):
    made = invited(keeper, "Vi Thị Hoà", "hoa@example.vn")
    assert {f"{LIST}again/{made.pk}/", f"{LIST}withdraw/{made.pk}/"} <= set(read(client, LIST).links())
    for what in ("again", "withdraw"):
        page = read(client, f"{LIST}{what}/{made.pk}/")
        assert page.one("main form button[type=submit]")
    made.refresh_from_db()
    assert (made.times_sent, made.withdrawn_at) == (1, None)
    client.post(f"{LIST}again/{made.pk}/")
    drained()
    assert len(mailoutbox) == 1, "the first mail was overtaken"
    client.post(f"{LIST}withdraw/{made.pk}/")
    made.refresh_from_db()
    assert made.state == "withdrawn"
    answer = client.post(f"{LIST}again/{made.pk}/", follow=True)
    assert "Đã gửi lại lời mời" in answer.content.decode()


def test_nobody_changes_the_invitation_of_a_superuser_but_his_like(client, administrator):
    [made] = invite([Invitee("Lý", "Hiền", "hien@example.vn", (), is_superuser=True)], by=administrator)
    listed = read(client, LIST)
    assert "Lý Hiền" in listed.html
    assert f"again/{made.pk}" not in listed.html
    client.post(f"{LIST}withdraw/{made.pk}/")
    client.post(f"{LIST}again/{made.pk}/")
    made.refresh_from_db()
    assert (made.times_sent, made.withdrawn_at) == (1, None)


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.CHIEF], ids=lambda role: role.code)
def test_other_staff_see_and_change_nothing(role, keeper):
    made = invited(keeper, "Vi Thị Hoà", "hoa@example.vn")
    client = client_of(person("khac", role))
    for address in (LIST, f"{LIST}new/", f"{LIST}again/{made.pk}/"):
        assert Reading(client, address).status in (302, 403)
    client.post(f"{LIST}new/", details(email="x@example.vn"))
    client.post(f"{LIST}withdraw/{made.pk}/")
    made.refresh_from_db()
    assert made.withdrawn_at is None
    assert Invitation.objects.count() == 1


def test_the_list_costs_no_more_for_many(client, keeper, django_assert_max_num_queries):
    invited(keeper, "Vi Thị Hoà", "hoa@example.vn")
    client.get(LIST)
    with django_assert_max_num_queries(60) as few:
        client.get(LIST)
    invite([Invitee("Vi", f"Số {n}", f"so{n}@example.vn") for n in range(30)], by=keeper)
    with django_assert_max_num_queries(len(few)):
        client.get(LIST)
