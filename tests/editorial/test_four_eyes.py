"""Nothing goes live that only its author has seen, by whatever road."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment, Page, PageLogEntry, Workflow

from news.models import Article
from portal.editorial.authors import authors_since_live
from portal.editorial.changes.services import give_reason
from portal.editorial.content import digest_of, digest_of_revision
from portal.editorial.errors import FourEyesViolated, NotAnApprover, NotApproved, OwnText
from portal.editorial.guard import violations
from portal.editorial.models import Approval
from portal.editorial.roles import CHIEF, REPORTER
from portal.editorial.services import approve
from portal.models import HomePage, StandardPage
from portal.publishing import publish_scheduled
from portal.registry import PartlyDone
from tests.editorial.conftest import Desk, fresh, person

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

BODY = [{"type": "paragraph", "value": "<p>Chi bộ họp bàn việc làm đường.</p>"}]


# Who approves


def test_the_chief_approves_what_a_reporter_wrote(desk: Desk):
    article = desk.live()
    assert article.live
    approval = Approval.objects.get(page=article, kind="approval")
    assert approval.by == desk.chief
    assert list(approval.authors.all()) == [desk.reporter]


def test_an_author_cannot_approve_his_own_text(desk: Desk):
    article = desk.rewrite(desk.draft(), by=desk.chief)
    with pytest.raises(OwnText, match="người khác duyệt"):
        approve(article, by=desk.chief)
    assert desk.publish(article, by=desk.deputy).live


def test_an_author_who_is_in_the_chiefs_group_too_cannot(desk: Desk):
    both = person("vuaviet", REPORTER, CHIEF)
    with pytest.raises(OwnText):
        approve(desk.draft(by=both), by=both)


@pytest.mark.parametrize("who", ["reporter", "editor"])
def test_others_approve_nothing(desk: Desk, who):
    article = desk.draft(by=desk.deputy)
    with pytest.raises(NotAnApprover):
        approve(article, by=getattr(desk, who))


def test_a_signed_off_account_approves_nothing(desk: Desk):
    User.objects.filter(pk=desk.chief.pk).update(is_active=False)
    desk.chief.refresh_from_db()
    with pytest.raises(NotAnApprover):
        approve(desk.draft(), by=desk.chief)


def test_a_superuser_approves_only_by_a_setting_and_it_is_logged(desk: Desk, administrator, settings):
    article = desk.draft(by=administrator)
    with pytest.raises(NotAnApprover):
        approve(article, by=administrator)
    settings.FOUR_EYES_SUPERUSER_MAY_OVERRIDE = True
    assert approve(article, by=administrator).kind == "override"
    entry = PageLogEntry.objects.get(action="portal.four_eyes.override")
    assert (entry.user, entry.page_id) == (administrator, article.pk)


def test_saving_without_a_change_makes_nobody_an_author(desk: Desk):
    article = desk.draft(body=BODY)
    for _autosave in range(3):
        article = desk.rewrite(article, by=desk.chief, title=article.draft_title)
    assert authors_since_live(article) == {desk.reporter.pk}
    assert desk.publish(article).live


def test_an_autosave_that_goes_back_to_the_others_text_is_no_authorship(desk: Desk):
    article = desk.draft()
    page = fresh(article)
    page.title = "Một chữ khác"
    mine = page.save_revision(user=desk.chief)
    again = fresh(article).get_latest_revision_as_object()
    again.title = article.title
    again.save_revision(user=desk.chief, overwrite_revision=mine)
    assert authors_since_live(fresh(article)) == {desk.reporter.pk}


def test_the_schedule_comments_and_locks_are_not_the_text(desk: Desk):
    article = desk.draft()
    page = article.get_latest_revision_as_object()
    page.go_live_at, page.expire_at = timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=9)
    page.locked, page.review_note = True, ""
    page.save_revision(user=desk.chief)
    Comment.objects.create(page=article, user=desk.chief, text="Nên rõ hơn", contentpath="sapo")
    assert authors_since_live(fresh(article)) == {desk.reporter.pk}


def test_the_published_date_is_the_text_when_a_person_types_it(desk: Desk):
    article = desk.live()
    assert article.published_on is not None
    changed = desk.rewrite(
        article, by=desk.chief, title=article.title, published_on=article.published_on - timedelta(3)
    )
    with pytest.raises(OwnText):
        approve(changed, by=desk.chief)
    with pytest.raises(NotApproved):
        changed.get_latest_revision().publish()


def test_the_date_that_the_portal_fills_in_needs_no_second_approval(desk: Desk):
    article = desk.live()
    assert digest_of(article) == digest_of_revision(article.live_revision)
    assert {row.kind for row in Approval.objects.filter(page=article, digest=digest_of(article))} == {"completion"}
    article.save()
    assert violations() == []


def test_only_changes_since_the_last_live_version_count(desk: Desk):
    article = desk.publish(desk.rewrite(desk.draft(), by=desk.deputy), by=desk.chief)
    article = desk.rewrite(article, by=desk.reporter)
    assert authors_since_live(article) == {desk.reporter.pk}
    assert desk.publish(article, by=desk.deputy).live


def test_a_page_taken_down_remembers_what_was_live_last(desk: Desk):
    article = desk.publish(desk.rewrite(desk.draft(), by=desk.deputy), by=desk.chief)
    article.unpublish(user=desk.chief)
    article = desk.rewrite(article, by=desk.reporter)
    assert authors_since_live(article) == {desk.reporter.pk}


def test_bringing_back_ones_own_old_draft_by_another_hand_is_no_way_round(desk: Desk):
    article = desk.live()
    mine = desk.rewrite(article, by=desk.chief, title="Chữ của trưởng ban").get_latest_revision()
    theirs = desk.rewrite(article, by=desk.reporter, title="Chữ của phóng viên")
    mine.as_object().save_revision(user=desk.reporter, previous_revision=mine)
    with pytest.raises(OwnText):
        approve(fresh(theirs), by=desk.chief)


def test_an_older_version_that_was_passed_over_keeps_its_authors(desk: Desk):
    article = desk.draft()
    mine = desk.rewrite(article, by=desk.chief).get_latest_revision()
    desk.publish(desk.rewrite(article, by=desk.reporter), by=desk.deputy)
    with pytest.raises(OwnText):
        approve(mine, by=desk.chief)


# Roads to being live


def _save(article: Article, **values) -> None:
    page = fresh(article)
    page.live = True
    page.save(**values)


def _save_row_of_all_types(article: Article) -> None:
    page = Page.objects.get(pk=article.pk)
    page.live = True
    page.save()


ROADS = {
    "revision.publish": lambda article, desk: article.get_latest_revision().publish(),
    "revision.publish by the chief": lambda article, desk: article.get_latest_revision().publish(user=desk.chief),
    "page.publish past permissions": lambda article, desk: article.publish(
        article.get_latest_revision(), skip_permission_checks=True
    ),
    "page.save": lambda article, desk: _save(article),
    "page.save(clean=False)": lambda article, desk: _save(article, clean=False),
    "page.save of one field": lambda article, desk: _save(article, update_fields=["live"]),
    "the row that all types share": lambda article, desk: _save_row_of_all_types(article),
}


@pytest.mark.parametrize("road", ROADS)
def test_no_road_in_code_makes_a_draft_live(desk: Desk, road):
    article = desk.draft()
    with pytest.raises(NotApproved, match="chưa được duyệt"):
        ROADS[road](article, desk)
    assert not fresh(article).live


@pytest.mark.parametrize("values", [{"title": "Khác"}, {"sapo": "<p>Khác</p>"}, {"slug": "khac"}, {"body": BODY}])
def test_no_live_page_is_changed_past_its_revisions(desk: Desk, values):
    article = desk.live()
    for name, value in values.items():
        setattr(article, name, value)
    with pytest.raises(NotApproved):
        article.save()
    with pytest.raises(NotApproved):
        article.save(update_fields=list(values), clean=False)
    assert violations() == []


def test_tags_and_corrections_are_text_too(desk: Desk):
    article = desk.live()
    article.tags.add("Nông thôn mới")
    with pytest.raises(NotApproved):
        article.save()


def test_a_new_page_does_not_begin_live(desk: Desk):
    with pytest.raises(NotApproved):
        desk.section.add_child(instance=Article(title="Bài mới", slug="bai-moi"))
    assert not Article.objects.exists()


def test_taking_down_and_publishing_again_what_was_approved_is_free(desk: Desk):
    article = desk.live()
    article.unpublish(user=desk.chief)
    fresh(article).get_latest_revision().publish(user=desk.chief)
    assert fresh(article).live


def test_what_was_changed_between_approval_and_publication_stays_a_draft(desk: Desk):
    article = desk.draft()
    approve(article, by=desk.chief)
    desk.rewrite(article, by=desk.reporter)
    with pytest.raises(NotApproved):
        fresh(article).get_latest_revision().publish(user=desk.chief)


def test_an_older_version_may_be_approved_and_that_one_goes_live(desk: Desk):
    article = desk.draft()
    older = article.get_latest_revision()
    desk.rewrite(article, by=desk.reporter)
    approve(older, by=desk.chief)
    older.publish(user=desk.chief)
    assert fresh(article).title == article.title


def test_a_reverted_version_that_was_live_before_may_be_live_again(desk: Desk):
    article = desk.live()
    first = article.live_revision
    article = desk.publish(desk.rewrite(article, by=desk.reporter))
    give_reason(article, "Trở lại bản trước", by=desk.chief)
    first.as_object().save_revision(user=desk.chief, previous_revision=first).publish(user=desk.chief)
    assert fresh(article).title == first.object_str


def test_the_scheduler_publishes_what_was_approved(desk: Desk):
    article = desk.draft(go_live_at=timezone.now() + timedelta(hours=1))
    desk.publish(article)
    revision = fresh(article).scheduled_revision
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(seconds=1))
    content = {**revision.content, "go_live_at": None}
    type(revision).objects.filter(pk=revision.pk).update(content=content)
    publish_scheduled()
    assert fresh(article).live


def test_the_scheduler_publishes_nothing_else_and_says_so(desk: Desk):
    article = desk.draft()
    revision = article.get_latest_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(seconds=1))
    with pytest.raises(PartlyDone) as partly:
        publish_scheduled()
    assert "chưa được duyệt" in partly.value.problems[0]
    assert not fresh(article).live


# Copies and aliases


def test_a_copy_that_is_to_stay_live_is_another_text(desk: Desk):
    article = desk.live()
    with pytest.raises(NotApproved):
        article.copy(keep_live=True, update_attrs={"slug": "ban-sao"}, user=desk.chief)
    copied = article.copy(keep_live=False, update_attrs={"slug": "ban-sao"}, user=desk.chief)
    assert not copied.live


def test_an_alias_shows_what_its_original_was_approved_with(desk: Desk):
    article = desk.live()
    alias = article.create_alias(parent=desk.section, update_slug="bai-lap-lai", user=desk.chief)
    assert fresh(alias).live
    article = desk.publish(desk.rewrite(article, by=desk.reporter, title="Chi bộ họp thêm"))
    assert fresh(alias).title == "Chi bộ họp thêm"
    assert violations() == []


def test_an_alias_that_becomes_a_page_of_its_own_keeps_its_approval(desk: Desk):
    from wagtail.actions.convert_alias import ConvertAliasPageAction

    alias = desk.live().create_alias(update_slug="bai-lap-lai", user=desk.chief)
    page = ConvertAliasPageAction(fresh(alias), user=desk.chief).execute()
    assert fresh(page).live
    desk.rewrite(page, by=desk.chief)
    with pytest.raises(OwnText):
        approve(fresh(page), by=desk.chief)


def test_an_alias_cannot_be_changed_past_its_original(desk: Desk):
    alias = fresh(desk.live().create_alias(update_slug="bai-lap-lai", user=desk.chief))
    alias.title = "Khác"
    with pytest.raises(NotApproved):
        alias.save()


# Where no workflow applies


def test_pages_without_a_workflow_are_not_checked(desk: Desk):
    article = desk.draft()
    Workflow.objects.get(known_as__code="editorial").deactivate()
    article.get_latest_revision().publish()
    assert fresh(article).live


def test_what_was_live_before_the_rule_stays_and_its_next_change_is_approved(home: HomePage, desk: Desk):
    assert Approval.objects.get(page=home).kind == "baseline"
    fresh(home).save()
    page = fresh(home)
    page.title = "Cổng mới"
    with pytest.raises(NotApproved):
        page.save()


def test_a_save_that_leaves_a_page_live_asks_two_queries_more(desk: Desk, monkeypatch):
    from contextlib import nullcontext

    article = desk.live()
    revision = article.get_latest_revision()
    page = revision.as_object()
    with CaptureQueriesContext(connection) as guarded:
        page.save()
    page = revision.as_object()
    monkeypatch.setattr("portal.models.base.approved_to_be_live", lambda *args: nullcontext())
    with CaptureQueriesContext(connection) as bare:
        page.save()
    assert len(guarded) - len(bare) <= 2


def test_the_errors_are_errors_of_a_form(desk: Desk):
    assert issubclass(FourEyesViolated, ValidationError)
    assert list(NotApproved("Bài").message_dict) == ["__all__"]
    assert StandardPage().get_workflow() is None
