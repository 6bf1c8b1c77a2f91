"""What is live already was never approved: it gets a row that says so, and its next change needs an approval."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from portal.editorial.content import stored_digests

BATCH = 300


def note_what_is_live(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    page_model, approval_model = apps.get_model("wagtailcore.Page"), apps.get_model("editorial.Approval")
    page_types = [model for model in apps.get_models() if issubclass(model, page_model) and model is not page_model]
    for model in page_types:
        live = list(model.objects.filter(live=True).order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(live), BATCH):
            digests = stored_digests(model, live[start : start + BATCH])
            approval_model.objects.bulk_create(
                [approval_model(page_id=pk, digest=digest, kind="baseline") for pk, digest in digests.items()]
            )


def forget(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("editorial.Approval").objects.filter(kind="baseline").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("editorial", "0002_approvals_and_workflow"),
        ("news", "0007_block_of_paragraphs"),
        ("portal", "0005_names_of_the_roots"),
        ("wagtailimages", "0027_image_description"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
    ]

    operations = [migrations.RunPython(note_what_is_live, forget)]
