"""Every road to being live, and whether a text takes it that only its author has seen.

A road that is closed to it is open to what somebody else approved, where the road exists for that at all. Beside each
stands what is recorded: the approval by its kind, and the line of the audit. The importer's road, with and without
``--approved-by``, is tried in ``tests/news/importers/test_import_approval.py``.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction
from wagtail.models import DraftStateMixin, Page, Revision, Workflow, WorkflowPage, WorkflowTask

from news.models import Article, Section
from portal.editorial.audit.models import Entry
from portal.editorial.authors import authors_since_live
from portal.editorial.changes.services import give_reason
from portal.editorial.errors import AliasNotApproved, NotApproved, OwnText, PlaceNotApproved
from portal.editorial.models import Approval, ChiefApprovalTask
from portal.editorial.roles import EDITOR, group_of
from portal.editorial.services import approve, submit
from portal.publishing import publish_scheduled
from portal.registry import PartlyDone
from tests.editorial.conftest import Desk, client_of, fresh, send
from tests.factories import SectionFactory
from tests.reading import edit_form

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

LATER = timedelta(days=1)


@dataclass
class Map:
    """Where roads begin: the desk, and a section that another workflow applies to, whose last step is the editors'."""

    desk: Desk
    forum: Section

    def waiting(self) -> Article:
        return self.desk.waiting()

    def approved(self) -> Article:
        article = self.desk.draft()
        approve(article, by=self.desk.chief)
        return fresh(article)


@pytest.fixture
def roads(desk: Desk) -> Map:
    forum = SectionFactory(parent=desk.section.get_parent(), title="Diễn đàn", slug="dien-dan")
    task = ChiefApprovalTask.objects.create(name="Ban chủ nhiệm duyệt")
    task.groups.add(group_of(EDITOR))
    workflow = Workflow.objects.create(name="Quy trình diễn đàn")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(page=forum, workflow=workflow)
    return Map(desk, fresh(forum))


# Roads: each takes a text as far as it goes, and gives the page that would be live


def _form(article: Article, desk: Desk) -> Article:
    send(desk.chief, article, **{"action-publish": "x"})
    return article


def _new_page(desk: Desk) -> Article:
    address = reverse("wagtailadmin_pages:add", args=["news", "article", desk.section.pk])
    client = client_of(desk.chief)
    fields = edit_form(client.get(address))
    client.post(address, fields | {"title": "Bài mới", "slug": "bai-moi", "action-publish": "x"})
    return Article.objects.get(slug="bai-moi")


def _autosave_then_approve(desk: Desk) -> Article:
    """The chief opens what waits for him; the editor saves a word of his by itself; he approves."""
    article = desk.waiting()
    client, address = client_of(desk.chief), reverse("wagtailadmin_pages:edit", args=[article.pk])
    fields = edit_form(client.get(address)) | {"title": "Chữ của trưởng ban"}
    saved = client.post(address, fields, headers={"accept": "application/json"})
    assert json.loads(saved.content)["success"], saved.content
    fields |= {"overwrite_revision_id": str(fresh(article).latest_revision_id)}
    client.post(address, fields | {"action-workflow-action": "true", "workflow-action-name": "approve"})
    return article


def _own_step(desk: Desk) -> Article:
    article = desk.draft(by=desk.chief)
    submit(article, by=desk.chief)
    desk.step(article, desk.editor, "approve")
    desk.step(article, desk.chief, "approve")
    return article


def _bulk(article: Article, desk: Desk) -> Article:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client_of(desk.chief).post(f"{address}?id={article.pk}", {"include_descendants": ""})
    return article


def _api(article: Article, desk: Desk) -> Article:
    address = reverse("wagtailadmin_api:pages:action", args=[article.pk, "publish"])
    client_of(desk.chief).post(address, {}, content_type="application/json")
    return article


def _action(article: Article, desk: Desk) -> Article:
    PublishPageRevisionAction(article.get_latest_revision(), user=desk.chief).execute()
    return article


def _past_permissions(article: Article, desk: Desk) -> Article:
    PublishPageRevisionAction(article.get_latest_revision()).execute(skip_permission_checks=True)
    return article


