"""Related stories under an article: of one matter, not told twice, for whom they are, and cheap to show."""

import datetime as dt

import pytest
from django.utils import timezone

from news.models.article import RelatedArticle
from portal.access.levels import Level, set_level
from portal.access.tokens import Tokens
from portal.outbox.numbers import next_number
from search.models import StoredEntry
from search.related import keeping
from search.related.choosing import KEPT, related_to, relating
from search.related.contract import Alike
from search.related.database import DatabaseRelating
from search.related.elastic import ElasticRelating
from search.related.keeping import relate_all, relate_some
from search.related.models import RelatedPages
from tests.factories import ArticleFactory, SectionFactory, publish
from tests.reading import read
from tests.search.indexing.conftest import *  # noqa: F403  what carries effects out

pytestmark = pytest.mark.django_db

_ROAD = "<p>Thôn Đồi Chè hiến đất, mở đường bê tông. {more} Đường bê tông vào tận xóm.</p>"


@pytest.fixture
def listed(entered):
    """Entries follow, and the lists after them."""

    def follow() -> None:
        entered()
        while relate_some():
            pass

    return follow


@pytest.fixture
def elsewhere(home):
    return publish(SectionFactory(parent=home, title="Đoàn thể", slug="doan-the", live=False))


def story(section, title: str, text: str, **more):
    body = [{"type": "paragraph", "value": text}]
    return publish(ArticleFactory(parent=section, live=False, title=title, sapo="", body=body, **more))


def road(section, title: str, more: str, **values):
    return story(section, title, _ROAD.format(more=more), **values)


def related(visitor, article) -> list[str]:
    return read(visitor, article.get_url()).texts(".related h3")


@pytest.fixture
def stories(news_section, elsewhere):
    """One about a road, two of the same matter in another section, and newer ones beside it about other things."""
    first = road(news_section, "Đồi Chè mở đường", "Con đường dài hai cây số đã xong trước mùa mưa năm nay.")
    second = road(elsewhere, "Năm hộ hiến đất", "Thêm năm hộ tự nguyện lùi rào, chặt cây để lấy mặt bằng.")
    third = road(elsewhere, "Thanh niên góp công", "Đoàn viên dựng lán, trộn vữa suốt một tuần liền không nghỉ.")
    for number in range(6):
        story(news_section, f"Tin khác {number}", f"<p>Mùa vụ thứ {number} được giá, chợ huyện đông vui.</p>")
    return first, second, third


def test_stories_of_the_same_matter_come_before_those_that_stand_beside(visitor, stories, listed):
    first, second, third = stories
    assert not {second.title, third.title} & set(related(visitor, first))
    listed()
    assert set(related(visitor, first)[:2]) == {second.title, third.title}


def test_what_the_editor_chose_comes_first(visitor, stories, listed):
    first, second, third = stories
    listed()
    chosen = ArticleFactory(parent=first.get_parent(), title="Biên tập viên chọn")
    first.related_picks.add(RelatedArticle(related=chosen, sort_order=0))
    first.save()
    shown = related(visitor, first)
    assert shown[0] == chosen.title
    assert {second.title, third.title} <= set(shown)


def test_the_same_story_told_again_is_left_out(visitor, stories, elsewhere, listed):
    first, second, _third = stories
    again = story(
        elsewhere, "Đồi Chè: đường đã thông", first.body[0].value.source.replace("hai cây số", "hai ki-lô-mét")
    )
    twice = story(elsewhere, "Năm hộ hiến đất (chép lại)", second.body[0].value.source)
    listed()
    shown = related(visitor, first)
    assert again.title not in shown[:2]
    assert len({second.title, twice.title} & set(shown[:2])) == 1


class TestAccess:
    def test_a_closed_story_is_related_to_no_public_one(self, visitor, stories, listed, admin_client):
        first, second, _third = stories
        set_level(second, Level.COMMITTEE)
        listed()
        assert str(second.pk) not in map(str, RelatedPages.objects.get(pk=first.pk).pages)
        assert second.title not in related(visitor, first)

    def test_one_closed_since_is_gone_at_once(self, visitor, stories, listed):
        first, second, third = stories
        listed()
        set_level(second, Level.COMMITTEE)
        shown = related(visitor, first)
        assert second.title not in shown
        assert third.title in shown

    def test_one_in_a_section_closed_since_and_one_taken_down_are_gone_at_once(
        self, visitor, stories, elsewhere, listed
    ):
        first, second, third = stories
        listed()
        set_level(elsewhere, Level.MEMBERS)
        assert not {second.title, third.title} & set(related(visitor, first))
        set_level(elsewhere, Level.PUBLIC)
        third.unpublish()
        shown = related(visitor, first)
        assert second.title in shown
        assert third.title not in shown

    def test_one_that_is_opened_stands_under_the_public_ones(self, stories, listed):
        first, second, _third = stories
        set_level(second, Level.COMMITTEE)
        listed()
        assert second.pk not in RelatedPages.objects.get(pk=first.pk).pages
        set_level(second, Level.PUBLIC)
        listed()
        assert second.pk in RelatedPages.objects.get(pk=first.pk).pages

    def test_a_closed_story_leads_its_readers_to_closed_ones_too(self, stories, listed, admin_client):
        first, second, third = stories
        set_level(first, Level.COMMITTEE)
        set_level(second, Level.COMMITTEE)
        listed()
        assert {second.title, third.title} <= set(related(admin_client, first))


