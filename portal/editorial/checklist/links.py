"""Links of a page: to pages of the portal, and to addresses elsewhere that were tried in the background."""

import hashlib
import html
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from portal.editorial.checklist import content
from portal.editorial.checklist.models import CheckedLink
from portal.editorial.checklist.registry import Finding

#: Of one page; a text with more is a list of links and is looked through by hand.
MOST_LINKS = 40
#: What was found out this long ago is asked again.
STALE = timedelta(days=2)
_OUTSIDE = re.compile(r"<a\b[^>]*\bhref=\"(https?://[^\"]+)\"", re.IGNORECASE)
_INSIDE = re.compile(r"<a\b[^>]*\blinktype=\"page\"[^>]*>")
_ID = re.compile(r"\bid=\"(\d{1,18})\"")


def outside_links(page: Page) -> list[str]:
    """Addresses elsewhere in the order they stand in the text, each once."""
    found = (html.unescape(link) for piece in content.rich_texts(page) for link in _OUTSIDE.findall(piece.value))
    return list(dict.fromkeys([*_in_blocks(page), *found]))[:MOST_LINKS]


def _in_blocks(page: Page) -> Iterator[str]:
    source: Any = getattr(page, "source_url", "")
    if source:
        yield source
    for piece in content.pieces(page):
        if type(piece.block).__name__ == "URLBlock" and piece.value:
            yield piece.value


def digest_of(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()


def unknown_links(page: Page) -> list[str]:
    """Those that nobody tried lately."""
    links = outside_links(page)
    fresh = CheckedLink.objects.filter(
        digest__in=[digest_of(link) for link in links], checked_at__gte=timezone.now() - STALE
    )
    known = set(fresh.values_list("digest", flat=True))
    return [link for link in links if digest_of(link) not in known]


def link_findings(page: Page) -> Iterator[Finding]:
    yield from _broken_inside(page)
    links = outside_links(page)
    tried = {row.digest: row for row in CheckedLink.objects.filter(digest__in=[digest_of(link) for link in links])}
    waiting = 0
    for link in links:
        row = tried.get(digest_of(link))
        if row is None:
            waiting += 1
        elif row.problem:
            yield Finding(_says(row), pending=row.problem == CheckedLink.REFUSED)
    if waiting:
        yield Finding(
            _("%(n)d addresses elsewhere are being tried. Check again in a minute.") % {"n": waiting}, pending=True
        )


def _says(row: CheckedLink) -> str:
    words = {
        CheckedLink.GONE: _("The link %(url)s leads to a page that is gone. Mend or remove it."),
        CheckedLink.FAILING: _("The link %(url)s answers with an error. Open it and decide whether it stays."),
        CheckedLink.REFUSED: _("The link %(url)s is not tried by the portal. Open it yourself."),
    }
    return words.get(row.problem, _("The link %(url)s does not answer. Mend or remove it.")) % {"url": row.url}


def _broken_inside(page: Page) -> Iterator[Finding]:
    """Links to pages that were deleted, or that readers do not find."""
    numbers: dict[int, str] = {}
    for piece in content.rich_texts(page):
        for link in _INSIDE.findall(piece.value):
            if found := _ID.search(link):
                numbers.setdefault(int(found[1]), piece.where)
    known = {page.pk: page for page in Page.objects.filter(pk__in=numbers).only("title", "live")}
    for number, where in numbers.items():
        if number not in known:
            yield Finding(_("%(where)s: a link leads to a page that was deleted. Remove it.") % {"where": where})
        elif not known[number].live:
            yield Finding(
                _("%(where)s: a link leads to “%(title)s”, which readers do not see.")
                % {"where": where, "title": known[number].title}
            )
