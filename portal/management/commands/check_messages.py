"""``manage.py check_messages``: is every message of ours translated, and does none replace another package's?"""

from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from tools.message_check import load, problems
from tools.message_sources import uses


class Command(BaseCommand):
    help = "Check the Vietnamese messages: complete, not fuzzy, clashing with no package's."

    def handle(self, *args: Any, **options: Any) -> None:
        root: Path = settings.BASE_DIR
        own = [config for config in apps.get_app_configs() if Path(config.path).parts[: len(root.parts)] == root.parts]
        own = [config for config in own if "site-packages" not in Path(config.path).parts]
        packages = [config for config in apps.get_app_configs() if config not in own]
        folders = sorted({Path(config.path).relative_to(root).parts[0] for config in own} | {"templates"})
        vendors = [Path(django.__file__).parent / "conf" / "locale", *(Path(app.path) / "locale" for app in packages)]

        found = list(problems(load(root, vendors), uses(root, folders), root))
        for line in found:
            self.stderr.write(line)
        if found:
            raise CommandError(_("%(count)d places to mend in the Vietnamese messages.") % {"count": len(found)})
        self.stdout.write(_("The Vietnamese messages are complete."))
