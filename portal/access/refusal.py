"""Refusing: an address that may not be opened and one that does not exist are answered alike."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page

from portal.access.restrictions import PUBLIC
from portal.access.tokens import is_open, page_token, tokens_of

_RESTRICTED = "_portal_opened_restricted_page"


def check_page(page: Page, request: HttpRequest) -> None:
    """Let those pass who may see ``page`` now; session and user are touched only where it is restricted.

    Raises:
        Http404: the page is not published at this instant, or not for this visitor.
    """
    if not is_open(page):
        raise Http404
    tokens = tokens_of(request).tokens
    token = page_token(page, tokens.restrictions)
    if token not in tokens:
        raise Http404
    if token != PUBLIC:
        setattr(request, _RESTRICTED, True)


def keep_private(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Let nobody keep the answer to a request that opened a restricted page, whatever the view said of it."""
    if getattr(request, _RESTRICTED, False):
        response["Cache-Control"] = "private, no-store"
    return response


def make_alike(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Give a 404 the headers that every other 404 has.

    A restricted address had to look at the session where there was one, and that shows in ``Vary``; so an unknown one
    looks too. Neither is kept by anyone: it may exist, or be opened, a minute later.
    """
    tokens_of(request)
    response["Cache-Control"] = "private, no-store"
    return response
