"""The tasks that Wagtail brings along. Each writes what it finds out anew, so each may be begun again."""

from django.utils.translation import gettext_lazy as _

from portal.queues.registry import TaskRule, task_rules


def register() -> None:
    """Called when the app is ready."""
    for name, label, may_be_gone in (
        ("wagtail.tasks.update_reference_index_task", _("noting what a page uses"), True),
        # A name of a file is never given twice (portal.access.media), so nothing else is deleted the second time.
        ("wagtail.tasks.delete_file_from_storage_task", _("deleting a file"), False),
        ("wagtail.images.tasks.set_image_focal_point_task", _("finding what a picture shows"), True),
        (
            "wagtail.contrib.frontend_cache.tasks.purge_urls_from_cache_task",
            _("purging addresses from the cache"),
            False,
        ),
        ("modelsearch.tasks.insert_or_update_object_task", _("entering something into the admin's search"), True),
    ):
        task_rules.register(TaskRule(name, label, may_be_gone=may_be_gone))
