"""An article written here bears the moment at which it first went live; one of unknown date keeps that unknown."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow

from news.models import Article, ImportRecord
from portal.editorial.roles import CHIEF, group_of
from portal.publishing import publish_scheduled
from portal.text.dates import in_viet_nam
from tests.factories import ArticleFactory, SectionFactory, publish
from tests.news.conftest import THAT_SATURDAY
from tests.reading import edit_form, read

PUBLISH = {"action-publish": "Xuất bản"}
A_MONTH_AGO = (timezone.now() - timedelta(days=30)).replace(microsecond=0)


@pytest.fixture
def draft(news_section) -> Article:
    """Written a month ago, never published."""
    article = ArticleFactory(parent=news_section, title="Chi bộ họp", slug="hop", published_on=None, live=False)
    Article.objects.filter(pk=article.pk).update(ordered_at=A_MONTH_AGO)
    article.refresh_from_db()
    article.save_revision()
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def imported(draft) -> Article:
    """The same as a draft that an import made of a page without a date."""
    ImportRecord.objects.create(source_name="r4.txt", content_digest="a", written_digest="b", article=draft)
    return draft


@pytest.fixture
def in_admin(admin_client):
    """Opens an article's edit form, changes some fields and sends it; gives the article afterwards."""

    def edit(article: Article, **fields: str) -> Article:
        address = reverse("wagtailadmin_pages:edit", args=[article.pk])
        response = admin_client.post(address, {**edit_form(admin_client.get(address)), **fields})
        assert response.status_code == 302, response.context["form"].errors
        return Article.objects.get(pk=article.pk)

    return edit


def is_now(moment) -> bool:
    return timedelta() <= timezone.now() - moment < timedelta(minutes=1)


def titles(visitor, url: str) -> list[str]:
    return read(visitor, url).texts(".story-rows h2")


def test_publishing_in_the_admin_dates_the_article(in_admin, visitor, draft):
    published = in_admin(draft, **PUBLISH)
    assert published.live
    assert is_now(published.published_on)
    assert published.published_time_known
    assert published.first_published_at == published.ordered_at == published.published_on
    assert published.dateline in read(visitor, published.get_url()).text()
    assert "<pubDate>" in visitor.get("/rss/").content.decode()
    year = in_viet_nam(published.published_on).year
    assert titles(visitor, f"/tin-tuc/nam/{year}/") == ["Chi bộ họp"]


def test_an_article_published_when_it_is_made_is_dated(admin_client, news_section):
    address = reverse("wagtailadmin_pages:add", args=["news", "article", news_section.pk])
    form = {**edit_form(admin_client.get(address)), "title": "Chi bộ họp", "slug": "hop", **PUBLISH}
    assert admin_client.post(address, form).status_code == 302
    assert is_now(Article.objects.get().published_on)


def test_an_old_draft_published_today_stands_before_what_was_published_yesterday(
    in_admin, visitor, news_section, draft
):
    ArticleFactory(parent=news_section, title="Hôm qua", published_on=timezone.now() - timedelta(days=1))
    in_admin(draft, **PUBLISH)
    assert titles(visitor, "/tin-tuc/") == ["Chi bộ họp", "Hôm qua"]


def test_what_is_published_later_in_one_minute_stands_first(visitor, news_section, draft):
    publish(ArticleFactory(parent=news_section, title="Vừa xong", published_on=None, live=False))
    publish(draft)
    assert titles(visitor, "/tin-tuc/") == ["Chi bộ họp", "Vừa xong"]


def test_saving_a_draft_dates_nothing(in_admin, draft):
    saved = in_admin(draft)
    assert saved.get_latest_revision_as_object().published_on is None
    assert saved.published_on is None


def test_the_date_is_part_of_what_was_published(in_admin, draft):
    published = in_admin(draft, **PUBLISH)
    assert not published.has_unpublished_changes
    kept = published.live_revision.as_object()
    assert (kept.published_on, kept.ordered_at) == (published.published_on, published.ordered_at)
    assert published.latest_revision == published.live_revision


def test_the_next_edit_shows_the_date_and_leaves_it(admin_client, in_admin, draft):
    published = in_admin(draft, **PUBLISH)
    form = edit_form(admin_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])))
    assert re.search(r"\d\d:\d\d$", form["published_on"])
    again = in_admin(published, kicker="Ba Chẽ", change_reason="Thêm địa danh", **PUBLISH)
    assert again.kicker == "Ba Chẽ"
    assert (again.published_on, again.ordered_at) == (published.published_on, published.ordered_at)


def test_a_date_that_staff_typed_stays(in_admin, draft):
    published = in_admin(draft, published_on="2020-09-12 10:34", **PUBLISH)
    assert published.published_on == published.ordered_at == THAT_SATURDAY


@pytest.mark.parametrize("late", [timedelta(seconds=8), timedelta(hours=3)])
def test_a_scheduled_article_bears_its_time_unless_the_scheduler_stood_still(visitor, draft, late):
    draft.go_live_at = timezone.now() + timedelta(hours=1)
    draft.save_revision().publish()
    assert Article.objects.get().published_on is None
    due = timezone.now() - late
    revision = Article.objects.get().latest_revision
    revision.content["go_live_at"] = due.isoformat()
    revision.approved_go_live_at = due
    revision.save()
    publish_scheduled()
    published = Article.objects.get()
    assert published.live
    if late < timedelta(minutes=1):
        assert abs(published.published_on - due) < timedelta(milliseconds=1)
    else:
        assert is_now(published.published_on), "nobody read it at its time"
    assert published.ordered_at == published.published_on
    assert published.live_revision.as_object().published_on == published.published_on


