"""Pictures and files go along when it changes who may read the pages that show them."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, Page, PageViewRestriction

from portal.access.groups import organisation_group
from portal.access.levels import InvalidLevel, Level, change_level, groups_of, set_level
from portal.access.media_places import media_follow
from portal.access.models import ClosedCollection, ClosedMedium, Organisation
from portal.access.services import realign_all_renditions
from portal.access.storages import RESTRICTED_PREFIX
from portal.editorial import roles
from portal.editorial.take_down.services import take_down
from portal.models import PortalFile, PortalImage, SiteSettings
from tests.access.media.conftest import ALL, COMMITTEE, MEMBERS, fresh, level, said_of_media, showing, shows
from tests.factories import ArticleFactory, PortalImageFactory, publish

pytestmark = pytest.mark.django_db


def test_what_it_shows_alone_closes_with_a_page_for_its_readers(article, picture, file, readers_of):
    level(article, Level.MEMBERS)
    assert readers_of(picture) == readers_of(file) == MEMBERS
    level(article, Level.COMMITTEE)
    assert readers_of(picture) == readers_of(file) == COMMITTEE


def test_what_pages_below_show_closes_with_the_section(article, picture, file, section, readers_of):
    level(section, Level.MEMBERS)
    assert readers_of(picture) == readers_of(file) == MEMBERS
    level(article, Level.COMMITTEE)
    assert readers_of(picture) == COMMITTEE


def test_the_sizes_at_their_old_addresses_and_on_the_disk_are_gone_at_once(
    article, picture, django_capture_on_commit_callbacks
):
    size = picture.get_rendition("width-40")
    storage, name = size.file.storage, size.file.name
    assert Client().get(size.url).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        level(article, Level.MEMBERS)
    assert Client().get(size.url).status_code == 404
    assert not storage.exists(name)
    assert PortalImage.objects.get(pk=picture.pk).get_rendition("width-40").file.name.startswith(RESTRICTED_PREFIX)


def test_a_public_page_that_is_given_it_shows_it_only_to_those_who_may_see_it(
    article, picture, news_section, clients, readers_of
):
    level(article, Level.MEMBERS)
    other = showing(news_section, picture)
    assert readers_of(picture) == MEMBERS
    for address in (other.get_url(), news_section.get_url()):
        assert {name for name, client in clients.items() if shows(client, address, picture)} == MEMBERS


def test_what_a_more_public_page_shows_stays_open(article, picture, file, news_section, readers_of):
    showing(news_section, picture)
    level(article, Level.MEMBERS)
    assert readers_of(picture) == ALL
    assert readers_of(file) == MEMBERS


def test_as_does_what_the_draft_of_a_more_public_page_shows(article, picture, file, news_section, readers_of):
    other = publish(ArticleFactory(parent=news_section))
    other.picture = picture
    other.save_revision()
    level(article, Level.MEMBERS)
    assert readers_of(picture) == ALL
    assert readers_of(file) == MEMBERS


def test_as_does_what_the_portal_itself_shows(article, picture, readers_of):
    from wagtail.models import Site

    SiteSettings.objects.update_or_create(site=Site.objects.get(), defaults={"emblem": picture})
    level(article, Level.MEMBERS)
    assert readers_of(picture) == ALL


def test_a_page_taken_down_keeps_nothing_open(article, picture, news_section, readers_of):
    other = showing(news_section, picture)
    chief = User.objects.create_superuser("truongban")
    take_down(other, by=chief, reason="Sai", with_media=False)
    level(article, Level.MEMBERS)
    assert readers_of(picture) == MEMBERS


def test_two_closed_pages_share_a_picture(section, picture, readers_of):
    """Whoever may read one of them sees it, and nobody else."""
    for_members, for_committee = showing(section, picture), showing(section, picture)
    level(for_committee, Level.COMMITTEE)
    assert readers_of(picture) == ALL
    level(for_members, Level.MEMBERS)
    assert readers_of(picture) == MEMBERS
    level(for_members, Level.COMMITTEE)
    assert readers_of(picture) == COMMITTEE


def test_two_organisations_share_a_picture(section, picture, clients, readers_of):
    cells = [Organisation.objects.create(name=f"Chi bộ Thôn {number}") for number in (1, 2, 3)]
    for cell in cells:
        user = User.objects.create_user(cell.name)
        user.groups.add(organisation_group(cell))
        clients[cell.name] = Client()
        clients[cell.name].force_login(user)
    first, second = showing(section, picture), showing(section, picture)
    level(first, Level.ORGANISATIONS, cells[0])
    level(second, Level.ORGANISATIONS, cells[1])
    assert readers_of(picture) == {"Chi bộ Thôn 1", "Chi bộ Thôn 2"}


def test_a_page_repeated_elsewhere_closes_with_what_it_shows(article, picture, news_section, readers_of):
    article.create_alias(parent=news_section, update_slug="ban-sao")
    level(article, Level.MEMBERS)
    assert readers_of(picture) == MEMBERS


def test_what_its_draft_shows_closes_too(article, readers_of):
    added = PortalImageFactory()
    article.picture = added
    article.save_revision()
    level(article, Level.MEMBERS)
    assert readers_of(added) == MEMBERS


def test_public_again_everything_is_where_it_was(article, picture, file, readers_of):
    kept = Collection.get_first_root_node().add_child(name="Ảnh hội nghị")
    PortalImage.objects.filter(pk=picture.pk).update(collection=kept)
    level(article, Level.MEMBERS)
    level(article, Level.COMMITTEE)
    level(article, Level.PUBLIC)
    assert readers_of(picture) == readers_of(file) == ALL
    assert PortalImage.objects.get(pk=picture.pk).collection == kept
    assert not ClosedMedium.objects.exists()


def test_loosened_it_opens_as_far_as_the_page_and_no_further(article, picture, news_section, readers_of):
    """That a public page began to show it meanwhile opens nothing."""
    level(article, Level.COMMITTEE)
    showing(news_section, picture)
    level(article, Level.MEMBERS)
    assert readers_of(picture) == MEMBERS


def test_what_somebody_closed_by_hand_stays_closed(article, picture, file, readers_of):
    closed = Collection.get_first_root_node().add_child(name="Ảnh nội bộ")
    set_level(closed, Level.COMMITTEE)
    PortalImage.objects.filter(pk=picture.pk).update(collection=closed)
    level(article, Level.MEMBERS)
    assert PortalImage.objects.get(pk=picture.pk).collection == closed
    PortalFile.objects.filter(pk=file.pk).update(collection=closed)  # after it was put elsewhere
    level(article, Level.PUBLIC)
    assert readers_of(picture) == readers_of(file) == COMMITTEE


def test_nor_does_it_open_with_a_page_where_it_was_put_for_others(article, picture, section, readers_of):
    """Where the portal closes things, staff may put things too."""
    level(article, Level.MEMBERS)
    put = PortalImageFactory(collection=PortalImage.objects.get(pk=picture.pk).collection)
    showing(section, put)
    level(section, Level.MEMBERS)
    level(section, Level.PUBLIC)
    assert readers_of(put) == MEMBERS


def test_a_page_in_a_more_open_collection_than_its_level_closes_it_further(article, picture, readers_of):
    for_members = Collection.get_first_root_node().add_child(name="Ảnh nội bộ")
    set_level(for_members, Level.MEMBERS)
    PortalImage.objects.filter(pk=picture.pk).update(collection=for_members)
    level(article, Level.COMMITTEE)
    assert readers_of(picture) == COMMITTEE
    level(article, Level.PUBLIC)
    assert readers_of(picture) == MEMBERS


def test_a_closed_page_that_is_taken_down_shows_staff_no_more_than_the_page(article, picture, clients, readers_of):
    editor = User.objects.create_user("bientap")
    editor.groups.add(roles.group_of(roles.EDITOR))
    clients["editor"] = Client()
    clients["editor"].force_login(editor)
    level(article, Level.MEMBERS)
    take_down(fresh(article).specific, by=User.objects.create_superuser("truongban"), reason="Sai")
    assert readers_of(picture) == set()
    editor.groups.add(roles.group_of(roles.MEMBER))
    assert readers_of(picture) == {"editor"}


def test_a_level_that_is_refused_moves_nothing(article, picture, readers_of):
    chief = User.objects.create_user("truongban")
    chief.groups.add(roles.group_of(roles.CHIEF))
    with pytest.raises(InvalidLevel):
        change_level(article, Level.COMMITTEE, by=chief)
    assert readers_of(picture) == ALL


def test_levels_share_a_collection_as_long_as_nobody_changes_it(section):
    pages = [showing(section, PortalImageFactory()) for _ in range(3)]
    level(pages[0], Level.MEMBERS)
    level(pages[1], Level.MEMBERS)
    assert ClosedCollection.objects.count() == 1
    set_level(ClosedCollection.objects.get().collection, Level.PUBLIC)
    level(pages[2], Level.MEMBERS)
    assert (
        PortalImage.objects.get(pk=pages[2].picture_id).collection
        != PortalImage.objects.get(pk=pages[0].picture_id).collection
    )


def test_taken_down_and_back_it_is_as_closed_as_before(article, picture, readers_of):
    chief = User.objects.create_superuser("truongban")
    level(article, Level.MEMBERS)
    take_down(fresh(article).specific, by=chief, reason="Sai")
    assert readers_of(picture) == set()
    publish(fresh(article).specific)
    assert readers_of(picture) == MEMBERS
    assert said_of_media(article) == ["đã mở lại 2 ảnh, tệp"]
    level(article, Level.PUBLIC)
    assert readers_of(picture) == ALL


def test_a_page_that_comes_back_opens_nothing_that_was_closed_before_it_showed_it(
    article, picture, news_section, readers_of
):
    chief = User.objects.create_superuser("truongban")
    level(article, Level.COMMITTEE)
    other = showing(news_section, picture)
    level(article, Level.MEMBERS)
    take_down(other, by=chief, reason="Sai")
    publish(fresh(other).specific)
    assert readers_of(picture) == MEMBERS


def test_opened_while_it_is_down_it_opens_with_its_return(article, picture, readers_of):
    chief = User.objects.create_superuser("truongban")
    level(article, Level.MEMBERS)
    take_down(fresh(article).specific, by=chief, reason="Sai")
    level(article, Level.PUBLIC)
    assert readers_of(picture) == set()
    publish(fresh(article).specific)
    assert readers_of(picture) == ALL


def test_a_page_with_more_pictures_costs_no_more(section):
    def queries(pictures: int) -> int:
        pages = [showing(section, PortalImageFactory()) for _ in range(pictures)]
        target = Page.objects.get(pk=section.pk)
        set_level(target, Level.PUBLIC)
        with CaptureQueriesContext(connection) as closing:
            set_level(target, Level.MEMBERS)
        for page in pages:
            page.delete()
        return len(closing)

    queries(1)  # makes the collection
    assert queries(2) == queries(12)


def test_the_sweep_finds_nothing_left_to_do(article, picture):
    picture.get_rendition("width-40")
    level(article, Level.MEMBERS)
    PortalImage.objects.get(pk=picture.pk).get_rendition("width-40")
    assert "đã chuyển 0 ảnh sang kho riêng, 0 ảnh sang kho công khai" in realign_all_renditions()


def test_what_somebody_moves_meanwhile_stays_where_he_put_it(article, picture, file, readers_of):
    by_hand = Collection.get_first_root_node().add_child(name="Ảnh cấp uỷ")
    set_level(by_hand, Level.COMMITTEE)
    with media_follow(Page.objects.filter(pk=article.pk)) as outcome:
        PortalImage.objects.filter(pk=picture.pk).update(collection=by_hand)
        restriction = PageViewRestriction.objects.create(page=article, restriction_type="groups")
        restriction.groups.set(groups_of(Level.MEMBERS))
    assert readers_of(picture) == COMMITTEE
    assert readers_of(file) == MEMBERS
    assert outcome.closed == 1