def _copy(page: Page, desk: Desk, *, recursive: bool = False) -> Page:
    attributes = {"slug": "ban-sao"}
    return CopyPageAction(page, recursive=recursive, keep_live=True, update_attrs=attributes, user=desk.chief).execute()


def _section_with_live_article(desk: Desk) -> Section:
    """The section itself is a draft."""
    below = SectionFactory(parent=fresh(desk.section), title="Kiểm tra, giám sát", slug="kiem-tra-giam-sat", live=False)
    below.save_revision()
    desk.live(parent=fresh(below))
    return fresh(below)


def _alias(article: Article, desk: Desk) -> Article:
    Page.objects.filter(pk=article.pk).update(live=True)
    return CreatePageAliasAction(fresh(article), update_slug="lap-lai", user=desk.chief).execute()


def _alias_follows(roads: Map) -> Article:
    """It stands where the chief has no say; its original is published anew."""
    group_of(EDITOR).user_set.add(roads.desk.chief)
    article = roads.desk.live()
    alias = CreatePageAliasAction(article, parent=roads.forum, update_slug="lap-lai", user=roads.desk.chief).execute()
    group_of(EDITOR).user_set.remove(roads.desk.chief)
    roads.desk.publish(roads.desk.rewrite(article, by=roads.desk.reporter, title="Chỉ toà soạn duyệt"))
    return fresh(alias)


def _alias_made_own(desk: Desk) -> Article:
    """The chief's draft as an alias, made a page of its own by the editor, whose text it then would be."""
    alias = CreatePageAliasAction(desk.draft(by=desk.chief), update_slug="lap-lai", user=desk.chief).execute()
    page = ConvertAliasPageAction(alias, user=desk.editor).execute()
    return desk.publish(page)


def _move(page: Page, roads: Map) -> Page:
    MovePageAction(page, roads.forum, pos="last-child", user=roads.desk.chief).execute()
    return page


def _moved_while_down(roads: Map) -> Article:
    article = roads.desk.live()
    article.unpublish(user=roads.desk.chief)
    _move(fresh(article), roads)
    return _action(fresh(article), roads.desk)


def _moved_as_draft(roads: Map) -> Article:
    """Approved by those who decide in the forum, moved to where they do not."""
    article = roads.desk.draft(parent=roads.forum)
    approve(article, by=roads.desk.editor)
    fresh(article).move(roads.desk.section, pos="last-child")
    return _action(fresh(article), roads.desk)


def _revert(desk: Desk) -> Article:
    """The chief's own old text, brought back by the reporter, approved by the chief."""
    article = desk.live()
    mine = desk.rewrite(article, by=desk.chief, title="Chữ của trưởng ban").get_latest_revision()
    theirs = desk.rewrite(article, by=desk.reporter, title="Chữ của phóng viên")
    RevertToPageRevisionAction(theirs, mine, user=desk.editor).execute()
    desk.publish(fresh(article))
    return article


def _appointed(article: Article, desk: Desk, *, by_api: bool) -> Article:
    """Nobody shall find out only when its time has come."""
    page = article.get_latest_revision_as_object()
    page.go_live_at, page.title = timezone.now() + LATER, "Chữ của phóng viên"
    page.save_revision(user=desk.reporter)
    give_reason(page, "Bổ sung số liệu", by=desk.reporter)
    (_api if by_api else _action)(fresh(article), desk)
    assert fresh(article).scheduled_revision is None
    return article


def _at_its_time(article: Article, run: Callable[[], object]) -> Article:
    due = timezone.now() - timedelta(seconds=1)
    Revision.objects.filter(pk=article.latest_revision_id).update(approved_go_live_at=due)
    run()
    return article


def _superuser(desk: Desk, *, may_override: bool) -> Article:
    desk.chief.is_superuser = True
    desk.chief.save()
    with override_settings(FOUR_EYES_SUPERUSER_MAY_OVERRIDE=may_override):
        return desk.publish(desk.draft(by=desk.chief))


def _other_workflow(roads: Map) -> Article:
    """Approved under the forum's, which the committee then takes away."""
    article = roads.desk.draft(parent=roads.forum)
    approve(article, by=roads.desk.editor)
    WorkflowPage.objects.filter(page=roads.forum).delete()
    return _action(fresh(article), roads.desk)


