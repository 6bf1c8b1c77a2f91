"""The synonyms that staff keep."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from portal.editorial.roles import ADMINISTRATOR, CHIEF, EDITOR
from search.models import SynonymGroup
from search.query.understanding import understand
from search.synonyms import MOST_TERMS, current_synonyms
from tests.editorial.conftest import client_of, person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("terms", "says"),
    [
        ("BTV", "ít nhất hai"),
        ("BTV\n–", "không có chữ nào"),
        ("uỷ ban\nủy  ban", "hai lần"),
        ("\n".join(f"từ {number}" for number in range(MOST_TERMS + 1)), "hai nhóm"),
        ("BTV\n" + "ban " * 9, "quá dài"),
    ],
)
def test_a_group_that_says_nothing_is_refused_with_what_to_do(terms, says):
    with pytest.raises(ValidationError, match=says):
        SynonymGroup(terms=terms).full_clean()


def test_the_fields_abbreviations_are_there_from_the_beginning(known):
    query = understand("UBKT đảng uỷ", known, current_synonyms())
    assert [" ".join(reading.words) for reading in query.readings] == ["uỷ ban kiểm tra đảng uỷ"]


def test_what_staff_change_counts_from_the_next_search_on(known, django_assert_num_queries):
    group = SynonymGroup.objects.create(terms="VPĐU\nvăn phòng đảng uỷ")
    assert understand("vpđu", known, current_synonyms()).readings
    group.is_active = False
    group.save()
    with django_assert_num_queries(1):
        assert not understand("vpđu", known, current_synonyms()).readings


@pytest.mark.parametrize(("role", "may"), [(CHIEF, True), (ADMINISTRATOR, True), (EDITOR, False)])
def test_the_chief_and_administrators_keep_them(role, may, home):
    client = client_of(person("nguoi-thu", role))
    addresses = [reverse(SynonymGroup.snippet_viewset.get_url_name(name)) for name in ("list", "add")]
    assert [client.get(address).status_code for address in addresses] == ([200, 200] if may else [302, 302])


def test_an_error_keeps_what_was_typed(home):
    client = client_of(person("truong-ban", CHIEF))
    answer = client.post(reverse(SynonymGroup.snippet_viewset.get_url_name("add")), {"terms": "BTV", "is_active": "on"})
    assert "BTV" in answer.content.decode()
    assert "ít nhất hai" in answer.content.decode()
