"""Where pictures and files lie while it changes who may read the pages that show them.

What only restricted pages show must not stay open at its old address. So a medium follows its pages: into a collection
that lets in just those who may read one of them, further in or out when that changes again, and back to where it came
from when its pages ask nothing more. Two things bound it. What somebody closed by hand stays as closed as that. And it
opens only with a page that is published with it and whose readers could all see it before: that someone puts a closed
picture on a public page, or drafts a page with it, opens nothing. A draft keeps open what is open, unless one of the
pages was taken down: then it is closed to all but staff.
"""

from collections import defaultdict
from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex
from wagtail.models.view_restrictions import BaseViewRestriction

from portal.access.combining import both, covers, either
from portal.access.models import ClosedCollection, ClosedMedium
from portal.access.restrictions import NEVER, SIGNED_IN, Restrictions, conditions_of, groups_in
from portal.access.services import realign_renditions
from portal.media_uses import Medium, Uses, chunks, items_of, media_models, media_used_by, uses_of
from portal.registry import Registry

#: What the log calls it where the level itself stayed as it was.
MEDIA_FOLLOWED = "portal.media_followed"


class Withdrawal(Protocol):
    """Who knows of pages that no reader is to find again by himself (``portal.editorial.take_down``)."""

    @property
    def name(self) -> str: ...

    def among(self, pages: Several[int]) -> set[int]:
        """Those of ``pages`` that are withdrawn: they show nothing to anyone."""
        ...

    def token(self) -> str:
        """Who sees what only such pages use."""
        ...

    def collection_name(self) -> str: ...


withdrawals: Registry[Withdrawal] = Registry("withdrawal of pages")


@dataclass
class Outcome:
    """How many pictures and files were closed, or closed further, and how many were opened."""

    closed: int = 0
    opened: int = 0


@dataclass(frozen=True)
class Readers:
    """Who may read each of some pages at one moment, by the number of the page; nobody one that is withdrawn."""

    tokens: dict[int, str]
    #: Of withdrawn pages, who sees what only they use.
    behind: dict[int, str]
    #: The pages that are published and have not ended.
    live: frozenset[int]
    ended: frozenset[int]


@dataclass(frozen=True)
class Placed:
    """Where some pages are in the tree, and which of them are withdrawn, with those who see what these use."""

    paths: dict[int, str]
    withdrawn: dict[int, str]
    live: frozenset[int]
    ended: frozenset[int]

    @classmethod
    def of(cls, pages: Iterable[int]) -> "Placed":
        rows = Page.objects.order_by().only("path", "live", "expired", "expire_at")
        found = [page for part in chunks(pages) for page in rows.filter(pk__in=part)]
        paths = {page.pk: page.path for page in found}
        now = timezone.now()
        ended = frozenset(page.pk for page in found if page.expired or (page.expire_at and page.expire_at <= now))
        withdrawn: dict[int, str] = {}
        for by in withdrawals:
            if numbers := {number for part in chunks(paths) for number in by.among(part)}:
                withdrawn |= dict.fromkeys(numbers, by.token())
        return cls(paths, withdrawn, frozenset(page.pk for page in found if page.live) - ended, ended)

    def readers(self, restrictions: Restrictions) -> Readers:
        tokens = {number: restrictions.pages.token(path) for number, path in self.paths.items()}
        behind = {number: both(tokens[number], staff) for number, staff in self.withdrawn.items()}
        return Readers(tokens | dict.fromkeys(behind, NEVER), behind, self.live - behind.keys(), self.ended)


@dataclass(frozen=True)
class Move:
    """``item`` is to lie where ``token`` is asked, as its ``pages`` have it: ``back`` where it was, or elsewhere."""

    item: Any
    token: str
    closes: bool
    pages: Several[int]
    back: Collection | None = None


@dataclass(frozen=True)
class Stays:
    """``item`` does not go with the pages: ``pages``, or the portal itself, show it to more people than these do."""

    item: Any
    pages: Several[int]


@dataclass(frozen=True)
class Forecast:
    """What would become of the media of some pages; ``closed``: not all readers of these pages will see them."""

    moves: list[Move] = field(default_factory=list)
    open: list[Stays] = field(default_factory=list)
    closed: list[Any] = field(default_factory=list)


