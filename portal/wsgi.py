"""WSGI entry point; the settings module comes from the environment, production unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")

application = get_wsgi_application()

from portal.checks import require_no_demo_accounts  # noqa: E402  needs the apps

require_no_demo_accounts()
