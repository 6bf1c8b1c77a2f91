"""What the admin's lists of pages cost the database with restrictions: bounded, and the same however many rows."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Site

from portal.access.levels import Level, set_level
from portal.access.staff import sees
from portal.editorial import roles
from tests.factories import SectionFactory, many_articles

pytestmark = pytest.mark.django_db
START = datetime(2024, 1, 1, tzinfo=UTC)
MOST = 50


@pytest.fixture
def staff():
    """Who may do everything in the admin, as a party member who is not of the committee."""
    user = User.objects.create_user("quantrivien", "quantrivien@example.vn", last_name="Vi Thị", first_name="Lựu")
    user.groups.add(roles.group_of(roles.ADMINISTRATOR), roles.group_of(roles.MEMBER))
    return user


@pytest.fixture
def section(home):
    return SectionFactory(parent=home, title="Tin nội bộ", slug="noi-bo")


def fill(section: Page, user: User, count: int) -> None:
    """More articles: of each ten one for the committee and two for members, each with a restriction of its own."""
    many_articles(section, count, START)
    pages = list(Page.objects.child_of(section).filter(owner=None).order_by("path"))
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(
        owner=user, latest_revision_created_at=timezone.now()
    )
    for number, page in enumerate(pages):
        if number % 10 < 3:
            set_level(page, Level.COMMITTEE if number % 10 == 0 else Level.MEMBERS)
    kind = ContentType.objects.get(app_label="news", model="article")
    PageLogEntry.objects.bulk_create(
        PageLogEntry(
            page=page, content_type=kind, label=page.title, action="wagtail.edit", user=user, timestamp=timezone.now()
        )
        for page in pages
    )
    call_command("update_index", verbosity=0)


def addresses(section: Page) -> dict[str, str]:
    explore = reverse("wagtailadmin_explore", args=[section.pk])
    return {
        "explorer": explore,
        "explorer, searched": f"{explore}?q=chi",
        "explorer, narrowed": f"{explore}?status=live",
        "search": reverse("wagtailadmin_pages:search") + "?q=chi",
        "all pages": reverse("wagtailadmin_pages:search"),
        "chooser": reverse("wagtailadmin_choose_page_child", args=[section.pk]),
        "chooser, searched": reverse("wagtailadmin_choose_page_search") + "?q=chi",
        "history of the site": reverse("wagtailadmin_reports:site_history"),
        "ageing pages": reverse("wagtailadmin_reports:aging_pages"),
        "pages of a type": reverse("wagtailadmin_pages:type_use", args=["news", "article"]),
        "types of pages": reverse("wagtailadmin_reports:page_types_usage"),
        "first page": reverse("wagtailadmin_home"),
        "articles": reverse("articles:index"),
    }


def cost(client: Client, url: str) -> list[str]:
    """Without what is asked for once in a process, such as content types."""
    client.get(url)
    cache.clear()
    Site.clear_site_root_paths_cache()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, url
    return [query["sql"] for query in queries.captured_queries]


def test_they_are_few_and_do_not_grow_with_the_rows(section, staff):
    client = Client()
    client.force_login(staff)
    fill(section, staff, 10)
    few = {name: len(cost(client, url)) for name, url in addresses(section).items()}
    fill(section, staff, 90)
    assert sum(sees(staff, page) for page in Page.objects.child_of(section)) == 90
    many = {name: len(cost(client, url)) for name, url in addresses(section).items()}
    grown = {name: (few[name], many[name]) for name in few if many[name] > few[name]}
    assert not grown, grown
    assert max(many.values()) <= MOST, many
