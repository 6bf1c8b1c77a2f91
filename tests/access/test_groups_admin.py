"""Groups that code relies on, in the admin."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from portal.access.groups import MEMBERS, known_group
from portal.access.models import Organisation

pytestmark = pytest.mark.django_db


def test_a_group_that_code_relies_on_cannot_be_deleted(admin_client: Client) -> None:
    group = known_group(MEMBERS)
    response = admin_client.post(reverse("wagtailusers_groups:delete", args=[group.pk]))
    assert response.status_code < 500
    assert Group.objects.filter(pk=group.pk).exists()


def test_staff_keep_organisations_in_the_admin(admin_client: Client) -> None:
    response = admin_client.post(
        reverse("organisations:add"),
        {"name": "Chi bộ Thôn Đông", "abbreviation": "CB", "valid_from": "2020-02-01", "valid_to": "2019-01-01"},
    )
    assert "không được trước" in response.content.decode()
    admin_client.post(reverse("organisations:add"), {"name": "Chi bộ Thôn Đông", "abbreviation": "CB"})
    organisation = Organisation.objects.get()
    assert organisation.name in admin_client.get(reverse("organisations:index")).content.decode()
