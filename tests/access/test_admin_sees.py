"""The admin is a channel too: staff find there no words of what is closed to them, at no address of it."""

from collections.abc import Iterator
from itertools import chain
from urllib.parse import unquote

import pytest
from django.core import mail
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, Workflow

from news.models import Article
from portal.access.channels import Probe
from tests.access.asking import said_by
from tests.access.planting import Item, Planter, Plants, is_open_to_staff, words_in
from tests.access.test_admin_closed import patterns

STAFF = ("reporter", "editor", "chief", "administrator")
#: What is asked of a list: as it comes, its next pages, and every kind of search for what the planted words begin with.
ASKED = ("", "?p=2", "?q=qz", "?q=Tiêu&p=2", "?term=thẻ", "?page_type=news.article")


@pytest.fixture(scope="module")
def worked_on(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Plants]:
    """Planted, and worked on by everyone before it was closed: edited, commented, locked, sent round."""
    with django_db_blocker.unblock(), transaction.atomic():
        plants = Planter().plant()
        staff = [plants.users[role] for role in STAFF]
        closed = [item.thing for item in plants.items if item.kind == "Article" and not is_open_to_staff(item)]
        workflow = Workflow.objects.filter(active=True).first()
        for number, page in enumerate(closed):
            user = staff[number % len(staff)]
            page = Article.objects.get(pk=page.pk)
            page.owner = user
            page.locked, page.locked_by, page.locked_at = True, user, timezone.now()
            page.save()
            page.save_revision(user=user, log_action=True)
            if workflow is not None:
                workflow.start(page, user)
        mail.outbox.clear()
        yield plants
        transaction.set_rollback(True)


def things(plants: Plants) -> dict[str, list[int]]:
    """Numbers to ask for: of what is closed, and of what is open and points at it."""
    closed = [item.thing for item in plants.items if not is_open_to_staff(item)]
    by_kind: dict[str, list[int]] = {"page": [], "picture": [], "file": [], "collection": []}
    for thing in closed:
        if isinstance(thing, Article):
            by_kind["page"].append(thing.pk)
        elif not isinstance(thing, Page):
            by_kind["picture" if thing in plants.pictures else "file"].append(thing.pk)
            by_kind["collection"].append(thing.collection_id)
    by_kind["page"] = [*by_kind["page"][:3], *(page.pk for page in plants.pages[-2:])]
    by_kind["picture"] = [*by_kind["picture"][:2], plants.pictures[0].pk]
    by_kind["file"] = [*by_kind["file"][:2], plants.files[0].pk]
    by_kind["collection"] = by_kind["collection"][:3]
    return by_kind


def addresses(plants: Plants, *, numbered: bool) -> Iterator[str]:
    """Every address of the admin, with each number that fits it; lists and choosers with questions as well."""
    numbers = things(plants)
    for name, pattern in patterns(get_resolver().url_patterns):
        if name in {"wagtailadmin_logout", "wagtailadmin_error_test"}:
            continue
        if not pattern.pattern.converters:
            yield from _without_numbers(name, numbers)
        elif numbered:
            yield from _with_numbers(name, pattern, numbers)


def _without_numbers(name: str, numbers: dict[str, list[int]]) -> Iterator[str]:
    try:
        path = reverse(name)
    except NoReverseMatch:
        if name == "wagtailadmin_pages:revisions_compare":
            yield from (reverse(name, args=[pk, "earliest", "latest"]) for pk in numbers["page"])
        return
    if "chosen_multiple" in name:
        yield from (f"{path}?id={pk}" for pk in chain(*numbers.values()) if pk > 1)
        return
    yield from (path + asked for asked in (ASKED if "results" not in name else ASKED[:1]))


def _with_numbers(name: str, pattern: URLPattern, numbers: dict[str, list[int]]) -> Iterator[str]:
    known = {"app_label": "news", "content_type_app_name": "news", "app_name": "taggit", "model_name": "article"}
    known |= {"content_type_model_name": "article", "filter_spec": "width-40", "action": "delete"}
    if name == "wagtail_bulk_action":
        for label, model, kind in (
            ("wagtailcore", "page", "page"),
            ("portal", "portalimage", "picture"),
            ("portal", "portalfile", "file"),
        ):
            path = reverse(name, args=[label, model, "delete"])
            yield f"{path}?id={numbers[kind][0]}"
            yield f"{path}?id={numbers[kind][-1]}"
            yield f"{path}?id=all&childOf={numbers['page'][-1]}"
        return
    if name == "wagtailadmin_tag_model_autocomplete":
        known["model_name"] = "tag"
    for pk in numbers[_kind(name, pattern)]:
        values = {key: known.get(key, pk) for key in pattern.pattern.converters}
        try:
            path = reverse(name, kwargs=values)
        except NoReverseMatch:
            continue
        yield path
        if "explore" in name or "choose" in name:
            yield f"{path}?q=Tiêu"


def _kind(name: str, pattern: URLPattern) -> str:
    keys = set(pattern.pattern.converters)
    if "image" in name or "image_id" in keys:
        return "picture"
    if "doc" in name or {"document_id", "doc_id"} & keys:
        return "file"
    return "collection" if "collection" in name else "page"


def closed_words(plants: Plants) -> dict[str, Item]:
    """Words that say something is closed; without those that an open page says of itself, such as a caption."""
    typed = {word for page in plants.pages[-2:] for text in Article.objects.filter(pk=page.pk) for word in _typed(text)}
    words = plants.by_word()
    return {word: item for word, item in words.items() if word not in typed and not is_open_to_staff(item)}


def _typed(article: Article) -> set[str]:
    return words_in(f"{list(article.body.raw_data)} {article.picture_caption} {article.picture_credit}")


def leaks_to(client: Client, path: str, by_word: dict[str, Item], method: str = "GET") -> list[str]:
    response = client.generic(method, path)
    if response.status_code == 500:
        return [f"{method} {path} breaks"]
    told = words_in(said_by(response, Probe(path, method)))
    return [
        f"{method} {unquote(path)} ({response.status_code}): {by_word[word].kind} ({by_word[word].case.name})"
        for word in told
        if word in by_word
    ]


@pytest.mark.parametrize("role", STAFF)
def test_staff_find_no_words_of_what_is_closed_to_them(role: str, worked_on: Plants, db: None) -> None:
    client, by_word = Client(raise_request_exception=False), closed_words(worked_on)
    client.force_login(worked_on.users[role])
    # A closed number is answered before any view runs: asked as the one who may least, and the one who may most.
    paths = list(dict.fromkeys(addresses(worked_on, numbered=role in {"reporter", "administrator"})))
    assert len(paths) > 150
    leaks = [leak for path in paths for leak in leaks_to(client, path, by_word)]
    assert not leaks, "\n".join(sorted(set(leaks)))
    assert not words_in(" ".join(str(message.message()) for message in mail.outbox))


def test_whoever_has_the_level_finds_them(worked_on: Plants, db: None) -> None:
    """So that the walk above cannot pass for want of something to find."""
    client, by_word = Client(), closed_words(worked_on)
    client.force_login(worked_on.users["superuser"])
    lists = ("wagtailadmin_pages:search", "wagtaildocs:index", "wagtailredirects:index")
    for path in (reverse(name) for name in lists):
        assert leaks_to(client, f"{path}?q=q", by_word) or leaks_to(client, path, by_word), path
