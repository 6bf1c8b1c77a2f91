"""Notices (`Thông báo`): short, dated, gone when they expire."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from portal.access.marks import mark_of
from portal.blocks import AttachmentBlock
from portal.cards import Card, plain_summary
from portal.models.base import PortalPage
from portal.models.listing import ListingPage
from portal.registry import SearchEntry
from portal.sharing import Share
from portal.text.dates import format_date


class NoticeIndexPage(ListingPage):
    """Current notices, newest first."""

    template = "portal/notice_index_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage"]
    subpage_types: ClassVar[list[str]] = ["portal.NoticePage"]
    search_entry = SearchEntry(kind="standard", summary="intro")
    access_channel = "page"
    per_page = 20
    ordered_by = "issued_on"

    class Meta:
        verbose_name = _("notices")
        verbose_name_plural = _("notices")


class NoticePage(PortalPage):
    """A notice. Its expiry is Wagtail's own ``expire_at``."""

    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    text = RichTextField(_("text"))
    attachments = StreamField([("attachment", AttachmentBlock())], verbose_name=_("attachments"), blank=True)

    template = "portal/notice_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.NoticeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    in_site_map = False
    search_entry = SearchEntry(kind="notice", summary="text", body=("text",), date="issued_on")
    access_channel = "page"

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("issued_on"),
        FieldPanel("text"),
        FieldPanel("attachments"),
    ]
    settings_panels: ClassVar = [PublishingPanel()]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("text")]

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def to_card(self, request: HttpRequest | None = None) -> Card:
        return Card(
            title=self.title,
            url=self.get_url(request) or "",
            sapo=plain_summary(self.text),
            date_text=format_date(self.issued_on) if self.issued_on else "",
            date_iso=self.issued_on.isoformat() if self.issued_on else "",
            mark=mark_of(self),
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["date_text"] = format_date(self.issued_on) if self.issued_on else ""
        context["share"] = Share.of(self.title, self.get_full_url(request) or "")
        return context
