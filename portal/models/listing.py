"""Pages that list the pages below them."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from portal.access.tokens import Tokens, tokens_of
from portal.cards import Card
from portal.models.base import PortalPage
from portal.paging import paginate
from portal.querysets import PortalPageQuerySet


class ListingPage(PortalPage):
    """The pages below, newest first by a date of their own; those whose date is unknown come last."""

    intro = models.TextField(_("introduction"), blank=True)

    #: How many a page of the list shows.
    per_page: ClassVar[int]
    #: The field of the listed pages that orders them.
    ordered_by: ClassVar[str]

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    def entries(self, tokens: Tokens) -> PortalPageQuerySet:
        """What may be seen now of the one type that stands below this page."""
        (listed,) = self.allowed_subpage_models()
        newest_first: PortalPageQuerySet = (
            listed.objects.child_of(self)
            .visible_to(tokens)
            .order_by(models.F(self.ordered_by).desc(nulls_last=True), "-pk")
        )
        return newest_first

    def cards(self, entries: Sequence[Any], request: HttpRequest) -> list[Card]:
        return [entry.to_card(request) for entry in entries]

    def list_cards(self, request: HttpRequest, tokens: Tokens, count: int) -> list[Card]:
        return self.cards(list(self.entries(tokens)[:count]), request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pager, entries = paginate(request, self.entries(tokens_of(request).tokens), self.per_page)
        context["pager"] = pager
        context["seo"] = context["seo"].on_page(pager)
        context["cards"] = self.cards(entries, request)
        return context
