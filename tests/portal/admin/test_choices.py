"""Where there are thousands of sections, people or redirects, no list of the admin holds them all."""

import pytest
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections
from django.db.models.sql import InsertQuery
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from news.models import Section
from portal.access.levels import Level, set_level
from portal.admin import choices
from portal.editorial import roles
from portal.editorial.audit.models import Entry
from portal.editorial.audit.services import Line, Thing, record_many
from portal.models import WebLink, WebLinkGroup
from portal.navigation import MOST_WEB_LINKS, web_links
from tests.factories import ArticleFactory, SectionFactory, publish
from tests.reading import read

pytestmark = pytest.mark.django_db
ARTICLES, BOARD, LOG, REDIRECTS = (
    f"/quan-tri/{path}/" for path in ("bai-viet", "ban-bien-tap/bang", "reports/nhat-ky", "redirects")
)


def many_sections(parent: Section, count: int) -> None:
    """In bulk, each with something below it that nobody looks for."""
    kind, locale = ContentType.objects.get_for_model(Section), Locale.get_default()
    pages = [
        Page(
            title=f"Chi bộ {number}", draft_title=f"Chi bộ {number}", slug=f"chi-bo-{number}",
            path=Page._get_path(parent.path, parent.depth + 1, number + 1), depth=parent.depth + 1, numchild=1,
            url_path=f"{parent.url_path}chi-bo-{number}/", content_type=kind, locale=locale, live=True,
        )
        for number in range(count)
    ]  # fmt: skip
    Page.objects.bulk_create(pages, batch_size=1000)
    made = list(Page.objects.filter(slug__startswith="chi-bo-").values_list("pk", flat=True))
    field = Section._meta.local_concrete_fields
    for first in range(0, count, 300):
        query = InsertQuery(Section)
        query.insert_values(field, [Section(page_ptr_id=pk, intro="") for pk in made[first : first + 300]])
        query.get_compiler(connection=connections["default"]).execute_sql()


def people(count: int, role: roles.Role) -> list[User]:
    made = User.objects.bulk_create(
        User(username=f"nguoi-{number}", last_name="Vi Thị", first_name=f"Hoà {number}") for number in range(count)
    )
    role_of = User.groups.through
    role_of.objects.bulk_create(role_of(user_id=one.pk, group_id=roles.group_of(role).pk) for one in made)
    return made


def cost(client: Client, url: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


# Ten thousand


@pytest.mark.parametrize("url", [ARTICLES, BOARD])
def test_ten_thousand_sections_are_no_list_of_ten_thousand(admin_client, news_section, url):
    empty = len(read(admin_client, url).html)
    few = cost(admin_client, url)
    many_sections(news_section, 10_000)
    page = read(admin_client, url)
    assert len(page.html) < empty + 2_000
    assert page.one("[name=section]").name == "input"
    assert "Gõ một phần tên" in page.html
    assert cost(admin_client, url) <= few + 1


def test_ten_thousand_people_are_no_list_of_ten_thousand(admin_client):
    empty = len(read(admin_client, LOG).html)
    people(10_000, roles.REPORTER)
    page = read(admin_client, LOG)
    assert len(page.html) < empty + 2_000
    assert page.one("[name=actor_id]").name == "input"


def test_ten_thousand_redirects_cost_what_ten_do(home, news_section, client):
    keeper = User.objects.create_user("giu")
    keeper.groups.add(roles.group_of(roles.ADMINISTRATOR))
    client.force_login(keeper)
    closed = publish(ArticleFactory(parent=news_section, slug="kin"))
    set_level(closed, Level.COMMITTEE)
    addresses = [closed.get_url(), f"http://127.0.0.1:8000{closed.get_url()}sau/", "/tin-tuc/mo/", "https://xa.vn/kin/"]
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/cu-{number}", redirect_link=address) for number, address in enumerate(addresses)
    )
    few = cost(client, REDIRECTS)
    Redirect.objects.bulk_create(
        Redirect(old_path=f"/xua-{number}", redirect_link=f"/tin-tuc/bai-{number}/") for number in range(10_000)
    )
    with CaptureQueriesContext(connection) as asked:
        page = read(client, f"{REDIRECTS}?q=cu-")
    assert [address for address in ("/cu-0", "/cu-1", "/cu-2", "/cu-3") if address in page.html] == ["/cu-2", "/cu-3"]
    assert cost(client, REDIRECTS) == few
    assert max(len(one["sql"]) for one in asked) < 10_000, "no statement names each of them"


def test_the_home_page_names_a_bounded_number_of_links(visitor, django_assert_num_queries):
    groups = WebLinkGroup.objects.bulk_create(WebLinkGroup(title=f"Nhóm {number}") for number in range(100))
    WebLink.objects.bulk_create(
        WebLink(group=group, title="Đảng bộ xã", url="https://xa.example.vn") for group in groups for _ in range(100)
    )
    with django_assert_num_queries(1):
        assert sum(len(group.links) for group in web_links()) == MOST_WEB_LINKS


# What is typed


@pytest.fixture
def few_are_many(monkeypatch):
    monkeypatch.setattr(choices, "MOST_LISTED", 1)


@pytest.fixture
def two_sections(news_section):
    for title, article in (("Nông thôn mới", "Làm đường"), ("Văn hoá", "Hội làng")):
        section = SectionFactory(parent=news_section, title=title)
        publish(ArticleFactory(parent=section, title=article))
    call_command("update_index", verbosity=0)


@pytest.mark.parametrize(("typed", "found"), [("nong thon", {"Làm đường"}), ("văn", {"Hội làng"}), ("khác", set())])
def test_a_section_is_found_by_part_of_its_name(two_sections, few_are_many, admin_client, typed, found):
    answer = admin_client.get(f"{ARTICLES}results/", {"section": typed})
    assert {article.title for article in answer.context["object_list"]} == found


def test_on_the_board_as_well(two_sections, few_are_many, admin_client):
    ArticleFactory(parent=Section.objects.get(title="Văn hoá"), title="Bản nháp của thôn", live=False)
    assert "Bản nháp của thôn" in read(admin_client, f"{BOARD}?section=van+hoa").html
    assert "Bản nháp của thôn" not in read(admin_client, f"{BOARD}?section=nong+thon").html


def test_a_person_is_found_by_part_of_the_name(few_are_many, admin_client):
    first, second = people(2, roles.REPORTER)
    for person in (first, second):
        record_many([Line("wagtail.publish", Thing("x.y", "1", f"Của {person.first_name}"))], by=person)
    page = read(admin_client, f"{LOG}?actor_id=vi+thi+hoa+1&action=wagtail.publish")
    assert "Của Hoà 1" in page.html
    assert "Của Hoà 0" not in page.html
    assert Entry.objects.filter(action="wagtail.publish").count() == 2
