"""`Hẹn giờ`: a moment that is over already is a slip of the pen, and would publish at once what was to wait."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article, Section
from portal.text import in_viet_nam
from tests.factories import ArticleFactory
from tests.reading import edit_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(news_section: Section) -> Article:
    draft = ArticleFactory(parent=news_section, live=False, published_on=None)
    draft.save_revision()
    return draft


def schedule(client: Client, page: Article, moment: datetime, **more: str) -> str:
    """Save the form with this moment; returns what is wrong with it, as the form says."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = edit_form(client.get(address)) | {"go_live_at": f"{in_viet_nam(moment):%d/%m/%Y %H:%M}", **more}
    response = client.post(address, sent)
    return "" if response.status_code == 302 else str(response.context["form"].errors)


def kept(page: Article) -> Article:
    latest: Article = Article.objects.get(pk=page.pk).get_latest_revision_as_object()
    return latest


def test_a_moment_that_is_over_is_not_taken(client: Client, administrator: User, draft: Article):
    client.force_login(administrator)
    assert "Giờ này đã qua" in schedule(client, draft, timezone.now() - timedelta(days=365))
    assert kept(draft).go_live_at is None


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(hours=1)])
def test_this_minute_and_what_is_to_come_are(client: Client, administrator: User, draft: Article, ahead: timedelta):
    client.force_login(administrator)
    assert schedule(client, draft, timezone.now() + ahead) == ""
    assert kept(draft).go_live_at is not None


def test_a_moment_that_passed_while_the_text_waited_holds_nobody_up(
    client: Client, administrator: User, draft: Article
):
    draft.go_live_at = timezone.now().replace(second=0, microsecond=0) - timedelta(hours=1)
    draft.save_revision()
    client.force_login(administrator)
    assert schedule(client, draft, draft.go_live_at, kicker="Từ cơ sở") == ""
    assert kept(draft).kicker == "Từ cơ sở"
