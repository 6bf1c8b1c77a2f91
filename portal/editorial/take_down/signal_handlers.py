"""What happens to pages outside this app that it must know: thin, every way in one place."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from portal.access.media_closing import close_what_it_kept_open
from portal.editorial.take_down.services import record_other_unpublishing, welcome_back


def connect() -> None:
    page_unpublished.connect(unpublished)
    page_published.connect(published)


def unpublished(sender: type[Page], instance: Page, taken_down: bool = False, **kwargs: Any) -> None:
    if not taken_down:
        record_other_unpublishing(instance)
        close_what_it_kept_open(instance)


def published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    if instance.live:
        welcome_back(instance)
