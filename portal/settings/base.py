"""What every installation shares."""

from datetime import timedelta
from pathlib import Path

import environ

from portal.settings.accounts import *  # noqa: F403
from portal.settings.accounts import LOGIN_URL
from portal.settings.search import *  # noqa: F403  settings by subject, each a module

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env()
# An empty value counts as not set: a line left empty in an environment file must not switch a protection off.
env.ENVIRON = {name: value for name, value in env.ENVIRON.items() if value.strip()}

VAR_DIR = Path(env.str("PORTAL_VAR_DIR", default=str(BASE_DIR / "var")))

# Applications

INSTALLED_APPS = [
    "portal.access",
    "portal.redirects",
    "portal.editorial",
    "portal.editorial.take_down",
    "portal.editorial.purging",
    "portal.editorial.checklist",
    "portal.editorial.changes",
    "portal.editorial.audit",
    "portal.counters",
    "portal.outbox",
    "portal.queues",  # before django_tasks_db, whose worker it replaces
    "portal.members",
    "portal",
    "news",
    "documents",
    "search",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "portal.editorial.accounts_app.AccountsConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "portal.editorial.duties",  # after Wagtail's admin, whose mails it switches off
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # for its Vietnamese: the editor says with it how long ago a step began
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

# What the portal knows of the apps on it, which it never imports: their addresses, and the page types whose names its
# own pages need

APP_URLS = ["news.urls", "documents.urls", "search.urls"]
SECTION_PAGE_TYPE = "news.Section"
DOCUMENT_REGISTER_PAGE_TYPE = "documents.DocumentRegister"
STORY_PAGE_TYPE = "news.Article"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.content_security_policy",
    "django.middleware.http.ConditionalGetMiddleware",
    "portal.middleware.cache_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.members.middleware.second_factor_for_staff",
    "portal.members.middleware.last_use",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.access.middleware.not_found_answers",
    "portal.editorial.refusals.refusals_are_messages",
    "portal.editorial.approval_admin.FourEyesMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.public_page",
            ],
        },
    },
]

# Database: SQLite embedded, PostgreSQL in production

SQLITE_OPTIONS = {
    # Web, workers and scheduler all write: readers never wait for a writer (WAL), a writer takes its lock at once
    # instead of failing half-way (IMMEDIATE), and waits its turn for up to twenty seconds.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728;"
    ),
}


def database(default_url: str) -> dict[str, dict[str, object]]:
    """Django's ``DATABASES`` from ``DATABASE_URL``; SQLite gets the options that several writing processes need."""
    config = env.db_url_config(env.str("DATABASE_URL", default=default_url))
    config.setdefault("CONN_MAX_AGE", env.int("DATABASE_CONN_MAX_AGE", default=60))
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = {**SQLITE_OPTIONS, **config.get("OPTIONS", {})}
    else:
        config.setdefault("CONN_HEALTH_CHECKS", True)
    return {"default": config}


DATABASES = database(f"sqlite:///{VAR_DIR / 'db.sqlite3'}")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def cache_from(url: str) -> dict[str, object]:
    """One of Django's ``CACHES``; Redis by a backend that goes on without it."""
    config = env.cache_url_config(url)
    if config["BACKEND"].endswith(".RedisCache"):
        config["BACKEND"] = "portal.forgiving_cache.ForgivingRedisCache"
    return config


CACHES = {"default": cache_from(env.str("CACHE_URL", default="locmemcache://portal"))}

# Background work: short tasks, long ones and the recognition of scans have queues and lanes of their own

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "long", "scans"],
    }
}
SCHEDULER_TICK = timedelta(seconds=10)

# Language and time: Vietnamese; stored in UTC, shown in Viet Nam's time

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale_vendor"]
FORMAT_MODULE_PATH = ["portal.formats"]
# How the admin's boxes show a date; more ways to write one are read (portal/formats/vi)
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
WAGTAIL_DATETIME_FORMAT = "%d/%m/%Y %H:%M"
WAGTAIL_TIME_FORMAT = "%H:%M"

