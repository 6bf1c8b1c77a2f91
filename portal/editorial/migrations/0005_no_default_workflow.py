"""Wagtail's own workflow "Moderators approval" goes from the root of all pages, as its group does, unless it is used."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def retire_unused_default(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    workflow = apps.get_model("wagtailcore.Workflow").objects.filter(name="Moderators approval").first()
    tasks = apps.get_model("wagtailcore.GroupApprovalTask").objects.filter(workflow_tasks__workflow=workflow)
    if workflow is None or workflow.workflow_states.exists() or tasks.filter(groups__user__isnull=False).exists():
        return
    workflow.workflow_pages.all().delete()
    workflow.active = False
    workflow.save(update_fields=["active"])
    tasks.update(active=False)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0004_hours_to_act")]

    operations = [migrations.RunPython(retire_unused_default, migrations.RunPython.noop)]
