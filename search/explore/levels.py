"""As whom staff may search: with the rights of a level that they hold themselves, and never with more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from portal.access.groups import COMMITTEE, MEMBERS, known_group
from portal.access.levels import Level
from portal.access.models import Organisation
from portal.access.tokens import PUBLIC, Tokens, tokens_in_groups, tokens_of


@dataclass(frozen=True)
class As:
    """Somebody as whom one may search."""

    value: str
    label: str
    tokens: Tokens


def searchers_for(request: HttpRequest) -> list[As]:
    """Oneself first, then anyone, then the levels that one satisfies."""
    own = tokens_of(request).tokens
    user: Any = request.user
    mine = frozenset(user.groups.values_list("pk", flat=True))
    found = [
        As("", _("With my own rights"), own),
        As(Level.PUBLIC.value, _("As anyone"), Tokens((PUBLIC,), own.restrictions)),
    ]
    for value, label, groups, opened_by in _levels():
        if user.is_superuser or mine & opened_by:
            # Whatever the level is, nobody searches with a token that he does not hold.
            found.append(As(value, label, Tokens(tokens_in_groups(groups) & own, own.restrictions)))
    return found


def _levels() -> Iterator[tuple[str, str, frozenset[int], frozenset[int]]]:
    """Each level's address and name, the groups of who searches so, and those that satisfy it."""
    members, committee = known_group(MEMBERS).pk, known_group(COMMITTEE).pk
    yield Level.MEMBERS.value, _("As a party member"), frozenset({members}), frozenset({members, committee})
    yield Level.COMMITTEE.value, _("As a member of the committee"), frozenset({committee}), frozenset({committee})
    for organisation in Organisation.objects.exclude(group=None).order_by("pk")[:_MOST_ORGANISATIONS]:
        group = frozenset({organisation.group_id or 0})
        yield f"org-{organisation.pk}", str(organisation), group | {members}, group


#: More are not offered: whoever wants to see as one of them asks somebody of it.
_MOST_ORGANISATIONS = 100
