"""Whether an address on the Internet answers, asked without ever reaching into a private network.

The name is resolved once and the connection goes to one of the addresses found, so that nothing can change in between.
If one of them is not public, none is asked. Redirects are followed by the same rules. Of the answer only the head is
read, and there is one deadline for everything.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

SECONDS = 8.0
MOST_REDIRECTS = 4
MOST_BYTES = 16_384
PORTS = frozenset({80, 443})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Prefixes of version 6 that carry an address of version 4: 6to4 and NAT64; Teredo carries two, and is never public.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(Exception):
    """The address is none that may be asked: not HTTP, an odd port, or inside a private network."""


class Unreachable(Exception):
    """Nobody answered, or not in words of HTTP."""


@dataclass(frozen=True)
class Target:
    scheme: str
    host: str
    port: int
    path: str


def is_public(address: Address) -> bool:
    """Whether ``address`` is one of the open Internet, also where it is wrapped into one of version 6.

    >>> [is_public(ipaddress.ip_address(a)) for a in ("8.8.8.8", "10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour is not None:
            return is_public(address.sixtofour)
        if address.teredo is not None:
            return False
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address.is_site_local or address.scope_id:
            return False
    kinds = (address.is_private, address.is_loopback, address.is_link_local, address.is_multicast, address.is_reserved)
    return address.is_global and not any(kinds) and not address.is_unspecified


def status_of(
    url: str, *, allowed: Callable[[Address], bool] = is_public, ports: frozenset[int] = PORTS, seconds: float = SECONDS
) -> int:
    """The status that ``url`` finally answers with.

    Raises:
        Refused: it, or where it redirects to, may not be asked.
        Unreachable: nobody answered in time.
    """
    deadline = time.monotonic() + seconds
    for _hop in range(MOST_REDIRECTS + 1):
        target = target_of(url, ports)
        status, location = _ask(target, _resolve(target, allowed), deadline)
        if status not in REDIRECTS or not location:
            return status
        url = urljoin(url, location)
    raise Unreachable("too many redirects")


def target_of(url: str, ports: frozenset[int] = PORTS) -> Target:
    """Where ``url`` leads.

    Raises:
        Refused: it is no plain address of HTTP.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".")
        port = parts.port or (443 if parts.scheme == "https" else 80)
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as problem:
        raise Refused("not an address") from problem
    if parts.scheme not in ("http", "https") or not ascii_host or parts.username is not None or port not in ports:
        raise Refused("not a plain address of HTTP")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    safe = "".join(letter if "!" <= letter <= "~" else _quoted(letter) for letter in path)
    return Target(parts.scheme, ascii_host, port, safe)


def _quoted(letter: str) -> str:
    return "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))


def _resolve(target: Target, allowed: Callable[[Address], bool]) -> str:
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except OSError as problem:
        raise Unreachable("no such name") from problem
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(allowed(ipaddress.ip_address(address)) for address in addresses):
        raise Refused("inside a private network")
    return addresses[0]


def _ask(target: Target, address: str, deadline: float) -> tuple[int, str]:
    """Status and ``Location`` of the answer to one request; the body is left where it is."""
    try:
        with socket.create_connection((address, target.port), timeout=_left(deadline)) as plain:
            if target.scheme == "https":
                context = ssl.create_default_context()
                with context.wrap_socket(plain, server_hostname=target.host) as wrapped:
                    return _exchange(wrapped, target, deadline)
            return _exchange(plain, target, deadline)
    except (OSError, ValueError) as problem:
        raise Unreachable(str(problem)) from problem


def _exchange(connection: socket.socket, target: Target, deadline: float) -> tuple[int, str]:
    host = f"[{target.host}]" if ":" in target.host else target.host
    named = host if target.port in (80, 443) else f"{host}:{target.port}"
    words = [
        f"GET {target.path} HTTP/1.1",
        f"Host: {named}",
        "User-Agent: Mozilla/5.0 (compatible; link check)",
        "Accept: */*",
        "Connection: close",
    ]
    connection.settimeout(_left(deadline))
    connection.sendall(("\r\n".join(words) + "\r\n\r\n").encode("ascii"))
    head = b""
    while b"\r\n\r\n" not in head and len(head) < MOST_BYTES:
        connection.settimeout(_left(deadline))
        more = connection.recv(4096)
        if not more:
            break
        head += more
    return _read(head)


def _read(head: bytes) -> tuple[int, str]:
    first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    words = first.split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/") or not words[1].isdecimal():
        raise Unreachable("not HTTP")
    named = dict(line.split(":", 1) for line in lines if ":" in line)
    location = next((value for name, value in named.items() if name.strip().lower() == "location"), "")
    return int(words[1]), location.strip()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("too slow")
    return left
