"""Whether two searches seem to come from two people, and whether somebody counts too much: without knowing either.

What is kept is a keyed digest of address and browser in the cache, for a day at most, under a key that changes every
day and is made of the site's secret; no row of the database has it, and it leads back to nobody.
"""

import hashlib
import hmac
from datetime import date

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from portal.client_address import client_address

#: So many counts a minute from one address; an office behind one address searches less.
MOST_A_MINUTE = 120
_DAY = 24 * 60 * 60
_ROBOTS = ("bot", "crawl", "spider", "slurp", "headless", "curl", "python", "wget", "preview", "monitor")


def is_robot(request: HttpRequest) -> bool:
    """Whether it says so itself; who says nothing is none of the people's browsers either."""
    browser = request.headers.get("User-Agent", "").lower()
    return not browser or any(name in browser for name in _ROBOTS)


def is_new(request: HttpRequest, day: date, told: str) -> bool:
    """Whether this, the words of a search or its receipt, was not yet counted today from there."""
    browser = request.headers.get("User-Agent", "")
    return cache.add(f"search:log:{_digest(day, client_address(request) or '', browser, told)}", 1, _DAY)


def counts_too_much(request: HttpRequest, day: date) -> bool:
    key = f"search:log:often:{_digest(day, client_address(request) or '')}"
    if cache.add(key, 1, 60):
        return False
    try:
        return cache.incr(key) > MOST_A_MINUTE
    except ValueError:  # a minute has passed, or there is no cache
        return False


def _digest(day: date, *told: str) -> str:
    key = f"{day.isoformat()}{settings.SECRET_KEY}".encode()
    return hmac.new(key, "\n".join(told).encode(), hashlib.sha256).hexdigest()[:32]
