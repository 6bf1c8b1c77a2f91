"""Administrators keep accounts; those with all rights are out of their reach."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from portal.access.groups import COMMITTEE, known_group
from portal.editorial.roles import ADMINISTRATOR, group_of

pytestmark = pytest.mark.django_db

PASSWORD = "một mật khẩu rất dài 27"


@pytest.fixture
def keeper(client: Client) -> User:
    """An administrator of the portal, signed in, without all rights."""
    user = User.objects.create_user("quan-tri", "quan-tri@example.vn", PASSWORD, first_name="Hà", last_name="Lê")
    user.groups.add(group_of(ADMINISTRATOR))
    client.force_login(user)
    return user


def details(username: str, **more: object) -> dict[str, object]:
    names = {"username": username, "email": f"{username}@example.vn", "first_name": "Lan", "last_name": "Phạm Thị"}
    return {**names, "is_active": "on", **more}


def passwords(text: str) -> dict[str, object]:
    return {"password1": text, "password2": text}


def test_an_administrator_makes_no_superuser(client: Client, keeper: User) -> None:
    address = reverse("wagtailusers_users:add")
    client.post(address, details("lan", is_superuser="on", **passwords(PASSWORD)))
    assert not User.objects.get(username="lan").is_superuser
    assert client.get(address).context["form"].fields["is_superuser"].disabled


def test_an_administrator_raises_nobody_to_superuser(client: Client, keeper: User) -> None:
    user = User.objects.create_user("lan")
    for pk, name in [(user.pk, "lan"), (keeper.pk, "quan-tri")]:
        client.post(reverse("wagtailusers_users:edit", args=[pk]), details(name, is_superuser="on"))
        changed = User.objects.get(pk=pk)
        assert changed.last_name == "Phạm Thị"
        assert not changed.is_superuser


def test_an_administrator_does_not_edit_a_superuser(client: Client, keeper: User, administrator: User) -> None:
    address = reverse("wagtailusers_users:edit", args=[administrator.pk])
    new = "mật khẩu do người khác đặt 9"
    assert client.get(address).status_code == 302
    assert client.post(address, details(administrator.username, **passwords(new))).status_code == 302
    kept = User.objects.get(pk=administrator.pk)
    assert (kept.password, kept.email, kept.is_superuser) == (administrator.password, administrator.email, True)
    assert address not in client.get(reverse("wagtailusers_users:index")).content.decode()


def test_an_administrator_does_not_delete_a_superuser(client: Client, keeper: User, administrator: User) -> None:
    client.post(reverse("wagtailusers_users:delete", args=[administrator.pk]))
    assert User.objects.filter(pk=administrator.pk).exists()


@pytest.mark.parametrize(
    ("action", "sent"), [("delete", {}), ("set_active_state", {"mark_as_active": "False"}), ("assign_role", {})]
)
def test_nor_many_at_once(client: Client, keeper: User, administrator: User, action: str, sent: dict[str, str]) -> None:
    group = known_group(COMMITTEE)
    address = reverse("wagtail_bulk_action", args=["auth", "user", action])
    client.post(f"{address}?id={administrator.pk}", {"role": group.pk, **sent})
    kept = User.objects.get(pk=administrator.pk)
    assert kept.is_active
    assert not kept.groups.exists()


def test_levels_are_given_by_administrators(client: Client, keeper: User) -> None:
    user, group = User.objects.create_user("lan"), known_group(COMMITTEE)
    client.post(reverse("wagtailusers_users:edit", args=[user.pk]), details("lan", groups=[group.pk]))
    assert list(user.groups.all()) == [group]
    user.groups.clear()
    address = reverse("wagtail_bulk_action", args=["auth", "user", "assign_role"])
    client.post(f"{address}?id={user.pk}", {"role": group.pk})
    assert list(user.groups.all()) == [group]


@pytest.mark.parametrize("name", ["wagtailusers_users:add", "wagtailusers_users:index"])
def test_the_right_to_everything_is_not_called_like_a_role(client: Client, keeper: User, name: str) -> None:
    User.objects.create_superuser("ky-thuat")
    shown = client.get(reverse(name)).content.decode()
    assert "Toàn quyền kỹ thuật" in shown
    assert shown.count(ADMINISTRATOR.name) == 1  # the group


def test_superusers_keep_all_accounts(admin_client: Client) -> None:
    admin_client.post(reverse("wagtailusers_users:add"), details("lan", is_superuser="on", **passwords(PASSWORD)))
    user = User.objects.get(username="lan")
    assert user.is_superuser
    admin_client.post(reverse("wagtailusers_users:edit", args=[user.pk]), details("lan"))
    assert not User.objects.get(pk=user.pk).is_superuser


class TestOnesOwnAccount:
    ADDRESS = "wagtailadmin_account"

    def test_asks_neither_for_the_mail_address_nor_for_a_language_or_time_zone(self, client: Client, keeper: User):
        shown = client.get(reverse(self.ADDRESS)).content.decode()
        assert 'name="name_email-last_name"' in shown
        for hidden in ("name_email-email", "current_time_zone", "preferred_language"):
            assert hidden not in shown

    def test_takes_no_mail_address_that_is_sent_all_the_same(self, client: Client, keeper: User):
        before = keeper.email
        client.post(
            reverse(self.ADDRESS),
            {
                "name_email-last_name": "Vũ Minh",
                "name_email-first_name": "Khê",
                "name_email-email": "nguoi-khac@example.vn",
                "locale-current_time_zone": "Europe/Paris",
                "theme-theme": "system",
                "theme-contrast": "system",
                "theme-density": "default",
                "theme-keyboard_shortcuts": "on",
            },
        )
        keeper.refresh_from_db()
        assert (keeper.get_full_name(), keeper.email) == ("Vũ Minh Khê", before)
        assert UserProfile.get_for_user(keeper).get_current_time_zone() == "Asia/Ho_Chi_Minh"