class MediaOf:
    """The media that ``pages`` use, with all who use them, as they stand now; made before something changes."""

    def __init__(self, pages: QuerySet[Page]) -> None:
        media = media_used_by(pages)
        self.restrictions = Restrictions.load()
        self.uses: Uses = uses_of(media)
        self.items: dict[Medium, Any] = items_of(media)
        self.closed_with = _closed_with(self.items)
        self.own = set(pages.order_by().values_list("pk", flat=True)) if media else set()
        self.users = {page for users in self.uses.pages.values() for page in users}
        self.placed = Placed.of(self.users)
        self.before = self.placed.readers(self.restrictions)

    def forecast(self, restrictions: Restrictions) -> Forecast:
        """What becomes of them under ``restrictions``, with the pages where they are now."""
        found = Forecast()
        readers = self.placed.readers(restrictions)
        for medium, item in self.items.items():
            move = self._move(medium, item, readers)
            if move is not None:
                found.moves.append(move)
            token = move.token if move else self._token(item)
            users = self.uses.pages[medium] & readers.tokens.keys() - readers.behind.keys()
            own = users & self.own
            if not all(covers(token, readers.tokens[page]) for page in own):
                found.closed.append(item)
            elif own and not covers(ours := either(readers.tokens[page] for page in own), token):
                others = [page for page in users - own if not covers(ours, readers.tokens[page])]
                found.open.append(Stays(item, others))
        return found

    def follow(self, *, still_shown: bool = False) -> Outcome:
        """Move them to where they belong now; within the transaction that changed it.

        ``still_shown``: those alone that a published page shows.
        """
        outcome = Outcome()
        if not self.items:
            return outcome
        restrictions = Restrictions.load()
        readers = Placed.of(self.users).readers(restrictions)
        by_goal: dict[tuple[str, Collection | None], list[Move]] = defaultdict(list)
        for medium, item in self.items.items():
            if still_shown and not self._showing(medium, readers):
                continue
            move = self._move(medium, item, readers)
            if move is not None:
                by_goal[move.token, move.back].append(move)
        for (token, back), moves in by_goal.items():
            moves = list(_carry_out(moves, back or collection_asking(token, restrictions), self.closed_with))
            outcome.closed += sum(move.closes for move in moves)
            outcome.opened += sum(not move.closes for move in moves)
        return outcome

    def _move(self, medium: Medium, item: Any, readers: Readers) -> Move | None:
        now = both(self._token(item))
        row = self.closed_with.get(medium)
        users = self.uses.pages[medium] & readers.tokens.keys()
        down = users & readers.behind.keys()
        saying = {page for page in users if self._has_a_say(page, medium, now, row, readers)}
        showing = self._showing(medium, readers)
        drafts = users - down - showing
        silent = (drafts if down else set()) | (readers.ended if showing else set())
        asked = either(
            readers.tokens[page] if page in saying else both(now, readers.tokens[page]) for page in users - silent
        )
        if medium in self.uses.elsewhere:
            asked = either([asked, now])
        if asked == NEVER and down:
            staff = either(readers.behind[page] for page in down)
            asked = both(now, either([staff, *(both(staff, readers.tokens[page]) for page in drafts)]))
        origin = row.origin if row is not None else None
        least = both(self.restrictions.collections.token(origin.path)) if origin is not None else now
        token = both(least, asked)
        if token == now or not users:
            return None
        pages = saying | {page for page in down if self._could_all_see(page, now)}
        pages |= set(row.pages) if row is not None else set()
        return Move(item, token, not covers(token, now), pages, origin if token == least else None)

    def _has_a_say(self, page: int, medium: Medium, now: str, row: ClosedMedium | None, readers: Readers) -> bool:
        """Whether the medium may be opened for its sake: it is published with it, and its readers could all see it.

        One that comes back after it was withdrawn opens what closed with it.
        """
        if page in self.before.behind:
            return row is not None and page in row.pages and page in self._showing(medium, readers)
        return page in self._showing(medium, self.before) and self._could_all_see(page, now)

    def _could_all_see(self, page: int, now: str) -> bool:
        """Of what nobody may read this says nothing: nobody could see it."""
        readers = self.before.tokens.get(page, NEVER)
        return readers != NEVER and covers(now, readers)

    def _showing(self, medium: Medium, readers: Readers) -> set[int]:
        """The published pages that hold it in the tables."""
        return self.uses.stored[medium] & readers.live

    def _token(self, item: Any) -> str:
        return self.restrictions.collections.token(item.collection.path)


@contextmanager
def media_follow(pages: QuerySet[Page], *, still_shown: bool = False) -> Iterator[Outcome]:
    """Around a change of who may read ``pages``: what they use moves along, in the same transaction.

    ``pages`` is asked before the change alone. The outcome is filled in at the end. ``still_shown``: of what they use
    that alone which a published page shows.
    """
    outcome = Outcome()
    with transaction.atomic():
        lock_places()
        media = MediaOf(pages)
        yield outcome
        done = media.follow(still_shown=still_shown)
        outcome.closed, outcome.opened = done.closed, done.opened


