"""What binds nobody any more stands below what followed it, whichever way it ended: the same on every engine."""

import datetime as dt

import pytest

from documents.models.status import Status
from search.entries import StatusSpan
from search.query.validity import ENDED
from tests.search.contract.engines import ENGINES
from tests.search.factories import TODAY, asked, paper

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", sorted(ENGINES))
@pytest.mark.parametrize("status", [Status.EXPIRED, Status.OBSOLETE])
def test_what_has_ended_stands_below_what_followed_it(request, name, status, texts_known):
    day = dt.date(2021, 3, 1)
    spans = (StatusSpan("in_force", day, TODAY), StatusSpan(status, TODAY))
    old = paper(1, "5-QĐ/TW", day, "Về sinh hoạt chi bộ", statuses=spans)
    new = paper(2, "9-QĐ/TW", day, "Về sinh hoạt chi bộ nơi cư trú của đảng viên")
    engine = ENGINES[name](request, [old, new])

    def found(query, today=TODAY):
        return [hit.key for hit in engine.search(asked(query, texts_known, today=today)).hits]

    assert found("sinh hoạt chi bộ") == ["2", "1"]
    assert found("sinh hoạt chi bộ", TODAY - dt.timedelta(days=1)) == ["1", "2"]
    assert found("5-QĐ/TW")[0] == "1"


def test_what_is_only_suspended_or_changed_in_part_has_not_ended():
    assert not any(Status(status).holds for status in ENDED)
    assert not {Status.SUSPENDED, Status.PARTLY_EXPIRED, Status.NOT_YET} & set(map(Status, ENDED))
