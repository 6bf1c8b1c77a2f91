"""`Vắng mặt`: who is absent, who stands in, and a form for one's own absence; administrators note that of others."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from portal.editorial.desk.menu import DeskMenuItem
from portal.editorial.duties.absences import deciders, declare, end, may_be_absent, may_note_for_others
from portal.editorial.duties.models import Absence

MOST_SHOWN = 200


class AbsenceForm(forms.Form):
    """``by`` says it of himself, or of anybody for whom texts wait if he may."""

    person: Any = forms.ModelChoiceField(
        label=gettext_lazy("Who is absent"),
        queryset=None,
        empty_label=gettext_lazy("Choose a person"),
        help_text=gettext_lazy("Is told that you noted it, and by whom the work is done meanwhile."),
    )
    first_day = forms.DateField(label=gettext_lazy("First day"), widget=AdminDateInput)
    last_day = forms.DateField(label=gettext_lazy("Last day"), widget=AdminDateInput)
    substitute: Any = forms.ModelChoiceField(
        label=gettext_lazy("Who stands in"),
        queryset=None,
        empty_label=gettext_lazy("Choose a person"),
        help_text=gettext_lazy("Sees what waits for the absent person, is told as well, and decides in that place."),
    )

    def __init__(self, by: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.is_for_others = may_note_for_others(by)
        people = deciders()
        if self.is_for_others:
            self.fields["person"].initial = by.pk if may_be_absent(by) else None
        else:
            del self.fields["person"]
            people = people.exclude(pk=by.pk)
        for name in {"person", "substitute"} & set(self.fields):
            field: Any = self.fields[name]
            field.queryset = people
            field.label_from_instance = lambda one: one.get_full_name() or one.get_username()

    def save(self) -> bool:
        """Whether it was kept; what will not do stands at its field."""
        values: dict[str, Any] = self.cleaned_data
        first: date = values["first_day"]
        try:
            declare(values.get("person", self.by), values["substitute"], first, values["last_day"], by=self.by)
        except ValidationError as refused:
            self.add_error(None, refused)
            return False
        return True


def absences(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    may = may_be_absent(person) or may_note_for_others(person)
    form = AbsenceForm(person, request.POST or None) if may else None
    if request.method == "POST" and form is not None and form.is_valid() and form.save():
        own = form.cleaned_data.get("person", person) == person
        said = _("Your absence is noted; who stands in for you is told.") if own else _("Noted; both of them are told.")
        messages.success(request, said)
        return redirect("portal_absences")
    listed = Absence.objects.not_over(timezone.localdate()).select_related("person", "substitute").order_by("first_day")
    title = pgettext("menu", "Absences")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")}, {"url": "", "label": title}]
    heading = {"page_title": title, "header_title": title, "header_icon": "user", "breadcrumbs_items": crumbs}
    for_others = may_note_for_others(person)
    shown = {"form": form, "absences": listed[:MOST_SHOWN], "me": person.pk, "for_others": for_others}
    context = {**heading, **shown}
    return TemplateResponse(request, "portal_admin/duties/absences.html", context)


@require_POST
def end_absence(request: HttpRequest, pk: int) -> HttpResponse:
    person: Any = request.user
    shown = Absence.objects.all() if may_note_for_others(person) else Absence.objects.filter(person=person)
    end(get_object_or_404(shown, pk=pk), by=person)
    messages.success(request, _("The absence is ended."))
    return redirect("portal_absences")


def absence_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("ban-bien-tap/vang-mat/", absences, name="portal_absences"),
        path("ban-bien-tap/vang-mat/<int:pk>/ket-thuc/", end_absence, name="portal_end_absence"),
    ]


def absences_menu_item() -> DeskMenuItem:
    label = pgettext_lazy("menu", "Absences")
    return DeskMenuItem(label, reverse("portal_absences"), name="vang-mat", icon_name="user", order=90)