def is_withdrawn(page: Page) -> bool:
    return any(page.pk in by.among([page.pk]) for by in withdrawals)


def lock_places() -> None:
    """Inside a transaction: one change at a time decides where media lie, since each reads what the others changed.

    Before any page is locked.
    """
    roots = Collection.objects.filter(depth=1).order_by("pk")
    list(roots.select_for_update(no_key=True).values_list("pk"))


def log_followed(page: Page, outcome: Outcome, by: Any = None) -> None:
    """In the history of ``page``; without a line where nothing moved."""
    if outcome.closed or outcome.opened:
        data = {"closed": outcome.closed, "opened": outcome.opened}
        log(instance=page.specific, action=MEDIA_FOLLOWED, user=by, data=data)


def collection_asking(token: str, restrictions: Restrictions) -> Collection:
    """The collection that the portal made for what asks ``token``; made when first needed."""
    for known in ClosedCollection.objects.filter(token=token).select_related("collection").order_by("pk"):
        if both(restrictions.collections.token(known.collection.path)) == token:
            return known.collection
    collection: Collection = Collection.get_first_root_node().add_child(name=_name_of(token))
    for condition in sorted(conditions_of(token)):
        kind = BaseViewRestriction.LOGIN if condition == SIGNED_IN else BaseViewRestriction.GROUPS
        restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind)
        restriction.groups.set(groups_in(condition))
    ClosedCollection.objects.create(token=token, collection=collection)
    return collection


def _name_of(token: str) -> str:
    for withdrawal in withdrawals:
        if withdrawal.token() == token:
            return withdrawal.collection_name()
    groups = {group for condition in conditions_of(token) for group in groups_in(condition)}
    names = Group.objects.filter(pk__in=groups).order_by("pk").values_list("name", flat=True)
    readers = ", ".join(names) or _("nobody")
    return (_("Closed with pages: %(readers)s") % {"readers": readers})[:255]


def _carry_out(moves: list[Move], goal: Collection, closed_with: dict[Medium, ClosedMedium]) -> Iterator[Move]:
    """All that go to one collection: a few statements for each five hundred. What a person moved meanwhile stays."""
    for model in media_models():
        field = _field_of(model)
        for part in chunks(move for move in moves if isinstance(move.item, model)):
            numbers = _still_there(model, [move.item for move in part])
            part = [move for move in part if move.item.pk in numbers]
            if not part:
                continue
            going = ClosedMedium.objects.filter(**{f"{field}__in": numbers})
            origins = {n: closed_with[model, n].origin_id for n in numbers if (model, n) in closed_with}
            going.delete()
            if part[0].back is None:
                ClosedMedium.objects.bulk_create(
                    ClosedMedium(
                        place=goal,
                        origin_id=origins.get(move.item.pk, move.item.collection_id),
                        pages=sorted(move.pages),
                        **{field: move.item},
                    )
                    for move in part
                )
            model._default_manager.filter(pk__in=numbers).update(collection=goal)
            ReferenceIndex.objects.filter(
                base_content_type=ContentType.objects.get_for_model(model),
                object_id__in=[str(number) for number in numbers],
                model_path="collection",
            ).update(to_object_id=str(goal.pk))
            if model is get_image_model():
                realign_renditions(numbers)
            yield from part


def _still_there(model: type[models.Model], items: list[Any]) -> set[int]:
    """The numbers of ``items`` that lie where they were seen; nobody moves these until the transaction ends."""
    seen = {item.pk: item.collection_id for item in items}
    rows = model._default_manager.select_for_update(no_key=True).order_by("pk").filter(pk__in=seen)
    return {number for number, place in rows.values_list("pk", "collection_id") if place == seen[number]}


def _closed_with(items: dict[Medium, Any]) -> dict[Medium, ClosedMedium]:
    """Of ``items`` those that still lie where the portal put them."""
    found: dict[Medium, ClosedMedium] = {}
    for model in media_models():
        field = _field_of(model)
        for part in chunks(number for kind, number in items if kind is model):
            for row in ClosedMedium.objects.filter(**{f"{field}__in": part}).select_related("origin"):
                medium = (model, getattr(row, f"{field}_id"))
                if row.place_id == items[medium].collection_id:
                    found[medium] = row
    return found


def _field_of(model: type[models.Model]) -> str:
    return "picture" if model is get_image_model() else "file"
