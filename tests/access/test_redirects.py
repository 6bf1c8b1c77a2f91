"""Old addresses are a road like any other: they lead only those who may open what they lead to."""

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.access.levels import Level, set_level
from portal.editorial import roles
from portal.editorial.take_down.services import take_down
from portal.redirects.models import MovedTree
from tests.access.asking import client_of
from tests.access.planting import ROLES, Plants
from tests.access.test_refusal import answer
from tests.factories import ArticleFactory, SectionFactory, StandardPageFactory, many_articles, publish


@pytest.fixture
def section(home):
    return publish(SectionFactory(parent=home, title="Nông thôn mới", slug="nong-thon-moi"))


@pytest.fixture
def article(section):
    return publish(ArticleFactory(parent=section, slug="lam-duong"))


def rename(page, slug, capture):
    page = page.specific_class.objects.get(pk=page.pk)
    page.slug = slug
    with capture(execute=True):
        publish(page)
    return page


def leads_to(url: str, client: Client | None = None) -> str | int:
    response = (client or Client()).get(url)
    return response["Location"] if response.status_code in (301, 302) else response.status_code


# Where they lead


def test_a_new_slug_leaves_the_old_address_behind(article, django_capture_on_commit_callbacks):
    moved = rename(article, "lam-duong-hoa", django_capture_on_commit_callbacks)
    assert leads_to("/nong-thon-moi/lam-duong/") == moved.get_url()
    assert leads_to("/nong-thon-moi/lam-duong/moi-hon/") == moved.get_url() + "moi-hon/"
    assert leads_to("/nong-thon-moi/lam-duong/khong-co/") == 404


def test_the_query_goes_along(article, django_capture_on_commit_callbacks):
    moved = rename(article, "lam-duong-hoa", django_capture_on_commit_callbacks)
    assert leads_to("/nong-thon-moi/lam-duong/?nguon=zalo&a=%C4%91") == moved.get_url() + "?nguon=zalo&a=%C4%91"


def test_what_lies_below_a_renamed_section_is_found(section, article, django_capture_on_commit_callbacks):
    rename(section, "xa-moi", django_capture_on_commit_callbacks)
    assert leads_to("/nong-thon-moi/") == "/xa-moi/"
    assert leads_to("/nong-thon-moi/lam-duong/") == "/xa-moi/lam-duong/"
    assert leads_to("/nong-thon-moi/rss/") == "/xa-moi/rss/"


def test_renamed_again_and_again_the_first_address_leads_to_the_last(
    section, article, django_capture_on_commit_callbacks
):
    rename(section, "xa-moi", django_capture_on_commit_callbacks)
    rename(article, "lam-duong-hoa", django_capture_on_commit_callbacks)
    rename(section, "xa-nong-thon-moi", django_capture_on_commit_callbacks)
    assert leads_to("/nong-thon-moi/lam-duong/") == "/xa-nong-thon-moi/lam-duong-hoa/"


def test_named_back_the_page_is_at_its_address_and_the_other_leads_there(section, django_capture_on_commit_callbacks):
    rename(section, "xa-moi", django_capture_on_commit_callbacks)
    rename(section, "nong-thon-moi", django_capture_on_commit_callbacks)
    assert leads_to("/nong-thon-moi/") == 200
    assert leads_to("/xa-moi/") == "/nong-thon-moi/"


def test_a_move_leaves_the_old_address_behind(article, news_section):
    article.move(news_section, pos="last-child")
    assert leads_to("/nong-thon-moi/lam-duong/") == "/tin-tuc/lam-duong/"


def rows() -> tuple[int, int]:
    """How many old addresses are kept; other tests of this module leave theirs until its end."""
    return MovedTree.objects.count(), Redirect.objects.count()


def test_a_draft_renamed_leaves_nothing_behind(section, django_capture_on_commit_callbacks):
    before = rows()
    draft = ArticleFactory(parent=section, slug="ban-nhap", live=False)
    with django_capture_on_commit_callbacks(execute=True):
        draft.slug = "ban-nhap-hai"
        draft.save()
    live = publish(ArticleFactory(parent=section, slug="da-dang"))
    with django_capture_on_commit_callbacks(execute=True):
        live.slug = "se-doi"
        live.save_revision()
    assert rows() == before


def test_renaming_a_section_costs_the_same_whatever_lies_below(home, django_capture_on_commit_callbacks):
    asked = []
    trees, redirects = rows()
    for slug, count in (("it-bai", 10), ("nhieu-bai", 10_000)):
        section = publish(SectionFactory(parent=home, slug=slug))
        many_articles(section, count, timezone.now())
        with CaptureQueriesContext(connection) as queries:
            rename(section, f"{slug}-moi", django_capture_on_commit_callbacks)
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert rows() == (trees + 2, redirects + 2)
    assert leads_to("/nhieu-bai/bai-9999/") == "/nhieu-bai-moi/bai-9999/"


# What staff make


@pytest.mark.parametrize(
    "link",
    [
        "//la.example/",
        "/\\la.example/",
        "javascript:alert(1)",
        "http:/la.example/",
        "https://cong@la.example/",
        "ftp://la.example/",
        "https://la.example\n/",
        "http://[la",
    ],
)
def test_a_slip_of_the_finger_sends_nobody_elsewhere(home, link):
    Redirect.objects.create(old_path="/cu", redirect_link=link)
    assert leads_to("/cu/") == 404


