"""The mentions of one page in the admin: what each means, and how a person decides otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.wagtail_hooks import PageMenuItem
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from documents.mentions import services
from documents.mentions.candidates import Weighed, weighed
from documents.mentions.resolution import Candidate
from documents.models import Mention, OfficialDocument
from portal.access.staff import sight_of
from portal.access.tokens import tokens_of
from portal.admin.screens import screen
from portal.text import format_date

PER_PAGE = 50
AUTOMATIC, NO_LINK, OTHER = "tu-dong", "khong", "khac"


@dataclass(frozen=True)
class Line:
    """A mention as the list shows it. ``state``: linked, several, none or forbidden; ``is_decided``: by a person."""

    mention: Mention
    state: str
    documents: Sequence[tuple[str, str]]
    is_decided: bool


class DecisionForm(forms.Form):
    """What a mention means: what its text says, one of those that have its number, another document, or no link."""

    choice = forms.ChoiceField(label=gettext_lazy("This mention means"), widget=forms.RadioSelect)
    other = forms.ModelChoiceField(
        OfficialDocument.objects.none(),
        label=gettext_lazy("Another document"),
        required=False,
        widget=AdminPageChooser(target_models=[OfficialDocument]),
    )
    alike = forms.BooleanField(
        label=gettext_lazy("The same for all places of this page with the same words"), required=False
    )

    def __init__(self, data: Any, one: Weighed, user: Any) -> None:
        decision = one.mention.decision
        chosen = AUTOMATIC if decision is None else NO_LINK if decision.document_id is None else OTHER
        known = {str(candidate.pk): candidate for candidate in one.candidates}
        other = None
        if decision is not None and decision.document_id is not None:
            chosen = str(decision.document_id) if str(decision.document_id) in known else OTHER
            other = decision.document_id
        super().__init__(data, initial={"choice": chosen, "other": other if chosen == OTHER else None})
        choices: Any = self.fields["choice"]
        choices.choices = [
            (AUTOMATIC, _("what its text says")),
            *((pk, said_of(candidate)) for pk, candidate in known.items()),
            (OTHER, _("another document, chosen below")),
            (NO_LINK, _("no document: it shall be no link")),
        ]
        documents: Any = self.fields["other"]
        documents.queryset = sight_of(user).of_pages(OfficialDocument.objects.live())

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("choice") == OTHER and not said.get("other") and "other" not in self.errors:
            self.add_error("other", _("Choose the document."))
        return said

    @cached_property
    def document(self) -> OfficialDocument | None:
        choice = self.cleaned_data["choice"]
        if choice == OTHER:
            chosen: OfficialDocument = self.cleaned_data["other"]
            return chosen
        return None if choice == NO_LINK else OfficialDocument.objects.get(pk=choice)


def said_of(candidate: Candidate) -> str:
    """A document by name, day and body.

    >>> import datetime as dt
    >>> said_of(Candidate(1, name="Chỉ thị 10-CT/TW", issued_on=dt.date(2007, 3, 30), body="Ban Bí thư"))
    'Chỉ thị 10-CT/TW, 30/03/2007, Ban Bí thư'
    """
    day = format_date(candidate.issued_on) if candidate.issued_on else ""
    return ", ".join(filter(None, (candidate.name, day, candidate.body)))


def lines_of_mentions(mentions: Sequence[Mention], request: HttpRequest) -> list[Line]:
    """``mentions`` with what each means for whoever asks; one query."""
    found = weighed(Mention.objects.filter(pk__in=[mention.pk for mention in mentions]), tokens_of(request).tokens)
    by_pk = {one.mention.pk: one for one in found}
    return [_line(mention, by_pk.get(mention.pk)) for mention in mentions]


def _line(mention: Mention, one: Weighed | None) -> Line:
    is_decided = mention.decision_id is not None
    if mention.decision is not None and mention.decision.document_id is None:
        return Line(mention, "forbidden", (), is_decided)
    resolution = one.resolution if one is not None else None
    if resolution is not None and resolution.document is not None:
        return Line(mention, "linked", _named([resolution.document]), is_decided)
    if resolution is not None and resolution.several:
        return Line(mention, "several", _named(resolution.several), is_decided)
    return Line(mention, "none", (), is_decided)


def _named(documents: Sequence[Candidate]) -> list[tuple[str, str]]:
    return [(said_of(one), reverse("wagtailadmin_explore", args=[one.pk])) for one in documents]


def page_of(request: HttpRequest, page_id: int) -> Page:
    """The page, for those who may edit it.

    Raises:
        Http404: there is none.
        PermissionDenied: the person may not edit it.
    """
    page = get_object_or_404(Page, pk=page_id, depth__gt=1)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def mentions_of_page(request: HttpRequest, page_id: int) -> HttpResponse:
    page = page_of(request, page_id)
    mentions = Mention.objects.filter(page=page.pk).select_related("decision__decided_by")
    shown = Paginator(mentions, PER_PAGE).get_page(request.GET.get("p"))
    context = {"page_of_text": page, "page": shown, "lines": lines_of_mentions(list(shown), request)}
    title = _("Documents mentioned")
    return screen(request, "portal_admin/mentions/page.html", title, context, icon="link", below=[_way_to(page)])


def decide_mention(request: HttpRequest, page_id: int, mention_id: int) -> HttpResponse:
    page = page_of(request, page_id)
    mention = get_object_or_404(Mention.objects.select_related("decision", "page"), pk=mention_id, page=page.pk)
    found = weighed(Mention.objects.filter(pk=mention.pk), tokens_of(request).tokens)
    one = Weighed(mention, found[0].candidates if found else [])
    form = DecisionForm(request.POST or None, one, request.user)
    if request.method == "POST" and form.is_valid():
        _carry_out(form, mention, request)
        messages.success(request, _("Decided for “%(text)s”.") % {"text": mention.text})
        return redirect("mentions_of_page", page.pk)
    context = {"page_of_text": page, "mention": mention, "form": form, "media": form.media}
    below = [_way_to(page), (_("Documents mentioned"), reverse("mentions_of_page", args=[page.pk]))]
    title = _("What a mention means")
    return screen(request, "portal_admin/mentions/decide.html", title, context, icon="link", below=below)


def _carry_out(form: DecisionForm, mention: Mention, request: HttpRequest) -> None:
    about = [mention]
    if form.cleaned_data["alike"]:
        alike = Mention.objects.filter(page=mention.page_id, text=mention.text).exclude(pk=mention.pk)
        about += alike.select_related("decision", "page")
    for one in about:
        if form.cleaned_data["choice"] == AUTOMATIC:
            services.leave_open(one, by=request.user)
        else:
            services.decide(one, form.document, by=request.user)


def _way_to(page: Page) -> tuple[str, str]:
    return page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk])


def page_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("van-ban-duoc-nhac/<int:page_id>/", mentions_of_page, name="mentions_of_page"),
        path("van-ban-duoc-nhac/<int:page_id>/<int:mention_id>/", decide_mention, name="decide_mention"),
    ]


class MentionsButton(PageMenuItem):
    """Among what can be done with a page, where its texts are read."""

    label = gettext_lazy("Documents mentioned")
    icon_name = "link"
    url_name = "mentions_of_page"

    def is_shown(self, user: Any) -> bool:
        return bool(self.page.live and self.page.permissions_for_user(user).can_edit())


def header_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[MentionsButton]:
    """For ``register_page_header_buttons``."""
    if page.depth > 1:
        yield MentionsButton(page=page, priority=66)