# Files: MEDIA_ROOT holds only public renditions; originals, attachments and restricted renditions are private

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS: list[Path] = []
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PRIVATE_MEDIA_ROOT = VAR_DIR / "private"
ACCEL_REDIRECT_PREFIX = env.str("ACCEL_REDIRECT_PREFIX", default="")
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o640

# Forms (signing in: accounts.py)

CSRF_COOKIE_HTTPONLY = False  # Wagtail's admin scripts read it
CSRF_FAILURE_VIEW = "portal.views.csrf_failure"

# Security headers: strict on the public site, what Wagtail's admin needs under its own address

X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin's preview shows pages of the same site in a frame
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "img-src": ["'self'"],
        "media-src": ["'self'"],
        "object-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
    }
}
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "img-src": ["'self'", "data:", "blob:"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
}

# Mail

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")

# Wagtail

WAGTAIL_SITE_NAME = "Cổng thông tin Đảng bộ"
WAGTAILADMIN_BASE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = "/dang-nhap/"
# Levels of access are groups; a password that is shared protects nothing
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILREDIRECTS_AUTO_CREATE = False  # ours cost one row for a whole section (portal.redirects)
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]  # a choice of one is not shown: every time is Viet Nam's
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False  # people change it on the desk, with a confirmation
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # one place for it, which asks for the second factor too
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("vi", "Tiếng Việt")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILIMAGES_IMAGE_MODEL = "portal.PortalImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp", "heic"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 80_000_000
WAGTAILIMAGES_JPEG_QUALITY = 78
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.admin.media.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "portal.PortalFile"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.admin.media.FileForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 200 * 1024 * 1024  # a video of some minutes
WAGTAILDOCS_EXTENSIONS = [
    *("csv", "docx", "jpg", "mp3", "mp4", "odt", "ods", "ogg", "pdf", "png"),
    *("pptx", "rtf", "txt", "vtt", "wav", "webm", "xlsx", "zip"),
]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.admin.search"}}  # the admin only; finds without diacritics
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {
            "features": ["h2", "h3", "h4", "bold", "italic", "ol", "ul", "blockquote", "hr", "link", "document-link",
                         "superscript", "subscript"],
        },
    }
}  # fmt: skip
TAGGIT_CASE_INSENSITIVE = True
# The last step of a workflow may hold a page ready instead of publishing it
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.editorial.finishing.finish_workflow"
# Nobody approves his own text; whether an account with all rights may, and then the log says so
FOUR_EYES_SUPERUSER_MAY_OVERRIDE = env.bool("FOUR_EYES_SUPERUSER_MAY_OVERRIDE", default=False)
WAGTAIL_TAG_SPACES_ALLOWED = True

# What this product adds

#: For so many days an invitation can be accepted
INVITATION_DAYS = env.int("INVITATION_DAYS", default=7)
#: From this hour on (in Viet Nam) daily mails go out
DIGEST_HOUR = env.int("DIGEST_HOUR", default=7)
#: After so many days a notification goes: one that was read, and any; 0: never
NOTIFICATION_READ_DAYS = env.int("NOTIFICATION_READ_DAYS", default=90)
NOTIFICATION_DAYS = env.int("NOTIFICATION_DAYS", default=365)
#: The checklist tries addresses elsewhere that a text links to
TRY_LINKS = env.bool("TRY_LINKS", default=True)
ARTICLES_PER_LIST = 20
NEIGHBOURS_PER_LIST = 10

# The activity log: who gets its daily head (nobody named: administrators), after how many years texts are erased
AUDIT_HEAD_TO = env.list("AUDIT_HEAD_TO", default=[])
AUDIT_KEEP_YEARS = env.int("AUDIT_KEEP_YEARS", default=0)

# For how many days backups of the database and the folders are kept, as whoever makes them has it; 0: not known here
BACKUPS_KEPT_DAYS = env.int("BACKUPS_KEPT_DAYS", default=0)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
