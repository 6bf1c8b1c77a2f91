"""All view restrictions as they are at one moment, read in one query, and what they mean for a path of a tree."""

from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Self

from django.db.models import F, IntegerField, Value
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.models.view_restrictions import BaseViewRestriction

#: The token of what has no restriction.
PUBLIC = "public"
#: The condition that nobody satisfies: a shared password protects nothing here, and no group means nobody.
NEVER = "never"
#: The condition that everyone signed in satisfies.
SIGNED_IN = "login"

#: Length of one step of a materialised path (treebeard's default, kept by Wagtail's pages and collections).
STEP = 4

PAGES = "page"
COLLECTIONS = "collection"
ALIASES = "alias"

# One restriction: which tree, the path it stands on, its id, its type, one of its groups. Or one alias: its path, its
# id, the path of the page that it repeats.
Row = tuple[str, str, int, str, int | None]


def prefixes(path: str) -> Iterator[str]:
    """The paths from the root of the tree down to ``path`` itself.

    >>> list(prefixes("000100020003"))
    ['0001', '00010002', '000100020003']
    """
    return (path[:end] for end in range(STEP, len(path) + 1, STEP))


def token_of(conditions: Iterable[str]) -> str:
    """One token for a combination of conditions that must all be satisfied; the same for the same combination.

    >>> token_of(["g7", "g3.5", "g7"])
    'g3.5+g7'
    >>> token_of([])
    'public'
    """
    return "+".join(sorted(set(conditions))) or PUBLIC


def conditions_of(token: str) -> frozenset[str]:
    """The conditions a token stands for."""
    return frozenset() if token == PUBLIC else frozenset(token.split("+"))


def condition(restriction_type: str, groups: Several[int]) -> str:
    """What one restriction asks of a visitor: to be in one of its groups, or to be signed in.

    >>> condition("groups", [5, 3])
    'g3.5'
    >>> condition("groups", []), condition("login", []), condition("password", [])
    ('never', 'login', 'never')
    """
    if restriction_type == BaseViewRestriction.LOGIN:
        return SIGNED_IN
    if restriction_type == BaseViewRestriction.GROUPS and groups:
        return "g" + ".".join(str(group) for group in sorted(groups))
    return NEVER


def groups_in(condition: str) -> frozenset[int]:
    """The groups of which one satisfies ``condition``."""
    return frozenset(int(group) for group in condition[1:].split(".")) if condition.startswith("g") else frozenset()


@dataclass(frozen=True)
class Tree:
    """The restrictions of one tree: own conditions by path."""

    own: dict[str, list[str]] = field(default_factory=dict)

    def token(self, path: str) -> str:
        """The token of the whole combination that holds at ``path``: its own restrictions and its ancestors'."""
        if not self.own:
            return PUBLIC
        return token_of(asked for prefix in prefixes(path) for asked in self.own.get(prefix, ()))

    def with_aliases(self, aliases: Mapping[str, str]) -> "Tree":
        """The tree in which an alias, wherever it stands, asks as well what the page asks that it repeats.

        ``aliases`` leads from the path of an alias to that of its original.
        """
        if not self.own:
            return self
        own = {path: list(conditions) for path, conditions in self.own.items()}
        for path in aliases:
            if inherited := list(self._asked_of_original(path, aliases, frozenset())):
                own.setdefault(path, []).extend(inherited)
        return Tree(own)

    def _asked_of_original(self, alias: str, aliases: Mapping[str, str], seen: frozenset[str]) -> Iterator[str]:
        for prefix in prefixes(aliases[alias]):
            yield from self.own.get(prefix, ())
            if prefix in aliases and prefix not in seen:
                yield from self._asked_of_original(prefix, aliases, seen | {alias})

    def tokens(self) -> set[str]:
        """Every combination that holds anywhere in the tree."""
        return {self.token(path) for path in self.own}

    def closed_to(self, tokens: Several[str]) -> list[str]:
        """The topmost paths that a visitor with ``tokens`` may not see; all below them is closed as well."""
        closed: list[str] = []
        for path in sorted(self.own):
            if closed and path.startswith(closed[-1]):
                continue
            if self.token(path) not in tokens:
                closed.append(path)
        return closed


