"""Standard pages: about, organisation chart, contact, site map, statements."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable, Page, Site
from wagtail.search import index

from portal.access.tokens import tokens_of
from portal.blocks import ArticleBody
from portal.models.base import PortalPage
from portal.navigation import Entry, entries, lasting_below, nest
from portal.paging import paginate
from portal.registry import NOT_SEARCHED, SearchEntry


class StandardPage(PortalPage):
    """A page that stands for long: about the committee, a statement, a guide."""

    intro = models.TextField(_("introduction"), blank=True, help_text=_("One or two sentences under the title."))
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)

    template = "portal/standard_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage", "portal.StandardPage"]
    subpage_types: ClassVar[list[str]] = [
        "portal.StandardPage",
        "portal.OrganisationChartPage",
        "portal.ContactPage",
    ]
    search_entry = SearchEntry(kind="standard", summary="intro", body=("body",))
    access_channel = "page"

    #: How many of the pages below stand under the title; the others are a page of that list further.
    MOST_BELOW = 24

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        if not self.is_leaf():
            children = lasting_below(self, tokens_of(request).tokens).filter(depth=self.depth + 1)
            context["pager"], below = paginate(request, entries(children), self.MOST_BELOW)
            context["seo"] = context["seo"].on_page(context["pager"])
            context["below"] = nest(below, self.depth + 1, Site.find_for_request(request), None)
        return context


class OrganisationChartPage(PortalPage):
    """Who leads what: people by unit, with position and duties."""

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)

    template = "portal/organisation_chart_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage", "portal.StandardPage"]
    subpage_types: ClassVar[list[str]] = []
    search_entry = SearchEntry(kind="standard", summary="intro", body=("body",))
    access_channel = "page"

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("intro"),
        InlinePanel("people", label=_("person"), help_text=_("In the order in which they shall appear.")),
        FieldPanel("body"),
    ]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("organisation chart")
        verbose_name_plural = _("organisation charts")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        units: dict[str, list[OrganisationPerson]] = {}
        for person in self.people.select_related("picture").order_by("sort_order"):
            units.setdefault(person.unit, []).append(person)
        context["units"] = list(units.items())
        return context


class OrganisationPerson(Orderable):
    """A person of the organisation chart. Only what the office publishes: no private numbers."""

    page = ParentalKey(OrganisationChartPage, on_delete=models.CASCADE, related_name="people")
    unit = models.CharField(_("unit"), max_length=160, help_text=_("For example: Ban Thường vụ Đảng uỷ."))
    name = models.CharField(_("full name"), max_length=120)
    position = models.CharField(_("position"), max_length=160)
    duties = models.TextField(_("duties"), blank=True)
    office_phone = models.CharField(_("office telephone"), max_length=40, blank=True)
    office_email = models.EmailField(_("office e-mail"), blank=True)
    picture = models.ForeignKey(
        "portal.PortalImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels: ClassVar = [
        FieldPanel("unit"),
        FieldPanel("name"),
        FieldPanel("position"),
        FieldPanel("duties"),
        MultiFieldPanel([FieldPanel("office_phone"), FieldPanel("office_email")], heading=_("Contact at the office")),
        FieldPanel("picture"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("person of the organisation chart")
        verbose_name_plural = _("people of the organisation chart")

    def __str__(self) -> str:
        return f"{self.name} – {self.position}"


class ContactPage(PortalPage):
    """Where and how to reach the office."""

    intro = models.TextField(_("introduction"), blank=True)
    address = models.CharField(_("address"), max_length=250, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    fax = models.CharField(_("fax"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    opening_hours = models.TextField(_("opening hours"), blank=True)
    map_link = models.URLField(_("link to a map"), blank=True)
    body = RichTextField(_("more"), blank=True)

    template = "portal/contact_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage", "portal.StandardPage"]
    subpage_types: ClassVar[list[str]] = []
    search_entry = SearchEntry(kind="contact", summary="intro", body=("told", "body"))
    access_channel = "page"

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("fax"),
                FieldPanel("email"),
                FieldPanel("map_link"),
            ],
            heading=_("Contact"),
        ),
        FieldPanel("opening_hours"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    @property
    def told(self) -> str:
        """How the office is reached, each beside what it is called: readers look for *address* and *telephone*."""
        rows = (
            (pgettext("portal", "Address"), self.address),
            (pgettext("portal", "Telephone"), self.phone),
            (pgettext("portal", "Fax"), self.fax),
            (pgettext("portal", "Email"), self.email),
            (pgettext("portal", "Opening hours"), self.opening_hours),
        )
        return "\n".join(f"{name}: {value}" for name, value in rows if value)


class SiteMapPage(PortalPage):
    """All sections and standard pages as one list of links."""

    template = "portal/site_map_page.html"
    parent_page_types: ClassVar[list[str]] = ["portal.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1
    search_entry = NOT_SEARCHED
    access_channel = "page"

    per_page: ClassVar[int] = 200

    class Meta:
        verbose_name = _("site map")
        verbose_name_plural = _("site maps")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """A page of it begins with the pages above its first entry, so that each stands where it belongs."""
        context = super().get_context(request, *args, **kwargs)
        home = self.get_parent()
        lasting = lasting_below(home, tokens_of(request).tokens)
        pager, shown = paginate(request, entries(lasting), self.per_page)
        above: list[Entry] = []
        if pager.number > 1:
            path, step = shown[0].path, Page.steplen
            above = list(entries(lasting.filter(path__in=[path[:end] for end in range(step, len(path), step)])))
        context["pager"] = pager
        context["seo"] = context["seo"].on_page(pager)
        context["tree"] = nest([*above, *shown], home.depth + 1, Site.find_for_request(request), None)
        return context
