"""Organisations: they begin, end, and follow one another."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from portal.access.models import Organisation

pytestmark = pytest.mark.django_db

DISTRICT_ENDED = date(2025, 6, 30)


@pytest.fixture
def district() -> Organisation:
    return Organisation.objects.create(
        name="Huyện uỷ Phước Sơn", abbreviation="HU", valid_from=date(1975, 4, 1), valid_to=DISTRICT_ENDED
    )


@pytest.fixture
def commune(district: Organisation) -> Organisation:
    return Organisation.objects.create(name="Đảng uỷ xã Phước Hiệp", abbreviation="ĐU", valid_from=date(2025, 7, 1))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1975, 3, 31), False),
        (date(1975, 4, 1), True),
        (DISTRICT_ENDED, True),
        (date(2025, 7, 1), False),
    ],
)
def test_valid_on_includes_the_first_and_the_last_day(district: Organisation, day: date, expected: bool) -> None:
    assert Organisation.objects.valid_on(day).filter(pk=district.pk).exists() is expected
    assert district.existed_on(day) is expected


def test_an_open_end_means_still(commune: Organisation) -> None:
    assert commune in Organisation.objects.valid_on(date(2099, 1, 1))


def test_no_organisation_ends_before_it_begins(district: Organisation) -> None:
    district.valid_to = date(1970, 1, 1)
    with pytest.raises(ValidationError) as problem:
        district.full_clean()
    assert "valid_to" in problem.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        district.save()


def test_no_organisation_is_above_itself(district: Organisation, commune: Organisation) -> None:
    commune.parent = district
    commune.save()
    district.parent = commune
    with pytest.raises(ValidationError) as problem:
        district.full_clean()
    assert "parent" in problem.value.message_dict


@pytest.mark.parametrize("link", ["parent", "successor"])
def test_no_organisation_is_linked_to_itself(commune: Organisation, link: str) -> None:
    setattr(commune, link, commune)
    with pytest.raises(ValidationError) as problem:
        commune.full_clean()
    assert link in problem.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        commune.save()


def test_successors_do_not_lead_back(district: Organisation, commune: Organisation) -> None:
    district.successor = commune
    district.full_clean()
    district.save()
    commune.successor = district
    with pytest.raises(ValidationError) as problem:
        commune.full_clean()
    assert "successor" in problem.value.message_dict


def test_an_organisation_with_others_below_it_stays(district: Organisation, commune: Organisation) -> None:
    commune.parent = district
    commune.save()
    with pytest.raises(IntegrityError):
        district.delete()
