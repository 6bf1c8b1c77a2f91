"""Addresses as they are stored and looked for: decoded, with a slash at their beginning and none at their end."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from django.conf import settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from portal.access.restrictions import request_being_answered
from portal.addresses import address_on

LONGEST = 2000
_WEB = frozenset({"http", "https"})


def stored(path: str) -> str:
    """``path`` in the form in which Wagtail stores redirects.

    >>> stored("/tin-tuc/hop-chi-bo/"), stored("/")
    ('/tin-tuc/hop-chi-bo', '/')
    """
    normal: str = Redirect.normalise_path(quote(path, safe="/%"))
    return normal


def address_of(url_path: str, site: Site | None = None) -> str:
    """The stored address of the page with ``url_path``; empty for one outside the site."""
    site = site or default_site()
    path = address_on(site, url_path) if site else ""
    return stored(path)[: LONGEST + 1] if path else ""


def default_site() -> Site | None:
    """The one site; no query where the request being answered has asked for it."""
    known: Site | None = getattr(request_being_answered(), "_wagtail_site", None)
    return known or Site.objects.select_related("root_page").filter(is_default_site=True).first()


def beginnings(path: str) -> Iterator[str]:
    """What ``path`` lies below, nearest first.

    >>> list(beginnings("/tin-tuc/xa/hop"))
    ['/tin-tuc/xa', '/tin-tuc']
    """
    while (path := path.rpartition("/")[0]) != "":
        yield path


def is_web_address(link: str) -> bool:
    """Whether ``link`` is a whole address of another site: what a slip of the finger makes of one is not followed.

    >>> [is_web_address(link) for link in ("https://xa.example.vn/tin", "//la.example", "javascript:alert(1)")]
    [True, False, False]
    >>> [is_web_address(link) for link in ("http:/xa.example.vn", "https://cong@la.example/", "ftp://xa.example.vn/")]
    [False, False, False]
    """
    if not _is_plain(link):
        return False
    try:
        parts = urlsplit(link)
        parts.port  # noqa: B018  raises for what is no number
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.hostname) and "@" not in parts.netloc


def own_path(link: str) -> str:
    """The path and query of ``link`` where it leads to this portal; empty where it does not.

    >>> own_path("/tin-tuc/?page=2"), own_path("//la.example/"), own_path("https://la.example/")
    ('/tin-tuc/?page=2', '', '')
    """
    if not _is_plain(link):
        return ""
    if link.startswith("/"):
        return "" if link.startswith("//") else link
    own = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if not is_web_address(link) or urlsplit(link).netloc.lower() != own.netloc.lower():
        return ""
    parts = urlsplit(link)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def _is_plain(link: str) -> bool:
    return "\\" not in link and not any(letter.isspace() or not letter.isprintable() for letter in link)
