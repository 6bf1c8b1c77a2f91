"""The one control for a level of access in the admin, in the place of Wagtail's dialogue of restrictions."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import Collection, Page

from portal.access.level_media import effects_on_media
from portal.access.levels import (
    LEVEL_SET,
    InvalidLevel,
    Level,
    NotPermitted,
    Restrictable,
    change_level,
    levels_above,
    may_change_level,
    own_level_of,
    own_organisations_of,
)
from portal.access.media_places import MEDIA_FOLLOWED
from portal.access.models import Organisation
from portal.access.staff import sight_of
from portal.text import format_number


class LevelForm(forms.Form):
    """Who may see a page or a collection, besides what holds above it."""

    level = forms.ChoiceField(
        label=gettext_lazy("Access"), choices=Level.choices, widget=forms.RadioSelect, required=True
    )
    organisations = forms.ModelMultipleChoiceField(
        label=pgettext_lazy("access level", "Organisations"),
        queryset=Organisation.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    confirmed = forms.BooleanField(
        label=gettext_lazy("Yes, from now on anyone may see it, and search engines may keep it."), required=False
    )

    def __init__(self, target: Restrictable, *args: Any, **kwargs: Any) -> None:
        self.target = target
        self.above = levels_above(target)
        self.own = own_level_of(target)
        named = own_organisations_of(target) if self.own is Level.ORGANISATIONS else []
        kwargs["initial"] = {"level": self.own, "organisations": named}
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        existing = Q(pk__in=Organisation.objects.valid_on(today).values("pk"))
        chosen: Any = self.fields["organisations"]
        chosen.queryset = Organisation.objects.filter(existing | Q(pk__in=[one.pk for one in named]))
        if self.above:
            levels: Any = self.fields["level"]
            levels.choices = [(Level.PUBLIC, _("No further restriction")), *Level.choices[1:]]

    @property
    def opens(self) -> bool:
        """Whether taking the own level away makes the target public."""
        return self.own is not Level.PUBLIC and not self.above

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        level = cleaned.get("level")
        if level == Level.ORGANISATIONS and not cleaned.get("organisations"):
            raise ValidationError({"organisations": _("Name at least one organisation.")})
        if level == Level.PUBLIC and self.opens and not cleaned.get("confirmed"):
            raise ValidationError({"confirmed": _("Mark this box to make it public.")})
        return cleaned

    def save(self, by: Any) -> None:
        """Set the level.

        Raises:
            NotPermitted, InvalidLevel: as ``change_level``.
        """
        level = Level(self.cleaned_data["level"])
        organisations = list(self.cleaned_data["organisations"]) if level is Level.ORGANISATIONS else []
        change_level(self.target, level, organisations, by=by)


@never_cache
@require_http_methods(["GET", "POST"])
def page_level(request: HttpRequest, page_id: int) -> HttpResponse:
    """For a page, with all below it."""
    return _answer(request, get_object_or_404(Page, pk=page_id).specific_deferred)


@never_cache
@require_http_methods(["GET", "POST"])
def collection_level(request: HttpRequest, collection_id: int) -> HttpResponse:
    """For a collection, with all below it."""
    return _answer(request, get_object_or_404(Collection, pk=collection_id))


def _answer(request: HttpRequest, target: Restrictable) -> HttpResponse:
    if not may_change_level(target, request.user):  # type: ignore[arg-type]  # the admin lets nobody else in
        raise PermissionDenied
    form = LevelForm(target, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            form.save(request.user)
        except NotPermitted as refused:
            raise PermissionDenied from refused
        except InvalidLevel as refused:
            form.add_error("level", str(refused.message))
        else:
            is_public = form.cleaned_data["level"] == Level.PUBLIC and not form.above
            done = {"step": "set_privacy_done", "is_public": is_public}
            saved: HttpResponse = render_modal_workflow(request, None, None, None, json_data=done)
            return saved
    values = {
        "form": form,
        "action": request.path,
        "is_page": isinstance(target, Page),
        "above": [(_title(above), _said(level, organisations)) for above, level, organisations in form.above],
        "reach": _reach(target, request),
        "effects": effects_on_media(target, request.user) if isinstance(target, Page) else [],
        "is_unknown": form.own is None,
    }
    step = {"step": "set_privacy"}
    asked: HttpResponse = render_modal_workflow(request, "portal_admin/level.html", None, values, json_data=step)
    return asked


def _title(target: Restrictable) -> str:
    return str(target.specific_deferred.get_admin_display_title() if isinstance(target, Page) else target)


def _said(level: Level | None, organisations: list[Organisation]) -> str:
    if level is None:
        return _("Restricted in another way")
    if level is Level.ORGANISATIONS:
        return f"{level.label}: {', '.join(map(str, organisations))}"
    return str(level.label)


def _reach(target: Restrictable, request: HttpRequest) -> list[str]:
    """What else the level holds for, in words; without what is closed to whoever asks."""
    sight = sight_of(request.user)
    if isinstance(target, Page):
        below = sight.of_pages(target.get_descendants())
        pages, own = below.count(), below.filter(view_restrictions__isnull=False).distinct().count()
        said = [_counted(ngettext("%(count)s page below this one", "%(count)s pages below this one", pages), pages)]
        if own:
            said.append(
                _counted(
                    ngettext(
                        "%(count)s of them with a level of its own besides",
                        "%(count)s of them with levels of their own besides",
                        own,
                    ),
                    own,
                )
            )
        return said if pages else []
    inside = Q(collection__path__startswith=target.path)
    pictures = sight.of_collections(get_image_model().objects.filter(inside), "collection__path").count()
    files = sight.of_collections(get_document_model().objects.filter(inside), "collection__path").count()
    return [
        _counted(ngettext("%(count)s picture", "%(count)s pictures", pictures), pictures),
        _counted(ngettext("%(count)s file", "%(count)s files", files), files),
    ]


def _counted(said: str, count: int) -> str:
    return said % {"count": format_number(count)}


class LevelSetFormatter(LogFormatter):
    """`Đặt phạm vi xem: Chỉ dành cho tổ chức được chỉ định (Chi bộ 3)`."""

    label = gettext_lazy("Set access level")

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        named = Organisation.objects.filter(pk__in=data.get("organisations", ()))
        level = Level(data["level"]) if data.get("level") in Level.values else None
        said = _("Set access level: %(level)s") % {"level": _said(level, list(named))}
        return "; ".join([said, *_media_said(data)])


class MediaFollowedFormatter(LogFormatter):
    """`Ảnh, tệp đi theo trang: đã đóng 2 ảnh, tệp`."""

    label = gettext_lazy("Pictures and files follow the page")

    def format_message(self, log_entry: Any) -> str:
        said = _("Pictures and files follow the page: %(done)s")
        return said % {"done": "; ".join(_media_said(log_entry.data))}


def _media_said(data: dict[str, Any]) -> Iterator[str]:
    if closed := data.get("closed"):
        yield _("pictures and files closed: %(count)s") % {"count": format_number(closed)}
    if opened := data.get("opened"):
        yield _("pictures and files opened: %(count)s") % {"count": format_number(opened)}


def log_levels(actions: LogActionRegistry) -> None:
    """For ``register_log_actions``."""
    actions.register_action(LEVEL_SET)(LevelSetFormatter)
    actions.register_action(MEDIA_FOLLOWED)(MediaFollowedFormatter)
