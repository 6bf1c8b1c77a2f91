"""Migrations: none missing, and each can be taken back and applied again."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent.parent
#: In the order in which they can be taken back.
OURS = ("documents", "news", "editorial", "access", "portal", "members")
THERE_AND_BACK = """
import sys, django
django.setup()
from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from wagtail.models import Page, Site
call_command("migrate", verbosity=0)
for app in sys.argv[1:]:
    call_command("migrate", app, "zero", verbosity=0)
assert not MigrationRecorder.Migration.objects.filter(app__in=sys.argv[1:]).exists()
call_command("migrate", verbosity=0)
print(Page.objects.count(), Site.objects.count())
"""


@pytest.mark.django_db
def test_no_migration_is_missing():
    out = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=out)
    except SystemExit:
        pytest.fail(out.getvalue())


@pytest.mark.django_db
def test_the_portal_begins_with_a_home_page_and_one_section(home, news_section):
    assert home.get_url() == "/"
    assert news_section.get_parent().pk == home.pk
    assert [page.title for page in home.get_children()] == ["Tin tức"]
    assert home.numchild == 1


@pytest.mark.slow
def test_migrations_can_be_taken_back_and_applied_again(tmp_path):
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PORTAL_VAR_DIR": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", THERE_AND_BACK, *OURS],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.split() == ["3", "1"], "root, home and one section under one site"
