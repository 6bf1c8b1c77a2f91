"""``manage.py load_demo`` on a real database."""

import io
import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, Page, PageLogEntry, ReferenceIndex, Revision, get_page_models
from wagtail.search.models import IndexEntry

from documents.files.serving import file_address
from documents.models import DocumentFile, OfficialDocument
from news.demo import compose, load
from news.models import Article, Section
from portal.access.restrictions import read_again
from portal.access.tokens import PUBLIC
from portal.bulk_indexes import no_index_tasks
from portal.demo import registry
from portal.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORDS, accounts_with_demo_password, demo_user
from portal.editorial.guard import violations
from portal.members import second_factor
from portal.models import (
    GalleryPage,
    HomePage,
    NoticePage,
    OrganisationPerson,
    PortalFile,
    PortalImage,
    SiteSettings,
    WebLink,
)
from portal.outbox.models import Effect
from search.indexing.comparing import difference
from search.models import LearnedSyllables, StoredEntry

ARTICLES = 120


def run_command(**options) -> str:
    out = io.StringIO()
    call_command("load_demo", articles=options.pop("articles", ARTICLES), stdout=out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo, loaded once for this file and rolled back after it; the command's last line."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield run_command().splitlines()[-1]
        transaction.set_rollback(True)
    read_again()


@pytest.fixture
def demo(loaded, db):
    return loaded


def rows_of_both_indexes():
    references = ReferenceIndex.objects.values_list("content_type", "object_id", "to_object_id", "content_path")
    found = IndexEntry.objects.values_list("content_type", "object_id", "title", "autocomplete", "body")
    page = ContentType.objects.get_for_model(Page).pk  # the root of the tree is nobody's content
    return set(references), {row for row in found if row[0] != page}


def test_last_line_says_what_was_made(demo):
    assert re.match(r"Đã nạp trong \d+ giây: 8 tài khoản · 64 tranh minh hoạ", demo)
    assert f"{ARTICLES} bài viết" in demo


def test_every_page_type_is_there_and_public(demo):
    for model in get_page_models():
        if model is not Page:
            assert model.objects.filter(live=True).exists(), model


def test_there_are_as_many_articles_as_asked_for(demo):
    assert Article.objects.live().count() == ARTICLES


def test_tree_is_intact(demo):
    assert not any(Page.find_problems())
    assert not any(Collection.find_problems())
    for section in Section.objects.all():
        assert section.numchild == section.get_children().count()


def test_addresses_follow_from_the_tree(demo):
    for article in Article.objects.all():
        assert article.url_path == f"{article.get_parent().url_path}{article.slug}/"
        assert article.parent_section_id == article.get_parent().pk


def test_articles_are_as_wagtail_publishes_them(demo):
    for article in Article.objects.live():
        assert article.live_revision_id
        assert article.first_published_at
        assert article.content_type.model_class() is Article
        assert PageLogEntry.objects.filter(page=article, action="wagtail.publish").exists()


def test_everything_is_found_without_a_worker(demo):
    assert not difference()
    found = StoredEntry.objects.filter(pk__in=Article.objects.live().values("pk"))
    assert found.exclude(body="").count() == found.count() == ARTICLES
    assert LearnedSyllables.objects.get().entries == StoredEntry.objects.filter(token=PUBLIC).count()


def test_a_revision_is_the_article(demo):
    for article in Article.objects.filter(
        translation_key__in=[compose.feature_identity(key) for key in ("khe-ngang", "vu-mua")]
    ):
        kept = article.live_revision.as_object()
        assert kept.body == article.body
        assert sorted(kept.tags.names()) == sorted(article.tags.names())
        assert [pick.related_id for pick in kept.related_picks.all()] == [
            p.related_id for p in article.related_picks.all()
        ]
        assert [c.text for c in kept.corrections.all()] == [c.text for c in article.corrections.all()]


def test_articles_written_by_hand_pass_the_editors_checks(demo):
    for key in load.feature_pages():
        Article.objects.get(translation_key=compose.feature_identity(key)).full_clean()


def test_bodies_pass_the_blocks_checks(demo):
    for article in Article.objects.live()[:60]:
        article.body.stream_block.clean(article.body)


def test_home_page_passes_the_blocks_checks(demo):
    home = HomePage.objects.get()

    assert home.body.stream_block.clean(home.body)
    assert {block.block_type for block in home.body} == {
        *("section_row", "notices", "documents", "photos", "media", "key_figures")
    }
    assert home.featured_stories.count() == 4


def test_place_in_lists_follows_the_date(demo):
    for article in Article.objects.live():
        assert article.ordered_at == (article.published_on or article.first_published_at)
        assert article.ordered_at <= timezone.now()


def test_an_article_of_unknown_date_keeps_it_unknown_when_it_is_published_again(demo):
    article = Article.objects.filter(published_on=None, live=True).first()
    article.save_revision().publish()
    article.refresh_from_db()
    assert article.published_on is None


def test_three_years(demo):
    days = [article.ordered_at for article in Article.objects.live()]

    assert max(days) - min(days) > timedelta(days=3 * 365)


def test_indexes_are_what_rebuilding_them_gives(demo):
    references, search = rows_of_both_indexes()
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0, stdout=io.StringIO())

    assert rows_of_both_indexes() == (references, search)


