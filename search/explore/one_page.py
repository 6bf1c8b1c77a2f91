"""Why a page is found or not: what a search asks, checked one by one against what is known of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from portal.access.staff import sees
from portal.access.tokens import Tokens, is_open, page_token
from search.contract import SearchRequest
from search.language.words import canonical, is_marked, may_mean, plain, words_of
from search.models import StoredEntry
from search.query.numbers import keys_of

#: So many words of a query are checked.
_MOST_WORDS = 30
_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is asked. ``holds`` is ``None`` where it only helps."""

    label: str
    holds: bool | None
    remark: str = ""


def page_for(request: HttpRequest, named: str, own: Tokens) -> Page | None:
    """The page named by its number or address; none where it is closed to whoever asks, as where there is none."""
    page = _named(request, named.replace("\0", "").strip())
    if page is None or page_token(page, own.restrictions) not in own or not sees(request.user, page):
        return None
    return page


def _named(request: HttpRequest, named: str) -> Page | None:
    if named.isascii() and named.isdigit():
        return Page.objects.filter(pk=int(named)).first() if len(named) <= _DIGITS else None
    try:
        path = urlsplit(named).path
    except ValueError:  # it only looks like an address
        return None
    site = Site.find_for_request(request)
    if not path or site is None:
        return None
    wanted = site.root_page.url_path + path.strip("/") + "/" if path.strip("/") else site.root_page.url_path
    return Page.objects.filter(url_path=wanted).first()


def checks_of(page: Page, request: SearchRequest) -> Iterator[Check]:
    """What the search asks of ``page`` before any engine orders it."""
    yield Check(_("It is published now"), is_open(page, request.now))
    yield Check(_("Its level is open to who searches"), page_token(page, request.tokens.restrictions) in request.tokens)
    key = str(page.pk)
    yield Check(_("No rule keeps it from being found"), key not in request.excluded)
    if key in request.pinned:
        yield Check(_("A rule pins it"), holds=True)
    entry = StoredEntry.objects.filter(pk=page.pk).prefetch_related("passages").first()
    if entry is None:
        yield Check(_("Search knows of it"), holds=False)
        return
    waits = entry.indexed_version and entry.indexed_version < entry.version
    yield Check(
        _("Search knows of it"), holds=True, remark=_("a newer version waits for Elasticsearch") if waits else ""
    )
    yield from _words(entry, request)


def _words(entry: StoredEntry, request: SearchRequest) -> Iterator[Check]:
    words = [canonical(word) for word in words_of(entry.title if request.title_only else entry.entry().words)]
    forms = set(words)
    bare = {plain(form) for form in forms}
    query, keys = request.query, set(keys_of(entry.numbers))
    for named in query.named:
        yield Check(_("It is the document %(words)s") % {"words": named.words}, named.key in keys or None)
        yield Check(_("It names the document %(words)s") % {"words": named.words}, named.key in entry.cited or None)
    rest = query.beside_names
    for place, word in enumerate(rest.words[:_MOST_WORDS]):
        has = plain(canonical(word)) in bare
        as_meant = has and canonical(rest.restored[place]) in forms
        remark = _("with other marks") if has and not as_meant else _("only asks") if rest.asks[place] else ""
        yield Check(
            _("It has “%(word)s”") % {"word": rest.restored[place]},
            has or (None if rest.asks[place] else False),
            remark,
        )
    for phrase in query.typed.phrases:
        yield Check(_("It has the phrase “%(phrase)s”") % {"phrase": phrase}, _stands(phrase, words))
    for word in query.typed.excluded:
        yield Check(_("It has no “%(word)s”") % {"word": word}, not _stands(word, words))


def _stands(phrase: str, words: list[str]) -> bool:
    asked = [canonical(word) for word in words_of(phrase)]
    fits = may_mean if is_marked(phrase) else _same_letters
    starts = range(len(words) - len(asked) + 1)
    return any(all(map(fits, asked, words[start : start + len(asked)])) for start in starts)


def _same_letters(typed: str, form: str) -> bool:
    return plain(form) == plain(typed)
