"""The register (`Văn bản`): all documents in one list, to be sorted and narrowed."""

from typing import ClassVar

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from documents.querysets import OfficialDocumentQuerySet
from portal.access.tokens import Tokens, tokens_of
from portal.cards import Card
from portal.models import PortalPage
from portal.registry import SearchEntry


class DocumentRegister(RoutablePageMixin, PortalPage):
    """Lists the documents below it. Numbers have gaps, since secret and public papers share them: none is shown."""

    intro = models.TextField(_("introduction"), blank=True)

    template = "documents/register.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage"]
    subpage_types: ClassVar[list[str]] = ["documents.OfficialDocument"]
    search_entry = SearchEntry(kind="standard", summary="intro")
    access_channel = "documents.register"

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        verbose_name = _("document register")
        verbose_name_plural = _("document registers")

    def documents(self, tokens: Tokens) -> OfficialDocumentQuerySet:
        """What may be seen of the documents here."""
        from documents.models import OfficialDocument

        below: OfficialDocumentQuerySet = OfficialDocument.objects.child_of(self).visible_to(tokens)
        return below

    def list_cards(self, request: HttpRequest, tokens: Tokens, count: int) -> list[Card]:
        return [document.to_card(request) for document in self.documents(tokens).newest_first().for_rows()[:count]]

    @path("")
    def all_documents(self, request: HttpRequest) -> HttpResponse:
        from documents.register.views import register_list

        return register_list(request, self)

    @path("so/", name="by_number")
    def by_number(self, request: HttpRequest) -> HttpResponse:
        """Where a number leads: to its document, or to a choice where several bodies or terms gave it."""
        from documents.register.views import by_number

        return by_number(request, self)

    @path("co-quan/", name="issuers")
    def issuers(self, request: HttpRequest) -> HttpResponse:
        from documents.register.views import issuer_list

        return issuer_list(request, self)

    @path("co-quan/<slug:slug>/", name="issuer")
    def issuer(self, request: HttpRequest, slug: str) -> HttpResponse:
        from documents.models import Issuer
        from documents.register.views import narrowed_list

        return narrowed_list(request, self, issuer=_one(Issuer, slug))

    @path("linh-vuc/<slug:slug>/", name="field")
    def field(self, request: HttpRequest, slug: str) -> HttpResponse:
        from documents.models import Field
        from documents.register.views import narrowed_list

        return narrowed_list(request, self, field=_one(Field, slug))

    @path("rss/", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        from documents.register.feeds import RegisterRssFeed

        return RegisterRssFeed()(request, register=self)

    @path("atom/", name="atom")
    def atom(self, request: HttpRequest) -> HttpResponse:
        from documents.register.feeds import RegisterAtomFeed

        return RegisterAtomFeed()(request, register=self)

    @path("xuat/<str:kind>/", name="export")
    def export(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        from documents.register.exports import export

        return export(request, self.documents(tokens_of(request).tokens), kind)


def _one(model: type[models.Model], slug: str) -> models.Model:
    """The body or field of this address.

    Raises:
        Http404: there is none.
    """
    thing: models.Model | None = model._default_manager.filter(slug=slug).first()
    if thing is None:
        raise Http404
    return thing
