"""Two people edit one page: nothing that one of them wrote is lost, whoever presses first."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from news.models import Article, Section
from portal.editorial import roles
from tests.factories import ArticleFactory
from tests.reading import edit_form

Opened = dict[str, str]


def make_article(section: Section) -> Article:
    article = ArticleFactory(parent=section, title="Chi bộ thôn Đồng Tiến họp", sapo="", live=False)
    article.save_revision()
    return article


def make_editor(name: str) -> Client:
    person = User.objects.create_user(name, first_name=name.title(), last_name="Nguyễn Thị")
    person.groups.add(roles.group_of(roles.EDITOR))
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def article(news_section: Section) -> Article:
    return make_article(news_section)


@pytest.fixture
def lan(db: None) -> Client:
    return make_editor("lan")


@pytest.fixture
def minh(db: None) -> Client:
    return make_editor("minh")


def address_of(article: Article) -> str:
    return reverse("wagtailadmin_pages:edit", args=[article.pk])


def open_form(client: Client, article: Article) -> Opened:
    return edit_form(client.get(address_of(article)))


def save(client: Client, article: Article, form: Opened, kicker: str, **more: str) -> Any:
    return client.post(address_of(article), {**form, "kicker": kicker, **more})


def save_by_itself(client: Client, article: Article, form: Opened, kicker: str) -> Any:
    return client.post(address_of(article), {**form, "kicker": kicker}, headers={"Accept": "application/json"})


def newest(article: Article) -> str:
    return str(Article.objects.get(pk=article.pk).get_latest_revision_as_object().kicker)


def test_who_is_not_signed_in_is_led_to_signing_in(article):
    answer = Client().get(address_of(article), follow=True)
    assert answer.redirect_chain[-1][0].startswith("/dang-nhap/?next=")
    assert save(Client(), article, {}, "Từ cơ sở").status_code == 302
    assert newest(article) == ""


def test_who_saves_second_is_told_and_keeps_what_he_typed(article, lan, minh):
    of_lan, of_minh = open_form(lan, article), open_form(minh, article)
    assert save(lan, article, of_lan, "Từ cơ sở").status_code == 302
    answer = save(minh, article, of_minh, "Xây dựng Đảng")
    assert answer.status_code == 200
    assert "Nguyễn Thị Lan" in answer.content.decode()
    assert edit_form(answer)["kicker"] == "Xây dựng Đảng"
    assert newest(article) == "Từ cơ sở"


def test_he_can_compare_the_version_he_opened_with_the_newer_one(article, lan, minh):
    of_minh = open_form(minh, article)
    save(lan, article, open_form(lan, article), "Từ cơ sở")
    answer = save(minh, article, of_minh, "Xây dựng Đảng").content.decode()
    first, second = article.revisions.order_by("pk").values_list("pk", flat=True)
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, first, second])
    assert compare in answer
    assert "Từ cơ sở" in minh.get(compare).content.decode()


def test_saving_again_is_a_decision_and_both_stay_in_the_history(article, lan, minh):
    of_minh = open_form(minh, article)
    save(lan, article, open_form(lan, article), "Từ cơ sở")
    told = edit_form(save(minh, article, of_minh, "Xây dựng Đảng"))
    assert save(minh, article, told, "Xây dựng Đảng").status_code == 302
    kept = [revision.as_object().kicker for revision in article.revisions.order_by("pk")]
    assert kept == ["", "Từ cơ sở", "Xây dựng Đảng"]


def test_until_then_the_form_does_not_save_itself(article, lan, minh):
    of_minh = open_form(minh, article)
    save(lan, article, open_form(lan, article), "Từ cơ sở")
    assert minh.get(address_of(article)).context["autosave_enabled"]
    assert not save(minh, article, of_minh, "Xây dựng Đảng").context["autosave_enabled"]


def test_what_saved_itself_over_the_opened_version_counts_as_newer(article, lan, minh):
    of_lan, of_minh = open_form(lan, article), open_form(minh, article)
    said = save_by_itself(lan, article, of_lan, "Từ").json()
    again = follow(of_lan, said) | {"overwrite_revision_id": str(said["revision_id"])}
    assert save_by_itself(lan, article, again, "Từ cơ sở").json()["success"]
    assert save(minh, article, of_minh, "Xây dựng Đảng").status_code == 200
    assert newest(article) == "Từ cơ sở"


def follow(form: Opened, said: Any) -> Opened:
    """The form after it has saved itself, as the admin's scripts keep it (portal/static/portal/admin/session.js)."""
    return form | {
        "loaded_revision_id": str(said["revision_id"]),
        "loaded_revision_created_at": said["revision_created_at"],
    }


def test_what_the_form_has_saved_by_itself_is_no_newer_version(article, lan):
    form = open_form(lan, article)
    form = follow(form, save_by_itself(lan, article, form, "Từ").json())
    assert save(lan, article, form, "Từ cơ sở").status_code == 302
    assert newest(article) == "Từ cơ sở"


def test_but_not_what_somebody_else_saved_over_it(article, lan, minh):
    form = open_form(lan, article)
    form = follow(form, save_by_itself(lan, article, form, "Từ").json())
    save(minh, article, open_form(minh, article), "Xây dựng Đảng")
    assert save(lan, article, form, "Từ cơ sở").status_code == 200
    assert newest(article) == "Xây dựng Đảng"


