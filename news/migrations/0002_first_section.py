"""The one section every portal begins with: news."""

from itertools import count

from django.apps.registry import Apps
from django.conf import settings
from django.core.management import CommandError
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import translation
from treebeard.mp_tree import MP_Node

HOME_PATH = "00010001"
SLUG = "tin-tuc"
DEPTH = 3


def create_section(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    page_model = apps.get_model("wagtailcore.Page")
    home = page_model.objects.get(path=HOME_PATH)
    section_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        model="section", app_label="news"
    )
    # Where the migration is applied again, other pages may stand below the home page by now.
    taken = set(page_model.objects.filter(path__startswith=HOME_PATH, depth=DEPTH).values_list("path", flat=True))
    paths = (MP_Node._get_path(HOME_PATH, DEPTH, step) for step in count(1))
    apps.get_model("news.Section").objects.create(
        title="Tin tức",
        draft_title="Tin tức",
        slug=SLUG,
        content_type=section_type,
        path=next(path for path in paths if path not in taken),
        depth=DEPTH,
        numchild=0,
        url_path=f"{home.url_path}{SLUG}/",
        locale=home.locale,
        live=True,
        show_in_menus=True,
    )
    home.numchild = len(taken) + 1
    home.save(update_fields=["numchild"])


def remove_section(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the section away as it was made, and nothing that staff made since.

    Raises:
        CommandError: there are articles or other sections.
    """
    page_model = apps.get_model("wagtailcore.Page")
    articles = apps.get_model("news.Article").objects.count()
    sections = apps.get_model("news.Section").objects.all()
    first = sections.filter(slug=SLUG, depth=DEPTH).first()
    others = sections.count() - (first is not None)
    if articles or others:
        with translation.override(settings.LANGUAGE_CODE):
            raise CommandError(
                translation.gettext(
                    "There are %(articles)d articles and %(sections)d sections made by staff; going back would delete them. "
                    "Nothing was deleted. Delete them in the admin first, or run “manage.py migrate” to stay."
                )
                % {"articles": articles, "sections": others}
            )
    if first is not None:
        page_model.objects.get(pk=first.pk).delete()
        below_home = page_model.objects.filter(path__startswith=HOME_PATH, depth=DEPTH)
        page_model.objects.filter(path=HOME_PATH).update(numchild=below_home.count())


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0001_initial"),
        ("portal", "0002_home_page"),
    ]

    operations = [migrations.RunPython(create_section, remove_section)]
