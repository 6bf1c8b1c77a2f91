"""Planted once for all tests of a module: planting takes longer than asking."""

import logging
from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from search.indexing.comparing import difference
from search.indexing.syncing import mend
from tests.access.planting import Planter, Plants


@pytest.fixture(scope="module")
def plants(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Plants]:
    with django_db_blocker.unblock(), transaction.atomic():
        planted = Planter().plant()
        mend(difference())  # what workers do: all of it can be searched
        yield planted
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _quiet() -> None:
    """Thousands of refusals are what these tests are about, not worth a line each."""
    logging.getLogger("django.request").setLevel(logging.ERROR)
