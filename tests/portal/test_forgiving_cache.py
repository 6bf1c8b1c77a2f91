"""Redis away: nobody waits for it, nothing fails, and what it would have remembered is worked out again."""

import logging
import socket
from collections.abc import Iterator

import pytest
from django.core.cache import CacheHandler, caches
from django.core.cache.backends.base import BaseCache
from django.test import Client
from django.urls import reverse

from portal import forgiving_cache
from portal.settings.base import cache_from


@pytest.fixture
def port() -> Iterator[int]:
    """Of this machine, taken, and nobody answers there."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture
def away(port: int) -> BaseCache:
    return CacheHandler({"default": cache_from(f"redis://127.0.0.1:{port}/1")})["default"]


def test_what_is_asked_for_is_not_there(away):
    assert away.get("tên") is None
    assert away.get("tên", "khác") == "khác"
    assert away.get_many(["a", "b"]) == {}
    assert not away.has_key("tên")
    assert "tên" not in away
    assert away.get_or_set("tên", lambda: 7) == 7


def test_what_is_written_is_dropped(away):
    away.set("tên", 1)
    away.set_many({"a": 1, "b": 2})
    assert away.touch("tên") is False
    assert away.delete("tên") is False
    away.delete_many(["a", "b"])
    assert away.clear() is False
    away.close()


def test_a_count_begins_anew(away):
    """Django's own answer for a key that is not there: whoever counts is ready for it."""
    with pytest.raises(ValueError, match="tên"):
        away.incr("tên")


def test_whoever_adds_first_is_the_first(away):
    """An ``add`` that says no would mean that another one has it in hand: then nobody would do it."""
    assert away.add("tên", 1) is True


def test_a_wrong_use_still_fails(away):
    with pytest.raises(AttributeError):
        away.set("tên", lambda: 1)


def test_the_log_says_so_once_a_minute(away, caplog, monkeypatch):
    now = 1000.0
    monkeypatch.setattr(forgiving_cache, "monotonic", lambda: now)
    with caplog.at_level(logging.WARNING, logger=forgiving_cache.__name__):
        away.get("a")
        away.set("b", 1)
        assert len(caplog.records) == 1
        now += 61
        away.get("a")
        assert len(caplog.records) == 2


def test_a_silent_server_is_not_waited_for(away):
    options = away._cache._pool_options
    assert 0 < options["socket_timeout"] <= 1
    assert 0 < options["socket_connect_timeout"] <= 1


def test_the_address_may_say_how_long_to_wait(port):
    made = CacheHandler({"default": cache_from(f"redis://127.0.0.1:{port}/1?socket_timeout=3")})["default"]
    assert float(made._cache._pool_options["socket_timeout"]) == 3


def test_other_caches_are_what_the_address_says():
    assert cache_from("locmemcache://portal")["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"


def test_people_sign_in_and_the_admin_opens(port, administrator, monkeypatch):
    monkeypatch.setitem(caches.settings, "default", cache_from(f"redis://127.0.0.1:{port}/1"))
    monkeypatch.delattr(caches._connections, "default", raising=False)
    client = Client()
    signing_in = client.post(
        reverse("account_login"), {"login": administrator.username, "password": "mật-khẩu-rất-dài"}
    )
    assert signing_in.status_code == 302
    assert client.session["_auth_user_id"] == str(administrator.pk)
    staff = Client()
    staff.force_login(administrator)
    assert staff.get(reverse("wagtailadmin_home")).status_code == 200
