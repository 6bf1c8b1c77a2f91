"""What runs by itself about files of documents."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from documents.files.services import forget_unused_files
from documents.files.troubles import waiting_for_a_word
from portal.queues.registry import TaskRule, task_rules
from portal.registry import ScheduledJob, TroubleSource, scheduled_jobs, trouble_sources


def register() -> None:
    """Called when the app is ready."""
    for name, label in (
        ("documents.files.tasks.read_file", _("reading a file of a document")),
        ("documents.files.tasks.recognise_ends", _("recognising first and last page of a file")),
        ("documents.files.tasks.go_on_with_file", _("picturing the pages of a file")),
        ("documents.files.tasks.recognise_rest", _("recognising the other pages of a file")),
    ):
        task_rules.register(TaskRule(name, label, may_be_gone=True))
    trouble_sources.register(TroubleSource("document_files", waiting_for_a_word))
    scheduled_jobs.register(
        ScheduledJob(
            "forget_document_files",
            _("Deleting files that no document names"),
            timedelta(hours=6),
            forget_unused_files,
        )
    )
