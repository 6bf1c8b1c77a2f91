"""The admin's list of articles: narrowed by section, author, status and date, and the same work at any size."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.editorial.roles import REPORTER, group_of
from tests.factories import ArticleFactory, SectionFactory, many_articles, publish

ZONE = timezone.get_default_timezone()


@pytest.fixture
def listed(admin_client):
    """Titles listed for a query string."""

    def ask(**query):
        response = admin_client.get(reverse("articles:index_results"), query)
        assert response.status_code == 200
        return {article.title for article in response.context["object_list"]}

    return ask


@pytest.fixture
def articles(news_section):
    inner = SectionFactory(parent=news_section, title="Kiểm tra, giám sát")
    elsewhere = SectionFactory(parent=news_section.get_parent(), title="Văn hoá")
    publish(
        ArticleFactory(
            parent=news_section,
            title="Bài một",
            author_name="Trúc Linh",
            published_on=datetime(2024, 3, 1, tzinfo=ZONE),
        )
    )
    publish(
        ArticleFactory(
            parent=inner, title="Bài hai", author_name="Đỗ Hà", published_on=datetime(2024, 5, 1, tzinfo=ZONE)
        )
    )
    ArticleFactory(parent=elsewhere, title="Bài ba", live=False, published_on=None, review_note="Thiếu ngày đăng")
    return {"inner": inner, "elsewhere": elsewhere}


def test_all_are_listed_newest_first_with_their_section_and_views(articles, admin_client):
    response = admin_client.get(reverse("articles:index"))
    page = response.content.decode()
    assert page.index("Bài hai") < page.index("Bài một")
    for shown in ("Kiểm tra, giám sát", "Trúc Linh", "Lượt xem"):
        assert shown in page


def test_a_section_includes_those_below_it(articles, listed, news_section):
    assert listed(section=news_section.pk) == {"Bài một", "Bài hai"}
    assert listed(section=articles["inner"].pk) == {"Bài hai"}


def test_author_is_found_without_diacritics(articles, listed):
    assert listed(author="do ha") == {"Bài hai"}
    assert listed(author="Trúc") == {"Bài một"}


def test_status(articles, listed, news_section):
    later = ArticleFactory(parent=news_section, title="Bài hẹn", live=False)
    later.go_live_at = timezone.now() + timedelta(hours=1)
    later.save_revision().publish()
    gone = publish(ArticleFactory(parent=news_section, title="Bài cũ"))
    type(gone).objects.filter(pk=gone.pk).update(live=False, expired=True)
    changed = publish(ArticleFactory(parent=news_section, title="Bài sửa"))
    changed.save_revision()
    assert listed(status="live") == {"Bài một", "Bài hai", "Bài sửa"}
    assert listed(status="changed") == {"Bài sửa"}
    assert listed(status="draft") == {"Bài ba"}
    assert listed(status="scheduled") == {"Bài hẹn"}
    assert listed(status="expired") == {"Bài cũ"}
    assert listed(status="check") == {"Bài ba"}


def test_period(articles, listed):
    assert listed(published_on_from="2024-04-01", published_on_to="2024-05-01") == {"Bài hai"}


def test_search_needs_no_diacritics_and_joins_the_filters(articles, listed, news_section):
    assert listed(q="bai mot") == {"Bài một"}
    assert listed(q="bai", section=articles["elsewhere"].pk) == {"Bài ba"}


@pytest.mark.parametrize("query", [{"p": "abc"}, {"p": "-1"}, {"p": "1000000000"}, {"ordering": "nonsense"}])
def test_odd_addresses_do_not_break_it(articles, admin_client, query):
    assert admin_client.get(reverse("articles:index"), query).status_code in {200, 404}


@pytest.mark.parametrize("field", ["section", "published_on_from", "published_on_to"])
@pytest.mark.parametrize(
    "typed", ["9" * 25, "9" * 5000, "0001-01-01", "9999-12-31", "01/01/0001", "31/12/9999", "-1", "x"]
)
def test_a_filter_that_cannot_be_is_no_failure(articles, admin_client, field, typed):
    for address in ("articles:index", "articles:index_results"):
        assert admin_client.get(reverse(address), {field: typed}).status_code == 200


def test_reporter_sees_the_list_and_a_reader_does_not(articles, client, django_user_model):
    user = django_user_model.objects.create_user("phongvien", password="x")
    client.force_login(user)
    assert client.get(reverse("articles:index")).status_code == 302
    user.groups.add(group_of(REPORTER))
    assert client.get(reverse("articles:index")).status_code == 200


def queries(client, **query):
    client.get(reverse("articles:index"), query)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(reverse("articles:index"), query)
    assert response.status_code == 200
    assert len(response.context["object_list"]) <= 50
    return len(asked)


@pytest.mark.slow
def test_the_same_queries_at_a_hundred_and_ten_thousand(news_section, admin_client):
    start = datetime(2023, 1, 1, tzinfo=ZONE)
    asked = ({}, {"q": "chi bo"}, {"section": news_section.pk, "status": "live"}, {"status": "scheduled"})
    many_articles(news_section, 100, start)
    call_command("update_index", verbosity=0)
    few = [queries(admin_client, **query) for query in asked]
    many_articles(news_section, 9_900, start + timedelta(hours=100))
    call_command("update_index", verbosity=0)
    assert [queries(admin_client, **query) for query in asked] == few
    assert max(few) <= 30
