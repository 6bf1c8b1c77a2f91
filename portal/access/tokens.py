"""Tokens: the one vocabulary in which every channel asks "may this visitor see that?".

A page, a picture or a file carries one token for its whole combination of restrictions (its own and its ancestors');
a visitor holds the tokens of all combinations he satisfies. What he may see is what carries a token he holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any, Self, TypeVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Substr
from django.db.models.lookups import In
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.models import Collection, Page

from portal.access.restrictions import (
    NEVER,
    PUBLIC,
    SIGNED_IN,
    Restrictions,
    Tree,
    conditions_of,
    groups_in,
    request_being_answered,
)

__all__ = [
    "PUBLIC",
    "Tokens",
    "Visitor",
    "current_tokens",
    "excluded_paths",
    "is_open",
    "may_open",
    "page_token",
    "public_tokens",
    "read_as",
    "restrict",
    "restrict_members",
    "satisfies",
    "tokens_in_groups",
    "tokens_of",
]

S = TypeVar("S", bound=QuerySet[Any])

_CACHED_AS = "_portal_visitor"


class Tokens(frozenset[str]):
    """The tokens of one visitor, with the restrictions they were made from: for one request, never longer."""

    def __new__(cls, tokens: Iterable[str] = (PUBLIC,), restrictions: Restrictions | None = None) -> Self:
        held = super().__new__(cls, tokens)
        if restrictions is not None:
            held.__dict__["restrictions"] = restrictions
        return held

    @cached_property
    def restrictions(self) -> Restrictions:
        """The restrictions as they were when first asked for."""
        return Restrictions.now()

    @cached_property
    def closed_collections(self) -> frozenset[int]:
        """The collections whose pictures and files may not be seen; no query while no collection is restricted."""
        known = self.restrictions.closed_collections
        if self not in known:
            closed = self.restrictions.collections.closed_to(self)
            inside = Collection.objects.filter(under(closed, "path")).values_list("pk", flat=True) if closed else ()
            known[frozenset(self)] = frozenset(inside)
        return known[self]


@dataclass(frozen=True)
class Visitor:
    """Who asks, as plain values for views and templates."""

    tokens: Tokens
    is_signed_in: bool = False
    name: str = ""


def tokens_of(request: HttpRequest) -> Visitor:
    """Who asks. Without a session cookie the answer is "anyone", and neither session nor user is touched.

    Touching ``request.user`` would add ``Vary: Cookie`` and make a public page uncacheable.
    """
    visitor: Visitor | None = getattr(request, _CACHED_AS, None)
    if visitor is None:
        visitor = _visitor(request)
        setattr(request, _CACHED_AS, visitor)
    return visitor


def read_as(request: HttpRequest, visitor: Visitor) -> None:
    """Answer ``request`` as if ``visitor`` asked; for previews."""
    setattr(request, _CACHED_AS, visitor)


def public_tokens(request: HttpRequest) -> Tokens:
    """What anyone holds, for lists that show the same to everyone; without another query."""
    return Tokens(restrictions=tokens_of(request).tokens.restrictions)


def current_tokens() -> Tokens:
    """The tokens of whoever is being answered; what anyone may see where nobody is."""
    request = request_being_answered()
    return tokens_of(request).tokens if request is not None else Tokens()


def _visitor(request: HttpRequest) -> Visitor:
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Visitor(Tokens())
    user: Any = request.user
    if not user.is_authenticated:
        return Visitor(Tokens())
    return Visitor(tokens_for(user), is_signed_in=True, name=user.get_full_name() or user.get_username())


def tokens_for(user: AbstractUser) -> Tokens:
    """The tokens that ``user`` holds. A role in the admin gives none: what staff may do is not what they may see.

    A superuser holds all but those that nobody holds.
    """
    restrictions = Restrictions.now()
    return _tokens(user, frozenset(user.groups.values_list("pk", flat=True)), restrictions)


def tokens_in_groups(groups: frozenset[int]) -> Tokens:
    """The tokens of somebody signed in who is in just these groups; for showing what such a reader would see."""
    return _tokens(None, groups, Restrictions.now())


def satisfies(user: Any, groups: frozenset[int], asked: str) -> bool:
    """Whether ``user``, who is in ``groups``, satisfies one condition; a superuser all that anybody satisfies."""
    if asked == NEVER:
        return False
    if user is not None and not user.is_active:
        return False
    is_superuser = user is not None and user.is_superuser
    return is_superuser or asked == SIGNED_IN or bool(groups & groups_in(asked))


def _tokens(user: AbstractUser | None, groups: frozenset[int], restrictions: Restrictions) -> Tokens:
    held = {
        token
        for token in restrictions.tokens()
        if all(satisfies(user, groups, asked) for asked in conditions_of(token))
    }
    return Tokens({PUBLIC, *held}, restrictions)


def page_token(page: Page, restrictions: Restrictions | None = None) -> str:
    """The token of all restrictions that hold for ``page``."""
    return (restrictions or Restrictions.now()).pages.token(page.path)


def may_open(page: Page, tokens: Tokens) -> bool:
    """Whether the holder of ``tokens`` may see ``page`` now."""
    return is_open(page) and page_token(page, tokens.restrictions) in tokens


def is_open(page: Page, now: datetime | None = None) -> bool:
    """Whether ``page`` is published at this instant, whatever the scheduler has done by now."""
    now = now or timezone.now()
    begun = page.go_live_at is None or page.go_live_at <= now
    ended = page.expire_at is not None and page.expire_at <= now
    return bool(page.live and begun and not ended)


def excluded_paths(tokens: Tokens) -> list[str]:
    """The paths of the topmost pages that the holder of ``tokens`` may not see."""
    return tokens.restrictions.pages.closed_to(tokens)


def restrict(queryset: S, tokens: Tokens, *, path: str = "path") -> S:
    """``queryset`` without the pages that the holder of ``tokens`` may not see.

    ``path`` names the page's path where the queryset is not one of pages, such as ``article__path``.
    """
    return _without(queryset, tokens.restrictions.pages, tokens, path)


def restrict_members(queryset: S, tokens: Tokens, *, path: str = "collection__path") -> S:
    """``queryset`` of pictures or files without those whose collection the holder of ``tokens`` may not see."""
    return _without(queryset, tokens.restrictions.collections, tokens, path)


def _without(queryset: S, tree: Tree, tokens: Tokens, path: str) -> S:
    closed = tree.closed_to(tokens)
    return queryset.filter(~under(closed, path)) if closed else queryset


def under(paths: Iterable[str], field: str) -> Q:
    """The condition that the path in ``field`` lies at or under one of ``paths``.

    One look-up in a set for each depth, not one comparison for each path: thousands of restricted pages stay one
    short query, where a chain of that many ORs passes the depth SQLite allows.
    """
    by_length: dict[int, list[str]] = {}
    for path in paths:
        by_length.setdefault(len(path), []).append(path)
    if not by_length:
        return Q(pk__in=[])
    return reduce(or_, (Q(In(Substr(F(field), 1, length), same)) for length, same in sorted(by_length.items())))
