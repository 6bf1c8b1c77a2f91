"""The check of what is live reads everything each time, works out only what is new, and misses nothing."""

import json

import pytest
from django.db import connection

from news.models import Article
from portal.editorial import content, remembered
from portal.editorial.guard import violations
from portal.editorial.models import ReadContent
from tests.editorial.conftest import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

TEXTS = ["wagtailcore_page SET title", "wagtailcore_page SET slug", "news_article SET sapo", "news_article SET body"]


def write_past_the_models(what: str, value: str, pk: int) -> None:
    key = "id" if what.startswith("wagtailcore") else "page_ptr_id"
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {what} = %s WHERE {key} = %s", [value, pk])


@pytest.fixture
def worked_out(monkeypatch) -> list[str]:
    """The titles of the pages whose digest was worked out."""
    titles: list[str] = []
    digest = content.digest

    def noted(model, stored):
        titles.append(stored["title"])
        return digest(model, stored)

    monkeypatch.setattr(content, "digest", noted)
    return titles


@pytest.mark.parametrize("what", TEXTS)
def test_what_is_written_past_the_models_after_a_check_is_found_by_the_next(desk: Desk, what):
    article = desk.live()
    assert violations() == []
    value = json.dumps([{"type": "paragraph", "value": "<p>Khác</p>", "id": "1"}]) if "body" in what else "khac"
    write_past_the_models(what, value, article.pk)
    assert [page.pk for page in violations()] == [article.pk]
    assert [page.pk for page in violations()] == [article.pk], "and by the one after that"


def test_children_count_too(desk: Desk):
    article = desk.live()
    assert violations() == []
    type(article).tags.through.objects.create(content_object=article, tag=_tag())
    assert [page.pk for page in violations()] == [article.pk]


def _tag():
    from taggit.models import Tag

    return Tag.objects.create(name="Nông thôn mới", slug="nong-thon-moi")


def test_what_was_put_back_is_approved_again(desk: Desk):
    article = desk.live()
    violations()
    write_past_the_models("wagtailcore_page SET title", "Khác", article.pk)
    violations()
    write_past_the_models("wagtailcore_page SET title", article.title, article.pk)
    assert violations() == []


def test_an_approval_that_is_gone_is_missed_at_once(desk: Desk):
    article = desk.live()
    violations()
    article.approvals.all().delete()
    assert [page.pk for page in violations()] == [article.pk]


def test_only_what_changed_is_worked_out_anew(desk: Desk, worked_out):
    desk.live()
    second = desk.live(title="Bài hai", slug="bai-hai")
    violations()
    worked_out.clear()
    violations()
    assert worked_out == []
    write_past_the_models("wagtailcore_page SET title", "Khác", second.pk)
    violations()
    assert worked_out == ["Khác"]


def test_other_rules_work_everything_out_anew(desk: Desk, worked_out, monkeypatch):
    article = desk.live()
    violations()
    worked_out.clear()
    monkeypatch.setattr(remembered, "_rules", lambda model: b"another version")
    violations()
    assert article.title in worked_out


def test_another_definition_of_a_block_is_another_rule(monkeypatch):
    before = remembered._rules.__wrapped__(Article)
    assert remembered._rules.__wrapped__(Article) == before
    field = Article._meta.get_field("body")
    monkeypatch.setattr(field, "deconstruct", lambda: ("body", "x", [], {"block_lookup": {0: ("other", (), {})}}))
    assert remembered._rules.__wrapped__(Article) != before


def test_pages_that_are_not_live_are_forgotten(desk: Desk):
    article = desk.live()
    violations()
    assert ReadContent.objects.filter(pk=article.pk).exists()
    article.unpublish(user=desk.chief)
    violations()
    assert not ReadContent.objects.filter(pk=article.pk).exists()
