"""Pictures and files of a page that not everyone may read, lying where more people get them than may read the page."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Page

from portal.access.combining import covers
from portal.access.restrictions import PUBLIC, Restrictions
from portal.editorial.checklist.registry import Finding
from portal.media_uses import items_of, media_of


def open_media(page: Page) -> Iterator[Finding]:
    restrictions = Restrictions.now()
    readers = restrictions.pages.token(page.path)
    if readers == PUBLIC:
        return
    for item in items_of(media_of(page)).values():
        getters = restrictions.collections.token(item.collection.path)
        if not covers(readers, getters):
            yield Finding(_says(item, getters == PUBLIC) % {"name": item.title})


def _says(item: Any, is_public: bool) -> str:
    if isinstance(item, get_image_model()):
        if is_public:
            return _(
                "The picture “%(name)s” is open to everyone, this page is not. Set the page's access again, which closes "
                "what only it shows, or choose another picture."
            )
        return _(
            "More people see the picture “%(name)s” than may read this page. Set the page's access again, which closes "
            "what only it shows, or choose another picture."
        )
    if is_public:
        return _(
            "The file “%(name)s” is open to everyone, this page is not. Set the page's access again, which closes what "
            "only it shows, or choose another file."
        )
    return _(
        "More people get the file “%(name)s” than may read this page. Set the page's access again, which closes what "
        "only it shows, or choose another file."
    )
