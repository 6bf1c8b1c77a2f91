"""Links in running text do not spell out the address of a page that not everyone may open."""

import pytest
from django.test import Client
from wagtail.models import Page, Site
from wagtail.rich_text import expand_db_html

from portal.access.levels import Level, set_level
from portal.models import StandardPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def page() -> Page:
    home = Site.objects.get(is_default_site=True).root_page
    return home.add_child(instance=StandardPage(title="Kỷ luật đồng chí A", slug="ky-luat-dong-chi-a"))


def link_to(page: Page) -> str:
    return expand_db_html(f'<a linktype="page" id="{page.pk}">xem</a>')


def test_a_public_page_is_linked_by_its_address(page: Page) -> None:
    assert link_to(page) == '<a href="/ky-luat-dong-chi-a/">xem</a>'


def test_a_restricted_page_is_linked_by_its_number(page: Page) -> None:
    set_level(page, Level.MEMBERS)
    assert link_to(page) == f'<a href="/_trang/{page.pk}/">xem</a>'


def test_a_draft_is_linked_by_its_number(page: Page) -> None:
    page.live = False
    page.save()
    assert "ky-luat" not in link_to(page)


def test_a_page_that_is_gone_is_no_link() -> None:
    assert expand_db_html('<a linktype="page" id="99999">xem</a>') == "<a>xem</a>"


def test_the_number_leads_to_the_page(page: Page, client: Client) -> None:
    response = client.get(f"/_trang/{page.pk}/")
    assert response.status_code == 302
    assert response["Location"] == "/ky-luat-dong-chi-a/"
    assert response["Cache-Control"] == "private, no-store"


def test_a_page_of_no_site_leads_nowhere(client: Client) -> None:
    assert client.get(f"/_trang/{Page.objects.get(depth=1).pk}/").status_code == 404
