"""What can be wrong with a rule, said so that whoever keeps it knows what to do."""

import datetime as dt
from collections.abc import Sequence

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.access.restrictions import NEVER, conditions_of
from portal.access.tokens import page_token
from portal.models import PortalPage
from search.rules.matching import Form, Rule, form_of

MOST_QUERIES = 20
MOST_WORDS = 12


def problem_of_queries(rule: Rule, others: Sequence[Rule]) -> str:
    """What is wrong with what is typed; "" when nothing is. ``others`` are the rules in use of the same kind."""
    forms = [form_of(query) for query in rule.queries]
    if not forms:
        return _("Write at least one query.")
    if len(forms) > MOST_QUERIES:
        return _("At most %(count)d queries stand in one rule.") % {"count": MOST_QUERIES}
    taken: dict[Form, Rule] = {form_of(query): other for other in others for query in other.queries}
    for query, form in zip(rule.queries, forms, strict=True):
        if not form:
            return _("“%(term)s” has no word.") % {"term": query}
        if len(form) > MOST_WORDS:
            return _("“%(term)s” is too long: at most %(count)d words.") % {"term": query, "count": MOST_WORDS}
        if forms.count(form) > 1:
            return _("“%(term)s” stands here twice.") % {"term": query}
        if form in taken and rule.shares_days_with(taken[form]):
            return _("There is a rule for “%(term)s” already: change that one, or take it out of use.") % {
                "term": query
            }
    return ""


def problem_of_dates(starts: dt.date | None, ends: dt.date | None) -> str:
    """What is wrong with the days; "" when nothing is."""
    if ends and starts and ends < starts:
        return _("The last day comes before the first.")
    return ""


def problem_of_page(page: Page) -> str:
    """Why nobody could ever find ``page``; "" where somebody may."""
    kind = page.specific_class
    if kind is None or not (issubclass(kind, PortalPage) and kind.search_entry.kind):
        return _("Search does not look at pages of this kind. Choose another.")
    if NEVER in conditions_of(page_token(page)):
        return _("Nobody may open this page, so it is found by nobody. Choose another.")
    if not page.live:
        return _("This page is not published. Publish it first, or choose another.")
    if page.expire_at is not None and page.expire_at <= timezone.now():
        return _("This page has expired. Choose another.")
    return ""
