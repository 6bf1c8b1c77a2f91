"""A closed section with an article that shows a picture and a file, and one reader of each kind."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Page, PageLogEntry

from portal.access.levels import set_level
from portal.access.media import file_url
from portal.access.media_places import MEDIA_FOLLOWED
from portal.editorial import roles
from portal.models import PortalFile
from portal.pictures import picture_url, size_of
from tests.factories import ArticleFactory, PortalFileFactory, PortalImageFactory, SectionFactory, publish

READERS = {
    "member": roles.MEMBER,
    "committee": roles.COMMITTEE_MEMBER,
}


@pytest.fixture
def clients():
    """One reader of each kind."""
    known = {"anyone": Client()}
    for name, role in READERS.items():
        user = User.objects.create_user(name)
        user.groups.add(roles.group_of(role))
        known[name] = Client()
        known[name].force_login(user)
    return known


@pytest.fixture
def readers_of(clients):
    """Who gets ``item`` at the address where it always was."""

    def names(item: Any) -> set[str]:
        url = file_url(item) if isinstance(item, PortalFile) else picture_url(item, size_of(item, 40))
        return {name for name, client in clients.items() if client.get(url).status_code == 200}

    return names


ALL = {"anyone", "member", "committee"}
MEMBERS = {"member", "committee"}
COMMITTEE = {"committee"}


@pytest.fixture
def section(home):
    return SectionFactory(parent=home, title="Sinh hoạt nội bộ")


@pytest.fixture
def picture():
    return PortalImageFactory()


@pytest.fixture
def file():
    return PortalFileFactory()


@pytest.fixture
def article(section, picture, file):
    return showing(section, picture, file)


def showing(parent, picture=None, file=None, **values):
    body = [("attachment", {"title": "", "file": file})] if file else []
    return publish(ArticleFactory(parent=parent, picture=picture, picture_alt="Quang cảnh", body=body, **values))


def shows(client: Client, address: str, picture: Any) -> bool:
    begin, _, _rest = picture_url(picture, size_of(picture, 40)).partition(str(picture.pk))
    return f"{begin}{picture.pk}/" in client.get(address).content.decode()


def level(page, level, *organisations):
    set_level(Page.objects.get(pk=page.pk), level, organisations)


def said_of_media(page) -> list[str]:
    """What the history says of pictures and files that went along, without the words that begin each line."""
    entries = PageLogEntry.objects.filter(page=page.pk, action=MEDIA_FOLLOWED).order_by("timestamp")
    return [entry.formatter.format_message(entry).partition(": ")[2] for entry in entries]


def fresh(page) -> Any:
    return Page.objects.get(pk=page.pk)
