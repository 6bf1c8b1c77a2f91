"""Role × content × channel: whoever may not see something finds none of its words anywhere."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import get_page_models

from portal.access.channels import Channel, Shows, channels
from portal.registry import fragments
from tests.access.asking import ask, client_of, leaks_in
from tests.access.makers import MAKERS, NOT_PLANTED
from tests.access.planting import ROLES, Plants

CHANNELS = sorted(channels, key=lambda channel: channel.name)


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
@pytest.mark.parametrize("role", ROLES)
def test_nobody_finds_words_of_what_he_may_not_see(role: str, channel: Channel, plants: Plants, db: None) -> None:
    leaks = leaks_in(channel, role, plants)
    assert not leaks, "\n".join(sorted(leaks))


@pytest.mark.parametrize("role", ROLES)
def test_pages_open_to_those_who_may_see_them_and_to_nobody_else(role: str, plants: Plants, db: None) -> None:
    client = client_of(role, plants)
    wrong = []
    for item in plants.items:
        if item.kind in {"picture", "file"} or item.case.state == "changed":
            continue
        response = client.get(item.thing.get_url())
        expected = 200 if role in item.case.seen_by else 404
        if response.status_code != expected:
            wrong.append(f"{item.kind} ({item.case.name}): {response.status_code} instead of {expected}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ROLES)
def test_files_and_pictures_open_to_those_who_may_see_them_and_to_nobody_else(
    role: str, plants: Plants, db: None
) -> None:
    from portal.access.media import file_url
    from portal.pictures import picture_url, size_of

    client = client_of(role, plants)
    wrong = []
    for item in plants.items:
        if item.kind == "file":
            url = file_url(item.thing)
        elif item.kind == "picture":
            url = picture_url(item.thing, size_of(item.thing, 40))
        else:
            continue
        response = client.get(url)
        expected = 200 if role in item.case.seen_by else 404
        if response.status_code != expected:
            wrong.append(f"{item.kind} ({item.case.name}): {response.status_code} instead of {expected}")
    assert not wrong, "\n".join(wrong)


def test_every_page_type_is_planted() -> None:
    missing = [model.__name__ for model in get_page_models() if model not in MAKERS and model not in NOT_PLANTED]
    assert missing == [], "give these page types a maker in tests/access/makers.py"


# Every address belongs to a channel, and every channel is really asked


def addresses(patterns: Iterable[Any], route: str = "", namespace: str = "") -> Iterable[tuple[str, str]]:
    """(view name, route) of every pattern, however deep."""
    for pattern in patterns:
        here = route + str(pattern.pattern).lstrip("^").removesuffix("$").removesuffix(r"\Z")
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, here, inner)
        elif isinstance(pattern, URLPattern):
            yield namespace + (pattern.name or ""), here


def test_every_address_belongs_to_a_channel() -> None:
    homeless = [
        f"{name or '-'} {route}"
        for name, route in addresses(get_resolver().url_patterns)
        if not any(channel.covers(name, route) for channel in channels)
    ]
    assert homeless == [], "register a channel for these addresses (portal.access.channels)"


def page_routes() -> set[str]:
    return {
        f"{model._meta.label}.{route.name}"
        for model in get_page_models()
        if issubclass(model, RoutablePageMixin)
        for route in model.get_subpage_urls()
        if route.name != "index_route"  # Wagtail's own for the page itself, which ours come before
    }


def test_every_route_inside_a_page_type_belongs_to_a_channel() -> None:
    declared = {route for channel in channels for route in channel.page_routes}
    assert page_routes() == declared


def test_every_page_type_leaves_by_a_registered_channel() -> None:
    assert {model.access_channel for model in get_page_models() if model not in NOT_PLANTED[:1]} <= {
        channel.name for channel in channels
    }


def test_every_declared_address_is_asked(plants: Plants, db: None) -> None:
    client = client_of("superuser", plants)
    reached: set[str] = set()
    for channel in channels:
        for probe in channel.probes(plants):
            request = ask(client, probe).wsgi_request  # type: ignore[attr-defined]
            if request.resolver_match:
                reached.add(request.resolver_match.view_name)
            route = getattr(request, "routable_resolver_match", None)
            if route is not None:
                app, model = route.func.__module__.split(".")[0], route.func.__qualname__.split(".")[0]
                reached.add(f"{app}.{model}.{route.url_name}")
    declared = {
        name
        for channel in channels
        if channel.shows is not Shows.STAFF_ALL
        for name in channel.url_names | channel.page_routes
    }
    assert declared - reached - {"access_no_reset", "wagtailadmin_login"} == set()


def test_every_fragment_is_asked(plants: Plants, db: None) -> None:
    asked = {probe.path for channel in channels for probe in channel.probes(plants)}
    assert {f"/_manh/{fragment.name}/" for fragment in fragments} <= asked
