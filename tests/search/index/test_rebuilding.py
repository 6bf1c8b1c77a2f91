"""The index anew: nothing is lost meanwhile, nothing is searched half-built, and what was begun is gone on with."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from search.index import rebuilding
from search.index.checking import Kind, check, status
from search.index.names import alias, all_indices, behind, building_alias
from search.index.rebuilding import rebuild
from search.index.verbs import check_index
from search.index.writing import IndexUnavailable, delete_action, patient_client, send
from search.models import StoredEntry
from tests.search.factories import store, story

pytestmark = pytest.mark.django_db

ENTRIES = [story(2000 + number, f"Bài {number}", version=number + 1) for number in range(12)]


def test_a_rebuilt_index_takes_the_place_of_the_old_one(index, held):
    store(*ENTRIES)
    send(["2000"])
    old = behind(index, alias())
    built = rebuild()
    assert behind(index, alias()) == [built.index]
    assert built.index not in old
    assert list(built.removed) == old
    assert set(held()) == {one.key for one in ENTRIES}
    assert not StoredEntry.objects.filter(indexed_version=0).exists()


def test_changes_meanwhile_are_in_both(index, held, monkeypatch):
    store(*ENTRIES)
    send([one.key for one in ENTRIES])
    old = behind(index, alias())[0]
    agree = rebuilding._agree

    def change_then_agree(*arguments):
        store(replace(ENTRIES[0], version=50), story(2050, "Bài mới", version=51))
        StoredEntry.objects.filter(pk=2001).delete()
        send(["2000", "2050", "2001"], deleted_at=52)
        assert held(old)["2000"] == (50, "public")
        agree(*arguments)

    monkeypatch.setattr(rebuilding, "_agree", change_then_agree)
    rebuild()
    assert held()["2000"] == (50, "public")
    assert "2050" in held()
    assert "2001" not in held()


def test_what_slipped_past_is_put_right_before_it_is_searched(index, held, monkeypatch):
    store(*ENTRIES)
    fill = rebuilding._fill

    def fill_then_change(*arguments, **named):
        result = fill(*arguments, **named)
        store(replace(ENTRIES[3], version=70))  # and nobody sends it
        StoredEntry.objects.filter(pk=2004).delete()
        return result

    monkeypatch.setattr(rebuilding, "_fill", fill_then_change)
    rebuild()
    assert held()["2003"] == (70, "public")
    assert "2004" not in held()


def test_killed_it_goes_on_with_what_it_has(index, held, monkeypatch):
    store(*ENTRIES)
    send(["2000"])
    searched = behind(index, alias())

    def killed(*_arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(rebuilding, "_agree", killed)
        with pytest.raises(KeyboardInterrupt):
            rebuild()
    begun = behind(index, building_alias())
    assert behind(index, alias()) == searched
    store(replace(ENTRIES[5], version=90))
    built = rebuild()
    assert [built.index] == begun
    assert (built.sent, built.present) == (1, 11)
    assert held()["2005"] == (90, "public")
    assert all_indices(index) == [built.index]


def test_one_bad_document_does_not_keep_the_others_from_being_searched(index, held):
    store(*ENTRIES, story(2100, "Mã lạ", token="x" * 40_000))
    built = rebuild()
    assert set(built.refused) == {"2100"}
    assert set(held()) == {one.key for one in ENTRIES}


def test_a_check_tells_each_kind_of_difference_and_mends_it(index, held):
    store(*ENTRIES)
    rebuild()
    store(replace(ENTRIES[0], version=40), story(2200, "Bài thiếu"))
    StoredEntry.objects.filter(pk=2001).delete()
    StoredEntry.objects.filter(pk=2002).update(token="g7")
    found = {one.key: one.kind for one in check().found}
    assert found == {"2000": Kind.OLD, "2200": Kind.MISSING, "2001": Kind.LEFT, "2002": Kind.TOKEN}
    checked = check(fix=True)
    assert checked.fixed == len(checked.found) == 4
    assert check().found == []
    assert held()["2002"][1] == "g7"


def test_a_check_needs_an_index(index):
    with pytest.raises(IndexUnavailable):
        check()


def test_the_status_counts_what_waits(index):
    store(*ENTRIES)
    rebuild()
    store(replace(ENTRIES[0], version=99))
    told = status()
    assert (told.rows, told.documents, told.waiting) == (12, 12, 1)


def test_the_command_says_what_it_did_and_what_is_not_in_order(index, capsys):
    store(*ENTRIES)
    call_command("search_index", "rebuild")
    assert f"{alias()}-0001" in capsys.readouterr().out
    assert check_index(False, print)
    patient_client().bulk(index=alias(), operations=_deletion("2003"), refresh=True)
    assert not check_index(False, print)
    assert check_index(True, print)
    assert check_index(False, print)
    call_command("search_index", "status")
    call_command("search_index", "prune")
    assert behind(index, alias()) == [f"{alias()}-0001"]


def test_without_an_address_the_command_says_so(settings):
    settings.ELASTICSEARCH_URLS = []
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        call_command("search_index", "rebuild")
    call_command("search_index", "status")


def _deletion(key):
    action = delete_action(key, 4)
    return [{"delete": {"_id": key, "version": action["version"], "version_type": action["version_type"]}}]