def _no_workflow(desk: Desk) -> Article:
    """The administrators answer for it; the audit has it."""
    article = desk.draft()
    Workflow.objects.get(known_as__code="editorial").deactivate()
    return _action(article, desk)


def _changed_since(roads: Map) -> Article:
    return _action(roads.desk.rewrite(roads.approved(), by=roads.desk.reporter), roads.desk)


def _purged(desk: Desk) -> Article:
    """The chief wrote it, the reporter changed a word; then the versions that tell so are to be deleted."""
    article = desk.draft(by=desk.chief)
    desk.rewrite(article, by=desk.reporter)
    article.revisions.exclude(pk=fresh(article).latest_revision_id).delete()
    return desk.publish(article)


def _shell(article: Article) -> Article:
    article.live = True
    article.save()
    return article


def _shell_text(desk: Desk) -> Article:
    article = desk.live()
    article.title = "Chữ không ai duyệt"
    article.save()
    return article


LIVE, DRAFT = "goes live", "stays a draft"


@dataclass(frozen=True)
class Road:
    """``ends``: live, a draft, or refused by this error. What goes live leaves an approval and a line in the audit."""

    walk: Callable[[Map], Page]
    ends: str | type[Exception] = NotApproved
    approval: str = ""
    audited: str = ""


APPROVED = (LIVE, "approval", "wagtail.publish")
AT_ITS_TIME = (LIVE, "approval", "wagtail.publish.scheduled")


def _command() -> None:
    call_command("publish_scheduled")


R = Road
#: The road, who takes it and with what; where it ends, the kind of approval, the line in the audit.
ROADS = {
    "the form, chief": R(lambda m: _form(m.desk.draft(), m.desk), DRAFT),
    "the form, chief, approved": R(lambda m: _form(m.approved(), m.desk), *APPROVED),
    "the form of a new page, chief": R(lambda m: _new_page(m.desk), DRAFT),
    "an autosave of the approver, his approval": R(lambda m: _autosave_then_approve(m.desk), DRAFT),
    "the last step, chief, another's text": R(lambda m: m.desk.step(m.waiting(), m.desk.chief, "approve"), *APPROVED),
    "the last step, chief, his own text": R(lambda m: _own_step(m.desk), OwnText),
    "bulk publishing, chief": R(lambda m: _bulk(m.desk.draft(), m.desk), DRAFT),
    "bulk publishing, chief, approved": R(lambda m: _bulk(m.approved(), m.desk), *APPROVED),
    "the admin's interface, chief": R(lambda m: _api(m.desk.draft(), m.desk), DRAFT),
    "the admin's interface, chief, approved": R(lambda m: _api(m.approved(), m.desk), *APPROVED),
    "Wagtail's action, chief": R(lambda m: _action(m.desk.draft(), m.desk)),
    "Wagtail's action, past all permissions": R(lambda m: _past_permissions(m.desk.draft(), m.desk)),
    "a copy kept live, chief": R(lambda m: _copy(m.desk.live(), m.desk)),
    "a copy kept live with all below, chief": R(
        lambda m: _copy(_section_with_live_article(m.desk), m.desk, recursive=True)
    ),
    "an alias of what nobody approved": R(lambda m: _alias(m.desk.draft(), m.desk)),
    "an alias of what is approved": R(
        lambda m: CreatePageAliasAction(m.desk.live(), update_slug="lap-lai", user=m.desk.chief).execute(),
        *(LIVE, "alias", "wagtail.create_alias"),
    ),
    "an alias that follows under another workflow": R(_alias_follows),
    "an alias of the chief's draft made a page by the editor": R(lambda m: _alias_made_own(m.desk), AliasNotApproved),
    "a live page moved under another workflow": R(lambda m: _move(m.desk.live(), m), PlaceNotApproved),
    "a section moved with what is live below": R(
        lambda m: _move(_section_with_live_article(m.desk), m), PlaceNotApproved
    ),
    "taken down, moved under another workflow, published": R(_moved_while_down),
    "approved, moved under another workflow, published": R(_moved_as_draft),
    "the chief's old version brought back by the editor": R(lambda m: _revert(m.desk), OwnText),
    "an appointed time, the admin's interface": R(lambda m: _appointed(m.desk.draft(), m.desk, by_api=True), DRAFT),
    "an appointed time, Wagtail's action": R(lambda m: _appointed(m.desk.draft(), m.desk, by_api=False)),
    "an appointed time for a change of what is live": R(lambda m: _appointed(m.desk.live(), m.desk, by_api=False)),
    "the scheduler": R(lambda m: _at_its_time(m.desk.draft(), publish_scheduled), PartlyDone),
    "the scheduler, approved": R(lambda m: _at_its_time(m.approved(), publish_scheduled), *AT_ITS_TIME),
    "manage.py publish_scheduled": R(lambda m: _at_its_time(m.desk.draft(), _command)),
    "manage.py publish_scheduled, approved": R(lambda m: _at_its_time(m.approved(), _command), *AT_ITS_TIME),
    "an account with all rights": R(lambda m: _superuser(m.desk, may_override=False), OwnText),
    "an account with all rights, by the setting": R(
        lambda m: _superuser(m.desk, may_override=True), LIVE, "override", "portal.four_eyes.override"
    ),
    "a workflow exchanged after the approval": R(_other_workflow),
    "a workflow turned off by the administrators": R(lambda m: _no_workflow(m.desk), LIVE, "", "wagtail.publish"),
    "approved, changed, published": R(_changed_since),
    "the versions that tell who wrote it deleted": R(lambda m: _purged(m.desk), ProtectedError),
    "page.save() in a shell": R(lambda m: _shell(m.desk.draft())),
    "page.save() in a shell, another text": R(lambda m: _shell_text(m.desk)),
}


