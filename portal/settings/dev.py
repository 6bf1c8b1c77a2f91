"""``make run``: everything embedded, on this machine only."""

from portal.settings.base import *  # noqa: F403
from portal.settings.base import VAR_DIR, env

DEBUG = env.bool("DEBUG", default=False)
# Used only on this machine; production refuses to start with it.
SECRET_KEY = env.str("SECRET_KEY", default="dev-only-secret-key-that-production-refuses")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

# The second factor of the demo accounts (portal.members.second_factor); production refuses it.
DEMO_SECOND_FACTOR_CODE = "246810"

# No collected copy: files are served from where they are, and a changed one is seen at once.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

# Whitenoise warns of a folder that is not there, though it serves from elsewhere.
(VAR_DIR / "static").mkdir(parents=True, exist_ok=True)
