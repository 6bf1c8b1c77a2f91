"""The registries through which an app offers something to the rest of the portal without being imported by it.

An app fills them in its ``AppConfig.ready()``. What is registered:

* ``scheduled_jobs``: work the scheduler repeats;
* ``channels`` (in ``portal.access.channels``): every road by which content leaves the portal;
* ``fragments``: parts that many pages share, each with an address of its own;
* ``story_sources``: where the front page finds its stories;
* ``text_enrichers``: functions that add links to rendered text, run in order;
* ``desk_panels``: parts of the member's desk;
* ``notification_kinds``: what people are told of, and may choose mails for;
* ``staff_home_panels``: parts of the admin's first page, each for those whom it concerns;
* ``trouble_sources``: what may have gone wrong so that somebody must look at it, told on that page;
* ``related_sources``: which pages belong to the matter of another;
* ``search entries``: what a page type declares it gives to search (``PortalPage.search_entry``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
    from django.http import HttpRequest
    from django.utils.functional import Promise
    from wagtail.admin.ui.components import Component
    from wagtail.models import Page

    from portal.access.tokens import Tokens
    from portal.cards import Card
    from portal.models import PortalPage


class Named(Protocol):
    """Anything a registry may hold: it has a unique name."""

    @property
    def name(self) -> str: ...


T = TypeVar("T", bound=Named)


class AlreadyRegistered(ValueError):
    """Two apps registered different things under one name."""


class Registry(Generic[T]):
    """Things by unique name, in the order of registration. Registering an equal thing again changes nothing."""

    def __init__(self, what: str) -> None:
        self.what = what
        self._by_name: dict[str, T] = {}

    def register(self, item: T) -> T:
        """Add ``item`` and return it.

        Raises:
            AlreadyRegistered: something different has this name.
        """
        known = self._by_name.setdefault(item.name, item)
        if known != item:
            raise AlreadyRegistered(f"{self.what} {item.name!r} is registered twice")
        return item

    def get(self, name: str) -> T | None:
        return self._by_name.get(name)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def __iter__(self) -> Iterator[T]:
        return iter(list(self._by_name.values()))

    def __len__(self) -> int:
        return len(self._by_name)


class PartlyDone(Exception):
    """Raised by a job that did what it could: ``outcome`` is what it did, ``problems`` a line for each failure.

    Staff see the lines until a later run no longer raises them.
    """

    def __init__(self, outcome: str, problems: Sequence[str]) -> None:
        super().__init__(outcome, problems)
        self.outcome = outcome
        self.problems = problems


@dataclass(frozen=True)
class ScheduledJob:
    """Work the scheduler repeats: ``run`` returns one line that says what it did, or raises ``PartlyDone``.

    ``name`` is for the database and never changes; ``label`` is what staff read. What is ``prompt`` is short, and waits
    for nothing but other prompt jobs.
    """

    name: str
    label: "str | Promise"
    every: timedelta
    run: Callable[[], str]
    prompt: bool = False


@dataclass(frozen=True)
class Fragment:
    """A part many pages share. ``cards`` gives what ``template`` shows: public content alone, whoever asks."""

    name: str
    template: str
    cards: "Callable[[HttpRequest], list[Card]]"


@dataclass(frozen=True)
class TextEnricher:
    """Turns rendered HTML into HTML with more in it, such as links from citations to documents.

    ``style`` and ``script`` are static files for the pages to whose texts it added something; ``late_script`` is what
    the script fetches when it is needed.
    """

    name: str
    enrich: Callable[[str], str]
    style: str = ""
    script: str = ""
    late_script: str = ""


@dataclass(frozen=True)
class DeskPanel:
    """A part of the member's desk, for whoever is signed in; ``beside`` puts it into the narrow column.

    ``context`` gives what ``template`` shows to this person, in few and bounded queries; ``None``: nothing for him.
    """

    name: str
    template: str
    context: "Callable[[HttpRequest], Mapping[str, Any] | None]"
    order: int = 100
    beside: bool = False


@dataclass(frozen=True)
class NotificationKind:
    """Something people are told of. ``mail`` is when by mail, for who chose nothing: at_once, daily or never.

    What only staff are told of is offered for choice to staff alone.
    """

    name: str
    label: "str | Promise"
    mail: str = "at_once"
    staff_only: bool = False


@dataclass(frozen=True)
class StaffHomePanel:
    """A part of the admin's first page, bounded; ``panel`` gives none to those whom it does not concern.

    The component's ``order`` is its place; Wagtail's own and the portal's stand between 100 and 400.
    """

    name: str
    panel: "Callable[[HttpRequest], Component | None]"


@dataclass(frozen=True)
class Trouble:
    """Something that needs somebody: what happened and what to do, and where."""

    text: "str | Promise"
    url: str = ""


@dataclass(frozen=True)
class RelatedSource:
    """``ids`` gives the pages that belong to the matter of one, the best first, in one query and whoever asks.

    Whoever shows them asks what this visitor may see.
    """

    name: str
    ids: "Callable[[Page], Sequence[int]]"


@dataclass(frozen=True)
class TroubleSource:
    """``find`` gives what ``person`` should know of, in a query or two; nothing while all is well."""

    name: str
    find: "Callable[[AbstractBaseUser | AnonymousUser], Sequence[Trouble]]"


@dataclass(frozen=True)
class SearchEntry:
    """What a page type lets search know of it: attribute names by the role the value plays there."""

    kind: str
    title: str = "title"
    summary: str = ""
    body: Sequence[str] = ()
    date: str = ""


#: Declared by page types that no search shows.
NOT_SEARCHED = SearchEntry(kind="")

scheduled_jobs: Registry[ScheduledJob] = Registry("scheduled job")
fragments: Registry[Fragment] = Registry("fragment")
text_enrichers: Registry[TextEnricher] = Registry("text enricher")
desk_panels: Registry[DeskPanel] = Registry("desk panel")
notification_kinds: Registry[NotificationKind] = Registry("notification kind")
staff_home_panels: Registry[StaffHomePanel] = Registry("panel of the admin's first page")
related_sources: Registry[RelatedSource] = Registry("source of related pages")
trouble_sources: Registry[TroubleSource] = Registry("source of troubles")


class StorySource(Protocol):
    """Where the front page finds stories: pages with ``to_card()``, newest first, only what ``tokens`` may see."""

    @property
    def name(self) -> str: ...

    def by_id(self, ids: Sequence[int], tokens: "Tokens") -> "list[PortalPage]": ...

    def latest(self, count: int, tokens: "Tokens", exclude: Sequence[int] = ()) -> "list[PortalPage]": ...

    def rows(
        self, wanted: "Sequence[tuple[Page, int]]", tokens: "Tokens", exclude: Sequence[int] = ()
    ) -> "list[list[PortalPage]]":
        """For each section the newest below it, so many; what stands elsewhere only for want of others."""
        ...


story_sources: Registry[StorySource] = Registry("story source")