def test_nobody_is_told_of_what_was_published_long_ago_and_everything_is_approved(demo):
    assert not Effect.objects.exists()
    assert violations() == []


def test_running_twice_adds_nothing_and_says_so(demo):
    before = [model.objects.count() for model in (Page, Revision, PortalImage, PortalFile, WebLink, IndexEntry)]
    answer = run_command()

    assert answer.strip() == "Nội dung trình diễn đã có đủ, không thêm gì."
    assert before == [model.objects.count() for model in (Page, Revision, PortalImage, PortalFile, WebLink, IndexEntry)]


def test_more_articles_leave_the_first_as_they_are(demo):
    before = set(Article.objects.values_list("translation_key", "title", "slug"))
    answer = run_command(articles=ARTICLES + 25)

    assert "25 bài viết" in answer
    assert before < set(Article.objects.values_list("translation_key", "title", "slug"))
    assert not any(Page.find_problems())


def test_an_interrupted_run_is_completed_by_the_next(demo, monkeypatch):
    monkeypatch.setattr(load, "BATCH", 10)

    def interrupt(what, done, total):
        if done >= 20:
            raise KeyboardInterrupt

    def run(progress):
        return registry.DemoRun(articles=60, documents=0, seed="bị ngắt", today=timezone.localdate(), progress=progress)

    total = 60 - len(load.FEATURES)
    wanted = {compose.identity("bị ngắt", number) for number in range(total)}
    with no_index_tasks():
        with pytest.raises(KeyboardInterrupt):
            load.load_articles(run(interrupt))
        assert Article.objects.filter(translation_key__in=wanted).count() == 20
        again = run(lambda what, done, total: None)
        load.load_articles(again)

    assert again.made["bài viết"] == total - 20
    assert Article.objects.filter(translation_key__in=wanted).count() == total
    assert not any(Page.find_problems())


def test_interrupting_the_command_says_how_to_go_on(demo, monkeypatch):
    def interrupted(run):
        raise KeyboardInterrupt

    loader = registry.DemoLoader("interrupted", 0, interrupted)
    monkeypatch.setattr("portal.management.commands.load_demo.loaders_in_order", lambda: [loader])
    with pytest.raises(CommandError, match="chạy lại"):
        run_command()


@pytest.mark.parametrize("number", [-1, 100_001])
def test_an_absurd_number_of_articles_is_refused(number):
    with pytest.raises(CommandError, match="--articles"):
        run_command(articles=number)


def test_a_real_server_takes_no_demo(settings):
    settings.REFUSE_DEMO_ACCOUNTS = True
    with pytest.raises(CommandError, match="Máy chủ thật"):
        run_command()


def test_restricted_examples_are_hidden_from_the_public(demo, client):
    members = Article.objects.get(translation_key=compose.feature_identity("tai-lieu-sinh-hoat"))
    committee = Article.objects.get(translation_key=compose.feature_identity("du-thao-chuong-trinh"))
    notice = NoticePage.objects.get(slug="tai-lieu-noi-bo")
    for page in (members, committee, notice):
        assert client.get(page.get_url()).status_code == 404

    client.force_login(demo_user("dangvien"))
    assert client.get(members.get_url()).status_code == 200
    assert client.get(committee.get_url()).status_code == 404

    client.force_login(demo_user("capuy"))
    assert client.get(committee.get_url()).status_code == 200


def test_pages_of_every_type_are_served(demo, client):
    for model in get_page_models():
        if model is not Page:
            page = model.objects.filter(live=True, view_restrictions=None).order_by("path").first()
            assert client.get(page.get_url()).status_code == 200, model
    assert "Đảng uỷ xã Lam Khê" in client.get("/").content.decode()


