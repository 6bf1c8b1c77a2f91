"""The tasks that Wagtail brings along. Each writes what it finds out anew, so each may be begun again."""

from django.utils.translation import gettext_lazy as _

from portal.queues.registry import TaskRule, task_rules


def register() -> None:
    """Called when the app is ready."""
    for name, label in (
        ("wagtail.tasks.update_reference_index_task", _("noting what a page uses")),
        # A name of a file is never given twice (portal.access.media), so nothing else is deleted the second time.
        ("wagtail.tasks.delete_file_from_storage_task", _("deleting a file")),
        ("wagtail.images.tasks.set_image_focal_point_task", _("finding what a picture shows")),
        ("wagtail.contrib.frontend_cache.tasks.purge_urls_from_cache_task", _("purging addresses from the cache")),
        ("modelsearch.tasks.insert_or_update_object_task", _("entering something into the admin's search")),
    ):
        task_rules.register(TaskRule(name, label))
