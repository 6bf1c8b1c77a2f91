"""Who did what, when and from where: whichever road it takes, it is a line, and two inserts."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection, GroupPagePermission, Page, PageViewRestriction

from portal.access.levels import Level, set_level
from portal.access.media import file_url
from portal.editorial import roles
from portal.editorial.audit import causes, services
from portal.editorial.audit.models import Entry, EntryText
from portal.editorial.audit.registry import all_actions, label_of
from portal.editorial.audit.services import record
from portal.models import PortalFile, SiteSettings
from portal.outbox.models import Effect, State
from portal.text import format_moment
from tests.editorial.audit.conftest import client_of, person
from tests.factories import ArticleFactory, publish

pytestmark = pytest.mark.django_db

FORMSETS = ("corrections", "related_picks", "comments")
FORM = {
    "sapo": "null",
    "body-count": "0",
    "published_time_known": "on",
    **{f"{formset}-{kind}_FORMS": "0" for formset in FORMSETS for kind in ("TOTAL", "INITIAL")},
}


def told(lines: list[Entry]) -> list[tuple[str, str, str]]:
    return [(line.action, line.text.title, line.text.details) for line in lines]


# Pages


def test_an_article_made_in_the_admin_is_told_with_person_number_and_address(news_section, keeper, lines_since):
    client = client_of(keeper)
    lines_since()
    answer = client.post(
        reverse("wagtailadmin_pages:add", args=["news", "article", news_section.pk]),
        {**FORM, "title": "Đường hoa", "slug": "duong-hoa", "action-publish": "yes"},
        REMOTE_ADDR="203.0.113.9",
    )
    assert answer.status_code == 302
    made = Page.objects.get(slug="duong-hoa")
    lines = lines_since()
    assert {"wagtail.create", "wagtail.publish"} <= {line.action for line in lines}
    for line in lines:
        assert (line.object_type, line.object_id, line.text.title) == ("wagtailcore.page", str(made.pk), "Đường hoa")
        assert (line.actor_id, line.text.actor_name) == (keeper.pk, "Vũ Minh Khê")
        assert (line.origin, line.text.address) == ("web", "203.0.113.9")


def test_a_line_goes_with_the_transaction_that_causes_it(news_section, lines_since):
    lines_since()
    with transaction.atomic():
        publish(ArticleFactory(parent=news_section))
        assert lines_since()
        transaction.set_rollback(True)
    assert Entry.objects.count() == EntryText.objects.count()
    assert not Entry.objects.filter(object_type="wagtailcore.page").exists()


def test_one_action_costs_two_inserts(keeper):
    with CaptureQueriesContext(connection) as queries:
        record("wagtail.publish", services.Thing("x.y", "1", "Bài"), by=keeper)
    assert [query["sql"].split()[0] for query in queries] == ["INSERT", "INSERT"]


def test_the_same_editing_saved_by_itself_again_is_one_line(news_section, keeper, lines_since):
    page = ArticleFactory(parent=news_section)
    lines_since()
    revision = page.save_revision(user=keeper, log_action=True)
    again = page.save_revision(user=keeper, log_action=True, overwrite_revision=revision)
    assert again.pk == revision.pk
    assert [line.action for line in lines_since()] == ["wagtail.edit"]


def test_other_pages_are_named_by_number_only(news_section, keeper, lines_since):
    page = publish(ArticleFactory(parent=news_section))
    lines_since()
    page.copy(to=news_section, update_attrs={"slug": "ban-sao", "title": "Bản sao"}, user=keeper)
    [line] = [line for line in lines_since() if line.action == "wagtail.copy"]
    assert news_section.title not in line.text.details
    assert f"#{news_section.pk}" in line.text.details


# People, groups, rights, settings


def test_accounts_are_told_with_the_fields_that_changed_and_never_their_values(lines_since):
    lines_since()
    user = User.objects.create_user("bien.tap", "bien.tap@example.vn", "mật-khẩu-rất-dài")
    user.email, user.is_active = "rieng@example.vn", False
    user.set_password("khác-hẳn-và-dài")
    user.save()
    user.last_login = timezone.now()
    user.save(update_fields=["last_login"])
    user.save()
    user.delete()
    lines = lines_since()
    assert [line.action for line in lines] == ["user.created", "user.changed", "user.deleted"]
    details = lines[1].text.details
    assert details.count(";") == 2, "password, address, active"
    assert ": −" in details
    assert "rieng@" not in details
    assert user.password not in details


def test_groups_are_told_from_either_side(keeper, lines_since):
    user, group = person("phong.vien"), Group.objects.create(name="Tổ ảnh")
    lines_since()
    user.groups.add(group)
    group.user_set.remove(user)
    user.groups.set([group])
    user.groups.clear()
    lines = lines_since()
    assert [line.action for line in lines] == ["user.groups_given", "user.groups_taken"] * 2
    assert {line.object_id for line in lines} == {str(user.pk)}
    assert [line.text.details for line in lines] == ["+ Tổ ảnh", "− Tổ ảnh"] * 2


def test_rights_of_groups_are_told(home, lines_since):
    group = Group.objects.create(name="Tổ ảnh")
    right = Permission.objects.get(content_type__app_label="wagtailcore", codename="publish_page")
    lines_since()
    group.permissions.add(right)
    GroupPagePermission.objects.create(group=group, page=home, permission=right)
    GroupPagePermission.objects.filter(group=group).delete()
    GroupPagePermission.objects.bulk_create([GroupPagePermission(group=group, page=home, permission=right)])
    where = f"wagtailcore.publish_page · #{home.pk}"
    assert told(lines_since()) == [
        ("rights.given", "Tổ ảnh", "+ wagtailcore.publish_page"),
        ("page_rights.created", "Tổ ảnh", where),
        ("page_rights.deleted", "Tổ ảnh", where),
        ("page_rights.created", "Tổ ảnh", where),
    ]


def test_levels_of_pages_are_told_once(news_section, lines_since):
    lines_since()
    set_level(news_section, Level.MEMBERS)
    actions = [line.action for line in lines_since()]
    assert actions == ["page_restriction.created", "restriction.groups"]
    PageViewRestriction.objects.all().delete()
    assert [line.action for line in lines_since()] == ["page_restriction.deleted"]


def test_settings_are_told_with_the_fields_that_changed(home, lines_since):
    settings = SiteSettings.objects.first() or SiteSettings.for_site(home.get_site())
    lines_since()
    settings.contact_phone = "0235 000 000"
    settings.save()
    settings.save()
    [line] = lines_since()
    assert line.action == "settings.changed"
    assert "0235" not in line.text.details


# Signing in


def test_signing_in_and_out_and_failing_are_told(lines_since):
    user = person("doc.gia")
    client = Client()
    lines_since()
    for password in ("sai", "mật-khẩu-rất-dài"):
        client.post(reverse("portal_sign_in"), {"login": "doc.gia", "password": password}, REMOTE_ADDR="203.0.113.7")
    client.post(reverse("portal_sign_out"))
    lines = [line for line in lines_since() if line.action.startswith("sign")]
    assert [(line.action, line.object_id) for line in lines] == [
        ("sign_in.failed", str(user.pk)), ("sign_in.done", str(user.pk)), ("sign_out", str(user.pk)),
    ]  # fmt: skip
    assert [line.actor_id for line in lines] == [None, user.pk, user.pk]
    assert lines[0].text.address == "203.0.113.7"


@pytest.mark.parametrize(
    ("kind", "called"),
    [("totp", "Ứng dụng xác thực"), ("webauthn", "Khoá truy cập"), ("recovery_codes", "Mã dự phòng")],
)
def test_a_second_factor_is_told_as_people_call_it(keeper, lines_since, rf, kind, called):
    factor = Authenticator(user=keeper, type=kind, data={})
    for signal in (authenticator_added, authenticator_removed):
        signal.send(Authenticator, request=rf.get("/"), user=keeper, authenticator=factor)
    assert [(line.action, line.text.details) for line in lines_since()] == [
        ("second_factor.added", called), ("second_factor.removed", called),
    ]  # fmt: skip


def test_a_name_that_is_nobodys_is_not_kept_for_it_may_be_a_password(lines_since):
    lines_since()
    Client().post(reverse("portal_sign_in"), {"login": "bí-mật-của-tôi", "password": "x"})
    [line] = [line for line in lines_since() if line.action == "sign_in.failed"]
    assert (line.object_id, line.text.title) == ("", "bí…")
    assert "mật" not in line.text.search_thing


# Restricted files


@pytest.fixture
def restricted_file(db) -> PortalFile:
    collection = Collection.get_first_root_node().add_child(name="Nội bộ")
    set_level(collection, Level.MEMBERS)
    content = ContentFile(b"%PDF-1.4\n" + b"x" * 5000 + b"\n%EOF\n", name="noi-bo.pdf")
    return PortalFile.objects.create(title="Báo cáo nội bộ", file=content, collection=collection)


@pytest.fixture
def member(db) -> Client:
    return client_of(person("dang.vien", roles.MEMBER))


def opened(lines: list[Entry]) -> list[str]:
    return [line.text.title for line in lines if line.action == "file.opened"]


def test_who_opens_a_restricted_file_is_told_once_a_reading(restricted_file, member, lines_since):
    url = file_url(restricted_file)
    assert member.get(url).status_code == 200
    for span in ("bytes=100-200", "bytes=4000-"):
        assert member.get(url, headers={"range": span}).status_code == 206
    assert opened(lines_since()) == ["Báo cáo nội bộ"]
    member.get(url, headers={"range": "bytes=0-100"})
    assert opened(lines_since()) == ["Báo cáo nội bộ"]


def test_whoever_begins_in_the_middle_is_told_too(restricted_file, member, lines_since):
    member.get(file_url(restricted_file), headers={"range": "bytes=1-"})
    assert opened(lines_since()) == ["Báo cáo nội bộ"]


def test_what_was_not_handed_out_is_not_told(restricted_file, member, lines_since):
    url = file_url(restricted_file)
    etag = member.get(url)["ETag"]
    lines_since()
    member.head(url)
    member.get(url, headers={"if-none-match": etag})
    member.get(url, headers={"range": "bytes=99999-"})
    Client().get(url)
    assert opened(lines_since()) == []


def test_a_public_file_costs_no_line(member, lines_since):
    file = PortalFile.objects.create(title="Công khai", file=ContentFile(b"%PDF-1.4\n%EOF\n", name="a.pdf"))
    lines_since()
    assert member.get(file_url(file)).status_code == 200
    assert lines_since() == []


# Effects, other apps, other roads


def test_what_staff_decide_about_effects_is_told(keeper, lines_since):
    dead = [Effect.objects.create(kind="mail", key=str(n), payload={}, state=State.DEAD) for n in range(3)]
    client = client_of(keeper)
    lines_since()
    client.post(reverse("outbox_given_up"), {"effect": [dead[0].pk], "again": ""})
    client.post(reverse("outbox_given_up"), {"effect": [effect.pk for effect in dead], "drop": ""})
    lines = lines_since()
    assert [(line.action, line.actor_id) for line in lines] == [
        ("outbox.tried_again", keeper.pk), ("outbox.dropped", keeper.pk),
    ]  # fmt: skip
    assert str(dead[2].pk) in lines[1].text.details


def test_what_staff_decide_about_failed_tasks_is_told(keeper, lines_since):
    given = {"task_path": "x", "args_kwargs": {}, "backend_name": "default", "finished_at": timezone.now()}
    failed = DBTaskResult.objects.create(status="FAILED", **given)
    client = client_of(keeper)
    lines_since()
    client.post(reverse("queues_failed_tasks"), {"task": [failed.pk], "drop": ""})
    [line] = lines_since()
    assert (line.action, line.actor_id, line.object_id) == ("tasks.dropped", keeper.pk, str(failed.pk))


def test_an_action_that_nobody_can_name_is_not_written():
    with pytest.raises(services.UnknownAction):
        record("không-có")


def test_every_action_has_a_vietnamese_label_of_its_own():
    ours = [(name, label) for name, label in all_actions() if not name.startswith("wagtail.")]
    assert len({label for _name, label in ours}) == len(ours)
    assert label_of("user.created") == "Tạo tài khoản"
    assert label_of("đã.bỏ") == "đã.bỏ"


@pytest.mark.parametrize(
    ("arguments", "origin", "command"),
    [
        (["manage.py", "import_articles", "x"], "command", "import_articles"),
        (["manage.py", "run_scheduler"], "scheduler", "run_scheduler"),
        (["./manage.py", "run_worker"], "worker", "run_worker"),
        (["manage.py", "db_worker", "--queue-name", "long"], "worker", "db_worker"),
    ],
)
def test_outside_of_requests_the_command_says_from_where(arguments, origin, command, monkeypatch, lines_since):
    monkeypatch.setattr("sys.argv", arguments)
    record("wagtail.publish")
    [line] = lines_since()
    assert (line.origin, line.text.address, line.actor_id) == (origin, command, None)


@pytest.mark.parametrize(
    ("trusted", "address"), [([], "10.0.0.2"), (["10.0.0.0/8"], "203.0.113.9")], ids=["nobody trusted", "proxy trusted"]
)
def test_a_proxy_is_believed_only_when_it_is_trusted(trusted, address, settings, rf):
    settings.TRUSTED_PROXIES = trusted
    request = rf.get("/", REMOTE_ADDR="10.0.0.2", HTTP_X_FORWARDED_FOR="198.51.100.1, 203.0.113.9")
    assert causes.current_cause(request).address == address


def test_reading_in_public_costs_nothing(news_section, visitor, lines_since):
    page = publish(ArticleFactory(parent=news_section))
    lines_since()
    answer = visitor.get(page.get_url())
    assert "Cookie" not in answer.get("Vary", "")
    assert lines_since() == []


def test_a_reading_ends(restricted_file, member, lines_since, monkeypatch):
    url = file_url(restricted_file)
    member.get(url)
    lines_since()
    monkeypatch.setattr("portal.editorial.audit.other_signals.ONE_READING", timedelta(0))
    member.get(url, headers={"range": "bytes=100-200"})
    assert opened(lines_since()) == ["Báo cáo nội bộ"]


def test_what_stands_beside_a_line_is_said_in_words(keeper, lines_since):
    at = timezone.now() + timedelta(days=2)
    page = ArticleFactory(live=False, go_live_at=at)
    lines_since()
    page.save_revision(user=keeper).publish(user=keeper, skip_permission_checks=True)
    [line] = [line for line in lines_since() if line.action == "wagtail.publish.schedule"]
    assert line.text.details == f"lên trang lúc: {format_moment(at)}"
