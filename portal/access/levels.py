"""Levels of access: what staff choose, kept as Wagtail's view restrictions by group, so that Wagtail honours them."""

from collections.abc import Collection as Several
from typing import TYPE_CHECKING, Any, TypeAlias

from django.contrib.auth.models import AbstractUser, Group
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.log_actions import log
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.models.view_restrictions import BaseViewRestriction
from wagtail.permissions import collection_permission_policy

from portal.access.groups import COMMITTEE, MEMBERS, known_group, organisation_group
from portal.access.media_places import media_follow
from portal.access.models import KnownGroup, Organisation
from portal.access.restrictions import prefixes
from portal.access.staff import sees

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

#: What the log calls it.
LEVEL_SET = "portal.level"

Restrictable: TypeAlias = Page | Collection


class Level(models.TextChoices):
    """Who may see something. A level on a page or a collection holds for all below it as well."""

    PUBLIC = "public", pgettext_lazy("access level", "Public")
    MEMBERS = "members", pgettext_lazy("access level", "Members only")
    COMMITTEE = "committee", pgettext_lazy("access level", "Committee only")
    ORGANISATIONS = "organisations", pgettext_lazy("access level", "Named organisations only")


class InvalidLevel(ValueError):
    """A level cannot be set as asked; ``message`` says in the reader's language what to do."""

    def __init__(self, message: "StrOrPromise") -> None:
        super().__init__(message)
        self.message = message


class NotPermitted(Exception):
    """Whoever asks may not change the level."""


def may_change_level(target: Restrictable, user: AbstractUser) -> bool:
    """On pages who may publish them, on collections who may arrange them; and nobody what is closed to himself."""
    if not sees(user, target):
        return False
    if isinstance(target, Page):
        return bool(target.permissions_for_user(user).can_set_view_restrictions())
    return bool(collection_permission_policy.user_has_permission_for_instance(user, "change", target))


def change_level(
    target: Restrictable, level: Level, organisations: Several[Organisation] = (), *, by: AbstractUser
) -> None:
    """Staff set the level of ``target``.

    Raises:
        NotPermitted: ``by`` may not change it.
        InvalidLevel: as ``set_level``, or ``by`` himself would no longer see ``target``.
    """
    if not may_change_level(target, by):
        raise NotPermitted
    with transaction.atomic():
        set_level(target, level, organisations, by=by)
        if not sees(by, target):
            raise InvalidLevel(
                _("You would no longer see this yourself. Ask somebody whom this level includes to set it.")
            )


def set_level(
    target: Restrictable,
    level: Level,
    organisations: Several[Organisation] = (),
    *,
    by: AbstractUser | None = None,
) -> None:
    """Make ``target`` and all below it visible to ``level`` only, besides what its ancestors already ask.

    Pictures and files of pages move along (``portal.access.media_places``).

    Raises:
        InvalidLevel: named organisations without any, or organisations with another level.
    """
    if level is Level.ORGANISATIONS and not organisations:
        raise InvalidLevel(_("Name at least one organisation."))
    if level is not Level.ORGANISATIONS and organisations:
        raise InvalidLevel(_("Only the level for named organisations takes organisations."))

    named = [organisation.pk for organisation in organisations]
    data: dict[str, Any] = {"level": level.value, "organisations": named}
    with transaction.atomic():
        if isinstance(target, Page):
            with media_follow(target.get_descendants(inclusive=True)) as media:
                _write(target, level, organisations)
            data |= {"closed": media.closed, "opened": media.opened}
        else:
            _write(target, level, organisations)
        log(instance=target.specific if isinstance(target, Page) else target, action=LEVEL_SET, user=by, data=data)


def _write(target: Restrictable, level: Level, organisations: Several[Organisation]) -> None:
    """In Wagtail's tables, past its own log, which knows kinds of restrictions and no levels."""
    if level is Level.PUBLIC:
        for restriction in _own_restrictions(target):
            models.Model.delete(restriction)
        return
    groups = groups_of(level, organisations)
    restriction, *others = [*_own_restrictions(target)] or [_new_restriction(target)]
    for other in others:
        models.Model.delete(other)
    restriction.restriction_type = BaseViewRestriction.GROUPS
    restriction.password = ""
    models.Model.save(restriction)
    restriction.groups.set(groups)


