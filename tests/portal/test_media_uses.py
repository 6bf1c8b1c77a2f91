"""Which pages use a picture or a file: true in the transaction that makes it so, whatever a worker has done by now."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.media_uses import Medium, media_models, media_of, media_used_by, pages_showing, uses_of, waiting_versions
from portal.models import PortalFile, PortalImage, SiteSettings
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_worker")]


@pytest.fixture
def picture() -> Any:
    return PortalImageFactory()


@pytest.fixture
def file() -> Any:
    return PortalFileFactory()


def medium(item) -> Medium:
    return type(item), item.pk


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def users_of(item) -> set[int]:
    return uses_of([medium(item)]).pages.get(medium(item), set())


def everywhere(picture: PortalImage, file: PortalFile) -> dict:
    """Each of the places where an article may hold a picture or a file."""
    link = f'<p><a linktype="document" id="{file.pk}">tệp</a></p>'
    return {
        "box": [{"type": "box", "value": {"title": "", "text": link}}],
        "paragraph": [{"type": "paragraph", "value": link}],
        "attachment": [{"type": "attachment", "value": {"title": "", "file": file.pk}}],
        "image": [{"type": "image", "value": {"image": picture.pk, "alt_text": "Hội nghị", "caption": ""}}],
        "gallery": [{"type": "gallery", "value": {"title": "", "items": [{"image": picture.pk, "alt_text": "Ảnh"}]}}],
        "media": [{"type": "media", "value": {"title": "", "file": file.pk, "poster": picture.pk}}],
    }


def test_a_page_is_known_at_once(picture, news_section):
    article = ArticleFactory(parent=news_section, picture=picture)
    assert users_of(picture) == {article.pk}
    article.picture = None
    article.save()
    assert users_of(picture) == set()


def test_a_picture_in_the_text_is_known_at_once(picture, file, news_section):
    for body in everywhere(picture, file).values():
        article = ArticleFactory(parent=news_section)
        article.body = body
        article.save()
        assert users_of(picture) | users_of(file) == {article.pk}
        article.delete()


def test_a_draft_uses_what_only_its_version_holds(picture, file, news_section):
    for body in everywhere(picture, file).values():
        article = publish(ArticleFactory(parent=news_section))
        article.body = body
        article.save_revision()
        assert users_of(picture) | users_of(file) == {article.pk}
        assert media_used_by(Page.objects.filter(pk=article.pk)) <= {medium(picture), medium(file)}
        article.delete()


def test_what_is_read_without_objects_is_what_wagtail_finds(picture, file, news_section):
    """Whatever blocks there are, and wherever they stand."""
    body = [block for blocks in everywhere(picture, file).values() for block in blocks]
    article = ArticleFactory(parent=news_section, picture=picture, body=json.dumps(body))
    found = {
        (kind.model_class(), int(number))
        for kind, number in (
            (reference.to_content_type, reference.to_object_id)
            for reference in ReferenceIndex.get_references_for_object(article).select_related("to_content_type")
        )
        if kind.model_class() in media_models()
    }
    assert found == {medium(picture), medium(file)}
    assert media_of(article) == found
    article.save_revision()
    assert media_used_by(Page.objects.filter(pk=article.pk)) == found


def test_a_draft_does_not_pass_for_what_is_live(picture, news_section):
    article = publish(ArticleFactory(parent=news_section, picture=picture))
    article.picture = None
    article.save_revision()
    assert pages_showing(picture) == {article.pk}
    article.save(update_fields=["picture"])
    assert pages_showing(picture) == set()


def test_an_older_version_with_an_appointed_time_counts(picture, news_section):
    article = ArticleFactory(parent=news_section, live=False, picture=picture)
    article.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
    article.picture = None
    article.save()
    article.save_revision()
    assert users_of(picture) == {article.pk}


def test_a_version_that_is_out_of_use_does_not(picture, news_section):
    article = ArticleFactory(parent=news_section, picture=picture)
    article.save_revision()
    article.picture = None
    publish(article)
    assert users_of(picture) == set()


def test_what_the_portal_itself_uses_is_used_elsewhere(picture, home):
    settings = SiteSettings.for_site(Site.objects.get())
    settings.emblem = picture
    settings.save()
    assert uses_of([medium(picture)]).elsewhere == {medium(picture)}


def test_what_a_save_costs_does_not_grow_with_the_text(news_section):
    """In the middle: queries of the save itself, that is while somebody else sees to the index."""

    def more_queries(pictures: int) -> int:
        article = ArticleFactory(parent=news_section)
        images: list[Any] = [PortalImageFactory() for _ in range(pictures)]
        items = [{"image": image.pk, "alt_text": "Ảnh"} for image in images]
        article.body = json.dumps([{"type": "gallery", "value": {"title": "", "items": items}}])
        article.save()
        with CaptureQueriesContext(connection) as with_index:
            fresh(article).save()
        with CaptureQueriesContext(connection) as without, disable_reference_index_auto_update():
            fresh(article).save()
        return len(with_index) - len(without)

    assert more_queries(1) == more_queries(20) <= 10


def test_asking_costs_the_same_for_one_and_for_many(news_section):
    section = SectionFactory(parent=news_section)
    pictures = [PortalImageFactory() for _ in range(12)]
    for picture in pictures:
        ArticleFactory(parent=section, picture=picture).save_revision()
    uses_of([medium(pictures[0])])  # content types are read once

    def queries(some: list[PortalImage]) -> int:
        with CaptureQueriesContext(connection) as asked:
            media_used_by(section.get_descendants())
            uses_of([medium(picture) for picture in some])
        return len(asked)

    assert queries(pictures[:1]) == queries(pictures) <= 8


def test_of_the_drafts_of_the_site_those_are_read_that_may_use_it(news_section):
    """By a number that stands nowhere else; that none is missed shows the test of all places."""
    picture, other = PortalImageFactory(pk=76543210), PortalImageFactory(pk=765432101)
    for used in (picture, other, other, None):
        ArticleFactory(parent=news_section, picture=used, live=False).save_revision()
    read = len(list(waiting_versions()))
    assert 1 <= len(list(waiting_versions([medium(picture)]))) < read
    assert medium(picture) in set().union(*(media for _version, media in waiting_versions([medium(picture)])))
