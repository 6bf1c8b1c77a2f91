"""The checks that concern every page type. Findings say where, what and what to do."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from portal.editorial.checklist import content
from portal.editorial.checklist.links import link_findings
from portal.editorial.checklist.media import open_media
from portal.editorial.checklist.personal import identity_numbers_in, phones_in
from portal.editorial.checklist.registry import Check, Finding, Severity, checks
from portal.text import normalise

SHORTEST_TITLE, LONGEST_TITLE = 15, 120
#: Of a text that people quote in a finding.
MOST_QUOTED = 60
_HEADING = re.compile(r"<h([2-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.DOTALL)


def title_length(page: Page) -> Iterator[Finding]:
    letters = len(page.title.strip())
    if letters < SHORTEST_TITLE:
        yield Finding(
            _("The title has %(n)d letters. Say in it what happened, in %(least)d letters at least.")
            % {"n": letters, "least": SHORTEST_TITLE}
        )
    elif letters > LONGEST_TITLE:
        yield Finding(
            _("The title has %(n)d letters. Lists cut it off: shorten it to %(most)d.")
            % {"n": letters, "most": LONGEST_TITLE}
        )


def alt_texts(page: Page) -> Iterator[Finding]:
    for picture in content.pictures(page):
        if not picture.decorative and not picture.alt.strip():
            yield Finding(
                _(
                    "%(where)s: the picture “%(name)s” lacks an alternative text. Describe in one sentence what it shows."
                )
                % {"where": picture.where, "name": picture.image.title}
            )


def picture_credits(page: Page) -> Iterator[Finding]:
    for picture in content.pictures(page):
        if not picture.decorative and not picture.credit.strip():
            yield Finding(
                _("%(where)s: the picture “%(name)s” lacks a credit. Say who took it.")
                % {"where": picture.where, "name": picture.image.title}
            )


def phones(page: Page) -> Iterator[Finding]:
    for piece in content.texts(page):
        for found in phones_in(normalise(piece.value)):
            yield Finding(
                _("%(where)s: “%(number)s” looks like a telephone number. Take it out unless it is an office's.")
                % {"where": piece.where, "number": found.group()}
            )


def identity_numbers(page: Page) -> Iterator[Finding]:
    for piece in content.texts(page):
        for found in identity_numbers_in(normalise(piece.value)):
            yield Finding(
                _("%(where)s: “%(number)s” looks like the number of an identity card. Take it out.")
                % {"where": piece.where, "number": found.group()}
            )


def accessibility(page: Page) -> Iterator[Finding]:
    yield from _headings(page)
    for piece in content.rich_texts(page):
        for link in _LINK.finditer(piece.value):
            if not content.plain(link[1]).strip():
                yield Finding(_("%(where)s: a link has no words. Remove it or write some.") % {"where": piece.where})
    for table in content.tables(page):
        if not (table.value.get("first_row_is_table_header") or table.value.get("first_col_is_header")):
            yield Finding(
                _("%(where)s: the table has no header. Tick that its first row or column is one.")
                % {"where": table.where}
            )


def _headings(page: Page) -> Iterator[Finding]:
    """Headings go down by one level at a time, beginning below the title; a heading without words is none."""
    above = 1
    for piece in content.rich_texts(page):
        for heading in _HEADING.finditer(piece.value):
            level, words = int(heading[1]), content.plain(heading[2]).strip()
            if not words:
                yield Finding(_("%(where)s: a heading has no words. Remove it.") % {"where": piece.where})
                continue
            if level > above + 1:
                yield Finding(
                    _("%(where)s: the heading “%(words)s” leaves a level out. Make it a heading of level %(level)d.")
                    % {"where": piece.where, "words": words[:MOST_QUOTED], "level": above + 1}
                )
            above = level


def register() -> None:
    """Called when the app is ready."""
    for check in (
        Check(
            "title_length",
            gettext_lazy("Length of the title"),
            gettext_lazy("Between 15 and 120 letters, so that lists show it whole."),
            title_length,
        ),
        Check(
            "alt_texts",
            gettext_lazy("Alternative texts of pictures"),
            gettext_lazy("Every picture that is not decorative is described for those who cannot see it."),
            alt_texts,
            Severity.BLOCKER,
        ),
        Check(
            "credits",
            gettext_lazy("Credits of pictures"),
            gettext_lazy("Every picture says who took it."),
            picture_credits,
        ),
        Check(
            "links",
            gettext_lazy("Links"),
            gettext_lazy("Links lead to pages that are there. Addresses elsewhere are tried in the background."),
            link_findings,
        ),
        Check(
            "phones",
            gettext_lazy("Telephone numbers"),
            gettext_lazy("No private telephone numbers in texts, captions and signatures."),
            phones,
        ),
        Check(
            "identity_numbers",
            gettext_lazy("Numbers of identity cards"),
            gettext_lazy("No number of an identity card anywhere in the text."),
            identity_numbers,
            Severity.BLOCKER,
        ),
        Check(
            "open_media",
            gettext_lazy("Pictures and files of restricted pages"),
            gettext_lazy("What a restricted page shows is as restricted as the page."),
            open_media,
        ),
        Check(
            "accessibility",
            gettext_lazy("Headings, links and tables for all"),
            gettext_lazy("Headings in order, links with words, tables with a header."),
            accessibility,
        ),
    ):
        checks.register(check)