def test_out_into_the_web(home):
    Redirect.objects.create(old_path="/tinh", redirect_link="https://tinh.example.vn/tin?a=1", is_permanent=False)
    assert leads_to("/tinh/?b=2") == "https://tinh.example.vn/tin?a=1&b=2"


def test_a_redirect_for_one_query_alone(article):
    Redirect.add_redirect("/xem?id=7", redirect_to=article)
    assert leads_to("/xem/?id=7") == article.get_url()
    assert leads_to("/xem/?id=8") == 404


def test_one_after_the_other(home, article):
    Redirect.objects.create(old_path="/mot", redirect_link="/hai/")
    Redirect.objects.create(old_path="/hai", redirect_link=f"http://127.0.0.1:8000{article.get_url()}")
    assert leads_to("/mot/") == article.get_url()


def test_loops_end(home):
    Redirect.objects.create(old_path="/mot", redirect_link="/hai/")
    Redirect.objects.create(old_path="/hai", redirect_link="/mot/")
    Redirect.objects.create(old_path="/ba", redirect_link="/ba/")
    for number in range(20):
        Redirect.objects.create(old_path=f"/xa-{number}", redirect_link=f"/xa-{number + 1}/")
    assert [leads_to(url) for url in ("/mot/", "/ba/", "/xa-0/")] == [404, 404, 404]


def test_only_reading_requests_are_led_on(article):
    Redirect.add_redirect("/cu", redirect_to=article)
    assert Client().post("/cu/").status_code in (404, 405)
    assert Client().head("/cu/").status_code == 301


# Who is led


@pytest.mark.parametrize("made", ["redirect", "link", "moved", "below"])
def test_nobody_is_led_to_what_he_may_not_open(made, home, django_capture_on_commit_callbacks):
    secret = publish(StandardPageFactory(parent=home, title="Kỷ luật", slug="ky-luat-dong-chi-a"))
    below = publish(StandardPageFactory(parent=secret, slug="bien-ban-hop"))
    set_level(secret, Level.MEMBERS)
    url = {"below": "/cu-ky-luat/bien-ban-hop/"}.get(made, "/cu-ky-luat/")
    if made == "redirect":
        Redirect.add_redirect("/cu-ky-luat", redirect_to=secret)
    elif made == "link":
        Redirect.objects.create(old_path="/cu-ky-luat", redirect_link=secret.get_full_url())
    else:
        moved = rename(secret, "cu-ky-luat", django_capture_on_commit_callbacks)
        secret = rename(moved, "ky-luat-dong-chi-a", django_capture_on_commit_callbacks)
        below.refresh_from_db()
    target = below if made == "below" else secret
    unknown = url.replace("cu-ky", "xu-ky")
    assert answer(Client(), url, "GET") == answer(Client(), unknown, "GET")
    member = Client()
    user = User.objects.create_user("dangvien")
    member.force_login(user)
    assert answer(member, url, "GET") == answer(member, unknown, "GET")
    user.groups.add(roles.group_of(roles.MEMBER))
    response = member.get(url)
    assert (response.status_code, response["Location"]) == (301, target.get_url())
    assert "no-store" in response["Cache-Control"]


def test_neither_to_a_draft_nor_to_what_has_expired(article, administrator):
    Redirect.add_redirect("/cu", redirect_to=article)
    article.unpublish(set_expired=True)
    client = Client()
    client.force_login(administrator)
    assert [leads_to("/cu/"), leads_to("/cu/", client)] == [404, 404]


def test_to_what_was_taken_down_it_says_so(article, administrator, django_capture_on_commit_callbacks):
    Redirect.objects.create(old_path="/cu", redirect_link=article.get_url())
    rename(article.get_parent(), "xa-moi", django_capture_on_commit_callbacks)
    assert leads_to("/cu/") == "/xa-moi/lam-duong/"
    take_down(Page.objects.get(pk=article.pk), by=administrator, reason="Nội dung sai")
    assert [leads_to(url) for url in ("/cu/", "/nong-thon-moi/lam-duong/", "/xa-moi/lam-duong/")] == [410, 410, 410]


@pytest.mark.parametrize("role", ROLES)
def test_every_role_is_led_where_it_may_go_and_nowhere_else(role, plants: Plants, db):
    """All that is planted, in every state: by a redirect, a link staff made, and the old address of the tree."""
    client = client_of(role, plants)
    old_paths = {
        page: path
        for model, field in ((Redirect, "redirect_page"), (MovedTree, "page"))
        for path, page in model.objects.filter(**{f"{field}__isnull": False}).values_list("old_path", field)
    }
    old_paths |= {f"{number} by link": path.replace("cay-cu", "loi-tat") for number, path in old_paths.items()}
    wrong = []
    for item in plants.items:
        if item.kind in {"picture", "file"} or item.case.state == "changed":
            continue
        number = item.thing.pk
        for old in filter(None, (old_paths[number], old_paths[f"{number} by link"])):
            if "loi-tat" in old and not Redirect.objects.filter(old_path=old).exists():
                continue
            unknown = old[:-1] + "x"
            if role in item.case.seen_by:
                there = leads_to(f"{old}/", client)
                wrong += [] if there == item.thing.get_url() else [f"{old} {item.case.name} leads to {there}"]
            elif answer(client, f"{old}/", "GET") != answer(client, f"{unknown}/", "GET"):
                wrong.append(f"{old}: {item.kind} {item.case.name} tells")
    assert not wrong, "\n".join(wrong)
