"""Registers as offices keep them; each was written before the import had read it."""

import pytest

from tests.documents.importing import awkward_1
from tests.documents.importing.scoring import mistakes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("round_", [awkward_1])
def test_every_row_becomes_what_it_should(bodies, tmp_path, round_):
    path = tmp_path / "so.xlsx"
    round_.workbook().save(path)
    assert mistakes(path, round_.expectations()) == []
