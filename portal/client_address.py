"""Where a request comes from, behind proxies too."""

from functools import lru_cache
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

Network = IPv4Network | IPv6Network


def client_address(request: HttpRequest) -> str | None:
    """The visitor's address; unknown where the server does not tell.

    ``X-Forwarded-For`` can be sent by anyone. It is read from its end, and only as far as each hop was told by a proxy
    of ``TRUSTED_PROXIES``: the first address that is none of theirs is the visitor's. A server on a socket has no
    address of its own; where proxies are trusted, what comes through it does.
    """
    trusted = _networks(tuple(settings.TRUSTED_PROXIES))
    address = _readable(request.META.get("REMOTE_ADDR", ""))
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    while hops and trusted and (address is None or _is_in(address, trusted)):
        hop = _readable(hops.pop())
        if hop is None:
            break
        address = hop
    return address


def _readable(text: str) -> str | None:
    """The address in one spelling; an IPv4 address that came over IPv6 as itself."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    mapped = getattr(address, "ipv4_mapped", None)
    return str(mapped or address)


def _is_in(address: str, networks: tuple[Network, ...]) -> bool:
    return any(ip_address(address) in network for network in networks)


@lru_cache(maxsize=8)
def _networks(written: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ip_network(part.strip(), strict=False) for part in written if part.strip())