def test_documents_have_files_of_every_kind_which_are_released_and_pictured(demo, client):
    files = {file.name: file for file in DocumentFile.objects.prefetch_related("pages")}
    assert {file.kind for file in files.values()} == {"pdf", "docx"}
    assert all(file.is_released and file.reading == "done" for file in files.values())
    scans = [file for file in files.values() if any(page.was_recognised for page in file.pages.all())]
    assert scans
    for file in files.values():
        assert all(page.shown_text for page in file.pages.all())
        assert file.kind == "docx" or all(page.picture_width for page in file.pages.all())
    resolution = OfficialDocument.objects.get(symbol="05-NQ/ĐU")
    address = file_address(resolution.attachments.first().file)
    assert client.get(address).status_code == 200
    assert client.get(file_address(scans[0])).status_code == 404, "it is the committee's"


def test_notices_in_every_state(demo, client):
    expired, future = (
        NoticePage.objects.get(slug="tam-dung-tiep-nhan-ho-so"),
        NoticePage.objects.get(slug="hoc-tap-nghi-quyet"),
    )

    assert expired.expired
    assert not expired.live
    assert future.go_live_at > timezone.now()
    assert not future.live
    assert Revision.objects.filter(object_id=str(future.pk), approved_go_live_at__isnull=False).exists()


def test_work_in_progress(demo):
    assert Article.objects.filter(live=False, go_live_at=None).count() == 2
    assert Article.objects.filter(live=False, go_live_at__gt=timezone.now()).count() == 1
    assert Article.objects.filter(live=True, has_unpublished_changes=True).count() == 1


def test_one_account_per_role(demo):
    assert len({account.title for account in DEMO_ACCOUNTS}) == len(DEMO_ACCOUNTS) == 8
    for account in DEMO_ACCOUNTS:
        user = get_user_model().objects.get(username=account.username)
        assert user.check_password(account.password)
        assert second_factor.has_factor(user) == account.is_staff
        assert account.title in user.groups.values_list("name", flat=True)
        assert user.get_full_name() == account.name
        assert user.first_name == account.name.split()[-1]
        assert not user.is_superuser


def test_accounts_that_may_be_entered_with_a_public_password_are_found(demo):
    assert len(DEMO_PASSWORDS) == 8
    assert len(accounts_with_demo_password()) == 8

    editor = demo_user("bientap")
    editor.set_password("một mật khẩu khác hẳn")
    editor.save()
    assert "bientap" not in accounts_with_demo_password()


def test_sign_ins_are_printed(demo, monkeypatch):
    monkeypatch.setenv("PORT", "8123")
    out = io.StringIO()
    call_command("demo_accounts", stdout=out)

    assert "http://127.0.0.1:8123/" in out.getvalue()
    for account in DEMO_ACCOUNTS:
        assert f"{account.title} " in out.getvalue()
        assert account.password in out.getvalue()


def test_without_demo_accounts_none_is_printed(demo):
    get_user_model().objects.all().delete()
    out = io.StringIO()
    call_command("demo_accounts", stdout=out)

    assert "load_demo" in out.getvalue()


def test_what_staff_changed_is_left_alone(demo):
    settings = SiteSettings.objects.get(site__is_default_site=True)
    settings.committee_name = "Đảng uỷ xã Khác"
    settings.save()
    home = HomePage.objects.get()
    home.body = []
    home.save()
    run_command()

    settings.refresh_from_db()
    assert settings.committee_name == "Đảng uỷ xã Khác"
    assert home.featured_stories.exists()
    assert not len(HomePage.objects.get().body)


def test_pictures_have_alternative_text_and_credit(demo):
    for picture in PortalImage.objects.all():
        assert picture.description
        assert picture.credit
        assert picture.file_hash
        assert picture.width == {"Biểu trưng": 512, "Chân dung": 510}.get(" ".join(picture.title.split()[:2]), 1600)


def test_no_drawing_is_called_a_photograph(demo):
    for article in Article.objects.live():
        assert not article.picture_credit
        assert not article.picture or re.search(r"minh (hoạ|họa)", article.picture_caption)
        for block in article.body:
            pictures = {
                "image": [block.value],
                "gallery": block.value["items"] if block.block_type == "gallery" else [],
            }
            for picture in pictures.get(block.block_type, []):
                assert not picture["credit"]
                assert "minh hoạ" in picture["caption"]


def test_everyone_in_the_organisation_chart_has_a_portrait(demo):
    for person in OrganisationPerson.objects.all():
        assert person.picture.title.endswith(person.name)


def test_a_gallery_begins_with_what_its_title_names(demo):
    first = {page.slug: page.pictures[0].value[0]["image"].title for page in GalleryPage.objects.all()}

    assert first["mua-vang-tren-lam-khe"].startswith("Ruộng bậc thang mùa lúa chín")
    assert first["nhip-cau-ben-pha"].startswith("Cây cầu")
