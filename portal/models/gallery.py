"""Photo galleries."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import ListBlock
from wagtail.fields import StreamField
from wagtail.models import Page

from portal.access.marks import mark_of
from portal.access.media import may_see
from portal.blocks import PictureBlock
from portal.cards import Card
from portal.models.base import PortalPage
from portal.models.listing import ListingPage
from portal.models.media import PortalImage
from portal.registry import SearchEntry
from portal.sharing import Share
from portal.text.dates import format_date


class GalleryIndexPage(ListingPage):
    """All photo galleries, newest first."""

    template = "portal/gallery_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage"]
    subpage_types: ClassVar[list[str]] = ["portal.GalleryPage"]
    search_entry = SearchEntry(kind="standard", summary="intro")
    access_channel = "page"
    per_page = 12
    ordered_by = "taken_on"

    class Meta:
        verbose_name = _("photo galleries")
        verbose_name_plural = _("photo galleries")

    def cards(self, entries: Sequence["GalleryPage"], request: HttpRequest) -> list[Card]:
        return gallery_cards(entries, request)


class GalleryPage(PortalPage):
    """Pictures of one occasion; ``taken_on`` unknown (``None``) shows no date."""

    taken_on = models.DateField(_("taken on"), null=True, blank=True)
    intro = models.TextField(_("introduction"), blank=True)
    pictures = StreamField([("pictures", ListBlock(PictureBlock(), label=_("pictures")))], verbose_name=_("pictures"))

    template = "portal/gallery_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.GalleryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    in_site_map = False
    search_entry = SearchEntry(kind="gallery", summary="intro", body=("pictures",), date="taken_on")
    access_channel = "page"

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("taken_on"),
        FieldPanel("intro"),
        FieldPanel("pictures"),
    ]

    class Meta:
        verbose_name = _("photo gallery")
        verbose_name_plural = _("photo galleries")

    def all_pictures(self) -> list[Any]:
        """The pictures in order that may be seen by whoever asks, as values of ``PictureBlock``."""
        pictures = [picture for block in self.pictures for picture in block.value]
        return [picture for picture in pictures if picture["image"] and may_see(picture["image"])]

    def cover(self) -> dict[str, Any]:
        """The first picture as it is stored, so that a list of galleries need not load all pictures of each."""
        stored = next(iter(self.pictures.raw_data), None)
        entries = stored["value"] if stored else []
        value: dict[str, Any] = entries[0].get("value", {}) if entries else {}
        return value

    def to_card(self, request: HttpRequest | None = None) -> Card:
        return gallery_cards([self], request)[0]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["all_pictures"] = self.all_pictures()
        context["date_text"] = format_date(self.taken_on) if self.taken_on else ""
        context["share"] = Share.of(self.title, self.get_full_url(request) or "")
        return context


def gallery_cards(galleries: Sequence[GalleryPage], request: HttpRequest | None) -> list[Card]:
    """Cards with the first picture of each gallery; one query for all pictures."""
    covers = [gallery.cover() for gallery in galleries]
    wanted = {cover["image"] for cover in covers if cover.get("image")}
    found = PortalImage.objects.in_bulk(wanted) if wanted else {}
    return [
        Card(
            title=gallery.title,
            url=gallery.get_url(request) or "",
            sapo=gallery.intro,
            date_text=format_date(gallery.taken_on) if gallery.taken_on else "",
            date_iso=gallery.taken_on.isoformat() if gallery.taken_on else "",
            mark=mark_of(gallery),
            picture=found.get(cover.get("image")),
            picture_alt="" if cover.get("decorative") else cover.get("alt_text", ""),
        )
        for gallery, cover in zip(galleries, covers, strict=True)
    ]
