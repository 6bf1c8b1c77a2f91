"""The register of channels: every road by which content leaves the portal.

An app registers its channels when it starts. The matrix test plants pages, pictures and files that only some may see,
asks every channel for them as every role, and looks for their words in all that comes back. It fails when an address
of the site belongs to no channel, so a new road registers itself in the commit that adds it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

from portal.registry import Registry


class Shows(Enum):
    """What a channel may show of content that not everyone may see."""

    #: Each visitor what he may see at that instant; drafts, scheduled and expired content to nobody.
    WHAT_THE_VISITOR_MAY_SEE = "visible"
    #: What anyone may see, to everyone alike.
    PUBLIC_ONLY = "public"
    #: Staff with access to the admin see unpublished content too, as far as its level or an appointment opens it.
    STAFF_ALL = "staff"


@dataclass(frozen=True)
class Probe:
    """One request at which a planted thing could show."""

    path: str
    method: str = "GET"
    form: tuple[tuple[str, str], ...] = ()


class Planted(Protocol):
    """What the matrix test has planted; a channel makes probes from what it knows of it."""

    @property
    def pages(self) -> Iterable[Any]: ...
    @property
    def pictures(self) -> Iterable[Any]: ...
    @property
    def files(self) -> Iterable[Any]: ...


def no_probes(planted: Planted) -> Iterable[Probe]:
    return ()


@dataclass(frozen=True)
class Channel:
    """A road by which content leaves the portal, and the addresses that belong to it."""

    name: str
    description: str
    shows: Shows
    #: Names of views as ``reverse`` knows them.
    url_names: frozenset[str] = frozenset()
    #: Beginnings of routes, for whole areas such as one part of the admin.
    route_prefixes: tuple[str, ...] = ()
    #: Whole routes, for addresses without a name.
    routes: frozenset[str] = frozenset()
    #: Routes inside page types, as ``app.Model.route``.
    page_routes: frozenset[str] = frozenset()
    probes: Callable[[Planted], Iterable[Probe]] = field(default=no_probes, compare=False)

    def covers(self, view_name: str, route: str) -> bool:
        """Whether the address with this view name and whole route belongs to the channel."""
        return (
            view_name in self.url_names
            or route in self.routes
            or any(route.startswith(prefix) for prefix in self.route_prefixes)
        )


channels: Registry[Channel] = Registry("channel")
