"""Conventions as start-up errors: what every page type must declare, and what production refuses."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import CheckMessage, Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page, get_page_models

from portal.registry import SearchEntry


@register(Tags.models)
def page_types_declare_everything(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each page type of ours has template, Vietnamese name, parents, search entry and access channel."""
    return [error for model in portal_page_models() for error in declaration_errors(model)]


def portal_page_models() -> list[type[Page]]:
    """The concrete page types; Wagtail's own root type is none of ours."""
    return [model for model in get_page_models() if model is not Page]


def declaration_errors(model: type[Page]) -> Iterable[CheckMessage]:
    """What ``model`` fails to declare."""
    from portal.access.channels import channels

    if not _own_template(model):
        yield Error(
            f"{model.__name__} has no template that exists.", hint="Set `template`.", obj=model, id="portal.E001"
        )
    if not _vietnamese_name(model):
        yield Error(
            f"{model.__name__} has no Vietnamese name.", hint="Translate its verbose_name.", obj=model, id="portal.E002"
        )
    if not {"parent_page_types", "subpage_types"} <= _declared(model):
        yield Error(
            f"{model.__name__} does not say where it may stand.",
            hint="Set `parent_page_types` and `subpage_types`.",
            obj=model,
            id="portal.E003",
        )
    if not isinstance(getattr(model, "search_entry", None), SearchEntry):
        yield Error(
            f"{model.__name__} does not say what search may know of it.",
            hint="Set `search_entry`; NOT_SEARCHED if nothing.",
            obj=model,
            id="portal.E004",
        )
    if getattr(model, "access_channel", "") not in channels:
        yield Error(
            f"{model.__name__} leaves the portal by no registered channel.",
            hint="Set `access_channel` to the name of a channel in portal.access.channels.",
            obj=model,
            id="portal.E005",
        )


def _own_template(model: type[Page]) -> bool:
    if "template" not in _declared(model):
        return False
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        return False
    return True


def _vietnamese_name(model: type[Page]) -> bool:
    with override("en"):
        english = str(model._meta.verbose_name)
    with override("vi"):
        return str(model._meta.verbose_name) != english


def _declared(model: type[Page]) -> set[str]:
    """Names set by ``model`` or a base of its own, not by Wagtail's ``Page``."""
    return {name for klass in model.__mro__ if klass not in Page.__mro__ for name in vars(klass)}


@register(Tags.security, deploy=False)
def no_demo_accounts_in_production(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A server with an account that still has its demo password does not start."""
    if not getattr(settings, "REFUSE_DEMO_ACCOUNTS", False):
        return []
    from portal.demo.accounts import accounts_with_demo_password

    if get_user_model()._meta.db_table not in connection.introspection.table_names():
        return []  # before the first migration there are no accounts
    return [
        Error(
            _("The account %(name)s still has its password of the demo content. Change the password or delete it.")
            % {"name": username},
            id="portal.E006",
        )
        for username in accounts_with_demo_password()
    ]


def require_no_demo_accounts() -> None:
    """The same for a web server, which runs no checks of its own.

    Raises:
        ImproperlyConfigured: a server has an account with its demo password; each is named.
    """
    problems = no_demo_accounts_in_production(None)
    if problems:
        raise ImproperlyConfigured("\n".join(problem.msg for problem in problems))
