"""The rules that staff keep, as a request needs them."""

import datetime as dt
from functools import lru_cache

from django.db.models import Count, Max, Sum

from search.query.understanding import Understood
from search.rules.matching import Decided, Rules

Stamp = tuple[int, int, int]


def current_rules() -> Rules:
    """What staff keep now: one short query, however many rules there are. Read anew only where something changed."""
    return _rules(_stamp())


def decided_for(query: Understood, day: dt.date) -> Decided:
    """What the rules say of ``query`` on ``day``."""
    return current_rules().decide(query.words, day)


def _stamp() -> Stamp:
    """Another one after each change: each draws an edition anew."""
    from search.rules.models import ResultRule

    told = ResultRule.objects.aggregate(count=Count("pk"), newest=Max("edition"), sum=Sum("edition"))
    return told["count"], told["newest"] or 0, int(told["sum"] or 0)


@lru_cache(maxsize=2)
def _rules(stamp: Stamp) -> Rules:
    from search.rules.models import ResultRule

    rows = ResultRule.objects.filter(is_active=True).order_by("pk").prefetch_related("pages")
    return Rules(row.rule() for row in rows) if stamp[0] else Rules()
