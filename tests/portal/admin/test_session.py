"""What the script that keeps forms asks: whether the session still runs."""

import pytest
from django.urls import reverse

from portal.editorial.roles import MEMBER, REPORTER, group_of


@pytest.fixture
def state(client):
    return lambda: client.get(reverse("portal_admin_session"))


def test_staff_get_their_name_and_a_token(client, django_user_model, state):
    user = django_user_model.objects.create_user("linh", first_name="Trúc Linh")
    user.groups.add(group_of(REPORTER))
    client.force_login(user)
    answer = state()
    assert answer.json()["user"] == user.pk
    assert answer.json()["name"] == "Trúc Linh"
    assert len(answer.json()["token"]) == 64
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("signed_in", [False, True])
def test_nobody_else_gets_anything(client, django_user_model, state, signed_in):
    if signed_in:
        reader = django_user_model.objects.create_user("docgia")
        reader.groups.add(group_of(MEMBER))
        client.force_login(reader)
    assert state().json() == {"user": None}
    again = client.get(reverse("portal_admin_signed_in_again"))
    assert again.status_code == 302
    assert again.url.startswith("/dang-nhap/")


def test_after_signing_in_again_the_page_says_to_go_back(admin_client):
    page = admin_client.get(reverse("portal_admin_signed_in_again")).content.decode()
    assert "quay về thẻ bạn đang soạn" in page


def test_every_admin_page_has_the_script(admin_client):
    assert "portal/admin/session.js" in admin_client.get(reverse("wagtailadmin_home")).content.decode()
