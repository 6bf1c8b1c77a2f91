"""All that the audit listens to."""

from typing import Any

from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

from portal.editorial.audit import membership, other_signals, sign_ins, wagtail_log, watching
from portal.editorial.audit.services import _Off


def connect() -> None:
    for part in (wagtail_log, watching, membership, sign_ins, other_signals):
        part.connect()
    own = apps.get_app_config("audit")
    pre_migrate.connect(look_for_the_table, sender=own, dispatch_uid="audit_before_migrations")
    post_migrate.connect(look_for_the_table, sender=own, dispatch_uid="audit_after_migrations")


def look_for_the_table(sender: AppConfig, using: str = "default", **kwargs: Any) -> None:
    """What the first migrations give the roles is in the code; what later ones give is audited."""
    _Off.now = "audit_entry" not in connections[using].introspection.table_names()
