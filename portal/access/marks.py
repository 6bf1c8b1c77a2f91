"""The small mark by which those who may see a restricted page tell it from a public one in a list."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy
from wagtail.models import Page

from portal.access.groups import COMMITTEE, MEMBERS
from portal.access.models import KnownGroup
from portal.access.restrictions import PUBLIC, SIGNED_IN, Restrictions, conditions_of, groups_in
from portal.access.tokens import page_token

FOR_MEMBERS = pgettext_lazy("mark", "Party members")
FOR_COMMITTEE = pgettext_lazy("mark", "Committee")
FOR_ORGANISATIONS = pgettext_lazy("mark", "Organisation")


def mark_of(page: Page, restrictions: Restrictions | None = None) -> "str | Promise":
    """For whom ``page`` is, by the narrowest of its restrictions; empty for a public one, without a query.

    ``restrictions`` are given where many pages are asked for when no request is being answered any more.
    """
    restrictions = restrictions or Restrictions.now()
    token = page_token(page, restrictions)
    return "" if token == PUBLIC else mark_of_token(token, restrictions)


def mark_of_token(token: str, restrictions: Restrictions) -> "str | Promise":
    """For whom what carries ``token`` is, by the narrowest of its conditions; the first one asks in one query."""
    if token not in restrictions.marks:
        known = dict(KnownGroup.objects.values_list("group", "code"))
        restrictions.marks[token] = _narrowest(token, known)
    return restrictions.marks[token]


def _narrowest(token: str, known: dict[int, str]) -> "str | Promise":
    marks = set()
    for condition in conditions_of(token):
        codes = {known.get(group, "") for group in groups_in(condition)}
        if MEMBERS.code in codes or condition == SIGNED_IN:
            marks.add(FOR_MEMBERS)
        else:
            marks.add(FOR_COMMITTEE if codes == {COMMITTEE.code} else FOR_ORGANISATIONS)
    order = (FOR_ORGANISATIONS, FOR_COMMITTEE, FOR_MEMBERS)
    return next(mark for mark in order if mark in marks)
