"""Suggestions as JSON: for the script of the search box, and for the search box of the browser."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from portal.access.tokens import tokens_of
from portal.text import format_number
from search.asked import WORDS
from search.suggesting.begun import MOST_LETTERS
from search.suggesting.presenting import LABELS, Kind, Suggestion
from search.suggesting.services import suggestions

#: ``?dang=opensearch`` asks for the browser's form.
FORM, OPENSEARCH = "dang", "opensearch"


@require_safe
def search_suggestions(request: HttpRequest) -> JsonResponse:
    """What is suggested for the letters in the address."""
    text = str(request.GET.get(WORDS, ""))[:MOST_LETTERS]
    found = suggestions(text, tokens_of(request).tokens, request)
    if request.GET.get(FORM) == OPENSEARCH:
        response = JsonResponse(
            _for_the_browser(text, found), safe=False, content_type="application/x-suggestions+json"
        )
    else:
        response = JsonResponse({"label": _("Suggestions"), "told": _told(len(found)), "groups": list(_groups(found))})
    response["X-Robots-Tag"] = "noindex"
    return response


def _groups(found: Sequence[Suggestion]) -> Any:
    for kind, some in groupby(found, key=lambda one: one.kind):
        shown = [{"text": one.text, "url": one.url, "marks": one.marks} for one in some]
        yield {"kind": kind, "label": str(LABELS[kind]), "suggestions": shown}


def _told(count: int) -> str:
    """What a screen reader says of it."""
    if not count:
        return _("No suggestions.")
    told = ngettext(
        "%(count)s suggestion, choose with the arrow keys.", "%(count)s suggestions, choose with the arrow keys.", count
    )
    return told % {"count": format_number(count)}


def _for_the_browser(text: str, found: Sequence[Suggestion]) -> list[Any]:
    """The format of OpenSearch: what was typed, completions, what each is, and its address."""
    site = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    return [
        text,
        [one.text for one in found],
        [str(LABELS[Kind(one.kind)]) for one in found],
        [f"{site}{one.url}" for one in found],
    ]
