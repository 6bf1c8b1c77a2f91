"""Every way in which a page gets another address. Wagtail's own handlers are off by setting."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from portal.redirects.services import remember_old_address


def connect() -> None:
    page_slug_changed.connect(slug_changed)
    post_page_move.connect(page_moved)


def slug_changed(sender: type[Page], instance: Page, instance_before: Page, **kwargs: Any) -> None:
    remember_old_address(instance, instance_before.url_path)


def page_moved(sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any) -> None:
    if url_path_before != url_path_after:
        remember_old_address(instance, url_path_before)
