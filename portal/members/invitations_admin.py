"""Invitations in the admin: who was invited and what became of it; invite, send again, withdraw."""

from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.contrib import messages
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.core.validators import EmailValidator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from portal.access.groups import organisation_group
from portal.access.models import Organisation
from portal.editorial.accounts import ALL_RIGHTS, ALL_RIGHTS_HELP, may_touch
from portal.editorial.names import NameFields
from portal.members.addresses import TAKEN, known_emails, tidy_email
from portal.members.inviting import CannotInvite, Invitee, invite, send_again, withdraw
from portal.members.models import Invitation, InvitationState
from portal.text import fold


class InvitationForm(NameFields, forms.Form):
    """Who is invited, to what."""

    last_name = forms.CharField(max_length=150)
    first_name = forms.CharField(max_length=150)
    email = forms.EmailField(
        label=gettext_lazy("Email address of the invited"),
        max_length=254,
        help_text=gettext_lazy("The invitation goes there. It must be this person's own, not one shared by an office."),
    )
    roles = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Roles and levels"),
        queryset=Group.objects.filter(organisation__isnull=True).order_by("name"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("What this person may do, and whether he reads what is for members or the committee."),
    )
    organisations = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Organisations"),
        queryset=Organisation.objects.all(),
        required=False,
        help_text=gettext_lazy("Those whose own content this person may read. Several: hold Ctrl."),
    )
    note = forms.CharField(
        label=gettext_lazy("Word to the invited"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Stands in the mail."),
    )
    is_superuser = forms.BooleanField(label=ALL_RIGHTS, required=False, help_text=ALL_RIGHTS_HELP)

    def __init__(self, *args: Any, by: Any, **kwargs: Any) -> None:
        self.by = by
        kwargs.pop("instance", None)
        super().__init__(*args, **kwargs)
        self.fields["email"].validators = [
            EmailValidator(_("This is no address of a mailbox. For example: ten@donvi.vn"))
        ]
        if not by.is_superuser:
            del self.fields["is_superuser"]
        if not Organisation.objects.exists():
            del self.fields["organisations"]

    def clean_email(self) -> str:
        email = tidy_email(self.cleaned_data["email"])
        if known_emails([email]):
            raise forms.ValidationError(TAKEN)
        return email

    def save(self) -> Invitation:
        """Raises ``CannotInvite`` where somebody was faster."""
        given = self.cleaned_data
        groups = [*given["roles"], *(organisation_group(one) for one in given.get("organisations", ()))]
        invitee = Invitee(
            last_name=given["last_name"],
            first_name=given["first_name"],
            email=given["email"],
            groups=tuple(groups),
            note=" ".join(given["note"].split()),
            is_superuser=given.get("is_superuser", False),
        )
        [made] = invite([invitee], by=self.by)
        return made


class InvitationFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("invitation", "State"),
        choices=InvitationState.choices,
        method="filter_state",
        empty_label=pgettext_lazy("invitation", "All"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Invitation
        fields: Sequence[str] = []

    def filter_state(self, queryset: Any, name: str, value: str) -> Any:
        return queryset.in_state(value)


class InvitationIndexView(generic.IndexView):
    filterset_class = InvitationFilterSet
    default_ordering = "-sent_at"
    is_searchable = True
    add_item_label = gettext_lazy("Invite somebody")

    @cached_property
    def columns(self) -> list[Column]:
        title = self._get_title_column_class(TitleColumn)
        return [
            title(
                "name", accessor=str, label=pgettext_lazy("invitation", "Full name"), get_url=lambda invitation: None
            ),
            Column("email", accessor="account.email", label=gettext_lazy("Email address of the invited")),
            Column("state", accessor=lambda one: one.state.label, label=pgettext_lazy("invitation", "State")),
            DateColumn("sent_at", label=gettext_lazy("Sent at"), sort_key="sent_at"),
            DateColumn("expires_at", label=gettext_lazy("Good until"), sort_key="expires_at"),
            Column("invited_by", accessor=_inviter, label=gettext_lazy("Invited by")),
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        """Two buttons in the heading would push its words off a phone."""
        buttons = list(super().header_more_buttons)
        if self.permission_policy.user_has_permission(self.request.user, "add"):
            buttons.append(Button(_("Invite from a list"), url=reverse("members_import"), icon_name="upload"))
        return buttons

    def get_base_queryset(self) -> QuerySet[Any]:
        return Invitation.objects.select_related("account", "invited_by")

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """As in the list of accounts: all words typed, with or without diacritics."""
        words = fold(self.search_query).split() if self.is_searching else []
        if not words:
            return queryset
        return queryset.filter(pk__in=[one.pk for one in queryset if _has_all(words, one)])

    def get_edit_url(self, instance: Any) -> None:
        return None

    def get_delete_url(self, instance: Any) -> None:
        return None

    def get_list_more_buttons(self, instance: Invitation) -> list[MenuItem]:
        may = self.permission_policy.user_has_permission(self.request.user, "change")
        if not may or instance.state is InvitationState.ACCEPTED or not may_touch(self.request.user, instance.account):
            return []
        again = MenuItem(_("Send again"), url=reverse("members_invitation_again", args=[instance.pk]), icon_name="mail")
        if instance.state is InvitationState.WITHDRAWN:
            return [again]
        url = reverse("members_invitation_withdraw", args=[instance.pk])
        return [again, MenuItem(_("Withdraw"), url=url, icon_name="cross")]


def _inviter(invitation: Invitation) -> str:
    by = invitation.invited_by
    return by.get_full_name() or by.get_username() if by else ""


def _has_all(words: Sequence[str], invitation: Invitation) -> bool:
    account = invitation.account
    text = fold(f"{account.get_full_name()} {account.get_username()} {account.email} {_inviter(invitation)}")
    return all(word in text for word in words)


class InvitationCreateView(generic.CreateView):
    page_title = gettext_lazy("Invite somebody")
    submit_button_label = gettext_lazy("Send the invitation")
    submit_button_active_label = gettext_lazy("Sending the invitation…")
    success_message = gettext_lazy("%(object)s is invited. The mail is on its way.")
    error_message = gettext_lazy("Nobody is invited yet: see below what to change.")

    def get_panel(self) -> None:
        return None

    def get_form_class(self) -> type[InvitationForm]:
        return InvitationForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "by": self.request.user}

    def get_success_buttons(self) -> list[Any]:
        return []

    def save_instance(self) -> Invitation:
        return self.form.save()

    def form_valid(self, form: InvitationForm) -> Any:
        try:
            return super().form_valid(form)
        except CannotInvite as problem:
            form.add_error(None, str(problem.message))
            self.is_valid(form)  # prepares what is said above the form
            return self.form_invalid(form)


class InvitationViewSet(ModelViewSet):
    model = Invitation
    name = "members_invitations"
    url_prefix = "invitations"
    icon = "mail"
    menu_label = gettext_lazy("Invitations")
    add_to_settings_menu = True
    menu_order = 605
    form_fields = ("note",)
    index_view_class = InvitationIndexView
    add_view_class = InvitationCreateView

    def register_admin_url_finder(self) -> None:
        """There is no view of one invitation to be found."""

    def get_urlpatterns(self) -> list[URLPattern]:
        """No row is edited or deleted: what happens to an invitation is sent, accepted or withdrawn."""
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
        ]


def invitation_viewset() -> InvitationViewSet:
    """For ``register_admin_viewset``."""
    return InvitationViewSet()


# Sending again and withdrawing, each after a question


def again(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, "again")


def withdrawal(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, pk, "withdraw")


def _decide(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Ask, and do it when the answer is yes.

    Raises:
        PermissionDenied: the person may not change invitations, or not this account.
    """
    invitation = get_object_or_404(Invitation.objects.select_related("account"), pk=pk)
    if not request.user.has_perm("members.change_invitation") or not may_touch(request.user, invitation.account):
        raise PermissionDenied
    listing = reverse("members_invitations:index")
    by: Any = request.user
    if request.method == "POST":
        try:
            if what == "again":
                send_again(invitation, by=by)
                messages.success(request, _("The invitation of %(name)s is sent again.") % {"name": invitation})
            else:
                withdraw(invitation, by=by)
                messages.success(request, _("The invitation of %(name)s is withdrawn.") % {"name": invitation})
        except CannotInvite as problem:
            messages.error(request, str(problem.message))
        return redirect(listing)
    return _question(request, invitation, what, listing)


def _question(request: HttpRequest, invitation: Invitation, what: str, listing: str) -> HttpResponse:
    texts = {
        "again": (
            _("Send again"),
            _("A new mail goes to %(email)s. The link in earlier mails is good no more.")
            % {"email": invitation.account.email},
        ),
        "withdraw": (
            _("Withdraw"),
            _(
                "The link in the mail is good no more, and the account is closed. You may send the invitation again later."
            ),
        ),
    }
    title, text = texts[what]
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home page of the admin")},
        {"url": listing, "label": _("Invitations")},
        {"url": "", "label": title},
    ]
    context = {
        "page_title": title, "header_title": f"{title}: {invitation}", "header_icon": "mail", "breadcrumbs_items": crumbs,
        "text": text, "invitation": invitation, "answer": title, "listing": listing, "is_serious": what == "withdraw",
    }  # fmt: skip
    return TemplateResponse(request, "portal_admin/invitation_question.html", context)


def admin_urls() -> list[URLPattern]:
    """For ``register_admin_urls``, which lets only staff in."""
    return [
        path("invitations/again/<int:pk>/", again, name="members_invitation_again"),
        path("invitations/withdraw/<int:pk>/", withdrawal, name="members_invitation_withdraw"),
    ]
