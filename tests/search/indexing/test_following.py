"""Whatever changes a page, its entry says the same once the effects were carried out."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from documents.files.signals import text_changed
from documents.models import Attachment, DocumentFile, DocumentType, FilePage, Issuer, OfficialDocument
from news.models import Article
from portal.access.levels import Level, set_level
from portal.access.tokens import PUBLIC, page_token
from portal.editorial.purging.services import purge
from portal.editorial.take_down.services import take_down
from portal.outbox.models import Effect
from portal.publishing import publish_scheduled
from search.models import StoredEntry, StoredPassage
from tests.documents.files.making import ready_made
from tests.factories import ArticleFactory, SectionFactory, approval_of, publish

pytestmark = pytest.mark.django_db

BODY = [{"type": "paragraph", "value": "<p>Dân bàn, dân làm.</p>"}]


def stored(page: Page) -> StoredEntry:
    return StoredEntry.objects.get(pk=page.pk)


def fresh(page: Page) -> Page:
    return Page.objects.get(pk=page.pk).specific


@pytest.fixture
def article(news_section, agreed) -> Article:
    made: Article = publish(ArticleFactory(parent=news_section, live=False, title="Chi bộ họp", body=BODY))
    agreed()
    assert stored(made).body == "Dân bàn, dân làm."
    return made


def test_published_anew(article, agreed):
    article.title = "Chi bộ họp bàn"
    publish(article)
    assert stored(article).title == "Chi bộ họp", "the effect is not carried out yet"
    agreed()
    assert stored(article).title == "Chi bộ họp bàn"


def test_a_draft_changes_nothing_and_leaves_no_effect(article, agreed):
    before = stored(article).version
    effects = Effect.objects.filter(kind__startswith="search.").count()
    draft = fresh(article)
    draft.title = "Bản nháp kín"
    draft.save_revision()
    assert Effect.objects.filter(kind__startswith="search.").count() == effects
    agreed()
    assert (stored(article).title, stored(article).version) == ("Chi bộ họp", before)


def test_a_rolled_back_change_leaves_no_effect(article):
    effects = Effect.objects.count()
    with transaction.atomic():
        fresh(article).unpublish()
        transaction.set_rollback(True)
    assert Effect.objects.count() == effects


def test_unpublished(article, agreed):
    fresh(article).unpublish()
    agreed()
    assert not StoredEntry.objects.filter(pk=article.pk).exists()


def test_scheduled_expired_and_back(article, agreed):
    soon = timezone.now() + dt.timedelta(hours=1)
    later = publish(ArticleFactory(parent=article.get_parent(), live=False, title="Ngày mai", go_live_at=soon))
    agreed()
    assert not StoredEntry.objects.filter(pk=later.pk).exists()
    Page.objects.filter(pk=article.pk).update(expire_at=timezone.now() - dt.timedelta(minutes=1))
    publish_scheduled()
    agreed()
    assert not StoredEntry.objects.filter(pk=article.pk).exists()
    back = fresh(article)
    back.expire_at = None
    publish(back)
    agreed()
    assert stored(article).expire_at is None


def test_taken_down(article, administrator, agreed):
    take_down(fresh(article), by=administrator, reason="sai")
    agreed()
    assert not StoredEntry.objects.exclude(kind="section").filter(title="Chi bộ họp").exists()


def test_deleted_with_all_below(news_section, article, agreed):
    section = SectionFactory(parent=news_section)
    below = [ArticleFactory(parent=section) for _ in range(3)]
    agreed()
    assert StoredEntry.objects.filter(pk__in=[one.pk for one in below]).count() == 3
    fresh(section).delete()
    assert not StoredEntry.objects.filter(pk__in=[section.pk, *(one.pk for one in below)]).exists(), "at once"
    agreed()


def test_many_deleted_at_once(news_section, article, agreed):
    fresh(news_section).get_children().filter(pk=article.pk).delete()
    assert not StoredEntry.objects.filter(pk=article.pk).exists()
    agreed()


def test_purged(clerk, directive_2007, agreed):
    directive_2007.attachments.add(Attachment(file=ready_made(text="Chữ trong tệp")))
    clerk.publish(directive_2007)
    agreed()
    assert StoredPassage.objects.filter(text="Chữ trong tệp").exists()
    purge([fresh(directive_2007)])
    agreed()
    assert not StoredEntry.objects.filter(pk=directive_2007.pk).exists()
    assert not StoredPassage.objects.exists()


def test_moved_with_all_below(news_section, article, agreed):
    left, right = SectionFactory(parent=news_section), SectionFactory(parent=news_section)
    below = ArticleFactory(parent=SectionFactory(parent=left))
    set_level(right, Level.MEMBERS)
    agreed()
    body = stored(below).body
    left.refresh_from_db()
    left.move(right, "last-child")
    agreed()
    moved = stored(below)
    assert moved.path == fresh(below).path
    assert moved.path.startswith(fresh(right).path)
    assert moved.token == page_token(right) != PUBLIC
    assert moved.body == body


def test_moved_between_its_neighbours(news_section, agreed):
    """Those after it make room: their paths and those below them are others."""
    sections = [SectionFactory(parent=news_section) for _ in range(3)]
    below = ArticleFactory(parent=sections[0])
    agreed()
    fresh(sections[2]).move(fresh(sections[0]), "left")
    agreed()
    assert stored(below).path == fresh(below).path != below.path


def test_a_new_address(news_section, article, agreed):
    section = fresh(news_section)
    section.slug = "tin-moi"
    publish(section)
    agreed()
    assert stored(article).title == "Chi bộ họp"


@pytest.mark.parametrize("level", [Level.MEMBERS, Level.COMMITTEE])
def test_closed_and_opened_again(news_section, article, agreed, level):
    set_level(fresh(news_section), level)
    agreed()
    assert stored(article).token == page_token(article) != PUBLIC
    set_level(fresh(news_section), Level.PUBLIC)
    agreed()
    assert stored(article).token == PUBLIC


def test_a_level_below_another(news_section, article, agreed):
    set_level(fresh(article), Level.MEMBERS)
    set_level(fresh(news_section), Level.COMMITTEE)
    agreed()
    assert stored(article).token == page_token(article) != page_token(news_section) == stored(news_section).token


def test_an_alias_elsewhere_closes_with_its_original(news_section, article, agreed):
    elsewhere = SectionFactory(parent=news_section)
    alias = CreatePageAliasAction(fresh(article), parent=elsewhere).execute(skip_permission_checks=True)
    agreed()
    set_level(fresh(article), Level.MEMBERS)
    agreed()
    assert stored(alias).token == stored(article).token != PUBLIC
    fresh(article).unpublish()
    agreed()
    assert not StoredEntry.objects.filter(pk=alias.pk).exists()


def test_an_alias_says_what_its_original_says_by_now(news_section, article, agreed):
    elsewhere = SectionFactory(parent=news_section)
    alias = CreatePageAliasAction(fresh(article), parent=elsewhere).execute(skip_permission_checks=True)
    changed = fresh(article)
    changed.title = "Chi bộ họp bàn"
    publish(changed)
    agreed()
    assert stored(alias).title == "Chi bộ họp bàn"


def test_a_password_hides_and_its_end_shows_again(news_section, article, agreed):
    restriction = PageViewRestriction.objects.create(page=news_section, restriction_type="password", password="x")
    agreed()
    assert not StoredEntry.objects.filter(pk__in=[article.pk, news_section.pk]).exists()
    restriction.delete()
    agreed()
    assert stored(article).body == "Dân bàn, dân làm."


def test_groups_of_a_restriction_change_from_either_side_and_go(news_section, article, agreed):
    first, second = Group.objects.create(name="một"), Group.objects.create(name="hai")
    restriction = PageViewRestriction.objects.create(page=article, restriction_type="groups")
    restriction.groups.set([first])
    agreed()
    assert stored(article).token == f"g{first.pk}"
    second.pageviewrestriction_set.add(restriction)
    agreed()
    assert stored(article).token == f"g{first.pk}.{second.pk}"
    first.delete()
    agreed()
    assert stored(article).token == f"g{second.pk}"
    second.delete()
    agreed()
    assert not StoredEntry.objects.filter(pk=article.pk).exists(), "what asks for no group is for nobody"


def test_the_text_of_a_file_is_ready(clerk, directive_2007, agreed):
    file = ready_made(text="")
    directive_2007.attachments.add(Attachment(file=file))
    clerk.publish(directive_2007)
    agreed()
    assert stored(directive_2007).entry().passages == ()
    FilePage.objects.filter(file=file).update(text="Theo Kết luận 5-KL/TW")
    text_changed.send(DocumentFile, file=file)
    agreed()
    entry = stored(directive_2007).entry()
    assert [page.text for page in entry.passages] == ["Theo Kết luận 5-KL/TW"]
    assert entry.cited == ("5|KL|TW",)


def test_another_document_replaces_it(clerk, directive_2002, directive_2007, agreed):
    agreed()
    assert [span[0] for span in stored(directive_2002).statuses][-1] == "in_force"
    clerk.relate(directive_2007, "thay thế", directive_2002)
    agreed()
    assert [span[0] for span in stored(directive_2002).statuses][-1] == "expired"
    fresh(directive_2007).unpublish()
    agreed()
    assert [span[0] for span in stored(directive_2002).statuses][-1] == "in_force"


@pytest.mark.parametrize(("model", "name"), [(DocumentType, "Chỉ thị"), (Issuer, "Ban Bí thư")], ids=["type", "issuer"])
def test_a_name_of_the_catalogue_changes(directive_2007, agreed, model, name):
    agreed()
    before = stored(directive_2007).version
    named = directive_2007.document_type if model is DocumentType else directive_2007.issuer
    named.name = f"{name} mới"
    named.save()
    agreed()
    entry = stored(directive_2007)
    assert f"{name} mới" in entry.about
    assert entry.version > before


def test_what_is_saved_live_past_publishing(news_section, agreed):
    article = ArticleFactory(parent=news_section, live=False)
    agreed()
    assert not StoredEntry.objects.filter(pk=article.pk).exists()
    approval_of(article).save()
    article.live = True
    article.save()
    agreed()
    assert stored(article).title == article.title


def test_an_effect_that_comes_twice_or_late_changes_nothing(article, agreed):
    """It projects the page as it is, whatever it was when the effect was written."""
    effect = Effect.objects.filter(kind="search.page").latest("pk")
    article.title = "Chi bộ họp bàn"
    publish(article)
    agreed()
    before = stored(article).version
    Effect.objects.filter(pk=effect.pk).update(state="waiting")
    agreed()
    assert (stored(article).title, stored(article).version) == ("Chi bộ họp bàn", before)


def test_popularity_outlives_a_change(article, agreed):
    StoredEntry.objects.filter(pk=article.pk).update(popularity=7.0)
    article.title = "Chi bộ họp bàn"
    publish(article)
    agreed()
    assert stored(article).popularity == 7.0


def test_one_page_that_cannot_be_read_keeps_no_other_from_being_found(news_section, worked, monkeypatch):
    from search import services
    from search.indexing.effects import project_later

    good, bad = ArticleFactory(parent=news_section), ArticleFactory(parent=news_section)
    worked()
    StoredEntry.objects.all().delete()
    Effect.objects.all().delete()
    project = services.project

    def failing(ids):
        if bad.pk in ids:
            raise ValueError("không đọc được")
        return project(ids)

    monkeypatch.setattr(services, "project", failing)
    project_later([good.pk, bad.pk])
    with pytest.raises(AssertionError, match="không đọc được"):
        worked()
    assert stored(good).title == good.title
    assert not StoredEntry.objects.filter(pk=bad.pk).exists()


def test_all_documents_of_a_page_of_the_register_agree(clerk, directive_2007, directive_2002, guidance_2012, agreed):
    agreed()
    assert StoredEntry.objects.filter(kind="document").count() == OfficialDocument.objects.count() == 3
