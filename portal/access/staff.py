"""What staff may see in the admin: a level opens there what it opens to readers, and an appointment what it stands on.

Someone sees a page in the admin when he satisfies every restriction that holds for it. A restriction that he does not
satisfy is lifted for him by a permission granted to one of his groups *inside* it: on the restricted page itself or on
one below it, and then for what lies at and below the place of the grant. A permission on a page further up says what he
may do, not what he may see. Pictures and files follow their collection in the same way (``docs/decisions/access.md``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.db.models import Q, QuerySet
from wagtail.models import Collection, GroupCollectionPermission, Page
from wagtail.permissions import page_permission_policy

from portal.access.restrictions import Restrictions, Tree, prefixes
from portal.access.tokens import satisfies, under

S = TypeVar("S", bound=QuerySet[Any])

_HELD_AS = "_portal_sight"

#: Whoever the admin knows, or nobody.
Person = AbstractUser | AnonymousUser


@dataclass(frozen=True)
class Closed:
    """What of one tree is closed to a person: each closed place, with his appointments inside it."""

    places: dict[str, tuple[str, ...]]

    def covers(self, path: str) -> bool:
        if not self.places:
            return False
        return any(place in self.places and not path.startswith(self.places[place]) for place in prefixes(path))

    def condition(self, field: str) -> Q:
        """The condition that what has its path in ``field`` is closed: one set for each depth, however many places."""
        condition = under((place for place, posts in self.places.items() if not posts), field)
        for place, posts in self.places.items():
            if posts:
                condition |= under([place], field) & ~under(posts, field)
        return condition


@dataclass(frozen=True)
class Sight:
    """What is closed to one person in the admin, as long as ``restrictions`` are as they are."""

    restrictions: Restrictions
    pages: Closed
    collections: Closed

    def is_closed(self, thing: Any) -> bool:
        """Whether a page, a collection, a picture or a file is closed to him."""
        if isinstance(thing, Page):
            return self.pages.covers(thing.path)
        if not self.collections.places:
            return False
        return self.collections.covers((thing if isinstance(thing, Collection) else thing.collection).path)

    def of_pages(self, queryset: S, path: str = "path") -> S:
        """``queryset`` without what belongs to pages that are closed to him; ``path`` names the page's path."""
        return queryset.filter(~self.pages.condition(path)) if self.pages.places else queryset

    def of_collections(self, queryset: S, path: str = "path") -> S:
        """The same by the path of a collection."""
        return queryset.filter(~self.collections.condition(path)) if self.collections.places else queryset


def sight_of(user: Person) -> Sight:
    """What ``user`` may see in the admin; worked out once a request, and again after a restriction changed."""
    restrictions = Restrictions.now()
    held: Sight | None = getattr(user, _HELD_AS, None)
    if held is None or held.restrictions is not restrictions:
        held = _sight(user, restrictions)
        setattr(user, _HELD_AS, held)
    return held


def sees(user: Person, thing: Any) -> bool:
    """Whether ``user`` may see a page, a collection, a picture or a file in the admin."""
    return not sight_of(user).is_closed(thing)


def those_who_see(users: Iterable[AbstractUser], page: Page) -> list[AbstractUser]:
    """Of ``users`` those to whom ``page`` may be named, in a mail or a list of recipients."""
    return [user for user in users if sees(user, page)]


def _sight(user: Person, restrictions: Restrictions) -> Sight:
    trees = (restrictions.pages, restrictions.collections)
    if user.is_superuser or not any(tree.own for tree in trees):
        return Sight(restrictions, Closed({}), Closed({}))
    groups = frozenset(user.groups.values_list("pk", flat=True)) if user.is_active else frozenset()
    pages, collections = (
        {place for place, asked in tree.own.items() if not all(satisfies(user, groups, one) for one in asked)}
        for tree in trees
    )
    return Sight(
        restrictions,
        _closed(restrictions.pages, pages, _pages_of(user) if pages else ()),
        _closed(restrictions.collections, collections, _collections_of(user) if collections else ()),
    )


def _closed(tree: Tree, places: set[str], appointed: Iterable[str]) -> Closed:
    """Of ``places`` the topmost, each with the appointments inside it; below one with any, the next count as well."""
    posts = sorted(set(appointed))
    closed: dict[str, tuple[str, ...]] = {}
    for place in sorted(places):
        if not any(above in closed and not closed[above] for above in prefixes(place)):
            closed[place] = tuple(post for post in posts if post.startswith(place))
    return Closed(closed)


def _pages_of(user: Person) -> list[str]:
    return [granted.page.path for granted in page_permission_policy.get_cached_permissions_for_user(user)]


def _collections_of(user: Person) -> list[str]:
    granted = GroupCollectionPermission.objects.filter(group__user=user.pk)
    return list(granted.values_list("collection__path", flat=True).distinct())
