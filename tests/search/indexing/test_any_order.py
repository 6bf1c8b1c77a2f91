"""Whatever is done to a tree in whatever order, with effects carried out now and then, entries agree in the end."""

import random
from collections.abc import Callable, Sequence

import pytest
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import Page, PageViewRestriction

from portal.access.levels import Level, set_level
from tests.factories import ArticleFactory, SectionFactory, publish

pytestmark = pytest.mark.django_db

STEPS = 12


def sections(home: Page) -> list[Page]:
    return [page for page in home.get_descendants().specific() if page._meta.model_name == "section"]


def articles(home: Page) -> list[Page]:
    return [page for page in home.get_descendants().specific() if page._meta.model_name == "article"]


def write(home: Page, choose: random.Random) -> None:
    publish(ArticleFactory(parent=choose.choice(sections(home)), live=False))


def rewrite(home: Page, choose: random.Random) -> None:
    page = choose.choice([page for page in articles(home) if not page.alias_of_id])
    page.title = f"Chi bộ họp lần {choose.randrange(100)}"
    publish(page)


def take_off(home: Page, choose: random.Random) -> None:
    choose.choice(articles(home)).unpublish()


def move(home: Page, choose: random.Random) -> None:
    page = choose.choice([*articles(home), *sections(home)[1:]])
    target = choose.choice([one for one in sections(home) if not one.path.startswith(page.path)])
    taken = target.get_children().exclude(pk=page.pk).filter(slug=page.slug).exists()
    if not taken:
        page.move(target, choose.choice(["first-child", "last-child"]))


def close(home: Page, choose: random.Random) -> None:
    set_level(choose.choice([*articles(home), *sections(home)]), choose.choice([Level.MEMBERS, Level.PUBLIC]))


def hide(home: Page, choose: random.Random) -> None:
    page = choose.choice([*articles(home), *sections(home)])
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")


def repeat(home: Page, choose: random.Random) -> None:
    page, parent = choose.choice(articles(home)), choose.choice(sections(home))
    if not parent.get_children().filter(slug=page.slug).exists():
        CreatePageAliasAction(page, parent=parent).execute(skip_permission_checks=True)


def delete(home: Page, choose: random.Random) -> None:
    spare = articles(home)[2:]
    if spare:
        choose.choice(spare).delete()


DEEDS: Sequence[Callable[[Page, random.Random], None]] = (
    write, rewrite, take_off, move, close, hide, repeat, delete,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(2))
def test_entries_agree(home, news_section, worked, agreed, seed):
    choose = random.Random(seed)
    for _ in range(3):
        SectionFactory(parent=news_section)
    for _ in range(3):
        write(home, choose)
    for _step in range(STEPS):
        choose.choice(DEEDS)(home, choose)
        home.refresh_from_db()
        if choose.random() < 0.3:
            worked()
    agreed()
