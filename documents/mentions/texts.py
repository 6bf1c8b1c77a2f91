"""The texts of a page, of any type, as the lines in which mentions are looked for, and the day of the text.

What is read is what a page type declares: its rich texts and bodies, and the plain texts that it gives to search. Of a
document it is the text that its page shows, which may be that of a file.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import TextField
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField

from documents.files.shown import shown_text
from documents.mentions.lines import collapsed, lines_of
from documents.models import OfficialDocument
from documents.text import shown_lines
from portal.models import PortalPage

#: Of a block's stored value: what names it and no reader sees.
_NOT_READ = frozenset({"id", "type"})
#: A text of a million letters is read within a second; no text of people is longer.
MOST_LETTERS = 1_000_000


def lines_of_page(page: PortalPage) -> list[str]:
    """The lines of all texts of ``page``, in the order of its fields."""
    lines: list[str] = []
    letters = 0
    for line in _lines(page):
        letters += len(line) + 1
        if letters > MOST_LETTERS:
            break
        if line:
            lines.append(line)
    return lines


def day_of(page: PortalPage) -> dt.date | None:
    """The day of the text, as its type tells it to search; else that of its first publication."""
    told = page.search_entry.date
    moment: Any = getattr(page, told, None) if told else page.first_published_at
    if isinstance(moment, dt.datetime):
        return timezone.localtime(moment).date()
    return moment if isinstance(moment, dt.date) else None


def _lines(page: PortalPage) -> Iterator[str]:
    if isinstance(page, OfficialDocument):
        yield from _lines_of_plain(page.abstract)
        yield from map(collapsed, shown_lines(shown_text(page)))
        return
    plain = {page.search_entry.summary, *page.search_entry.body}
    for field in page._meta.concrete_fields:
        if isinstance(field, RichTextField):
            yield from _lines_of_markup(getattr(page, field.attname) or "")
        elif isinstance(field, StreamField):
            value = getattr(page, field.attname)
            yield from _lines_of_value(list(value.raw_data) if isinstance(value, StreamValue) else [])
        elif isinstance(field, TextField) and field.name in plain:
            yield from _lines_of_plain(getattr(page, field.attname) or "")


def _lines_of_value(value: Any) -> Iterator[str]:
    """Of what a body stores, as JSON knows values."""
    if isinstance(value, str):
        yield from _lines_of_markup(value) if "<" in value else _lines_of_plain(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _NOT_READ or not isinstance(item, str):
                yield from _lines_of_value(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _lines_of_value(item)


def _lines_of_markup(markup: str) -> Iterator[str]:
    return (line.text for line in lines_of(markup))


def _lines_of_plain(text: str) -> Iterator[str]:
    return (collapsed(line) for line in text.splitlines())
