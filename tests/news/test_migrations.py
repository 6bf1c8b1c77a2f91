"""Migrations taken back: what staff made is never deleted, and the tree's counts stay right both ways."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from django.apps.registry import Apps
from django.core.management import CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Page, Site

from news.models import ImportRecord, Section
from portal.models import HomePage, StandardPage
from tests.factories import ArticleFactory, SectionFactory, StandardPageFactory

first_section = import_module("news.migrations.0002_first_section")
import_records = import_module("news.migrations.0003_importrecord")
home_page = import_module("portal.migrations.0002_home_page")
ROOT = Path(__file__).resolve().parent.parent.parent
BACK_WITH_CONTENT = """
import django
django.setup()
from django.core.management import CommandError, call_command
from wagtail.models import Page
call_command("migrate", verbosity=0)
from news.models import Article, Section
from portal.models import HomePage, StandardPage
Section.objects.get().add_child(instance=Article(title="Chi bộ họp", slug="hop", live=False))
HomePage.objects.get().add_child(instance=StandardPage(title="Giới thiệu", slug="gioi-thieu", live=False))
for app, target in (("news", "0001"), ("portal", "zero")):
    try:
        call_command("migrate", app, target, verbosity=0)
    except CommandError as refused:
        print(refused)
call_command("migrate", verbosity=0)
print(Article.objects.count(), StandardPage.objects.count(), any(Page.find_problems()))
Article.objects.get().delete()
call_command("migrate", "news", "0001", verbosity=0)
print(StandardPage.objects.count(), HomePage.objects.get().numchild)
call_command("migrate", verbosity=0)
print(Section.objects.get().slug, HomePage.objects.get().numchild, any(Page.find_problems()))
"""


@pytest.fixture
def apps(db) -> Apps:
    """The models as migrations know them."""
    return MigrationLoader(connection).project_state().apps


def tree_is_sound() -> bool:
    return not any(Page.find_problems())


def test_the_first_section_goes_and_comes_back_among_other_pages(apps, home, news_section):
    StandardPageFactory(parent=home)
    first_section.remove_section(apps, None)
    assert not Section.objects.exists()
    assert HomePage.objects.get().numchild == 1
    assert tree_is_sound()
    StandardPageFactory(parent=HomePage.objects.get())
    first_section.create_section(apps, None)
    assert Section.objects.get().get_parent().pk == home.pk
    assert HomePage.objects.get().numchild == 3
    assert tree_is_sound()


def test_the_place_of_the_first_section_may_be_taken_when_it_comes_back(apps, home, news_section):
    first_section.remove_section(apps, None)
    standing = StandardPageFactory(parent=HomePage.objects.get())
    assert standing.path == news_section.path
    first_section.create_section(apps, None)
    assert StandardPage.objects.get().path == standing.path
    assert HomePage.objects.get().numchild == 2
    assert tree_is_sound()


@pytest.mark.parametrize("make", [ArticleFactory, SectionFactory])
def test_a_section_that_holds_something_is_not_deleted(apps, news_section, make):
    made = make(parent=news_section)
    with pytest.raises(CommandError, match="do cán bộ lập"):
        first_section.remove_section(apps, None)
    assert Page.objects.filter(pk=made.pk).exists()
    assert tree_is_sound()


def test_sections_elsewhere_are_not_deleted_either(apps, home, news_section):
    SectionFactory(parent=home, slug="doan-the")
    with pytest.raises(CommandError, match="0 bài viết và 1 chuyên mục"):
        first_section.remove_section(apps, None)
    assert Section.objects.count() == 2


def test_what_was_imported_is_not_forgotten(apps, article):
    import_records.refuse_to_forget(apps, None)
    ImportRecord.objects.create(source_name="a", content_digest="b", written_digest="c", article=article)
    with pytest.raises(CommandError, match="1 bản ghi"):
        import_records.refuse_to_forget(apps, None)


def test_a_home_page_with_pages_below_it_is_not_deleted(apps, home, news_section):
    with pytest.raises(CommandError, match="1 trang nằm dưới trang chủ"):
        home_page.remove_home(apps, None)
    assert HomePage.objects.exists()
    assert Site.objects.exists()


def test_an_empty_home_page_goes_alone(apps, home, news_section):
    first_section.remove_section(apps, None)
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=Page(title="Cổng thứ hai", slug="cong-thu-hai"))
    Site.objects.create(hostname="hai.example.vn", root_page=other)
    home_page.remove_home(apps, None)
    assert list(Page.objects.filter(depth=2)) == [other]
    assert [site.root_page_id for site in Site.objects.all()] == [other.pk]
    assert tree_is_sound()


@pytest.mark.slow
def test_the_command_refuses_and_leaves_everything(tmp_path):
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ},
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "PORTAL_VAR_DIR": str(tmp_path),
        "PYTHONIOENCODING": "utf-8",
    }
    done = subprocess.run(
        [sys.executable, "-c", BACK_WITH_CONTENT],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    said = done.stdout.splitlines()
    assert said[0].startswith("Có 1 bài viết và 0 chuyên mục do cán bộ lập")
    assert said[1].startswith("Có 1 bài viết")
    assert said[-3:] == ["1 1 False", "1 1", "tin-tuc 2 False"]
