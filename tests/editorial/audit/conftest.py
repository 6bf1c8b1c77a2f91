"""People, a log to look at, and a database whose owner has gone bad."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client

from portal.editorial import roles
from portal.editorial.audit import triggers
from portal.editorial.audit.models import Entry
from portal.editorial.audit.services import Line, Thing, record_many


def person(name: str, role: roles.Role | None = None, **values: str) -> User:
    made = User.objects.create_user(name, f"{name}@example.vn", "mật-khẩu-rất-dài", **values)
    if role is not None:
        made.groups.add(roles.group_of(role))
    return made


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def keeper(db) -> User:
    return person("giu.nhat.ky", roles.ADMINISTRATOR, last_name="Vũ Minh", first_name="Khê")


@pytest.fixture
def lines_since(db) -> Callable[[], list[Entry]]:
    """The lines written since the last call, or since the test began to ask, oldest first."""
    seen = {"last": 0}

    def since() -> list[Entry]:
        found = list(Entry.objects.select_related("text").filter(pk__gt=seen["last"]).order_by("pk"))
        seen["last"] = found[-1].pk if found else seen["last"]
        return found

    since()
    return since


@pytest.fixture
def twelve_lines(db) -> list[Entry]:
    titles = [f"Bài số {number}" for number in range(12)]
    record_many([Line("wagtail.publish", Thing("x.y", str(n), title)) for n, title in enumerate(titles)])
    return list(Entry.objects.order_by("pk"))


@pytest.fixture
def unguarded(db) -> None:
    """Who owns the database can take its guards away. The end of the test puts them back."""
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
    triggers.drop(connection)


def run_sql(statement: str, *values: str | int | None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
