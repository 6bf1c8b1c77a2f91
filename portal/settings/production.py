"""A server: safe by default, and it does not start half-configured."""

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *  # noqa: F403
from portal.settings.base import env

DEBUG = False


def required(name: str) -> str:
    """The environment variable ``name``.

    Raises:
        ImproperlyConfigured: it is missing or empty.
    """
    value: str = env.str(name, default="")
    if not value:
        message = f"Thiếu biến môi trường {name}. Hãy đặt {name} rồi khởi động lại (xem docs/settings.md)."
        raise ImproperlyConfigured(message)
    return value


SECRET_KEY = required("SECRET_KEY")
if len(SECRET_KEY) < 50 or "production-refuses" in SECRET_KEY or len(set(SECRET_KEY)) < 10:
    raise ImproperlyConfigured(
        "SECRET_KEY quá ngắn hoặc là giá trị mẫu. "
        "Hãy tạo khoá ngẫu nhiên ít nhất 50 ký tự, ví dụ: openssl rand -base64 48"
    )
ALLOWED_HOSTS = [host.strip() for host in required("ALLOWED_HOSTS").split(",") if host.strip()]
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS không được là *. Hãy ghi đúng tên miền của cổng.")
WAGTAILADMIN_BASE_URL = required("SITE_URL")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
required("DATABASE_URL")

SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
if env.bool("TRUST_PROXY_SSL_HEADER", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Framing by pages of the same site is what the admin's preview needs, so X-Frame-Options cannot be DENY.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
# Accounts of the demo content are refused when the server starts: portal/checks.py.
REFUSE_DEMO_ACCOUNTS = True
