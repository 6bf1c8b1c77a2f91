"""Both suggesters, filled with the entries of the contract and some more."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from search.language.statistics import SyllableStatistics, learned_from
from search.suggesting import elastic
from search.suggesting.begun import begun
from search.suggesting.contract import Suggested, SuggestRequest
from search.suggesting.database import DatabaseSuggester
from tests.search.contract.conftest import contract_indices  # noqa: F401  a fixture
from tests.search.contract.corpus import ENTRIES, MEMBERS_TOKEN
from tests.search.contract.database import _FIRST
from tests.search.contract.engines import ENGINES
from tests.search.factories import NOW, TODAY, anybody, paper

SECRET_PAPER = "901"
SECRET_ISSUER = "9"
MORE = (
    *ENTRIES,
    paper(
        901, "17-HD/BTGTU", dt.date(2024, 8, 8), "Chỉ cho đảng viên", token=MEMBERS_TOKEN, document_type="2",
        issuer=SECRET_ISSUER,
    ),
)  # fmt: skip

Suggest = Callable[..., Suggested]


@pytest.fixture(scope="session")
def texts_known() -> SyllableStatistics:
    """What the entries themselves teach."""
    return learned_from(entry.words for entry in MORE)


@pytest.fixture(params=sorted(ENGINES))
def suggest(request, db, monkeypatch, texts_known) -> Suggest:
    """Asks each suggester as anybody on a Monday in March 2026."""
    ENGINES[request.param](request, MORE)
    is_database = request.param == "database"
    monkeypatch.setattr(elastic, "MOST_SECONDS", 20)
    suggester = DatabaseSuggester() if is_database else elastic.ElasticSuggester()

    def asking(text: str, **more) -> Suggested:
        how = {"tokens": anybody(), "now": NOW, "today": TODAY, **more}
        found = suggester.suggest(SuggestRequest(begun(text, texts_known), **how))
        return replace(found, numbered=_keys(found.numbered), titled=_keys(found.titled)) if is_database else found

    return asking


def _keys(pages: Sequence[str]) -> list[str]:
    return [str(int(page) - _FIRST) for page in pages]
