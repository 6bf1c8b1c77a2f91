"""Accounts in the admin: administrators keep them all except those with all rights, which only their like may touch.

Giving people their level (``portal.access.groups``) and their role is what administrators do, so that is left alone.
"""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.db.models import QuerySet
from django.forms import ModelForm, ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserFilterSet, UserViewSet

from portal.editorial.names import NameFields
from portal.members.addresses import TAKEN, known_emails, tidy_email
from portal.text import fold

#: The box beside the roles, one of which is “Quản trị viên” too.
ALL_RIGHTS = _("All technical rights")
ALL_RIGHTS_HELP = _("May change and delete everything, whatever the roles say. For whoever keeps this installation.")
SUPERUSERS_ONLY = _("Only an account that has this right itself can give or take it.")


def may_touch(person: Any, account: Any) -> bool:
    """Whether ``person`` may change or delete ``account``, as far as all rights are concerned."""
    return bool(person.is_superuser or not account.is_superuser)


def _without_all_rights(form: ModelForm, request: HttpRequest) -> ModelForm:
    """The box stands there for all to see; what is sent for it counts only when it comes from a superuser."""
    field = form.fields.get("is_superuser")
    if field is not None and not request.user.is_superuser:
        field.disabled = True
        field.help_text = SUPERUSERS_ONLY
    return form


class AccountForm(NameFields):
    instance: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "is_superuser" in self.fields:
            self.fields["is_superuser"].label = ALL_RIGHTS
            self.fields["is_superuser"].help_text = ALL_RIGHTS_HELP

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        owner = known_emails([tidy_email(email)]).get(tidy_email(email))
        if owner is not None and owner != self.instance:
            raise ValidationError(TAKEN)
        return email


class NewAccountForm(AccountForm, UserCreationForm):
    """Makes an account."""


class EditAccountForm(AccountForm, UserEditForm):
    """Changes an account."""


class AccountFilterSet(UserFilterSet):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["is_superuser"].label = ALL_RIGHTS


class AccountIndexView(IndexView):
    def get_edit_url(self, instance: Any) -> str | None:
        return super().get_edit_url(instance) if may_touch(self.request.user, instance) else None

    @cached_property
    def columns(self) -> list[Column]:
        columns: list[Column] = super().columns
        for column in columns:
            if column.name == "is_superuser":
                column.accessor = lambda account: ALL_RIGHTS if account.is_superuser else None
        return columns

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """All words typed, with or without diacritics, in the whole name, the user name or the address.

        Accounts are few enough to be read for it; the database compares letters only as they are.
        """
        words = fold(self.search_query).split() if self.is_searching else []
        if not words:
            return queryset
        return queryset.filter(pk__in=[account.pk for account in queryset if _has_all(words, account)])

    def order_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Names by the given name, as lists of people are kept."""
        if self.ordering in ("name", "-name"):
            sign = self.ordering.removesuffix("name")
            return queryset.order_by(f"{sign}first_name", f"{sign}last_name")
        ordered: QuerySet[Any] = super().order_queryset(queryset)
        return ordered


def _has_all(words: Sequence[str], account: Any) -> bool:
    text = fold(f"{account.get_full_name()} {account.get_username()} {account.email}")
    return all(word in text for word in words)


class OneAtATime:
    """For a view that saves an account: whose address or name was taken at this moment is told so as any other."""

    def form_valid(self, form: ModelForm) -> Any:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except IntegrityError:
            form.full_clean()
            if self.is_valid(form):  # type: ignore[attr-defined]
                raise
            return self.form_invalid(form)  # type: ignore[attr-defined]


class AccountCreateView(OneAtATime, CreateView):
    def get_form(self, form_class: type[ModelForm] | None = None) -> ModelForm:
        return _without_all_rights(super().get_form(form_class), self.request)


class AccountEditView(OneAtATime, EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_touch(request.user, self.object):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class: type[ModelForm] | None = None) -> ModelForm:
        return _without_all_rights(super().get_form(form_class), self.request)


class AccountViewSet(UserViewSet):
    """Wagtail's accounts; deleting superusers is refused by Wagtail itself."""

    index_view_class = AccountIndexView
    add_view_class = AccountCreateView
    edit_view_class = AccountEditView
    filterset_class = AccountFilterSet

    def get_form_class(self, for_update: bool = False) -> type[ModelForm]:
        return EditAccountForm if for_update else NewAccountForm


def refuse_superusers(request: HttpRequest, action_type: str, objects: Sequence[Any], action: Any) -> None:
    """For ``before_bulk_action``.

    Raises:
        PermissionDenied: many accounts are to be changed at once, and one is out of reach.
    """
    people = [thing for thing in objects if isinstance(thing, get_user_model())]
    if not all(may_touch(request.user, account) for account in people):
        raise PermissionDenied
