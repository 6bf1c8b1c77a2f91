"""Working in the admin in a real browser: what those tests share."""

import os
import re
from pathlib import Path

from django.contrib.auth.models import User
from playwright.sync_api import Page

from news.models import Section
from portal.members.second_factor import give_demo_factor

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs a loop in the test's own thread

PASSWORD = "mật-khẩu-rất-dài"
#: Passes the second factor of accounts made by ``staff``, while the fixture ``editor`` is in use.
CODE = "246810"
#: What the browser refused because of the page's security policy.
REFUSED: list[str] = []


def staff(username: str, **names: str) -> User:
    """Somebody with all rights who signs in with ``PASSWORD`` and ``CODE``."""
    user: User = User.objects.create_superuser(username, f"{username}@example.vn", PASSWORD, **names)
    give_demo_factor(user)
    return user


def sign_in(page: Page, username: str = "bientap") -> None:
    if "/dang-nhap/" not in page.url:
        page.goto("/dang-nhap/?next=/quan-tri/")
    page.fill("input[name=login]", username)
    page.fill("input[name=password]", PASSWORD)
    page.click("main form:not([hidden]) button[type=submit]")
    page.wait_for_url("**/dang-nhap/ma-xac-thuc/**")
    page.fill("input[name=code]", CODE)
    page.click("main form:has(input[name=code]) button[type=submit]")
    page.wait_for_url(re.compile("/quan-tri/"))


def new_article(page: Page) -> None:
    section = Section.objects.get(slug="tin-tuc")
    page.goto(f"/quan-tri/pages/add/news/article/{section.pk}/")
    page.wait_for_selector("#page-edit-form")


def save(page: Page) -> None:
    page.click("button.action-save")


def look(page: Page, name: str, *, full: bool = True) -> None:
    """Keep a picture of the page where somebody asked for it."""
    if folder := os.environ.get("PORTAL_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=full, animations="disabled")
