"""Public pages are the same for every anonymous visitor: any cache may keep them."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.test.utils import override_settings
from wagtail.models import Page, get_page_models

from portal.access.channels import channels
from portal.registry import fragments
from tests.access.planting import Plants
from tests.access.untouchable import Touched

AFTER = "django.contrib.auth.middleware.AuthenticationMiddleware"
POSITION = settings.MIDDLEWARE.index(AFTER) + 1
WATCHED = [*settings.MIDDLEWARE[:POSITION], "tests.access.untouchable.untouchable", *settings.MIDDLEWARE[POSITION:]]

# A page with a form needs a token of its visitor, and the admin knows who is in it.
NOT_PUBLIC = ("sign-in", "admin.")
PUBLIC = [
    channel for channel in sorted(channels, key=lambda channel: channel.name) if not channel.name.startswith(NOT_PUBLIC)
]


@pytest.mark.parametrize("channel", PUBLIC, ids=lambda channel: channel.name)
def test_answers_for_anyone_touch_no_session_and_set_no_cookie(channel: Any, plants: Plants, db: None) -> None:
    wrong = []
    with override_settings(MIDDLEWARE=WATCHED):
        client = Client()
        for probe in channel.probes(plants):
            response = client.generic(probe.method, probe.path)
            if response.cookies or "cookie" in response.get("Vary", "").lower():
                wrong.append(probe.path)
    assert not wrong, "\n".join(wrong)


def test_every_page_type_and_every_fragment_was_among_them(plants: Plants, db: None, client: Client) -> None:
    seen = {type(page) for page in plants.pages if client.get(page.get_url()).status_code == 200}
    # Wagtail's root type is never served.
    assert {model for model in get_page_models() if model._meta.label != "wagtailcore.Page"} == seen
    assert all(client.get(f"/_manh/{fragment.name}/").status_code == 200 for fragment in fragments)


def test_the_watch_finds_a_page_that_looks_at_its_visitor(plants: Plants, db: None) -> None:
    with override_settings(MIDDLEWARE=WATCHED), pytest.raises(Touched):
        Client(headers={"cookie": "sessionid=x"}).get("/")


def test_public_answers_may_be_kept_and_others_not(plants: Plants, db: None, client: Client) -> None:
    assert client.get("/")["Cache-Control"] == "public, no-cache"
    client.force_login(plants.users["member"])
    assert "no-store" in client.get("/")["Cache-Control"]


def test_restricted_pages_are_never_kept(plants: Plants, db: None, client: Client) -> None:
    client.force_login(plants.users["member"])
    members_only = [item.thing for item in plants.items if item.case.name == "members" and isinstance(item.thing, Page)]
    assert members_only
    for page in members_only:
        cache_control = client.get(page.get_url())["Cache-Control"]
        assert "no-store" in cache_control
        assert "private" in cache_control
