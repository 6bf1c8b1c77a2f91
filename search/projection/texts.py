"""The words of one attribute of a page, as plain text with a line for each that a reader sees."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.html import strip_tags
from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField

from documents.mentions.lines import collapsed, lines_of
from portal.models import PortalPage
from portal.text import normalise

#: A text of people is shorter; what is longer is cut here.
MOST_LETTERS = 1_000_000
_MOST_MARKUP = 2 * MOST_LETTERS

#: Of a block's stored value: what names it, leads elsewhere, or says how it looks.
_NOT_READ = frozenset({"id", "type", "url", "className", "table_header_choice", "hidden", "mergeCells"})


def text_of(page: PortalPage, name: str, most: int = MOST_LETTERS) -> str:
    """What ``page`` says in its attribute ``name``, at most so many letters."""
    lines: list[str] = []
    letters = 0
    for line in _lines(page, name):
        if line:
            lines.append(line[: most - letters])
            letters += len(line) + 1
        if letters >= most:
            break
    return normalise("\n".join(lines))


def _lines(page: PortalPage, name: str) -> Iterator[str]:
    value: Any = getattr(page, name, "")
    field = _field(page, name)
    if isinstance(field, RichTextField):
        yield from _of_markup(value or "")
    elif isinstance(field, StreamField):
        yield from _of_block(list(value.raw_data) if isinstance(value, StreamValue) else [])
    else:
        yield from _of_plain(str(value or ""))


def _field(page: PortalPage, name: str) -> Any:
    try:
        return page._meta.get_field(name)
    except FieldDoesNotExist:  # a property
        return None


def _of_block(value: Any) -> Iterator[str]:
    """Of what a body stores, as JSON knows values."""
    if isinstance(value, str):
        yield from _of_markup(value) if "<" in value else _of_plain(value)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key not in _NOT_READ or (key == "type" and not isinstance(item, str)):
                yield from _of_block(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _of_block(item)


def _of_markup(markup: str) -> Iterator[str]:
    """What is no well-formed markup, such as a sentence with a sign in it, is read as it stands."""
    if len(markup) > _MOST_MARKUP:
        markup = markup[: markup.rfind(">", 0, _MOST_MARKUP) + 1]
    lines = lines_of(markup)
    return (line.text for line in lines) if lines else _of_plain(strip_tags(markup))


def _of_plain(text: str) -> Iterator[str]:
    return (collapsed(line) for line in text[:_MOST_MARKUP].splitlines())
