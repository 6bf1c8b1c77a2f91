"""The synonyms that staff keep, as a query needs them."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import gettext as _

from search.language.words import canonical, words_of
from search.query.synonyms import Synonyms

MOST_TERMS = 12
MOST_WORDS = 8


def problem_of_terms(terms: Sequence[str]) -> str:
    """What is wrong with a group of terms, and what to do; "" when nothing is."""
    forms = [tuple(map(canonical, words_of(term))) for term in terms]
    if len(forms) < 2:
        return _("Write at least two terms, one a line.")
    if len(forms) > MOST_TERMS:
        return _("At most %(count)d terms mean the same: make two groups.") % {"count": MOST_TERMS}
    for term, form in zip(terms, forms, strict=True):
        if not form:
            return _("“%(term)s” has no word.") % {"term": term}
        if len(form) > MOST_WORDS:
            return _("“%(term)s” is too long: at most %(count)d words.") % {"term": term, "count": MOST_WORDS}
        if forms.count(form) > 1:
            return _("“%(term)s” stands here twice.") % {"term": term}
    return ""


def current_synonyms() -> Synonyms:
    """What staff keep now: one query. Read anew only where something changed."""
    from search.models import SynonymGroup

    return _synonyms(tuple(SynonymGroup.objects.filter(is_active=True).values_list("terms", flat=True)))


@lru_cache(maxsize=2)
def _synonyms(groups: tuple[str, ...]) -> Synonyms:
    return Synonyms(group.splitlines() for group in groups)
