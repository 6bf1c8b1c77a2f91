"""Registers as offices keep them; each was written before the import had read it."""

from pathlib import Path

import pytest

from tests.documents.importing import awkward_1, awkward_2, awkward_3, awkward_4, awkward_5
from tests.documents.importing.scoring import mistakes

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "round_", [awkward_1, awkward_2, awkward_3, awkward_4, awkward_5], ids=lambda one: one.__name__[-1]
)
def test_every_row_becomes_what_it_should(bodies, tmp_path: Path, round_):
    wrong = [f"{path.name} {said}" for path, expected in round_.files(tmp_path) for said in mistakes(path, expected)]
    assert wrong == []
