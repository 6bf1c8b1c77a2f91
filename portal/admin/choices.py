"""Choosing a section or a person in a filter: from a list while there are few, by typing where there are many.

A list of thousands is a page of half a megabyte in which nobody finds anything. Then part of the name is typed, with or
without diacritics, and what is so called counts, all of it where several are.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.forms import TextInput
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from portal.admin.search.folding import primary_keys_matching
from portal.text import fold

#: So many choices are still a list.
MOST_LISTED = 200
#: So many sections or people of one name count, and so many names are looked through.
MOST_MEANT, MOST_NAMES = 50, 20_000

HINT = _("Part of the name; diacritics are not needed.")


def are_many(rows: QuerySet[Any]) -> bool:
    return rows.order_by()[MOST_LISTED : MOST_LISTED + 1].exists()


def sections_called(typed: str, sections: QuerySet[Any]) -> list[Any]:
    """Of ``sections`` those with all words of ``typed`` in their title."""
    found = primary_keys_matching(typed, Page.objects.all())
    return list(sections.filter(pk__in=found).only("path", "depth", "numchild")[:MOST_MEANT])


def people_called(typed: str, people: QuerySet[Any]) -> list[int]:
    """The numbers of those of ``people`` with all words of ``typed`` in their name or user name."""
    words = fold(typed).split()
    named = people.order_by().values_list("pk", "last_name", "first_name", "username")[:MOST_NAMES]
    texts = ((pk, fold(" ".join(parts))) for pk, *parts in named)
    return [pk for pk, text in texts if all(word in text for word in words)][:MOST_MEANT]


def below_any(sections: Iterable[Any], path: str = "path") -> Q:
    """The condition to lie at or below one of ``sections``."""
    return reduce(or_, (Q(**{f"{path}__startswith": section.path}) for section in sections), Q(pk__in=[]))


class TypedFilter(django_filters.CharFilter):
    """Stands in for a list of too many rows: ``narrow`` gets what of them was meant."""

    def __init__(self, listed: Any, narrow: Callable[[QuerySet[Any], str], QuerySet[Any]]) -> None:
        super().__init__(
            field_name=listed.field_name, label=listed.label, help_text=HINT,
            widget=TextInput(attrs={"autocomplete": "off"}), max_length=100,
        )  # fmt: skip
        self.narrow = narrow

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        return self.narrow(qs, value) if value and value.strip() else qs


def type_where_many(
    filterset: Any, name: str, rows: QuerySet[Any], narrow: Callable[[QuerySet[Any], str], QuerySet[Any]]
) -> None:
    """Let ``name`` of ``filterset`` be typed if there are too many ``rows`` for a list."""
    if are_many(rows):
        typed = TypedFilter(filterset.filters[name], narrow)
        typed.parent, typed.model = filterset, filterset.filters[name].model
        filterset.filters[name] = typed
