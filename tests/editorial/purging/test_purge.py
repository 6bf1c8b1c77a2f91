"""`purge`: afterwards no search of the database, the queues or the disk finds what a page said."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.admin.models import FormState
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from news.models import Article
from portal.access.levels import Level, set_level
from portal.editorial.audit.models import Entry
from portal.editorial.audit.sealing import seal
from portal.editorial.audit.verifying import verify
from portal.editorial.purging.compacting import compact
from portal.editorial.purging.registry import PURGED, Doomed
from portal.editorial.purging.services import purge
from portal.editorial.roles import ADMINISTRATOR
from portal.editorial.take_down.services import take_down
from portal.members.telling import notify
from portal.models import JobRun, PortalImage
from portal.outbox.models import Effect
from portal.registry import notification_kinds
from tests.editorial.conftest import Desk, client_of, fresh, person
from tests.editorial.purging.searching import rows_with
from tests.factories import ArticleFactory, PortalImageFactory, SectionFactory, picture_file

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

#: In titles, addresses, texts, names of files: what must not be found again.
WORD, SLUG = "Thuỷ Đình Qx5521", "thuy-dinh-qx5521"
KIND = next(iter(notification_kinds)).name
SECRET_WORDS = (WORD, SLUG, "qx5521", "Thuỷ_Đình", "thuy dinh qx5521", "thuỷ đình qx5521")


@pytest.fixture
def article(desk: Desk, django_capture_on_commit_callbacks) -> Article:
    """An article that left a trace wherever one can be left."""
    with django_capture_on_commit_callbacks(execute=True):
        picture: Any = PortalImageFactory(title=f"Ảnh {WORD}", file=ContentFile(picture_file(), name=f"{SLUG}.jpg"))
        written = desk.draft(title=f"Chi bộ {WORD} họp", slug=SLUG, sapo=f"Chuyện ở {WORD}", picture=picture)
        written.tags.add(f"nhãn {WORD}")
        written.save_revision(user=desk.reporter)
        desk.publish(written)
        desk.publish(desk.rewrite(written, desk.editor, slug=f"{SLUG}-moi"))
        Redirect.objects.create(
            old_path=f"/cu/{SLUG}", site=Site.objects.get(is_default_site=True), redirect_page=written
        )
        CreatePageAliasAction(
            fresh(written), parent=SectionFactory(parent=desk.section), user=desk.chief, update_slug=f"{SLUG}-lap-lai"
        ).execute(skip_permission_checks=True)
        take_down(fresh(written), by=desk.chief, reason=f"Sai ở {WORD}")
        PortalImage.objects.get(pk=picture.pk).get_rendition("width-40")
        set_level(fresh(written), Level.MEMBERS, by=desk.chief)
        notify(desk.editor, KIND, f"Đã gỡ “Chi bộ {WORD} họp”", key="một")
        now = timezone.now()
        FormState.objects.update_or_create_by_instance(
            fresh(written), user=desk.editor, defaults={"data": f"title={WORD}", "last_updated_at": now}
        )
        Effect.objects.create(kind="mail", key="thư", payload={"body": f"Về Chi bộ {WORD} họp"}, state="done")
        DBTaskResult.objects.create(
            task_path="portal.tasks.x", args_kwargs={"args": [f"Chi bộ {WORD} họp"], "kwargs": {}}, status="SUCCESSFUL",
            queue_name="default", backend_name="default", exception_class_path="", traceback="", run_after=now,
        )  # fmt: skip
        JobRun.objects.create(name="một việc", started_at=now, error=f"“Chi bộ {WORD} họp” không đăng được")
    return fresh(written)


def test_nothing_is_left_in_any_table_nor_on_the_disk(desk: Desk, article, django_capture_on_commit_callbacks):
    assert {row.partition(".")[0] for row in rows_with(*SECRET_WORDS)} >= {
        "wagtailcore_page", "wagtailcore_revision", "news_article", "audit_entrytext", "outbox_effect", "portal_jobrun",
        "members_notification", "django_tasks_database_dbtaskresult", "wagtailredirects_redirect", "take_down_takendown",
        "portal_portalimage", "taggit_tag", "wagtailadmin_formstate", "wagtailcore_pagelogentry",
    }, "what was planted"  # fmt: skip
    picture = PortalImage.objects.get(title__contains=WORD)
    files = [Path(one.file.path) for one in (picture, *picture.renditions.all())]
    assert len(files) > 1
    assert all(path.exists() for path in files)
    with django_capture_on_commit_callbacks(execute=True):
        purge([article], by=desk.chief)
    assert rows_with(*SECRET_WORDS) == []
    assert not any(path.exists() for path in files)


def test_the_audit_says_that_it_was_done_and_nothing_of_what(desk: Desk, article):
    purge([article], by=desk.chief)
    line = Entry.objects.get(action=PURGED, object_id=str(article.pk))
    assert (line.actor_id, line.text.title, line.text.details) == (desk.chief.pk, "", "")
    seal()
    assert verify().erased > 0, "the chain holds without the texts"


def test_its_addresses_answer_as_those_of_a_page_that_never_was(article):
    addresses = [article.get_url(), f"/cu/{SLUG}/"]
    purge([article])
    unknown = "/chua-tung-co/"
    for address in addresses:
        answer = Client().get(address)
        assert answer.status_code == 404
        assert answer.content.decode().replace(address, unknown) == Client().get(unknown).content.decode()


def test_what_others_say_and_use_stays(desk: Desk, article):
    other = desk.live(title="Chi bộ thôn Hạ họp", picture=PortalImageFactory(title="Ảnh chung"))
    shared: Any = other.picture
    again = desk.rewrite(article, desk.editor, picture=shared)
    notify(desk.editor, KIND, "Bài khác", key="khác")
    before = Entry.objects.filter(object_id=str(other.pk), text__isnull=False).count()
    purge([again])
    shared.refresh_from_db()
    assert Page.objects.filter(pk=other.pk, live=True).exists()
    assert desk.editor.notifications.filter(text="Bài khác").exists()
    assert Entry.objects.filter(object_id=str(other.pk), text__isnull=False).count() == before > 0


def test_a_short_title_is_no_reason_to_touch_texts_in_which_the_word_stands():
    doomed = Doomed([], {"Thông báo", "Chi bộ thôn Thượng họp thường kỳ"})
    assert doomed.is_named_in("Thông báo")
    assert not doomed.is_named_in("Thông báo về việc khác")
    assert doomed.is_named_in("Đã gỡ “Chi bộ thôn Thượng họp thường kỳ”")


def test_told_first_nothing_is_touched(article, tmp_path):
    before = sorted(rows_with(*SECRET_WORDS))
    out = io.StringIO()
    call_command("purge", str(article.pk), stdout=out)
    assert sorted(rows_with(*SECRET_WORDS)) == before
    assert "Chưa xoá gì" in out.getvalue()
    assert Path(PortalImage.objects.get(title__contains=WORD).file.path).exists()


@pytest.mark.parametrize("days", [0, 35])
def test_it_is_said_what_backups_still_hold(article, settings, days):
    settings.BACKUPS_KEPT_DAYS = days
    out = io.StringIO()
    call_command("purge", article.get_url(), stdout=out)
    assert ("BACKUPS_KEPT_DAYS" in out.getvalue()) == (days == 0)
    assert "Các bản sao lưu" in out.getvalue()


def test_a_section_goes_only_with_what_lies_below(desk: Desk, article):
    with pytest.raises(ValidationError, match="3 trang"):
        purge([desk.section.get_parent().get_children().get(pk=desk.section.pk)])
    purge([desk.section], with_subtree=True)
    assert not Page.objects.filter(pk__in=[desk.section.pk, article.pk]).exists()


@pytest.mark.parametrize("named", ["999999999", "/chua-tung-co/"])
def test_what_is_not_there_is_named(named):
    with pytest.raises(CommandError, match=named):
        call_command("purge", named, "--yes")


def test_the_home_page_stays(home):
    with pytest.raises(ValidationError):
        purge([home], with_subtree=True)


@pytest.mark.usefixtures("committing_db")
def test_the_database_lets_go_of_what_was_deleted(home):
    """On disk, too: `compact` runs where no transaction does, and search still works after it."""
    article = ArticleFactory(parent=SectionFactory(parent=home), title=f"Chi bộ {WORD} họp", slug=SLUG, live=False)
    kept = ArticleFactory(parent=article.get_parent(), title="Chi bộ Mây Ngàn họp", live=False)
    call_command("purge", str(article.pk), "--yes", stdout=io.StringIO())
    compact()
    admin = client_of(person("quantri", ADMINISTRATOR))
    assert (
        kept.title in admin.get(reverse("wagtailadmin_explore_results", args=[kept.get_parent().pk])).content.decode()
    )
    assert list(Page.objects.search("Mây Ngàn")) == [Page.objects.get(pk=kept.pk)]
    assert list(Page.objects.search("Qx5521")) == []
