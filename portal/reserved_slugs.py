"""Slugs that no page may have, since the address is taken: by the portal itself, or by a list of the page above."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.urls import get_resolver
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

_FIRST_STEP = re.compile(r"\^?([\w-]+)")
_HOME_DEPTH = 2


def reserved_slugs(parent: Page | None) -> frozenset[str]:
    """What the pages directly below ``parent`` may not be called."""
    if parent is None:
        return frozenset()
    own = _of_routes(parent.specific_class)
    return own | _of_site() if parent.depth == _HOME_DEPTH else own


def refuse_reserved(page: Page, parent: Page | None, slug: str = "") -> None:
    """Let ``page`` stand below ``parent`` under its own slug, or under ``slug``, only where the address is free for it.

    Raises:
        ValidationError: the portal, or a list of ``parent``, has this address; a free one is proposed.
    """
    slug = slug or page.slug
    if parent is None or slug not in reserved_slugs(parent):
        return
    message = _("This address is used by the portal itself. Choose another one, for example: %(example)s.")
    raise ValidationError({"slug": message % {"example": free_slug(slug, parent, page)}})


def free_slug(wanted: str, parent: Page, page: Page) -> str:
    """``wanted``, or it with the first number under which ``page`` can stand below ``parent``."""
    siblings = parent.get_children().exclude(pk=page.pk)
    taken = reserved_slugs(parent) | set(siblings.filter(slug__startswith=wanted).values_list("slug", flat=True))
    numbered = (f"{wanted}-{number}" for number in count(2))
    return wanted if wanted not in taken else next(slug for slug in numbered if slug not in taken)


@cache
def _of_routes(model: type[Page] | None) -> frozenset[str]:
    if model is None or not issubclass(model, RoutablePageMixin):
        return frozenset()
    return frozenset(_first_steps(model.get_subpage_urls()))


@cache
def _of_site() -> frozenset[str]:
    return frozenset(_first_steps(get_resolver().url_patterns))


def _first_steps(patterns: Iterable[Any]) -> Iterable[str]:
    for pattern in patterns:
        route = str(pattern.pattern)
        if found := _FIRST_STEP.match(route):
            yield found[1]
        elif not route:
            yield from _first_steps(getattr(pattern, "url_patterns", ()))