def test_the_last_approval_of_a_workflow_dates_the_article(django_user_model, draft):
    chief = django_user_model.objects.create_user("truongban")
    chief.groups.add(group_of(CHIEF))
    state = Workflow.objects.get(known_as__code="editorial").start(draft, None)
    for _step in range(2):
        assert Article.objects.get().published_on is None
        state.refresh_from_db()
        state.current_task_state.approve(user=chief)
    published = Article.objects.get()
    assert is_now(published.published_on)
    assert published.live_revision.as_object().published_on == published.published_on


def test_many_articles_published_at_once_are_each_dated(admin_client, news_section, draft):
    other = ArticleFactory(parent=news_section, title="Bài khác", published_on=None, live=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin_client.post(f"{address}?id={draft.pk}&id={other.pk}&next=/", {"include_descendants": ""})
    assert all(is_now(article.published_on) for article in Article.objects.all())


def test_publishing_again_keeps_the_first_date(in_admin, draft):
    first = in_admin(draft, **PUBLISH).published_on
    Article.objects.get().unpublish()
    again = in_admin(Article.objects.get(), **PUBLISH)
    assert again.live
    assert again.published_on == first


def test_going_back_to_a_version_before_the_publication_keeps_its_date(in_admin, draft):
    written = draft.latest_revision
    first = in_admin(draft, title="Chi bộ họp thường kỳ", **PUBLISH).published_on
    written.as_object().save_revision(previous_revision=written).publish()
    back = Article.objects.get()
    assert back.title == "Chi bộ họp"
    assert back.published_on == back.ordered_at == first


def test_an_update_typed_before_anybody_could_read_is_none(in_admin, draft):
    published = in_admin(draft, updated_on="2020-09-12 10:34", **PUBLISH)
    assert published.updated_on is None


@pytest.mark.parametrize("publish_it", ["by a person", "by the scheduler"])
def test_an_imported_article_of_unknown_date_keeps_it_unknown(in_admin, visitor, imported, publish_it):
    if publish_it == "by a person":
        published = in_admin(imported, **PUBLISH)
    else:
        imported.save_revision(approved_go_live_at=timezone.now() - timedelta(seconds=1))
        publish_scheduled()
        published = Article.objects.get()
    assert published.live
    assert published.published_on is None
    assert published.ordered_at == A_MONTH_AGO
    assert "<pubDate>" not in visitor.get("/rss/").content.decode()


def test_a_person_who_knows_the_date_of_an_imported_article_types_it(in_admin, imported):
    assert in_admin(imported, published_on="2020-09-12 10:34", **PUBLISH).published_on == THAT_SATURDAY


def copy_of(article: Article, **how) -> Article:
    made = article.copy(update_attrs={"slug": "ban-sao"}, **how)
    return Article.objects.get(pk=made.pk)


def test_a_copy_starts_without_date_and_views(news_section):
    source = publish(ArticleFactory(parent=news_section, published_on=THAT_SATURDAY, base_views=1113))
    copied = copy_of(source, keep_live=False)
    assert (copied.published_on, copied.base_views, copied.live) == (None, None, False)
    assert is_now(copied.ordered_at)
    draft = copied.get_latest_revision_as_object()
    assert (draft.published_on, draft.base_views) == (None, None)
    assert is_now(publish(draft).published_on)


def test_a_copy_that_is_live_at_once_is_dated_at_once(news_section):
    source = publish(ArticleFactory(parent=news_section, published_on=THAT_SATURDAY))
    copied = copy_of(source, keep_live=True)
    assert copied.live
    assert is_now(copied.published_on)
    assert copied.ordered_at == copied.published_on
    assert copied.live_revision.as_object().published_on == copied.published_on
    assert not copied.has_unpublished_changes


def test_articles_copied_with_their_section_are_dated_too(home):
    section = SectionFactory(parent=home, title="Đoàn thể", slug="doan-the")
    publish(ArticleFactory(parent=section, published_on=THAT_SATURDAY))
    section.refresh_from_db()
    copied = section.copy(recursive=True, keep_live=True, update_attrs={"slug": "ban-sao"})
    [article] = Article.objects.child_of(copied)
    assert is_now(article.published_on)
    assert article.ordered_at == article.published_on


def test_an_alias_has_the_date_of_its_original(news_section, home):
    elsewhere = SectionFactory(parent=home, title="Đoàn thể", slug="doan-the")
    original = publish(ArticleFactory(parent=news_section, published_on=None, live=False))
    alias = original.create_alias(parent=elsewhere, update_slug="bi-danh")
    publish(original)
    assert Article.objects.get(pk=alias.pk).published_on == original.published_on


def test_a_preview_shows_no_date_that_is_not_there_yet(admin_client, draft):
    preview = admin_client.get(reverse("wagtailadmin_pages:preview_on_edit", args=[draft.pk]))
    assert preview.status_code == 200
    assert Article.objects.get().published_on is None
