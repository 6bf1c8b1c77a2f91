"""What related stories add to the portal and to ``manage.py search_index``."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from portal.registry import related_sources, scheduled_jobs
from portal.text import format_number
from search.indexing.verbs import Say, Verb, verbs
from search.related.keeping import JOB, SOURCE, relate_all


def register() -> None:
    """Called when the app is ready."""
    scheduled_jobs.register(JOB)
    related_sources.register(SOURCE)
    verbs.register(Verb("related", "work out the related stories that were never worked out", _relate))


def _relate(options: Mapping[str, Any], say: Say) -> None:
    made = relate_all()
    say(_("%(count)s lists of related stories made.") % {"count": format_number(made)})
