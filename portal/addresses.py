"""Addresses of pages without a query: one installation serves one site, and its home page is at ``/``."""

from django.http import HttpRequest
from wagtail.models import Page, Site


def page_address(page: Page, request: HttpRequest | None) -> str:
    """The path of ``page`` on this site; empty for one that lies elsewhere in the tree."""
    site = Site.find_for_request(request) if request is not None else None
    return Page.get_url(page) or "" if site is None else address_on(site, page.url_path)


def address_on(site: Site, url_path: str) -> str:
    """The path on ``site`` of the page with ``url_path``; empty for one that lies elsewhere in the tree."""
    root = site.root_page.url_path
    return "/" + url_path[len(root) :] if url_path.startswith(root) else ""
