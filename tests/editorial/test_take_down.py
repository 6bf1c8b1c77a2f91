"""`Gỡ bài`: gone from every channel at once; the address says so to whom it was open, and nothing to others."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Site, Workflow, WorkflowState, WorkflowTask

from portal.access.channels import channels
from portal.access.levels import Level, set_level
from portal.access.media import file_url
from portal.editorial import roles
from portal.editorial.take_down.models import TakenDown
from portal.editorial.take_down.services import take_down
from portal.models import SiteSettings
from portal.pictures import picture_url, size_of
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory, publish

REASON = "Nội dung sai: nhầm số đảng viên"
WORD = "Đồng Quang"


def person(role: roles.Role) -> User:
    user = User.objects.create_user(role.code, f"{role.code}@example.vn")
    user.groups.add(roles.group_of(role))
    return user


@pytest.fixture
def chief(db):
    return person(roles.CHIEF)


@pytest.fixture
def article(news_section):
    return publish(ArticleFactory(parent=news_section, title=f"Chi bộ {WORD} họp", slug="dong-quang-hop"))


def status(url: str) -> int:
    return Client().get(url).status_code


def told(url: str) -> str:
    return Client().get(url).content.decode()


def test_its_address_answers_410_without_its_title(article, chief):
    url = article.get_url()
    take_down(article, by=chief, reason=REASON)
    response = Client().get(url)
    assert response.status_code == 410
    assert "Nội dung đã được gỡ" in response.content.decode()
    assert WORD not in response.content.decode()
    assert "nhầm số" not in response.content.decode()


def test_it_is_gone_from_every_channel(article, chief, home, news_section):
    """Every address that any channel would be asked at, before and after."""

    class Planted:
        pages = (article, news_section, home)
        pictures = files = ()

    article.tags.add("họp chi bộ")
    publish(article)
    probes = {probe.path for channel in channels for probe in channel.probes(Planted()) if probe.method == "GET"}
    probes |= {"/", news_section.get_url(), "/the/hop-chi-bo/"}
    showing = {path for path in probes if WORD in told(path) or "dong-quang-hop" in told(path)}
    assert {article.get_url(), "/", "/rss/", "/sitemap-trang.xml", "/_manh/moi-nhat/"} <= showing, sorted(showing)
    take_down(article, by=chief, reason=REASON)
    assert {path for path in showing if WORD in told(path)} == set()
    assert {path for path in showing if "dong-quang-hop" in told(path).replace(f"{article.get_url()}", "")} == set()


def test_of_a_restricted_page_nothing_is_told(article, chief):
    set_level(article, Level.MEMBERS)
    chief.groups.add(roles.group_of(roles.MEMBER))
    url = article.get_url()
    take_down(article, by=chief, reason=REASON)
    unknown = url.replace("dong-quang-hop", "dong-quang-hep")
    refused, no_page = Client().get(url), Client().get(unknown)
    assert refused.status_code == no_page.status_code == 404
    assert refused.content.decode().replace(url, "") == no_page.content.decode().replace(unknown, "")
    assert dict(refused.headers) == dict(no_page.headers)


def test_nothing_is_told_below_what_was_restricted_since(article, chief, news_section):
    url = article.get_url()
    take_down(article, by=chief, reason=REASON)
    set_level(news_section, Level.MEMBERS)
    assert status(url) == 404
    Page.objects.get(pk=article.pk).delete()
    assert status(url) == 404


def test_addresses_that_led_to_it_answer_410_as_well(article, chief, home):
    Redirect.add_redirect("/hop-dong-quang", redirect_to=article)
    assert status("/hop-dong-quang/") == 301
    take_down(article, by=chief, reason=REASON)
    assert status("/hop-dong-quang/") == 410
    Page.objects.get(pk=article.pk).delete()
    assert status("/hop-dong-quang/") == 410


def test_a_page_deleted_afterwards_still_answers_410(article, chief):
    url = article.get_url()
    take_down(article, by=chief, reason=REASON)
    Page.objects.get(pk=article.pk).delete()
    assert status(url) == 410


def test_published_again_it_opens_and_leaving_again_by_expiry_is_no_410(article, chief):
    url = article.get_url()
    take_down(article, by=chief, reason=REASON)
    article.refresh_from_db()
    publish(article)
    assert status(url) == 200
    article.expire_at = timezone.now() - timedelta(seconds=1)
    article.save_revision().publish()
    assert status(url) == 404


def test_published_again_at_another_address_the_old_one_leads_there(article, chief):
    url = article.get_url()
    take_down(article, by=chief, reason=REASON)
    article.refresh_from_db()
    article.slug = "hop-thang-chin"
    publish(article)
    response = Client().get(url)
    assert (response.status_code, response["Location"]) == (301, article.get_url())


def test_an_expired_page_was_not_taken_down(article):
    article.unpublish(set_expired=True)
    assert status(article.get_url()) == 404


def test_a_page_taken_off_by_another_road_answers_410_too(article):
    article.unpublish()
    assert status(article.get_url()) == 410


def test_what_was_scheduled_is_cleared(article, chief):
    article.title = "Bản hẹn giờ"
    article.go_live_at = timezone.now() + timedelta(hours=1)
    article.save_revision().publish()
    assert Page.objects.get(pk=article.pk).scheduled_revision is not None
    take_down(article, by=chief, reason=REASON)
    assert Page.objects.get(pk=article.pk).scheduled_revision is None


def test_the_workflow_it_is_in_is_cancelled(article, chief):
    workflow = Workflow.objects.create(name="Duyệt bài")
    task = GroupApprovalTask.objects.create(name="Duyệt")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(article, chief)
    take_down(article, by=chief, reason=REASON)
    state.refresh_from_db()
    assert state.status == WorkflowState.STATUS_CANCELLED


def test_aliases_go_with_it(article, chief, home):
    other = SectionFactory(parent=home, title="Chuyên mục khác")
    alias = CreatePageAliasAction(article, parent=other, user=None).execute(skip_permission_checks=True)
    assert status(alias.get_url()) == 200
    take_down(article, by=chief, reason=REASON)
    assert status(alias.get_url()) == 410


def test_pages_below_stay_unless_asked_for(chief, home):
    section = publish(SectionFactory(parent=home, title="Nông thôn mới"))
    below = publish(ArticleFactory(parent=section))
    assert take_down(section, by=chief, reason=REASON).pages == 1
    assert (status(section.get_url()), status(below.get_url())) == (410, 200)
    section.refresh_from_db()
    publish(section)
    assert take_down(section, by=chief, reason=REASON, with_subtree=True).pages == 2
    assert (status(section.get_url()), status(below.get_url())) == (410, 410)


def test_the_history_says_who_and_why(article, chief, admin_client):
    take_down(article, by=chief, reason=REASON)
    entry = PageLogEntry.objects.get(action="take_down.take_down")
    assert (entry.user, entry.comment) == (chief, REASON)
    history = admin_client.get(reverse("wagtailadmin_pages:history", args=[article.pk])).content.decode()
    assert "Đã gỡ" in history
    assert REASON in history


def test_a_reason_is_needed(article, chief):
    with pytest.raises(ValidationError, match="lý do"):
        take_down(article, by=chief, reason="  ")
    assert status(article.get_url()) == 200


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR, roles.MEMBER])
def test_only_who_may_publish_takes_down(article, role):
    with pytest.raises(PermissionDenied):
        take_down(article, by=person(role), reason=REASON)
    assert status(article.get_url()) == 200


def test_the_home_page_cannot_be_taken_down(home, administrator):
    with pytest.raises(PermissionDenied):
        take_down(home, by=administrator, reason=REASON)


# Pictures and files


def addresses_of(picture, file):
    return picture_url(picture, size_of(picture, 40)), file_url(file)


@pytest.fixture
def illustrated(article):
    picture, file = PortalImageFactory(), PortalFileFactory()
    article.picture, article.picture_alt = picture, "Quang cảnh"
    article.body = [("attachment", {"title": "", "file": file})]
    publish(article)
    return article, picture, file


def test_what_only_it_uses_closes_and_opens_again_with_it(illustrated, chief):
    article, picture, file = illustrated
    addresses = addresses_of(picture, file)
    assert [status(url) for url in addresses] == [200, 200]
    rendition = picture.renditions.get()
    assert take_down(article, by=chief, reason=REASON).media == 2
    assert [status(url) for url in [*addresses, rendition.url]] == [404, 404, 404]
    staff = Client()
    staff.force_login(chief)
    assert [staff.get(url).status_code for url in addresses] == [200, 200]
    article.refresh_from_db()
    publish(article)
    assert [status(url) for url in addresses] == [200, 200]
    picture.refresh_from_db()
    assert picture.collection.is_root()


def test_what_another_page_uses_stays_open(illustrated, chief, news_section):
    article, picture, file = illustrated
    publish(ArticleFactory(parent=news_section, picture=picture, picture_alt="Quang cảnh"))
    assert take_down(article, by=chief, reason=REASON).media == 1
    assert [status(url) for url in addresses_of(picture, file)] == [200, 404]


def test_what_another_page_has_just_begun_to_use_stays_open(illustrated, chief, news_section, no_worker):
    article, picture, file = illustrated
    ArticleFactory(parent=news_section, picture=picture, picture_alt="Quang cảnh")
    assert take_down(article, by=chief, reason=REASON).media == 1
    assert [status(url) for url in addresses_of(picture, file)] == [200, 404]


def test_what_the_draft_of_another_page_uses_closes_for_readers(illustrated, chief, news_section):
    """An old copy of the page must not keep open what shall not be seen; staff see it in the admin."""
    article, picture, file = illustrated
    other = publish(ArticleFactory(parent=news_section))
    other.picture = picture
    other.save_revision()
    assert take_down(article, by=chief, reason=REASON).media == 2
    assert [status(url) for url in addresses_of(picture, file)] == [404, 404]


def test_what_the_portal_itself_shows_stays_open(illustrated, chief):
    article, picture, file = illustrated
    SiteSettings.objects.update_or_create(site=Site.objects.get(), defaults={"emblem": picture})
    assert take_down(article, by=chief, reason=REASON).media == 1
    assert [status(url) for url in addresses_of(picture, file)] == [200, 404]


def test_what_its_own_draft_adds_closes_as_well(illustrated, chief):
    article, _picture, file = illustrated
    added = PortalImageFactory()
    article.picture = added
    article.save_revision()
    take_down(article, by=chief, reason=REASON)
    assert [status(url) for url in addresses_of(added, file)] == [404, 404]


def test_a_page_that_comes_back_opens_nothing_that_closed_with_others(illustrated, chief, home):
    """Somebody put a picture of a closed section on it meanwhile."""
    article, _picture, file = illustrated
    section = SectionFactory(parent=home)
    closed = PortalImageFactory()
    ArticleFactory(parent=section, picture=closed)
    set_level(section, Level.MEMBERS)
    take_down(article, by=chief, reason=REASON)
    article.refresh_from_db()
    article.picture = closed
    publish(article)
    assert [status(url) for url in addresses_of(closed, file)] == [404, 200]


def test_it_can_be_left_open(illustrated, chief):
    article, picture, file = illustrated
    take_down(article, by=chief, reason=REASON, with_media=False)
    assert [status(url) for url in addresses_of(picture, file)] == [200, 200]


# In the admin


@pytest.fixture
def desk(chief):
    client = Client()
    client.force_login(chief)
    return client


def test_the_button_asks_for_a_reason_and_loses_nothing(article, desk):
    url = reverse("wagtailadmin_pages:unpublish", args=[article.pk])
    assert "Chọn lý do" in desk.get(url).content.decode()
    refused = desk.post(url, {"reason": "other", "note": "", "with_media": "on"}).content.decode()
    assert "Hãy ghi vài chữ" in refused
    assert status(article.get_url()) == 200
    done = desk.post(url, {"reason": "wrong", "note": "nhầm số đảng viên", "with_media": "on"}, follow=True)
    assert "Đã gỡ" in done.content.decode()
    assert TakenDown.objects.get().reason == REASON
    assert status(article.get_url()) == 410


def test_what_becomes_of_the_pages_below_is_said(desk, home):
    section = publish(SectionFactory(parent=home))
    below = publish(ArticleFactory(parent=section))
    url = reverse("wagtailadmin_pages:unpublish", args=[section.pk])
    assert "Trang này và cả 1 trang đã xuất bản bên dưới" in desk.get(url).content.decode()
    desk.post(url, {"reason": "early", "scope": "subtree"})
    assert status(below.get_url()) == 410


def test_several_from_a_list(desk, news_section):
    articles = [publish(ArticleFactory(parent=news_section)) for _count in range(2)]
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    url += f"?next={reverse('articles:index')}&" + "&".join(f"id={one.pk}" for one in articles)
    assert "Chọn lý do" in desk.get(url).content.decode()
    refused = desk.post(url, {"reason": ""})
    assert "Hãy chọn lý do" in refused.content.decode()
    done = desk.post(url, {"reason": "outdated"}, follow=True)
    assert done.status_code == 200
    assert [status(one.get_url()) for one in articles] == [410, 410]


@pytest.mark.parametrize("role", [roles.REPORTER, roles.EDITOR])
def test_others_get_no_button_and_no_answer(article, role):
    client = Client()
    client.force_login(person(role))
    url = reverse("wagtailadmin_pages:unpublish", args=[article.pk])
    assert client.post(url, {"reason": "wrong"}).status_code in (302, 403)
    assert status(article.get_url()) == 200
    assert url not in client.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()


def test_a_lock_does_not_keep_it_public(article, desk):
    article.locked, article.locked_by = True, User.objects.create_user("khac")
    article.save()
    url = reverse("wagtailadmin_pages:unpublish", args=[article.pk])
    listed = desk.get(reverse("wagtailadmin_explore", args=[article.get_parent().pk])).content.decode()
    assert url in listed
    assert url in desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    desk.post(url, {"reason": "wrong"})
    assert status(article.get_url()) == 410
