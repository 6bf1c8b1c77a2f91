"""The type of a page taken down is kept, so that a deleted one still answers at the addresses inside it."""

from typing import Any

from django.db import migrations, models


def fill(apps: Any, schema_editor: Any) -> None:
    """For the pages that are still there; of the others no type is known."""
    page_types = dict(
        apps.get_model("wagtailcore", "Page")
        .objects.filter(pk__in=apps.get_model("take_down", "TakenDown").objects.values("page_number"))
        .values_list("pk", "content_type")
    )
    labels = {
        kind.pk: f"{kind.app_label}.{kind.model}" for kind in apps.get_model("contenttypes", "ContentType").objects.all()
    }
    for page, kind in page_types.items():
        apps.get_model("take_down", "TakenDown").objects.filter(page_number=page).update(page_type=labels[kind])


class Migration(migrations.Migration):
    dependencies = [
        ("take_down", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="takendown",
            name="page_type",
            field=models.CharField(blank=True, max_length=200, verbose_name="type of the page"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