@pytest.mark.parametrize("saves_first", [save, save_by_itself])
def test_a_second_window_of_the_same_person_is_told_like_anybody(article, lan, saves_first):
    first, second = open_form(lan, article), open_form(lan, article)
    assert saves_first(lan, article, first, "Từ cơ sở").status_code in (200, 302)
    assert save(lan, article, second, "Xây dựng Đảng").status_code == 200
    assert newest(article) == "Từ cơ sở"


@pytest.mark.parametrize("press", ["action-submit", "action-publish", "action-cancel-workflow"])
def test_no_other_button_goes_over_a_newer_version(article, lan, minh, press):
    of_minh = open_form(minh, article)
    save(lan, article, open_form(lan, article), "Từ cơ sở")
    assert save(minh, article, of_minh, "Xây dựng Đảng", **{press: "true"}).status_code == 200
    assert newest(article) == "Từ cơ sở"
    assert not Article.objects.get(pk=article.pk).live


def test_one_who_saves_alone_is_never_stopped(article, lan):
    for kicker in ("Từ cơ sở", "Xây dựng Đảng"):
        assert save(lan, article, open_form(lan, article), kicker).status_code == 302
    assert newest(article) == "Xây dựng Đảng"


def sign_in_again(client: Client, name: str) -> None:
    client.force_login(User.objects.get(username=name))


def test_a_session_that_ends_while_a_colleague_saves_costs_neither_his_words(article, lan, minh):
    of_minh = open_form(minh, article)
    minh.logout()
    assert save(minh, article, of_minh, "Xây dựng Đảng").url.startswith("/dang-nhap/")
    assert save(lan, article, open_form(lan, article), "Từ cơ sở").status_code == 302
    sign_in_again(minh, "minh")
    told = save(minh, article, of_minh, "Xây dựng Đảng")
    assert edit_form(told)["kicker"] == "Xây dựng Đảng"
    assert newest(article) == "Từ cơ sở"


def test_a_form_that_saved_itself_before_its_session_ended_goes_on_after_it(article, minh):
    form = open_form(minh, article)
    form = follow(form, save_by_itself(minh, article, form, "Xây").json())
    form |= {"overwrite_revision_id": form["loaded_revision_id"]}
    minh.logout()
    assert save_by_itself(minh, article, form, "Xây dựng").status_code == 302
    assert newest(article) == "Xây"
    sign_in_again(minh, "minh")
    assert save_by_itself(minh, article, form, "Xây dựng Đảng").json()["success"]
    assert newest(article) == "Xây dựng Đảng"


def test_a_form_that_saves_itself_over_a_colleagues_version_is_refused_and_the_button_tells(article, lan, minh):
    of_minh = open_form(minh, article)
    assert save_by_itself(lan, article, open_form(lan, article), "Từ cơ sở").json()["success"]
    assert save_by_itself(minh, article, of_minh, "Xây dựng Đảng").json()["error_code"] == "invalid_revision"
    assert edit_form(save(minh, article, of_minh, "Xây dựng Đảng"))["kicker"] == "Xây dựng Đảng"
    assert newest(article) == "Từ cơ sở"


def test_nothing_saves_itself_over_what_another_account_saved_in_the_same_window(article, lan, minh):
    form = open_form(minh, article)
    form = follow(form, save_by_itself(minh, article, form, "Xây dựng Đảng").json())
    form |= {"overwrite_revision_id": form["loaded_revision_id"]}
    assert save_by_itself(lan, article, form, "Từ cơ sở").json()["error_code"] == "invalid_revision"
    assert newest(article) == "Xây dựng Đảng"


def revert_address(article, number):
    pk = article.revisions.order_by("pk").values_list("pk", flat=True)[number]
    return reverse("wagtailadmin_pages:revisions_revert", args=[article.pk, pk])


def test_an_old_version_does_not_go_over_one_that_is_newer_than_the_form(article, lan, minh):
    """Bringing back an old version is an edit like any other: somebody may have saved while one looked at it."""
    back = revert_address(article, 0)
    of_minh = edit_form(minh.get(back))
    assert save(lan, article, open_form(lan, article), "Từ cơ sở").status_code == 302
    told = minh.post(back, of_minh)
    assert told.status_code == 200
    assert "Nguyễn Thị Lan" in told.content.decode()
    assert newest(article) == "Từ cơ sở"
    assert minh.post(back, edit_form(told)).status_code == 302
    assert newest(article) == ""


@pytest.mark.usefixtures("committing_db")
@pytest.mark.skipif(connection.vendor == "sqlite", reason="on SQLite one writer at a time is the database's own rule")
def test_two_who_press_at_the_same_moment_are_taken_one_after_the_other():
    article = make_article(Section.objects.get(slug="tin-tuc"))
    clients = [make_editor(f"nguoi{number}") for number in range(4)]
    for _round in range(3):
        forms = [open_form(client, article) for client in clients]
        answers = at_once(
            [
                lambda c=c, f=f, n=n: save(c, article, f, f"Lần {n}")
                for n, (c, f) in enumerate(zip(clients, forms, strict=True))
            ]
        )
        assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 302]


def at_once(requests: list[Callable[[], Any]]) -> list[Any]:
    """The answers to requests that start together, each in a thread with a connection of its own."""
    answers: list[Any] = []
    gate = threading.Barrier(len(requests))

    def ask(request: Callable[[], Any]) -> None:
        gate.wait()
        answers.append(request())
        connections.close_all()

    threads = [threading.Thread(target=ask, args=(request,)) for request in requests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