@pytest.mark.parametrize("name", ROADS)
def test_the_road(roads: Map, name: str):
    road = ROADS[name]
    if not isinstance(road.ends, str):
        with pytest.raises(road.ends), transaction.atomic():
            road.walk(roads)
        return
    page = fresh(road.walk(roads))
    assert page.live == (road.ends == LIVE)
    rows = Approval.objects.filter(page=page).exclude(kind="completion")
    assert [row.kind for row in rows] == ([road.approval] if road.approval else [])
    if page.live:
        assert Entry.objects.filter(object_id=str(page.pk), action=road.audited).exists()


def test_what_is_written_past_the_models_is_named(desk: Desk):
    article = desk.draft()
    Page.objects.filter(pk=article.pk).update(live=True)
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("four_eyes", stdout=said)
    assert article.title in said.getvalue()


def test_an_exchanged_workflow_leaves_what_readers_have_as_it_is(roads: Map):
    """It may be saved, and locked; its next change is for those who have a say now."""
    article = roads.desk.draft(parent=roads.forum)
    approve(article, by=roads.desk.editor)
    article = _action(fresh(article), roads.desk)
    WorkflowPage.objects.filter(page=roads.forum).delete()
    fresh(article).save()
    article = roads.desk.rewrite(fresh(article), by=roads.desk.reporter)
    with pytest.raises(NotApproved):
        _action(article, roads.desk)


def test_versions_before_the_live_one_may_be_deleted(desk: Desk):
    article = desk.publish(desk.rewrite(desk.draft(), by=desk.deputy))
    article.revisions.exclude(pk=article.live_revision_id).delete()
    assert article.revisions.count() == 1


def test_an_empty_text_is_the_same_however_the_editor_sends_it(desk: Desk):
    """A text that came from a program has none; the form makes it an empty paragraph."""
    article = desk.draft(sapo="")
    article.sapo = '<p data-block-key="a1b2c"></p>'
    article.save_revision(user=desk.chief)
    assert authors_since_live(fresh(article)) == {desk.reporter.pk}


def test_nothing_but_pages_has_drafts_to_be_published():
    """What else is published one day needs a road of its own here."""
    drafts = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    assert all(issubclass(model, Page) for model in drafts)


def test_translations_are_off(desk: Desk):
    address = reverse("wagtailadmin_api:pages:action", args=[desk.live().pk, "copy_for_translation"])
    answer = client_of(desk.chief).post(address, {"locale": "en", "alias": True}, content_type="application/json")
    assert answer.status_code in (403, 404)