class TestKeeping:
    def test_showing_costs_one_query_and_asks_no_engine(
        self, visitor, stories, listed, monkeypatch, django_assert_num_queries
    ):
        first, _second, _third = stories
        listed()
        monkeypatch.setattr(DatabaseRelating, "alike", lambda *_asked: pytest.fail("an engine was asked"))
        with django_assert_num_queries(1):
            assert keeping.related_ids(first)
        assert related(visitor, first)

    def test_a_story_that_comes_later_stands_under_the_older_ones(self, visitor, stories, elsewhere, listed):
        first, _second, _third = stories
        listed()
        later = road(elsewhere, "Khánh thành con đường", "Sáng qua xe tải đầu tiên chạy vào tận sân nhà văn hoá.")
        listed()
        assert later.title in related(visitor, first)

    def test_another_text_has_another_list(self, visitor, stories, news_section, listed):
        first, second, third = stories
        listed()
        first.body = [{"type": "paragraph", "value": "<p>Chợ huyện đông vui, mùa vụ được giá.</p>"}]
        first.title = "Chợ huyện"
        publish(first)
        listed()
        assert not {second.pk, third.pk} & set(RelatedPages.objects.get(pk=first.pk).pages)

    def test_a_story_that_takes_up_a_matter_stands_under_what_is_of_it(self, stories, news_section, listed):
        first, _second, _third = stories
        turned = story(news_section, "Giá lúa", "<p>Thương lái về tận ruộng, giá lúa nhích lên từng ngày.</p>")
        listed()
        assert turned.pk not in RelatedPages.objects.get(pk=first.pk).pages
        more = "Bốn mươi ngày công, hai trăm bao xi măng, ai cũng mong tới lượt nhà mình."
        turned.body = [{"type": "paragraph", "value": _ROAD.format(more=more)}]
        turned.title = "Xi măng về thôn"
        publish(turned)
        listed()
        assert turned.pk in RelatedPages.objects.get(pk=first.pk).pages

    def test_a_deleted_story_takes_its_list_along_and_is_found_for_no_other(self, visitor, stories, listed):
        first, second, third = stories
        listed()
        second.delete()
        assert related(visitor, first)[0] == third.title
        assert not RelatedPages.objects.filter(pk=second.pk).exists()
        keeping.relate([first.pk])
        assert third.pk in RelatedPages.objects.get(pk=first.pk).pages
        assert second.pk not in RelatedPages.objects.get(pk=first.pk).pages

    def test_a_story_that_changes_while_its_list_is_worked_out_gets_another(self, stories, listed, monkeypatch):
        first, _second, _third = stories
        listed()

        def changes(entry, engines):
            StoredEntry.objects.filter(pk=first.pk).update(version=next_number())
            keeping.entries_changed([first.pk])
            return related_to(entry, engines)

        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(keeping, "related_to", changes)
            keeping.relate([first.pk])
        assert RelatedPages.objects.get(pk=first.pk).made_at is None
        keeping.relate([first.pk])
        assert RelatedPages.objects.get(pk=first.pk).made_at

    def test_one_run_is_bounded_and_the_next_goes_on(self, stories, worked, monkeypatch):
        worked()
        monkeypatch.setattr(keeping, "MOST_AT_ONCE", 2)
        relate_some()
        assert RelatedPages.objects.count() == 2
        relate_all()
        assert RelatedPages.objects.count() == StoredEntry.objects.filter(kind="news").count()

    def test_nothing_is_made_again_before_it_is_old(self, stories, listed):
        listed()
        assert relate_some() == ""
        RelatedPages.objects.update(made_at=timezone.now() - keeping.LASTS - dt.timedelta(minutes=1))
        assert "9" in relate_some()

    def test_queries_do_not_grow_with_what_is_alike(self, stories, elsewhere, listed, django_assert_max_num_queries):
        first, _second, _third = stories
        for number in range(40):
            words = " ".join(f"chữ{number}x{place}" for place in range(30))
            road(elsewhere, f"Chuyện đường {number}", words)
        listed()
        entry = StoredEntry.objects.get(pk=first.pk).entry()
        with django_assert_max_num_queries(8):
            assert len(related_to(entry, relating())) == KEPT

    def test_an_engine_that_is_down_leaves_it_to_the_other(self, stories, listed, settings):
        first, second, _third = stories
        listed()
        RelatedPages.objects.all().delete()
        settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
        keeping.relate([first.pk])
        assert second.pk in RelatedPages.objects.get(pk=first.pk).pages

    def test_one_that_does_not_answer_is_waited_for_once_in_a_run(self, stories, listed, settings, monkeypatch):
        listed()
        settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
        asked = []
        really = ElasticRelating.alike

        def alike(engine, wanted):
            asked.append(wanted.key)
            return really(engine, wanted)

        monkeypatch.setattr(ElasticRelating, "alike", alike)
        assert keeping.relate([story.pk for story in stories]) == len(stories)
        assert len(asked) == 1


def test_what_holds_is_asked_of_the_day_in_viet_nam():
    evening = dt.datetime(2026, 3, 2, 20, tzinfo=dt.UTC)
    assert Alike("1", "news", {}, (), Tokens(), evening).allowed.today == dt.date(2026, 3, 3)


def test_a_preview_of_an_unsaved_article_has_no_list():
    assert list(keeping.related_ids(ArticleFactory.build())) == []
