"""Where pictures and files lie while it changes who may read the pages that show them.

What only restricted pages show must not stay open at its old address. So a medium follows its pages: into a collection
that lets in just those who may read one of them, further in or out when that changes again, and back to where it came
from when its pages ask nothing more. Two things bound it. What somebody closed by hand stays as closed as that. And for
the sake of a page whose readers could not all see the medium before, it opens no further: that someone puts a closed
picture on a public page opens nothing.
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
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex
from wagtail.models.view_restrictions import BaseViewRestriction

from portal.access.combining import both, covers, either
from portal.access.models import ClosedCollection, ClosedMedium
from portal.access.restrictions import NEVER, SIGNED_IN, Restrictions, conditions_of, groups_in
from portal.access.services import realign_renditions
from portal.media_uses import Medium, Uses, chunks, items_of, media_models, media_used_by, uses_of
from portal.registry import Registry


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


@dataclass(frozen=True)
class Placed:
    """Where some pages are in the tree, and which of them are withdrawn, with those who see what these use."""

    paths: dict[int, str]
    withdrawn: dict[int, str]

    @classmethod
    def of(cls, pages: Iterable[int]) -> "Placed":
        rows = Page.objects.order_by().values_list("pk", "path")
        paths = {number: path for part in chunks(pages) for number, path in rows.filter(pk__in=part)}
        withdrawn: dict[int, str] = {}
        for by in withdrawals:
            if numbers := {number for part in chunks(paths) for number in by.among(part)}:
                withdrawn |= dict.fromkeys(numbers, by.token())
        return cls(paths, withdrawn)

    def readers(self, restrictions: Restrictions) -> Readers:
        tokens = {number: restrictions.pages.token(path) for number, path in self.paths.items()}
        behind = {number: both(tokens[number], staff) for number, staff in self.withdrawn.items()}
        return Readers(tokens | dict.fromkeys(behind, NEVER), behind)


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

    def follow(self) -> Outcome:
        """Move them to where they belong now; within the transaction that changed it."""
        outcome = Outcome()
        if not self.items:
            return outcome
        restrictions = Restrictions.load()
        readers = Placed.of(self.users).readers(restrictions)
        by_goal: dict[tuple[str, Collection | None], list[Move]] = defaultdict(list)
        for medium, item in self.items.items():
            move = self._move(medium, item, readers)
            if move is not None:
                by_goal[move.token, move.back].append(move)
        for (token, back), moves in by_goal.items():
            _carry_out(moves, back or collection_asking(token, restrictions), self.closed_with)
            outcome.closed += sum(move.closes for move in moves)
            outcome.opened += sum(not move.closes for move in moves)
        return outcome

    def _move(self, medium: Medium, item: Any, readers: Readers) -> Move | None:
        now = both(self._token(item))
        row = self.closed_with.get(medium)
        users = self.uses.pages[medium] & readers.tokens.keys()
        saying = {page for page in users if self._has_a_say(page, now, row)}
        asked = either(readers.tokens[p] if p in saying else both(now, readers.tokens[p]) for p in users)
        if medium in self.uses.elsewhere:
            asked = either([asked, now])
        if asked == NEVER and not readers.behind.keys().isdisjoint(users):
            asked = either(readers.behind[page] for page in users & readers.behind.keys())
        origin = row.origin if row is not None else None
        least = both(self.restrictions.collections.token(origin.path)) if origin is not None else now
        token = both(least, asked)
        if token == now or not users:
            return None
        pages = saying.union(row.pages) if row is not None else saying
        return Move(item, token, not covers(token, now), pages, origin if token == least else None)

    def _has_a_say(self, page: int, now: str, row: ClosedMedium | None) -> bool:
        """Whether its readers could all see the medium until now; of one that was withdrawn, whether it closed with it.

        For the sake of another page a medium is not opened.
        """
        if page in self.before.behind:
            return row is not None and page in row.pages
        return page in self.before.tokens and covers(now, self.before.tokens[page])

    def _token(self, item: Any) -> str:
        return self.restrictions.collections.token(item.collection.path)


@contextmanager
def media_follow(pages: QuerySet[Page]) -> Iterator[Outcome]:
    """Around a change of who may read ``pages``: what they use moves along, in the same transaction.

    ``pages`` is asked before the change alone. The outcome is filled in at the end.
    """
    outcome = Outcome()
    with transaction.atomic():
        media = MediaOf(pages)
        yield outcome
        done = media.follow()
        outcome.closed, outcome.opened = done.closed, done.opened


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


def _carry_out(moves: list[Move], goal: Collection, closed_with: dict[Medium, ClosedMedium]) -> None:
    """All that go to one collection: a few statements for each five hundred."""
    for model in media_models():
        field = _field_of(model)
        for part in chunks(move for move in moves if isinstance(move.item, model)):
            numbers = [move.item.pk for move in part]
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
