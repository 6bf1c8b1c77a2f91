"""A server is safe by default and does not start half-configured; what is wrong is named. The real settings, in a
process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "kJ3v-Qw8n.Zt5r_Lx2b+Fh7m=Gd9s!Pc4y?Ua6e#Vi1o%Rj0q-Ns2w"
GOOD = {
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "luongminh.example.vn",
    "SITE_URL": "https://luongminh.example.vn",
}


@pytest.fixture
def start(tmp_path):
    """Loads the production settings with ``given`` in the environment, and runs ``code``."""

    def run(given: dict[str, str | None], *command: str) -> "subprocess.CompletedProcess[str]":
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        own = {"DATABASE_URL": f"sqlite:///{tmp_path}/db.sqlite3", "PORTAL_VAR_DIR": str(tmp_path), **GOOD, **given}
        environment = {name: value for name, value in own.items() if value is not None}
        return subprocess.run(
            [sys.executable, *(command or ("-c", "import portal.settings.production"))],
            cwd=ROOT,
            env={**kept, **environment, "DJANGO_SETTINGS_MODULE": "portal.settings.production"},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip

    return run


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL"])
@pytest.mark.parametrize("value", [None, ""])
def test_what_is_missing_is_named(start, name, value):
    done = start({name: value})
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert f"Thiếu biến môi trường {name}" in last
    assert "docs/settings.md" in last


@pytest.mark.parametrize(
    "secret",
    [
        "dev-only-secret-key-that-production-refuses",
        "dev-only-secret-key-that-production-refuses-made-longer-with-1234567890",
        "test-only-secret-key-that-production-refuses",
        "quá-ngắn",
        SECRET[:49],
        "ab" * 40,
    ],
)
def test_a_default_or_weak_secret_is_refused_and_not_repeated(start, secret):
    done = start({"SECRET_KEY": secret})
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert "SECRET_KEY" in last
    assert "openssl rand" in last
    assert secret not in done.stderr


@pytest.mark.parametrize("hosts", ["*", "luongminh.example.vn,*", "luongminh.example.vn, *"])
def test_any_host_is_refused(start, hosts):
    done = start({"ALLOWED_HOSTS": hosts})
    assert done.returncode != 0
    assert "ALLOWED_HOSTS" in done.stderr.strip().splitlines()[-1]


def test_hosts_may_be_written_with_spaces(start):
    code = "from portal.settings import production; print(production.ALLOWED_HOSTS)"
    done = start({"ALLOWED_HOSTS": "luongminh.example.vn, www.luongminh.example.vn"}, "-c", code)
    assert done.stdout.strip() == "['luongminh.example.vn', 'www.luongminh.example.vn']"


def test_debug_cannot_be_switched_on(start):
    done = start({"DEBUG": "true"}, "-c", "from portal.settings import production; print(production.DEBUG)")
    assert done.stdout.strip() == "False"


def test_a_good_environment_passes_the_checks_of_deployment_before_and_after_the_first_migration(start):
    before = start({}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert before.returncode == 0, before.stderr[-2000:]
    migrated = start({}, "manage.py", "migrate", "--verbosity", "0")
    assert migrated.returncode == 0, migrated.stderr[-2000:]
    after = start({}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert after.returncode == 0, after.stderr[-2000:]

    made = start(
        {}, "-c", "import django; django.setup(); from portal.demo.accounts import make_accounts; make_accounts()"
    )
    assert made.returncode == 0, made.stderr[-2000:]
    for command in (("manage.py", "check"), ("-c", "import portal.wsgi")):
        refused = start({}, *command)
        assert refused.returncode != 0
        assert "Tài khoản phongvien vẫn dùng mật khẩu của bản trình diễn" in refused.stderr
