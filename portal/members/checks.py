"""What a server refuses: the second factor of the demo."""

from collections.abc import Sequence
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import connection
from django.utils.translation import gettext as _

from portal.members.second_factor import people_with_demo_factor


@register()
def no_demo_factor_in_production(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Neither the fixed code nor an account that waits for it."""
    if not getattr(settings, "REFUSE_DEMO_ACCOUNTS", False):
        return []
    errors: list[CheckMessage] = []
    if settings.DEMO_SECOND_FACTOR_CODE:
        errors.append(Error(_("A server must not set DEMO_SECOND_FACTOR_CODE. Remove it."), id="members.E001"))
    if Authenticator._meta.db_table in connection.introspection.table_names():
        errors += [
            Error(
                _("The account %(name)s has the second factor of the demo content. Delete the account.")
                % {"name": name},
                id="members.E002",
            )
            for name in people_with_demo_factor()
        ]
    return errors
