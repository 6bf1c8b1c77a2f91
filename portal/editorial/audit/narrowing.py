"""What the list of the audit is narrowed by: days, action, person and words."""

from typing import Any, ClassVar

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from portal.admin.choices import people_called, type_where_many
from portal.editorial.audit.lines import matching
from portal.editorial.audit.models import Entry
from portal.editorial.audit.registry import all_actions, label_of
from portal.text import in_viet_nam


def staff(request: HttpRequest | None = None) -> QuerySet[Any]:
    """Accounts that may enter the admin; members are found by their names."""
    enters = Q(groups__permissions__codename="access_admin") | Q(is_superuser=True)
    return get_user_model()._default_manager.filter(enters).distinct().order_by("first_name", "last_name")


class PersonFilter(django_filters.ModelChoiceFilter):
    def filter(self, qs: QuerySet[Entry], value: Any) -> QuerySet[Entry]:
        return qs.filter(actor_id=value.pk) if value is not None else qs


class LineFilterSet(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label=pgettext_lazy("audit", "Time"), widget=DateRangePickerWidget)
    action = django_filters.ChoiceFilter(label=pgettext_lazy("audit", "Action"), choices=all_actions)
    actor_id = PersonFilter(label=pgettext_lazy("audit", "Who"), queryset=staff)

    class Meta:
        model = Entry
        fields: ClassVar[list[str]] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        type_where_many(
            self, "actor_id", staff(), lambda lines, typed: lines.filter(actor_id__in=people_called(typed, staff()))
        )


def narrowed(lines: QuerySet[Entry], asked: QueryDict) -> QuerySet[Entry]:
    """``lines`` as the list shows them for ``asked``; what is no value there is, it does not heed either."""
    chosen = LineFilterSet(asked, lines)
    return matching(chosen.qs if chosen.is_valid() else lines, asked.get("q", ""))


def asked_in_words(asked: QueryDict) -> list[str]:
    """What a list is narrowed to, as people read it: the labels of the filters with what was chosen."""
    chosen = LineFilterSet(asked)
    lines = [f"{pgettext('audit', 'Words')}: {asked['q']}"] if asked.get("q") else []
    if not chosen.is_valid():
        return lines
    values = chosen.form.cleaned_data
    days = values["at"]
    if days is not None and (days.start or days.stop):
        first, last = (f"{in_viet_nam(day):%d/%m/%Y}" if day else "…" for day in (days.start, days.stop))
        lines.append(f"{chosen.filters['at'].label}: {first} – {last}")
    if values["action"]:
        lines.append(f"{chosen.filters['action'].label}: {label_of(values['action'])}")
    if person := values["actor_id"]:
        lines.append(f"{chosen.filters['actor_id'].label}: {_named(person)}")
    return lines


def _named(person: Any) -> str:
    return person if isinstance(person, str) else person.get_full_name() or person.get_username()
