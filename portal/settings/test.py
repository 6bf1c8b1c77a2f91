"""The tests: SQLite in memory unless ``DATABASE_URL`` names a PostgreSQL; nothing outside a temporary folder."""

import tempfile
from pathlib import Path

from portal.settings.base import *  # noqa: F403
from portal.settings.base import database

DEBUG = False
TRY_LINKS = False  # no test leaves this machine
SECRET_KEY = "test-only-secret-key-that-production-refuses"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = database("sqlite://:memory:")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": ["default", "long", "scans"]}
}

_var = Path(tempfile.mkdtemp(prefix="portal-test-"))
MEDIA_ROOT = _var / "media"
PRIVATE_MEDIA_ROOT = _var / "private"
STATIC_ROOT = _var / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SEARCH_LOG_SECONDS = 0.0  # written at once
SEARCH_MOST_BEHIND_SECONDS = 1e9  # tests leave effects waiting
ELASTICSEARCH_URLS = []  # tests of the search name the server themselves
