"""Whether a document holds on a day, from its dates and from what others do to it."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.models import OfficialDocument, RelationKind, Status
from documents.validity import Change, Facts, periods_of

Effect = RelationKind.Effect
BEGIN = dt.date(2018, 7, 6)


def status_on(facts: Facts, day: dt.date) -> Status:
    (period,) = [
        period
        for period in periods_of(facts)
        if (period.starts is None or period.starts <= day) and (period.ends is None or day < period.ends)
    ]
    return period.status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (dt.date(2018, 7, 5), Status.NOT_YET),
        (dt.date(2018, 7, 6), Status.IN_FORCE),
        (dt.date(2024, 12, 31), Status.IN_FORCE),
        (dt.date(2025, 1, 1), Status.EXPIRED),
    ],
)
def test_a_document_holds_from_its_day_to_the_day_before_its_expiry(day, status):
    assert status_on(Facts(BEGIN, ends=dt.date(2025, 1, 1)), day) == status


def test_without_a_beginning_nothing_is_guessed():
    assert [period.status for period in periods_of(Facts(None))] == [Status.UNKNOWN]


def test_it_ends_where_another_replaces_it():
    facts = Facts(BEGIN, changes=[Change(Effect.REPLACES, dt.date(2025, 10, 28))])
    assert status_on(facts, dt.date(2025, 10, 27)) == Status.IN_FORCE
    assert status_on(facts, dt.date(2025, 10, 28)) == Status.EXPIRED


def test_an_amendment_leaves_the_rest_in_force():
    facts = Facts(BEGIN, changes=[Change(Effect.AMENDS, dt.date(2020, 1, 1))])
    assert status_on(facts, dt.date(2019, 12, 31)) == Status.IN_FORCE
    assert status_on(facts, dt.date(2020, 1, 1)) == Status.PARTLY_EXPIRED


def test_a_partial_replacement_ends_only_a_part():
    facts = Facts(BEGIN, changes=[Change(Effect.REPLACES, dt.date(2020, 1, 1), is_partial=True)])
    assert status_on(facts, dt.date(2026, 1, 1)) == Status.PARTLY_EXPIRED


def test_a_suspension_passes():
    facts = Facts(BEGIN, changes=[Change(Effect.SUSPENDS, dt.date(2020, 1, 1), until=dt.date(2021, 1, 1))])
    days = [dt.date(2019, 12, 31), dt.date(2020, 1, 1), dt.date(2021, 1, 1)]
    assert [status_on(facts, day) for day in days] == [Status.IN_FORCE, Status.SUSPENDED, Status.IN_FORCE]


def test_replaced_by_a_document_of_unknown_day_it_has_ended():
    assert status_on(Facts(BEGIN, changes=[Change(Effect.REPLACES, None)]), dt.date(2026, 1, 1)) == Status.EXPIRED


def test_a_related_document_changes_nothing():
    assert status_on(Facts(BEGIN, changes=[Change(Effect.NONE, BEGIN)]), dt.date(2026, 1, 1)) == Status.IN_FORCE


def test_what_is_set_by_hand_wins():
    assert [period.status for period in periods_of(Facts(BEGIN, override=Status.OBSOLETE))] == [Status.OBSOLETE]


DAYS = st.none() | st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1))
CHANGES = st.builds(Change, st.sampled_from(Effect.values), DAYS, DAYS, st.booleans())


@given(st.builds(Facts, DAYS, DAYS, st.booleans(), st.lists(CHANGES, max_size=5)), DAYS.filter(bool))
def test_on_every_day_there_is_exactly_one_status(facts, day):
    assert status_on(facts, day) in Status


@given(st.builds(Facts, DAYS, DAYS, st.booleans(), st.lists(CHANGES, max_size=5)))
def test_periods_follow_each_other_without_gaps(facts):
    periods = periods_of(facts)
    assert periods[0].starts is None
    assert periods[-1].ends is None
    assert all(one.ends == other.starts for one, other in pairwise(periods))
    assert all(one.ends > one.starts for one in periods[1:-1])


# In the register


def test_a_replacement_ends_the_other_and_says_where_to_go(clerk, guidance_2012, guidance_2018, visitor):
    clerk.relate(guidance_2018, "thay thế", guidance_2012)
    page = visitor.get(guidance_2012.get_url()).content.decode()
    assert "Hết hiệu lực toàn bộ" in page
    assert f'href="{guidance_2018.get_url()}"' in page
    assert OfficialDocument.objects.with_status([Status.EXPIRED]).get() == guidance_2012
    assert OfficialDocument.objects.with_status([Status.IN_FORCE], dt.date(2018, 7, 5)).get() == guidance_2012


def test_what_a_withdrawn_document_did_is_undone(clerk, guidance_2012, guidance_2018):
    clerk.relate(guidance_2018, "thay thế", guidance_2012)
    OfficialDocument.objects.get(pk=guidance_2018.pk).unpublish()
    assert OfficialDocument.objects.get(pk=guidance_2012.pk).status == Status.IN_FORCE


def test_status_changes_at_midnight_by_itself(clerk, monkeypatch):
    document = clerk.enter("10-CT/TW", dt.date(2007, 3, 30), expires_on=dt.date(2026, 1, 1))
    monkeypatch.setattr("documents.querysets.today", lambda: dt.date(2025, 12, 31))
    assert OfficialDocument.objects.with_status([Status.IN_FORCE]).get() == document
    monkeypatch.setattr("documents.querysets.today", lambda: dt.date(2026, 1, 1))
    assert OfficialDocument.objects.with_status([Status.EXPIRED]).get() == document


def test_a_kind_of_relation_that_staff_give_an_effect_counts_at_once(clerk, guidance_2012, guidance_2018):
    clerk.relate(guidance_2018, "liên quan", guidance_2012)
    kind = RelationKind.objects.get(name="liên quan")
    kind.effect = Effect.REPLACES
    kind.save()
    assert OfficialDocument.objects.get(pk=guidance_2012.pk).status == Status.EXPIRED
