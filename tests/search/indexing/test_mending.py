"""What went wrong or came past all signals is seen by numbers, versions, places and tokens, and mended in bulk."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from news.models import Article
from portal.outbox.models import Effect
from portal.outbox.numbers import next_number
from search.indexing.comparing import difference
from search.indexing.placing import place
from search.indexing.storing import project
from search.indexing.syncing import mend, mend_daily
from search.models import LearnedSyllables, StoredEntry, StoredPassage
from tests.documents.many import many_documents
from tests.factories import ArticleFactory, SectionFactory, many_articles, publish

pytestmark = pytest.mark.django_db


def test_what_was_written_in_bulk_is_missing_until_it_is_mended(news_section, register):
    many_articles(news_section, 30, timezone.now())
    many_documents(register, 30)
    found = difference()
    assert len(found.missing) == 30 + 30 + 2, "and the section and the register themselves"
    assert (found.stale, found.misplaced, found.superfluous) == ([], [], [])
    assert mend(found) == 62
    assert not difference()


def test_stopped_half_way_it_goes_on(news_section):
    many_articles(news_section, 60, timezone.now())
    done = []

    def stop(count, total):
        done.append((count, total))
        if count >= 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mend(difference(), stop)
    assert done == [(25, 61), (50, 61)]
    assert len(difference().missing) == 11
    mend(difference())
    assert not difference()


def test_each_kind_of_difference(news_section):
    articles = [publish(ArticleFactory(parent=news_section, live=False)) for _ in range(4)]
    mend(difference())
    missing, stale, misplaced, superfluous = (article.pk for article in articles)
    StoredEntry.objects.filter(pk=missing).delete()
    StoredEntry.objects.filter(pk=stale).update(revision=1)
    StoredEntry.objects.filter(pk=misplaced).update(token="g1")
    Page.objects.filter(pk=superfluous).update(live=False)
    found = difference()
    assert (found.missing, found.stale, found.misplaced, found.superfluous) == (
        [missing], [stale], [misplaced], [superfluous],
    )  # fmt: skip
    mend(found)
    assert not difference()
    StoredEntry.objects.filter(pk=missing).update(path="0001")
    StoredEntry.objects.filter(pk=stale).update(projection=0)
    assert (difference().misplaced, difference().stale) == ([missing], [stale])
    PageViewRestriction.objects.create(page=articles[2], restriction_type="password")
    assert difference().superfluous == [misplaced]


def test_comparing_costs_as_many_queries_for_many_as_for_few(news_section, django_assert_max_num_queries):
    many_articles(news_section, 40, timezone.now())
    with django_assert_max_num_queries(12):
        difference()


def test_placing_reads_no_text_and_asks_few_queries_however_much_lies_below(
    news_section, django_assert_max_num_queries
):
    section = SectionFactory(parent=news_section)
    many_articles(section, 120, timezone.now())
    mend(difference())
    PageViewRestriction.objects.create(page=section, restriction_type="login")
    with django_assert_max_num_queries(30) as queries:
        assert place([section.pk]) == 121
    assert not any('"body"' in query["sql"] and "SELECT" in query["sql"][:6] for query in queries)
    assert set(StoredEntry.objects.filter(path__startswith=section.path).values_list("token", flat=True)) == {"login"}


def test_projecting_many_costs_as_many_queries_as_few(news_section, django_assert_max_num_queries):
    many_articles(news_section, 25, timezone.now())
    ids = list(Article.objects.values_list("pk", flat=True))
    with django_assert_max_num_queries(30):
        assert project(ids) == 25
    with django_assert_max_num_queries(10):
        assert project(ids) == 0, "nothing differs, nothing is written"


def test_versions_grow_with_every_change(news_section):
    article = publish(ArticleFactory(parent=news_section, live=False))
    versions = []
    for title in ("một", "hai", "ba"):
        article.title = title
        publish(article)
        project([article.pk])
        versions.append(StoredEntry.objects.get(pk=article.pk).version)
    StoredEntry.objects.filter(pk=article.pk).update(token="g1")
    place([article.pk])
    versions.append(StoredEntry.objects.get(pk=article.pk).version)
    assert versions == sorted(set(versions))
    assert next_number() > versions[-1]


def test_numbers_are_drawn_in_order_with_those_of_effects(db):
    first = next_number()
    effect = Effect.objects.create(kind="mail", key="một", payload={})
    assert first < effect.pk < next_number() < next_number()


def test_who_wrote_meanwhile_is_not_overwritten(news_section, monkeypatch):
    """The page is read while somebody else writes its entry: it is read once more."""
    from search.indexing import storing

    article = publish(ArticleFactory(parent=news_section, live=False, title="Cũ"))
    project([article.pk])
    entries_of, read = storing.entries_of, []

    def slowly(pages):
        found = entries_of(pages)
        if not read:
            read.append("cũ")
            article.title = "Mới"
            publish(article)
            project([article.pk])
        return found

    article.title = "Giữa"
    publish(article)
    monkeypatch.setattr(storing, "entries_of", slowly)
    project([article.pk])
    assert StoredEntry.objects.get(pk=article.pk).title == "Mới"


def test_what_is_closed_while_it_is_entered_is_closed(news_section, monkeypatch):
    """The effect of closing finds no entry yet: who enters it looks again."""
    from search.indexing import storing

    article = ArticleFactory(parent=news_section)
    entries_of, closed = storing.entries_of, []

    def closing(pages):
        found = entries_of(pages)
        if not closed:
            closed.append(PageViewRestriction.objects.create(page=article, restriction_type="login"))
            place([article.pk])
        return found

    monkeypatch.setattr(storing, "entries_of", closing)
    project([article.pk])
    assert StoredEntry.objects.get(pk=article.pk).token == "login"


def said(*arguments: str) -> str:
    out = StringIO()
    call_command("search_index", *arguments, stdout=out, no_color=True)
    return out.getvalue()


def test_the_command_syncs_checks_and_tells(news_section):
    ArticleFactory(parent=news_section)
    with pytest.raises(CommandError):
        said("check")
    assert "2" in said("sync")
    assert not difference()
    assert LearnedSyllables.objects.get().entries == 2
    said("check")
    assert "2" in said("status")
    StoredEntry.objects.all().delete()
    said("check", "--fix")
    assert StoredEntry.objects.count() == 2


def test_the_daily_job_mends(news_section):
    ArticleFactory(parent=news_section)
    assert "2" in mend_daily()
    assert mend_daily() == ""


def test_passages_go_with_what_they_belong_to(clerk, directive_2007):
    from documents.models import Attachment
    from tests.documents.files.making import ready_made

    directive_2007.attachments.add(Attachment(file=ready_made(text="một")))
    document = clerk.publish(directive_2007)
    project([document.pk])
    document.attachments.clear()
    document.attachments.add(Attachment(file=ready_made("b.pdf", text="hai")))
    clerk.publish(document)
    project([document.pk])
    assert list(StoredPassage.objects.values_list("text", flat=True)) == ["hai"]
