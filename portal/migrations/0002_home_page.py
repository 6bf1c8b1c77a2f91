"""The home page and the site, in place of Wagtail's welcome page."""

from django.apps.registry import Apps
from django.conf import settings
from django.core.management import CommandError
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Model
from django.utils import translation

HOME_PATH = "00010001"


def create_home(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    page_type = apps.get_model("contenttypes.ContentType")
    page_model = apps.get_model("wagtailcore.Page")
    site = apps.get_model("wagtailcore.Site")
    locale = apps.get_model("wagtailcore.Locale")
    home_page = apps.get_model("portal.HomePage")

    language, _ = locale.objects.get_or_create(language_code="vi")
    page_model.objects.filter(path="0001").update(locale=language)
    site.objects.all().delete()
    page_model.objects.filter(path=HOME_PATH, depth=2).delete()
    home_type, _ = page_type.objects.get_or_create(model="homepage", app_label="portal")
    home = home_page.objects.create(
        title="Trang chủ",
        draft_title="Trang chủ",
        slug="trang-chu",
        content_type=home_type,
        path=HOME_PATH,
        depth=2,
        numchild=0,
        url_path="/trang-chu/",
        locale=language,
        live=True,
        show_in_menus=False,
    )
    _count_top_pages(page_model)
    site = site.objects.create(
        hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True, site_name="Cổng thông tin điện tử"
    )
    apps.get_model("portal.SiteSettings").objects.create(site=site, committee_name="Đảng uỷ")


def remove_home(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Without the home page there is no site; Wagtail's welcome page is not brought back.

    Raises:
        CommandError: there are pages below the home page.
    """
    page_model = apps.get_model("wagtailcore.Page")
    below = page_model.objects.filter(path__startswith=HOME_PATH).exclude(path=HOME_PATH).count()
    if below:
        with translation.override(settings.LANGUAGE_CODE):
            raise CommandError(
                translation.gettext(
                    "There are %(pages)d pages below the home page; going back would delete them. Nothing was deleted. "
                    "Delete them in the admin first, or run “manage.py migrate” to stay."
                )
                % {"pages": below}
            )
    home = page_model.objects.filter(path=HOME_PATH).first()
    if home is not None:
        apps.get_model("wagtailcore.Site").objects.filter(root_page=home).delete()
        home.delete()
        _count_top_pages(page_model)


def _count_top_pages(page_model: type[Model]) -> None:
    top = page_model._default_manager.filter(depth=2).count()
    page_model._default_manager.filter(path="0001").update(numchild=top)


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [migrations.RunPython(create_home, remove_home)]
