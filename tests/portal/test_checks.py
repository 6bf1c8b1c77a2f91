"""Start-up checks: every page type declares what the rest of the portal leans on; no demo account on a server."""

import pytest
from django.contrib.auth.models import User
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Page

from news.models import Article
from portal.checks import (
    declaration_errors,
    no_demo_accounts_in_production,
    portal_page_models,
    require_no_demo_accounts,
)
from portal.demo.accounts import DEMO_ACCOUNTS, make_accounts
from portal.models import StandardPage

NOTHING = object()


def ids(model: type[Page]) -> list[str | None]:
    return [error.id for error in declaration_errors(model)]


def test_our_page_types_declare_everything():
    assert {Article, StandardPage} <= set(portal_page_models())
    assert [error for model in portal_page_models() for error in declaration_errors(model)] == []


@pytest.mark.parametrize(
    ("name", "declared", "error"),
    [
        ("template", NOTHING, "portal.E001"),
        ("template", "news/khong_co.html", "portal.E001"),
        ("parent_page_types", NOTHING, "portal.E003"),
        ("subpage_types", NOTHING, "portal.E003"),
        ("search_entry", NOTHING, "portal.E004"),
        ("search_entry", "news", "portal.E004"),
        ("access_channel", NOTHING, "portal.E005"),
        ("access_channel", "no such channel", "portal.E005"),
    ],
)
def test_a_missing_declaration_stops_the_start(monkeypatch, name, declared, error):
    if declared is NOTHING:
        monkeypatch.delattr(Article, name)
    else:
        monkeypatch.setattr(Article, name, declared)
    assert ids(Article) == [error]
    stopped = [problem for problem in checks.run_checks(tags=[checks.Tags.models]) if problem.id == error]
    assert [(problem.obj, problem.is_serious(), bool(problem.hint)) for problem in stopped] == [(Article, True, True)]


def test_a_name_without_vietnamese_stops_the_start(monkeypatch):
    monkeypatch.setattr(Article._meta, "verbose_name", "bài viết không qua bản dịch")
    assert ids(Article) == ["portal.E002"]


@pytest.mark.django_db
def test_demo_accounts_are_welcome_on_a_machine_of_ones_own(settings):
    settings.REFUSE_DEMO_ACCOUNTS = False
    make_accounts()
    assert no_demo_accounts_in_production(None) == []
    require_no_demo_accounts()


@pytest.mark.django_db
def test_a_server_does_not_start_with_a_demo_password_and_names_the_account(settings):
    settings.REFUSE_DEMO_ACCOUNTS = True
    make_accounts()
    refused = no_demo_accounts_in_production(None)
    assert {error.id for error in refused} == {"portal.E006"}
    for account in DEMO_ACCOUNTS:
        assert any(account.username in error.msg for error in refused)
    with pytest.raises(ImproperlyConfigured, match="phongvien"):
        require_no_demo_accounts()


@pytest.mark.django_db
def test_a_changed_password_or_a_closed_account_lets_the_server_start(settings):
    settings.REFUSE_DEMO_ACCOUNTS = True
    make_accounts()
    User.objects.exclude(username="phongvien").update(is_active=False)
    reporter = User.objects.get(username="phongvien")
    reporter.set_password("một mật khẩu của riêng mình")
    reporter.save()
    assert no_demo_accounts_in_production(None) == []
    require_no_demo_accounts()
