"""Tokens: what a page asks of a visitor, and what a visitor holds."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import connection
from django.test import RequestFactory
from django.utils.functional import SimpleLazyObject
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Page, PageViewRestriction, Site

from portal.access import restrictions
from portal.access.groups import MEMBERS, known_group
from portal.access.levels import Level, set_level
from portal.access.restrictions import (
    PUBLIC,
    Restrictions,
    Tree,
    answering,
    condition,
    conditions_of,
    groups_in,
    token_of,
)
from portal.access.tokens import (
    Tokens,
    current_tokens,
    excluded_paths,
    may_open,
    page_token,
    restrict,
    tokens_for,
    tokens_of,
)
from portal.models import StandardPage

GROUPS = st.lists(st.integers(1, 9), max_size=3)
CONDITIONS = st.lists(st.builds(lambda groups: condition("groups", groups), GROUPS), max_size=4)


@given(CONDITIONS)
def test_a_token_says_its_conditions_and_only_them(conditions: list[str]) -> None:
    assert conditions_of(token_of(conditions)) == frozenset(conditions)


@given(st.lists(st.integers(1, 99), min_size=1, unique=True))
def test_a_condition_says_its_groups(groups: list[int]) -> None:
    assert groups_in(condition("groups", groups)) == frozenset(groups)


PATHS = st.lists(st.sampled_from(["0001", "0002", "000A"]), min_size=1, max_size=4).map("".join)


@given(
    st.dictionaries(PATHS, st.lists(st.sampled_from(["g1", "g2"]), min_size=1)), st.dictionaries(PATHS, PATHS), PATHS
)
def test_an_alias_asks_at_least_what_its_original_asks(own: dict[str, list[str]], aliases: dict[str, str], path: str):
    tree = Tree(own).with_aliases(aliases)
    assert conditions_of(Tree(own).token(path)) <= conditions_of(tree.token(path))
    for alias, original in aliases.items():
        assert conditions_of(Tree(own).token(original)) <= conditions_of(tree.token(alias))


@given(st.dictionaries(PATHS, st.lists(st.sampled_from(["g1", "g2", "never"]), min_size=1)), PATHS)
def test_closed_paths_are_the_pages_whose_token_is_not_held(own: dict[str, list[str]], path: str) -> None:
    tree = Tree(own)
    held = {PUBLIC, "g1"}
    assert any(path.startswith(closed) for closed in tree.closed_to(held)) == (tree.token(path) not in held)


@pytest.fixture
def home(db: None) -> Page:
    return Site.objects.get(is_default_site=True).root_page


@pytest.fixture
def members_only(home: Page) -> Page:
    page = home.add_child(instance=StandardPage(title="Nội bộ", slug="noi-bo"))
    set_level(page, Level.MEMBERS)
    return page


@pytest.fixture
def member(db: None) -> User:
    user = get_user_model().objects.create_user("hoa", first_name="Hoa", last_name="Lê")
    user.groups.add(known_group(MEMBERS))
    return user


def test_public_pages_carry_the_public_token(home: Page) -> None:
    assert page_token(home) == PUBLIC


def test_a_page_below_carries_the_whole_combination(members_only: Page, member: User) -> None:
    below = members_only.add_child(instance=StandardPage(title="Cấp uỷ", slug="cap-uy"))
    assert page_token(below) == page_token(members_only)
    set_level(below, Level.COMMITTEE)
    assert conditions_of(page_token(below)) > conditions_of(page_token(members_only))
    assert page_token(below) not in tokens_for(member)


def test_moving_and_restricting_need_no_second_save(members_only: Page, home: Page) -> None:
    public = home.add_child(instance=StandardPage(title="Mở", slug="mo"))
    below = public.add_child(instance=StandardPage(title="Bên trong", slug="ben-trong"))
    assert may_open(below, Tokens())
    public.move(Page.objects.get(pk=members_only.pk), "last-child")
    below = StandardPage.objects.get(pk=below.pk)
    assert not may_open(below, Tokens())
    assert below not in StandardPage.objects.visible_to(Tokens())


def test_a_shared_password_opens_nothing_to_anybody(home: Page) -> None:
    page = home.add_child(instance=StandardPage(title="Mật khẩu", slug="mat-khau"))
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    superuser = get_user_model().objects.create_superuser("quan-tri")
    assert not may_open(page, tokens_for(superuser))


def test_a_restriction_without_groups_is_open_to_the_superuser_at_most(home: Page) -> None:
    page = home.add_child(instance=StandardPage(title="Không nhóm", slug="khong-nhom"))
    PageViewRestriction.objects.create(page=page, restriction_type="groups")
    assert not may_open(page, tokens_for(get_user_model().objects.create_user("hoa")))


def test_a_restriction_to_the_signed_in_is_kept(home: Page) -> None:
    page = home.add_child(instance=StandardPage(title="Đăng nhập", slug="dang-nhap-moi-xem"))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert not may_open(page, Tokens())
    assert may_open(page, tokens_for(get_user_model().objects.create_user("hoa")))


def test_a_restriction_of_no_kind_asks_nothing(home: Page) -> None:
    PageViewRestriction.objects.create(page=home, restriction_type="none")
    assert page_token(home) == PUBLIC


def test_restrict_leaves_out_what_is_below_a_closed_page(members_only: Page, member: User) -> None:
    below = members_only.add_child(instance=StandardPage(title="Bên trong", slug="ben-trong"))
    pages = Page.objects.filter(pk__in=[members_only.pk, below.pk])
    assert list(restrict(pages, Tokens())) == []
    assert restrict(pages, tokens_for(member)).count() == 2
    assert excluded_paths(Tokens()) == [members_only.path]


def test_thousands_of_restricted_pages_are_one_query(home: Page, django_assert_num_queries: Any) -> None:
    own = {f"0001{number:04}": ["never"] for number in range(3000)} | {
        f"00020001{number:04}": ["g1"] for number in range(9)
    }
    tokens = Tokens([PUBLIC], Restrictions(Tree(own), Tree()))
    with django_assert_num_queries(1):
        assert list(restrict(Page.objects.all(), tokens).order_by("path").values_list("path", flat=True)) == ["0001"]


def test_restrict_follows_a_relation(members_only: Page) -> None:
    sites = Site.objects.filter(is_default_site=True)
    assert restrict(sites, Tokens(), path="root_page__path").count() == 1
    Site.objects.update(root_page=members_only)
    assert restrict(sites, Tokens(), path="root_page__path").count() == 0


def test_all_restrictions_are_one_query(members_only: Page, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        Restrictions.load()


# Who asks


def untouchable() -> None:
    raise AssertionError("request.user was touched")


def test_without_a_session_cookie_nobody_is_asked_for(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = SimpleLazyObject(untouchable)  # type: ignore[assignment]
    visitor = tokens_of(request)
    assert set(visitor.tokens) == {PUBLIC}
    assert not visitor.is_signed_in


def test_a_member_is_known_by_his_session(rf: RequestFactory, member: User, members_only: Page) -> None:
    request = rf.get("/")
    request.COOKIES["sessionid"] = "x"
    request.user = member
    visitor = tokens_of(request)
    assert visitor.is_signed_in
    assert visitor.name == "Lê Hoa"
    assert page_token(members_only) in visitor.tokens
    assert tokens_of(request) is visitor


def test_within_one_request_restrictions_are_read_once(
    rf: RequestFactory, members_only: Page, django_assert_num_queries: Any
) -> None:
    with answering(rf.get("/")), django_assert_num_queries(1):
        Restrictions.now()
        page_token(members_only)
        assert current_tokens().restrictions is Restrictions.now()


def test_a_change_within_the_request_is_seen(rf: RequestFactory, members_only: Page) -> None:
    with answering(rf.get("/")):
        assert page_token(members_only) != PUBLIC
        set_level(members_only, Level.PUBLIC)
        assert page_token(members_only) == PUBLIC


def test_outside_a_request_only_the_public_is_visible(db: None) -> None:
    assert set(current_tokens()) == {PUBLIC}


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL plans by the rows there are")
def test_aliases_are_found_without_reading_all_pages() -> None:
    assert "wagtailcore_page_alias_of" in restrictions._aliases().explain()
