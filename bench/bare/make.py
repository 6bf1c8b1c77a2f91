"""Makes the barest site: one page below home. Run with ``DJANGO_SETTINGS_MODULE=bench.bare.settings``."""

import django
from django.core.management import call_command

TEXT = "<p>" + "Chi bộ thôn sinh hoạt định kỳ, bàn việc làm đường hoa. " * 60 + "</p>"


def main() -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    from wagtail.models import Page, Site

    from bench.bare.models import BarePage

    home = Site.objects.get(is_default_site=True).root_page
    if not Page.objects.filter(slug="bai-viet").exists():
        home.add_child(instance=BarePage(title="Bài viết", slug="bai-viet", body=TEXT)).save_revision().publish()


if __name__ == "__main__":
    main()
