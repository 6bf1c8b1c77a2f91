"""Vietnamese names for the two roots that Wagtail makes: both are read in the admin's lists and choosers."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

WAGTAILS = "Root"
PAGES, COLLECTIONS = "Mọi trang", "Kho chung"


def name_roots(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename(apps, {"page": (WAGTAILS, PAGES), "collection": (WAGTAILS, COLLECTIONS)})


def unname_roots(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rename(apps, {"page": (PAGES, WAGTAILS), "collection": (COLLECTIONS, WAGTAILS)})


def _rename(apps: Apps, names: dict[str, tuple[str, str]]) -> None:
    """A name that somebody has given stays."""
    before, after = names["page"]
    roots = apps.get_model("wagtailcore.Page").objects.filter(depth=1)
    roots.filter(title=before).update(title=after)
    roots.filter(draft_title=before).update(draft_title=after)
    before, after = names["collection"]
    apps.get_model("wagtailcore.Collection").objects.filter(depth=1, name=before).update(name=after)


class Migration(migrations.Migration):
    dependencies = [("portal", "0004_block_of_paragraphs"), ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes")]

    operations = [migrations.RunPython(name_roots, unname_roots)]
