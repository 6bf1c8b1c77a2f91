"""What all tests share: a portal as its first migration leaves it, and people to look at it."""

import json
from collections.abc import Iterator

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.dispatch import receiver
from django.test import Client

from news.models import Section
from portal.editorial import guard
from portal.editorial.audit import triggers
from portal.editorial.errors import NotApproved
from portal.models import HomePage
from tests.factories import approval_of


@receiver(user_logged_in)
def _force_login_passes_the_second_factor(sender, request, user, **kwargs):
    """It stands for having signed in with all that the portal asks; a real sign-in has an address."""
    if not request.path:
        record_authentication(request, user, "mfa", id=0, type="totp")


_REQUIRED, _LACKS, _BELOW = guard._required, guard.lacks_approval, guard.applies_below
_WITHOUT = guard._without_approval


@pytest.fixture(scope="session", autouse=True)
def _approved_by_the_chief_of_the_tests():
    """What tests put live is approved as it is saved, unless they are marked ``four_eyes`` and ask how that comes."""

    def approve(page, update_fields=None):
        try:
            return _REQUIRED(page, update_fields)
        except NotApproved:
            return approval_of(page if update_fields is None else guard._as_it_will_be(page, update_fields))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(guard, "_required", approve)
        patch.setattr(guard, "lacks_approval", lambda page: False)
        patch.setattr(guard, "applies_below", lambda parent: False)
        patch.setattr(guard, "_without_approval", lambda model, ids, workflow, **how: [])
        yield


@pytest.fixture(autouse=True)
def _nothing_approved_by_itself(request, monkeypatch):
    if request.node.get_closest_marker("four_eyes"):
        monkeypatch.setattr(guard, "_required", _REQUIRED)
        monkeypatch.setattr(guard, "lacks_approval", _LACKS)
        monkeypatch.setattr(guard, "applies_below", _BELOW)
        monkeypatch.setattr(guard, "_without_approval", _WITHOUT)


@pytest.fixture(autouse=True)
def _empty_caches():
    """No test leans on what another one left in a cache."""
    cache.clear()


@pytest.fixture(scope="session")
def _first_contents(django_db_setup, django_db_blocker) -> str:
    """What the migrations wrote, content types first: tasks of a workflow ask for theirs, and make it, when read."""
    with django_db_blocker.unblock():
        rows = json.loads(connection.creation.serialize_db_to_string())
    return json.dumps(sorted(rows, key=lambda row: row["model"] != "contenttypes.contenttype"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Put back what the migrations wrote: a test that commits ends with all tables emptied.

    Only here all fixtures have ended: with a server among them the tables are emptied by the very last.

    Django keeps the contents on the connection that made the database. While Playwright's loop runs in this thread,
    there is another connection, which does not know them.
    """
    given = dict(getattr(item, "funcargs", {}))
    try:
        return (yield)
    finally:
        if "committing_db" in given and nextitem is not None:  # after the last test there is no database any more
            # Emptied once more, since a server's last answer may have written rows, and in one transaction with what
            # follows, so that none is written between.
            with given["django_db_blocker"].unblock(), transaction.atomic():
                how = {"reset_sequences": False, "inhibit_post_migrate": True, "allow_cascade": True}
                call_command("flush", interactive=False, verbosity=0, **how)
                connection.creation.deserialize_db_from_string(given["_first_contents"])
                with connection.cursor() as cursor:  # that groups got their rights just now is no deed of anybody's
                    cursor.execute("DELETE FROM audit_entrytext")
                    cursor.execute("DELETE FROM audit_entry")
                triggers.create(connection)
            ContentType.objects.clear_cache()


@pytest.fixture
def committing_db(_first_contents, django_db_blocker, django_db_serialized_rollback, transactional_db):
    """A database that really commits, for threads and servers; name it in ``usefixtures``, before all others.

    Tests run in any order and move between workers, so the one that follows must find the tables filled.
    """
    connection._test_serialized_contents = _first_contents
    yield
    triggers.drop(connection)  # the lines of the audit are emptied with all the rest


@pytest.fixture
def no_worker(settings) -> None:
    """Tasks wait, as they do until a worker takes them."""
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": ["default", "long", "scans"]}
    }


@pytest.fixture
def home(db) -> HomePage:
    return HomePage.objects.get()


@pytest.fixture
def news_section(home) -> Section:
    return Section.objects.get(slug="tin-tuc")


@pytest.fixture
def visitor(db) -> Client:
    """A reader who is not signed in."""
    return Client()


@pytest.fixture
def administrator(db) -> User:
    return User.objects.create_superuser("quantri", "quantri@example.vn", "mật-khẩu-rất-dài")


@pytest.fixture
def admin_client(administrator) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


def pytest_terminal_summary(terminalreporter):
    """Figures that tests recorded as ``measured``, whichever worker ran them."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    measured = [text for report in reports for name, text in report.user_properties if name == "measured"]
    if measured:
        terminalreporter.section("measured")
        terminalreporter.write_line("\n".join(sorted(measured)))
