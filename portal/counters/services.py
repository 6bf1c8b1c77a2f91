"""How often a page was read. Counting comes through here, so that every place shows the same figure."""

from wagtail.models import Page


def total_views(page: Page) -> int | None:
    """All known views of ``page``; ``None`` where nothing is known (unknown is not zero)."""
    base: int | None = getattr(page, "base_views", None)
    return base
