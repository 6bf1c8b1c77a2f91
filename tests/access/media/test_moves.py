"""Pictures and files go along with a page that is published, moved or ended in a closed place."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from portal.access.groups import organisation_group
from portal.access.levels import Level, level_of
from portal.access.media_closing import close_left_open
from portal.access.models import Organisation
from tests.access.media.conftest import ALL, COMMITTEE, MEMBERS, fresh, level, said_of_media, showing
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db


def test_what_is_added_to_a_closed_page_closes_when_it_is_published(section, picture, file, readers_of):
    level(section, Level.MEMBERS)
    article = showing(section, picture)
    assert readers_of(picture) == MEMBERS
    article = fresh(article).specific
    article.body = [("attachment", {"title": "", "file": file})]
    article.save_revision()
    assert readers_of(file) == ALL
    publish(article)
    assert readers_of(file) == MEMBERS
    assert said_of_media(article) == 2 * ["đã đóng 1 ảnh, tệp"]


def test_unless_a_more_public_page_shows_it(section, news_section, picture, readers_of):
    level(section, Level.MEMBERS)
    showing(news_section, picture)
    showing(section, picture)
    assert readers_of(picture) == ALL


def test_publishing_a_closed_page_opens_nothing(article, section, picture, readers_of):
    level(article, Level.COMMITTEE)
    level(section, Level.MEMBERS)
    showing(section, picture, PortalFileFactory())
    assert readers_of(picture) == COMMITTEE


def test_what_a_more_public_page_kept_open_closes_when_that_page_goes(section, news_section, readers_of):
    level(section, Level.MEMBERS)
    for goes in (lambda page: page.unpublish(), lambda page: page.delete()):
        shared, own = PortalImageFactory(), PortalFileFactory()
        other = showing(news_section, shared, own)
        showing(section, shared)
        assert readers_of(shared) == ALL
        goes(fresh(other).specific)
        assert readers_of(shared) == MEMBERS
        assert readers_of(own) == ALL


def test_also_when_the_clock_ends_it(section, news_section, picture, readers_of):
    level(section, Level.MEMBERS)
    other = showing(news_section, picture)
    showing(section, picture)
    assert close_left_open() == "đã đóng 0 ảnh, tệp"
    Page.objects.filter(pk=other.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert readers_of(picture) == ALL
    assert close_left_open() == "đã đóng 1 ảnh, tệp"
    assert readers_of(picture) == MEMBERS


def test_moved_under_a_closed_section_it_closes_and_moved_out_it_opens(
    article, picture, file, news_section, home, readers_of
):
    inside = SectionFactory(parent=home)
    level(inside, Level.MEMBERS)
    fresh(article).move(fresh(inside), pos="last-child")
    assert level_of(fresh(article)) is Level.MEMBERS
    assert readers_of(picture) == readers_of(file) == MEMBERS
    fresh(article).move(fresh(news_section), pos="last-child")
    assert readers_of(picture) == readers_of(file) == ALL
    assert said_of_media(article) == ["đã đóng 2 ảnh, tệp", "đã mở lại 2 ảnh, tệp"]


def test_moving_a_public_page_opens_nothing(article, picture, news_section, section, readers_of, home):
    other = showing(news_section)
    level(article, Level.MEMBERS)
    other.picture = picture
    publish(other)
    fresh(other).move(fresh(SectionFactory(parent=home)), pos="last-child")
    assert readers_of(picture) == MEMBERS


def test_moving_a_draft_opens_nothing(article, picture, news_section, home, readers_of):
    """Whoever writes in a closed section could otherwise open its pictures with a draft."""
    inside = SectionFactory(parent=home)
    level(inside, Level.MEMBERS)
    fresh(article).move(fresh(inside), pos="last-child")
    draft = ArticleFactory(parent=inside, picture=picture, live=False)
    draft.save_revision()
    fresh(draft).move(fresh(news_section), pos="last-child")
    assert readers_of(picture) == MEMBERS


def test_nor_does_moving_a_page_whose_draft_shows_it(article, picture, news_section, section, readers_of):
    level(section, Level.MEMBERS)
    other = showing(section)
    other.picture = picture
    other.save_revision()
    fresh(other).move(fresh(news_section), pos="last-child")
    assert readers_of(picture) == MEMBERS


def test_a_page_that_nobody_may_read_opens_nothing(article, picture, section, readers_of):
    cell = Organisation.objects.create(name="Chi bộ Thôn Đông")
    level(article, Level.COMMITTEE)
    other = showing(section, picture)
    level(other, Level.ORGANISATIONS, cell)
    organisation_group(cell).delete()
    level(other, Level.PUBLIC)
    assert readers_of(picture) == COMMITTEE
