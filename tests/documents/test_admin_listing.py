"""The register's list in the admin tells documents apart, and costs the same however many there are."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from documents.roles import CLERK, OFFICE_HEAD
from portal.access.levels import Level, set_level
from portal.editorial.roles import EDITOR
from tests.documents.many import many_documents
from tests.editorial.conftest import client_of, person
from tests.reading import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(register):
    return client_of(person("vanthu", CLERK))


def rows(client, register, query: str = "") -> list[str]:
    return read(client, reverse("wagtailadmin_explore", args=[register.pk]) + query).texts("table.listing tbody tr")


def test_two_documents_of_one_number_differ_by_day_and_abstract(register, directive_2002, directive_2007, office):
    earlier, later = sorted(rows(office, register), key=lambda row: "2007" in row)
    assert "10-CT/TW" in earlier
    assert "28/03/2002" in earlier
    assert "về thực hiện quy chế dân chủ ở cơ sở" in earlier
    assert "30/03/2007" in later
    assert "về nâng cao chất lượng sinh hoạt chi bộ" in later


def test_an_unknown_day_is_a_dash(register, clerk, office):
    clerk.enter("11-CT/TW", None)
    (row,) = rows(office, register)
    assert "–" in row


def test_it_is_sorted_by_the_day_of_issue(register, directive_2002, directive_2007, office):
    days = ["2002", "2007"]
    assert ["2002" if "2002" in row else "2007" for row in rows(office, register, "?ordering=ordered_on")] == days
    assert ["2002" if "2002" in row else "2007" for row in rows(office, register, "?ordering=-ordered_on")] == days[
        ::-1
    ]


def test_it_is_searched_and_narrowed(register, directive_2002, directive_2007, office):
    assert len(rows(office, register, "?q=2007")) == 1
    assert len(rows(office, register, f"?latest_revision_created_at_from={dt.date(2000, 1, 1)}")) == 2


def test_what_is_closed_to_a_person_is_not_in_his_list(register, directive_2002, directive_2007):
    set_level(directive_2007, Level.COMMITTEE)
    (row,) = rows(client_of(person("bientap", EDITOR)), register)
    assert "2002" in row


def test_more_rows_cost_no_more_queries(register):
    """For who publishes; for others Wagtail asks of each row whether anything below it is published."""
    office = client_of(person("lanhdaovp", OFFICE_HEAD))
    counts = []
    for number in (5, 40):
        many_documents(register, number)
        rows(office, register)
        with CaptureQueriesContext(connection) as asked:
            assert len(rows(office, register)) >= number
        counts.append(len(asked))
        assert not any('"full_text"' in query["sql"] for query in asked.captured_queries)
    assert counts[0] == counts[1]
