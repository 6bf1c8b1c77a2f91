"""Menus: what stands above, what stands below, and what galleries cost a list."""

import json

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.models import GalleryIndexPage, GalleryPage, PortalImage
from tests.factories import PortalImageFactory, SectionFactory, StandardPageFactory


def test_pages_outside_the_menu_stand_in_the_footer(visitor, home):
    StandardPageFactory(parent=home, title="Tuyên bố về khả năng tiếp cận", show_in_menus=False)
    html = visitor.get("/").content.decode()
    menu, footer = html.split("<footer", 1)
    assert "Tuyên bố về khả năng tiếp cận" in footer
    assert "Tuyên bố về khả năng tiếp cận" not in menu


def test_a_subsection_outside_the_menu_stands_nowhere(visitor, news_section):
    SectionFactory(parent=news_section, title="Chuyên đề nội bộ", show_in_menus=False)
    assert "Chuyên đề nội bộ" not in visitor.get("/").content.decode()


def gallery(index: GalleryIndexPage, number: int, pictures: int) -> None:
    images = [PortalImage.objects.get(pk=PortalImageFactory.create().id) for _ in range(pictures)]
    entries = [
        {
            "type": "item",
            "id": f"{number}-{place}",
            "value": {"image": image.pk, "alt_text": f"Ảnh {place}", "decorative": False, "caption": "", "credit": ""},
        }
        for place, image in enumerate(images)
    ]
    page = GalleryPage(
        title=f"Hội thi số {number}", pictures=json.dumps([{"type": "pictures", "value": entries, "id": str(number)}])
    )
    index.add_child(instance=page)


@pytest.mark.parametrize("count", [2, 8])
def test_a_list_of_galleries_asks_once_for_all_covers(visitor, home, count):
    index = home.add_child(instance=GalleryIndexPage(title="Thư viện ảnh"))
    for number in range(count):
        gallery(index, number, pictures=3)
    visitor.get(index.get_url())
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        html = visitor.get(index.get_url()).content.decode()
    assert html.count('alt="Ảnh 0"') == count
    assert sum("portal_portalimage" in query["sql"] for query in queries) == 2, "the emblem's and the covers'"
