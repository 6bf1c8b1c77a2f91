"""What mentions tell the rest of the portal when the app is ready."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from documents.mentions import services
from portal.editorial.audit.registry import AuditAction, audit_actions
from portal.registry import ScheduledJob, scheduled_jobs

#: What one run of the job reads at most; ``manage.py read_mentions`` reads all.
MOST_PAGES = 5000


def read_what_is_unread() -> str:
    """The scheduler's job: texts that went live on another road than publishing, or were read by an older parser."""
    named = services.name_documents()
    done = max(services.read_pages(list(services.unread_pages()[:MOST_PAGES])), default=0)
    if not done and not named:
        return ""
    return _("%(pages)d texts read, %(documents)d documents named anew") % {"pages": done, "documents": named}


def register() -> None:
    """Called when the app is ready."""
    audit_actions.register(AuditAction(services.DECIDED, gettext_lazy("Mention of a document decided")))
    scheduled_jobs.register(
        ScheduledJob("mentions", gettext_lazy("Mentions of documents"), timedelta(days=1), read_what_is_unread)
    )
