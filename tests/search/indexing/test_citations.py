"""How often documents are cited follows the texts that name them."""

import pytest
from django.contrib.auth import get_user_model

from documents.mentions.services import decide, leave_open
from documents.models import Mention
from portal.outbox.models import Effect
from search.indexing.storing import project
from search.models import StoredEntry
from tests.factories import ArticleFactory, publish

pytestmark = pytest.mark.django_db


def text(words):
    return [{"type": "paragraph", "value": f"<p>{words}</p>"}]


@pytest.fixture
def cited(worked):
    """In how many texts a document is cited, as search knows it once the effects are carried out."""

    def citations(document):
        worked()
        return StoredEntry.objects.get(pk=document.pk).citations

    return citations


def test_texts_count_for_the_document_that_they_may_mean(news_section, directive_2002, directive_2007, cited):
    publish(ArticleFactory(parent=news_section, live=False, body=text("Chỉ thị 10-CT/TW ngày 30/3/2007 và 10-CT/TW.")))
    publish(ArticleFactory(parent=news_section, live=False, body=text("Theo Chỉ thị 10-CT/TW ngày 30/3/2007.")))
    assert (cited(directive_2007), cited(directive_2002)) == (2, 0)


def test_a_text_that_says_something_else_or_goes_counts_no_more(news_section, directive_2007, cited):
    article = publish(ArticleFactory(parent=news_section, live=False, body=text("Chỉ thị 10-CT/TW ngày 30/3/2007")))
    assert cited(directive_2007) == 1
    article.body = text("Không nhắc gì.")
    publish(article)
    assert cited(directive_2007) == 0
    article.body = text("Chỉ thị 10-CT/TW ngày 30/3/2007")
    publish(article)
    assert cited(directive_2007) == 1
    article.unpublish()
    assert cited(directive_2007) == 0


def test_a_page_that_is_deleted_counts_no_more(news_section, directive_2007, cited):
    article = publish(ArticleFactory(parent=news_section, live=False, body=text("Chỉ thị 10-CT/TW ngày 30/3/2007")))
    assert cited(directive_2007) == 1
    article.delete()
    assert cited(directive_2007) == 0


def test_what_a_person_decided_is_meant(news_section, directive_2002, directive_2007, cited):
    article = publish(ArticleFactory(parent=news_section, live=False, body=text("Theo Chỉ thị 10-CT/TW.")))
    assert (cited(directive_2007), cited(directive_2002)) == (1, 1)
    staff = get_user_model().objects.create_user("vanthu")
    decide(Mention.objects.get(page=article.pk), directive_2002, by=staff)
    assert (cited(directive_2007), cited(directive_2002)) == (0, 1)
    leave_open(Mention.objects.get(page=article.pk), by=staff)
    assert (cited(directive_2007), cited(directive_2002)) == (1, 1)


def test_one_text_more_says_nothing_of_what_is_cited_often(news_section, directive_2007, cited):
    for _number in range(4):
        publish(ArticleFactory(parent=news_section, live=False, body=text("Chỉ thị 10-CT/TW ngày 30/3/2007")))
    assert cited(directive_2007) == 4
    Effect.objects.all().delete()
    fifth = publish(ArticleFactory(parent=news_section, live=False, body=text("Chỉ thị 10-CT/TW ngày 30/3/2007")))
    project([fifth.pk])
    written = [effect.payload["pages"] for effect in Effect.objects.filter(kind="search.page")]
    assert [pages for pages in written if directive_2007.pk in pages] == []


def test_nothing_follows_from_being_cited(news_section, directive_2007, cited):
    publish(ArticleFactory(parent=news_section, live=False, body=text("Chỉ thị 10-CT/TW ngày 30/3/2007")))
    assert cited(directive_2007) == 1
    Effect.objects.all().delete()
    project([directive_2007.pk])
    assert not Effect.objects.filter(kind="search.page").exists()
