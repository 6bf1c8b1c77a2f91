"""An article's date is when readers first saw it, and readers cannot have seen it tomorrow."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.factories import ArticleFactory


def test_a_date_in_the_future_is_refused(news_section):
    with pytest.raises(ValidationError, match="tương lai"):
        ArticleFactory(parent=news_section, published_on=timezone.now() + timedelta(days=1))


def test_a_scheduled_article_may_bear_the_date_of_its_schedule(news_section):
    soon = timezone.now() + timedelta(days=1)
    article = ArticleFactory(parent=news_section, published_on=soon, go_live_at=soon, live=False)
    assert article.ordered_at == soon


def test_clearing_a_date_of_the_future_gives_the_place_up(news_section):
    soon = timezone.now() + timedelta(days=1)
    article = ArticleFactory(parent=news_section, published_on=soon, go_live_at=soon, live=False)
    article.go_live_at = article.published_on = None
    article.save()
    assert article.ordered_at <= timezone.now()