def own_level_of(target: Restrictable) -> Level | None:
    """The level set on ``target`` itself; ``None``: a restriction of another kind, or several."""
    own = _own_restrictions(target)
    if len(own) > 1:
        return None
    return _level_asked(own[0]) if own else Level.PUBLIC


def own_organisations_of(target: Restrictable) -> list[Organisation]:
    """The organisations named on ``target`` itself."""
    own = _own_restrictions(target)
    return list(Organisation.objects.filter(group__in=own[0].groups.all())) if own else []


def levels_above(target: Restrictable) -> list[tuple[Restrictable, Level | None, list[Organisation]]]:
    """The restricted ancestors, the topmost first, each with what it asks."""
    tree: type[Page] | type[Collection] = Page if isinstance(target, Page) else Collection
    ancestors = tree.objects.filter(path__in=list(prefixes(target.path))[:-1])
    restricted = ancestors.filter(view_restrictions__isnull=False).order_by("path").distinct()
    return [(above, own_level_of(above), own_organisations_of(above)) for above in restricted]


def level_of(target: Restrictable) -> Level | None:
    """The level of ``target``: its own or else the nearest ancestor's. ``None``: a restriction of another kind.

    What a visitor must satisfy is the whole combination of own and inherited restrictions; ask ``tokens`` for that.
    """
    restriction = _nearest_restriction(target)
    if restriction is None:
        return Level.PUBLIC
    return _level_asked(restriction)


def _level_asked(restriction: BaseViewRestriction) -> Level | None:
    if restriction.restriction_type != BaseViewRestriction.GROUPS:
        return None
    groups = set(restriction.groups.values_list("pk", flat=True))
    codes = set(KnownGroup.objects.filter(group__in=groups).values_list("code", flat=True))
    if codes == {MEMBERS.code, COMMITTEE.code} and len(groups) == len(codes):
        return Level.MEMBERS
    if codes == {COMMITTEE.code} and len(groups) == len(codes):
        return Level.COMMITTEE
    if groups and Organisation.objects.filter(group__in=groups).count() == len(groups):
        return Level.ORGANISATIONS
    return None


def organisations_of(target: Restrictable) -> list[Organisation]:
    """The organisations that the level of ``target`` names."""
    restriction = _nearest_restriction(target)
    if restriction is None:
        return []
    return list(Organisation.objects.filter(group__in=restriction.groups.all()))


def groups_of(level: Level, organisations: Several[Organisation] = ()) -> list[Group]:
    """The groups whose people see what is at ``level``; none for what is public."""
    if level is Level.PUBLIC:
        return []
    if level is Level.MEMBERS:  # a member of the committee is a party member
        return [known_group(MEMBERS), known_group(COMMITTEE)]
    if level is Level.COMMITTEE:
        return [known_group(COMMITTEE)]
    return [organisation_group(organisation) for organisation in organisations]


def _own_restrictions(target: Restrictable) -> list[BaseViewRestriction]:
    return list(target.view_restrictions.order_by("pk"))


def _new_restriction(target: Restrictable) -> BaseViewRestriction:
    if isinstance(target, Page):
        return PageViewRestriction(page=target)
    return CollectionViewRestriction(collection=target)


def _nearest_restriction(target: Restrictable) -> BaseViewRestriction | None:
    above = list(prefixes(target.path))
    found: models.QuerySet[BaseViewRestriction]
    if isinstance(target, Page):
        found = PageViewRestriction.objects.filter(page__path__in=above).order_by("-page__depth", "pk")
    else:
        found = CollectionViewRestriction.objects.filter(collection__path__in=above).order_by(
            "-collection__depth", "pk"
        )
    return found.first()