@dataclass(frozen=True)
class Restrictions:
    """Every restriction as it stood at one moment: for one request, never longer."""

    pages: Tree
    collections: Tree
    #: The numbers of the collections closed to the holder of some tokens, kept for the next picture.
    closed_collections: dict[frozenset[str], frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    #: What lists say of pages that carry a token, kept for the next page.
    marks: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def now(cls) -> "Restrictions":
        """As they stand; within one request they are read once, and again after a change."""
        held = _held.get()
        if held is None:
            return cls.load()
        if held.restrictions is None:
            held.restrictions = cls.load()
        return held.restrictions

    @classmethod
    def load(cls) -> Self:
        """Read them all, in one query."""
        return cls.from_rows(_all_rows())

    @classmethod
    def supposing(cls, path: str, groups: Several[int]) -> Self:
        """As they would be if the page at ``path`` itself asked for one of ``groups``, or for nothing without any."""
        others = [row for row in _all_rows() if row[:2] != (PAGES, path)]
        return cls.from_rows([*others, *((PAGES, path, 0, BaseViewRestriction.GROUPS, group) for group in groups)])

    @classmethod
    def from_rows(cls, rows: Iterable[Row]) -> Self:
        trees: dict[str, Tree] = {PAGES: Tree(), COLLECTIONS: Tree()}
        aliases: dict[str, str] = {}
        ordered = sorted(rows, key=lambda row: row[:3])
        for (tree, path, _id), same in groupby(ordered, key=lambda row: row[:3]):
            of_one = list(same)
            if tree == ALIASES:
                aliases[path] = of_one[0][3]
                continue
            restriction_type = of_one[0][3]
            if restriction_type == BaseViewRestriction.NONE:
                continue
            groups = [row[4] for row in of_one if row[4] is not None]
            trees[tree].own.setdefault(path, []).append(condition(restriction_type, groups))
        return cls(trees[PAGES].with_aliases(aliases), trees[COLLECTIONS])

    def tokens(self) -> set[str]:
        return self.pages.tokens() | self.collections.tokens()


@dataclass
class _Held:
    request: HttpRequest
    restrictions: Restrictions | None = None


_held: ContextVar[_Held | None] = ContextVar("restrictions of this request", default=None)


@contextmanager
def answering(request: HttpRequest) -> Iterator[None]:
    """While ``request`` is answered, restrictions are read once, and templates need not be told who asks."""
    reset = _held.set(_Held(request))
    try:
        yield
    finally:
        _held.reset(reset)


def request_being_answered() -> HttpRequest | None:
    """The request in whose answer this code runs; ``None`` in commands and workers."""
    held = _held.get()
    return held.request if held else None


def read_again() -> None:
    """A restriction changed: what was read of them is out of date."""
    held = _held.get()
    if held is not None:
        held.restrictions = None


def _all_rows() -> Iterable[Row]:
    rows: Iterable[Row] = _rows(PAGES).union(_rows(COLLECTIONS), _aliases(), all=True)
    return rows


def _rows(tree: str):  # type: ignore[no-untyped-def]  # a values queryset has no name to annotate with
    model = PageViewRestriction if tree == PAGES else CollectionViewRestriction
    return (
        model.objects.order_by()
        .annotate(tree=Value(tree), path=F(f"{tree}__path"), group_id=F("groups__id"))
        .values_list("tree", "path", "id", "restriction_type", "group_id")
    )


def _aliases() -> Any:
    return (
        Page.objects.filter(alias_of__gt=0)  # that it is not null SQLite would find by reading all pages
        .order_by()
        .annotate(tree=Value(ALIASES), restriction_type=F("alias_of__path"), group_id=Cast(Value(None), IntegerField()))
        .values_list("tree", "path", "id", "restriction_type", "group_id")
    )
