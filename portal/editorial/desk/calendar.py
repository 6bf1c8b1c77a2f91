"""The editorial calendar: what was published, goes live or expires on which day of a month, by Viet Nam's days."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import Enum
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Revision

from portal.editorial.desk.narrowing import NarrowForm
from portal.editorial.desk.states import Person, has_desk, pages_seen_by
from portal.text import VIET_NAM, format_date, in_viet_nam
from portal.text.dates import WEEKDAYS

if TYPE_CHECKING:
    from django.utils.functional import Promise

#: Of one kind in one month; a section with more is narrowed by a filter.
MOST_OF_A_KIND = 400
#: In the cell of a day before the rest is folded away.
SHOWN_OF_A_DAY = 4
FIRST_YEAR, LAST_YEAR = 1990, 2100
_MONTH = re.compile(r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])")


class Happening(Enum):
    PUBLISHED = "published"
    GOES_LIVE = "goes_live"
    EXPIRES = "expires"

    @property
    def label(self) -> "str | Promise":
        return _LABELS[self]

    @property
    def icon(self) -> str:
        return {Happening.PUBLISHED: "success", Happening.GOES_LIVE: "time", Happening.EXPIRES: "no-view"}[self]


_LABELS = {
    Happening.PUBLISHED: pgettext_lazy("calendar", "Published"),
    Happening.GOES_LIVE: pgettext_lazy("calendar", "Scheduled"),
    Happening.EXPIRES: pgettext_lazy("calendar", "Expires"),
}


@dataclass(frozen=True)
class Event:
    """Something that happens to a page at a moment."""

    page_id: int
    title: str
    moment: datetime
    kind: Happening

    @property
    def hour(self) -> str:
        return f"{in_viet_nam(self.moment):%H:%M}"

    @property
    def url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page_id])


@dataclass
class Day:
    day: date
    in_month: bool
    is_today: bool
    events: list[Event] = field(default_factory=list)

    @property
    def title(self) -> str:
        return f"{WEEKDAYS[self.day.weekday()]}, {format_date(self.day)}"

    @property
    def first_events(self) -> list[Event]:
        return self.events[:SHOWN_OF_A_DAY]

    @property
    def more_events(self) -> list[Event]:
        return self.events[SHOWN_OF_A_DAY:]


@dataclass(frozen=True)
class Month:
    """A month of Viet Nam's calendar.

    >>> Month(2026, 12).after, Month(2026, 1).before
    (Month(year=2027, month=1), Month(year=2025, month=12))
    """

    year: int
    month: int

    @classmethod
    def asked(cls, text: str) -> "Month":
        """`2026-11`; the present one where nothing sensible is asked.

        >>> Month.asked("2026-02")
        Month(year=2026, month=2)
        """
        found = _MONTH.fullmatch(text)
        if found and FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            return cls(int(found["year"]), int(found["month"]))
        today = in_viet_nam(timezone.now())
        return cls(today.year, today.month)

    @property
    def name(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def before(self) -> "Month":
        return Month(self.year - 1, 12) if self.month == 1 else Month(self.year, self.month - 1)

    @property
    def after(self) -> "Month":
        return Month(self.year + 1, 1) if self.month == 12 else Month(self.year, self.month + 1)

    @property
    def bounds(self) -> tuple[datetime, datetime]:
        """Its first moment in Viet Nam, and that of the month after."""
        first, following = date(self.year, self.month, 1), date(self.after.year, self.after.month, 1)
        return datetime.combine(first, time(), VIET_NAM), datetime.combine(following, time(), VIET_NAM)

    def weeks(self) -> list[list[Day]]:
        """Weeks from Monday on, filled up with days of the months around."""
        today = in_viet_nam(timezone.now()).date()
        return [
            [Day(day, day.month == self.month, day == today) for day in week]
            for week in calendar.Calendar(firstweekday=0).monthdatescalendar(self.year, self.month)
        ]


def events_in(pages: QuerySet[Page], month: Month) -> list[Event]:
    """All that happens to ``pages`` in ``month``, in order; three queries."""
    return sorted(_events(pages.order_by(), *month.bounds), key=lambda event: (event.moment, event.page_id))


def _events(pages: QuerySet[Page], start: datetime, end: datetime) -> Iterator[Event]:
    published = pages.filter(live=True, first_published_at__gte=start, first_published_at__lt=end)
    yield from _of_kind(published.annotate(moment=F("first_published_at")), Happening.PUBLISHED)
    expiring = pages.filter(Q(live=True) | Q(expired=True), expire_at__gte=start, expire_at__lt=end)
    yield from _of_kind(expiring.annotate(moment=F("expire_at")), Happening.EXPIRES)
    planned = Revision.page_revisions.filter(approved_go_live_at__gte=start, approved_go_live_at__lt=end).annotate(
        page_pk=Cast("object_id", IntegerField())
    )
    rows = planned.filter(page_pk__in=pages.values("pk")).order_by("approved_go_live_at")
    titles = rows.values_list("page_pk", "object_str", "approved_go_live_at")[: MOST_OF_A_KIND + 1]
    yield from (Event(number, title, moment, Happening.GOES_LIVE) for number, title, moment in titles)


def _of_kind(pages: QuerySet[Page], kind: Happening) -> Iterator[Event]:
    rows = pages.order_by("moment", "pk").values_list("pk", "draft_title", "title", "moment")
    for number, draft_title, title, moment in rows[: MOST_OF_A_KIND + 1]:
        yield Event(number, draft_title or title, moment, kind)


def filled(month: Month, events: list[Event]) -> list[list[Day]]:
    """The weeks of ``month`` with ``events`` on their days."""
    by_day: dict[date, list[Event]] = defaultdict(list)
    for event in events:
        by_day[in_viet_nam(event.moment).date()].append(event)
    weeks = month.weeks()
    for day in (day for week in weeks for day in week):
        day.events = by_day[day.day] if day.in_month else []
    return weeks


def editorial_calendar(request: HttpRequest) -> HttpResponse:
    """One month, narrowed by section and writer.

    Raises:
        PermissionDenied: the person has nothing to do with pages.
    """
    person: Person = request.user
    if not has_desk(person):
        raise PermissionDenied
    month = Month.asked(request.GET.get("thang", ""))
    form = NarrowForm(request.GET, request)
    events = events_in(form.narrow(pages_seen_by(person)), month)
    title = _gettext("Editorial calendar")
    kept = f"&{form.query}" if form.query else ""
    return TemplateResponse(
        request,
        "portal_admin/desk/calendar.html",
        {
            "page_title": title,
            "header_title": title,
            "header_icon": "calendar-alt",
            "breadcrumbs_items": [
                {"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")},
                {"url": "", "label": title},
            ],
            "month": month,
            "month_title": _gettext("Month %(month)d/%(year)d") % {"month": month.month, "year": month.year},
            "weekdays": WEEKDAYS,
            "weeks": filled(month, events),
            "has_events": bool(events),
            "is_cut": any(sum(event.kind is kind for event in events) > MOST_OF_A_KIND for kind in Happening),
            "form": form,
            "before_url": f"?thang={month.before.name}{kept}",
            "after_url": f"?thang={month.after.name}{kept}",
            "today_url": f"?{form.query}",
        },
    )


def calendar_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [path("ban-bien-tap/lich/", editorial_calendar, name="desk_calendar")]
