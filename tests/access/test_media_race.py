"""Two people set the levels of two pages at the same moment, and the pages share a picture."""

import time
from threading import Thread
from typing import Any

import pytest
from django.db import connection, transaction
from wagtail.models import Page

from news.models import Section
from portal.access.levels import Level, set_level
from portal.access.models import ClosedMedium
from tests.factories import ArticleFactory, PortalImageFactory, publish

pytestmark = [
    pytest.mark.usefixtures("committing_db"),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction write at a time"),
]

WAITS = "SELECT 1 FROM pg_locks WHERE NOT granted"
PATIENCE = 60


def test_the_second_sees_what_the_first_closed():
    picture: Any = PortalImageFactory()
    section = Section.objects.get(slug="tin-tuc")
    pages = [publish(ArticleFactory(parent=section, picture=picture, picture_alt="Quang cảnh")) for _ in range(2)]

    def close(page: Page) -> None:
        set_level(Page.objects.get(pk=page.pk), Level.MEMBERS)

    def second() -> None:
        try:
            close(pages[1])
        finally:
            connection.close()

    other = Thread(target=second)
    with transaction.atomic():
        close(pages[0])
        other.start()
        until_it_waits(other)
    other.join(PATIENCE)
    assert not other.is_alive()
    assert ClosedMedium.objects.get().picture == picture


def until_it_waits(other: Thread) -> None:
    """Or has ended, where nothing kept it waiting."""
    ends = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while other.is_alive():
            cursor.execute(WAITS)
            if cursor.fetchone():
                return
            assert time.monotonic() < ends
            time.sleep(0.05)
