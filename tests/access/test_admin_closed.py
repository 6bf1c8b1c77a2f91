"""Whoever is not staff gets nothing from the admin: every address of it, with real numbers in it, is asked."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from portal.access.own_channels import ADMIN
from tests.access.planting import PEOPLE, Plants, words_in

#: Words and icons of the admin's own, and whether whoever asks is still signed in.
SAY_NOTHING = {
    "portal_admin_javascript_catalog", "portal_admin_session", "wagtailadmin_javascript_catalog", "wagtailadmin_sprite",
}  # fmt: skip


def patterns(found: Iterable[Any], route: str = "", namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """The view's whole name and its pattern, for every address of the admin."""
    for pattern in found:
        here = route + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern.url_patterns, here, inner)
        elif here.startswith(ADMIN) and pattern.name:
            yield namespace + pattern.name, pattern


def admin_addresses(plants: Plants) -> dict[str, str]:
    """An address of every view of the admin, by the view's name. What takes a number gets that of something planted."""
    number = next(page.pk for page in plants.pages)
    asked: dict[str, str] = {}
    for name, pattern in patterns(get_resolver().url_patterns):
        values = {key: _value(key, converter, number) for key, converter in pattern.pattern.converters.items()}
        for tried in (values, {"pk": number}, {}):
            try:
                asked[name] = reverse(name, kwargs=tried)
                break
            except NoReverseMatch:
                continue
    return asked


def _value(key: str, converter: Any, number: int) -> Any:
    if "int" in type(converter).__name__.lower():
        return number
    return {"app_label": "news", "content_type_app_name": "news", "model_name": "article"}.get(key, "article")


@pytest.mark.parametrize("role", PEOPLE)
def test_whoever_is_not_staff_gets_nothing_from_any_address_of_the_admin(role, plants: Plants, db: None):
    client = Client(raise_request_exception=False)
    if role in plants.users:
        client.force_login(plants.users[role])
    asked, by_word = admin_addresses(plants), plants.by_word()
    assert len(asked) > 150, "most addresses can be put together"
    wrong = []
    for name, path in asked.items():
        for method in ("get", "post"):
            response = getattr(client, method)(path)
            body = b"".join(response.streaming_content) if response.streaming else response.content
            told = [
                word
                for word in words_in(body.decode("utf-8", "replace"))
                if word in by_word and role not in by_word[word].case.seen_by  # an error page has the reader's own menu
            ]
            opened = response.status_code == 200 and name not in SAY_NOTHING
            if opened or response.status_code >= 500 or told:
                wrong.append(f"{method} {path} ({name}): {response.status_code} {told}")
    assert not wrong, "\n".join(wrong)
