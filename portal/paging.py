"""Page numbers under a list: `Đầu « 1 2 … » Cuối`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

AROUND = 2


@dataclass(frozen=True)
class PagerItem:
    """A page number, or a gap where ``number`` is ``None``."""

    number: int | None
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Pager:
    """Where the reader is in a list of ``total_pages`` pages and where he may go.

    ``query`` is what the address asks besides the page, from its question mark on.
    """

    number: int
    total_pages: int
    base_url: str
    query: str = ""

    def url(self, number: int) -> str:
        address = self.base_url + self.query
        return address if number == 1 else f"{address}{'&' if self.query else '?'}{urlencode({'page': number})}"

    @property
    def label(self) -> str:
        return _("Page %(number)d/%(total)d") % {"number": self.number, "total": self.total_pages}

    @property
    def first_url(self) -> str:
        return self.url(1) if self.number > 1 else ""

    @property
    def previous_url(self) -> str:
        return self.url(self.number - 1) if self.number > 1 else ""

    @property
    def next_url(self) -> str:
        return self.url(self.number + 1) if self.number < self.total_pages else ""

    @property
    def last_url(self) -> str:
        return self.url(self.total_pages) if self.number < self.total_pages else ""

    @property
    def items(self) -> list[PagerItem]:
        """First, last and the numbers around the current one; a gap where numbers are left out."""
        near = range(max(1, self.number - AROUND), min(self.total_pages, self.number + AROUND) + 1)
        numbers = sorted({1, self.total_pages, *near})
        items: list[PagerItem] = []
        before = 0
        for number in numbers:
            if number > before + 1:
                items.append(PagerItem(None))
            items.append(PagerItem(number, self.url(number), number == self.number))
            before = number
        return items


def page_number(request: HttpRequest) -> int:
    """The number in ``?page=``, 1 if there is none.

    Raises:
        Http404: it is no number that a page could have.
    """
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= 6 and int(asked) >= 1):
        raise Http404(_("There is no page with this number."))
    return int(asked)


def paginate(
    request: HttpRequest, items: QuerySet[Any] | list[Any], per_page: int, total: int | None = None
) -> tuple[Pager, Sequence[Any]]:
    """The pager for ``?page=`` and that page's items. ``total`` spares the count where the caller knows it.

    Raises:
        Http404: there is no such page.
    """
    number = page_number(request)
    if total is None:
        total = len(items) if isinstance(items, list) else items.count()
    total_pages = max(1, -(-total // per_page))
    if number > total_pages:
        raise Http404(_("There is no page with this number."))
    start = (number - 1) * per_page
    return Pager(number, total_pages, request.path), list(items[start : start + per_page])
