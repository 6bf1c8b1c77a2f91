"""What changed reaches the index, whatever order it comes in, and one bad document stops no other."""

from dataclasses import replace

import pytest

from search.index.names import alias
from search.index.writing import IndexUnavailable, send
from search.models import StoredEntry
from tests.search.factories import store, story

pytestmark = pytest.mark.django_db

FIRST, SECOND = story(1001, "Chi bộ họp", version=5), story(1002, "Đảng bộ họp", version=6, token="g7")


def test_rows_are_put_in_and_what_is_gone_is_taken_out(held):
    store(FIRST, SECOND)
    assert set(send(["1001", "1002"]).indexed) == {"1001", "1002"}
    assert held() == {"1001": (5, "public"), "1002": (6, "g7")}
    StoredEntry.objects.filter(pk=1001).delete()
    assert send(["1001", "1002", "404"]).deleted == ["1001"]
    assert held() == {"1002": (6, "g7")}


def test_rows_tell_which_version_the_index_has(index):
    store(FIRST)
    send(["1001"])
    assert StoredEntry.objects.get(pk=1001).indexed_version == 5


def test_an_older_version_never_replaces_a_newer(held):
    store(replace(FIRST, version=9))
    send(["1001"])
    store(replace(FIRST, version=8, token="g1"))
    send(["1001"])
    assert held() == {"1001": (9, "public")}


def test_what_was_deleted_stays_so_when_an_older_change_comes_late(held):
    store(FIRST)
    send(["1001"])
    StoredEntry.objects.all().delete()
    send(["1001"], deleted_at=7)
    store(replace(FIRST, version=6))
    send(["1001"])
    assert held() == {}
    store(replace(FIRST, version=8))
    send(["1001"])
    assert held() == {"1001": (8, "public")}


def test_one_document_that_cannot_be_had_is_told_and_stops_no_other(held):
    store(FIRST, replace(story(1003, "Mã lạ", version=7), token="x" * 40_000), SECOND)
    sent = send(["1001", "1003", "1002"])
    assert set(sent.refused) == {"1003"}
    assert set(held()) == {"1001", "1002"}
    assert StoredEntry.objects.get(pk=1003).indexed_version == 0


def test_what_a_refused_version_replaces_is_found_no_more(held):
    store(FIRST, SECOND)
    send(["1001", "1002"])
    store(replace(FIRST, title="Tên khác", version=8, token="x" * 40_000))
    assert set(send(["1001", "1002"]).refused) == {"1001"}
    assert set(held()) == {"1002"}
    store(replace(FIRST, version=7))
    send(["1001"])
    assert set(held()) == {"1002"}, "an older version came late"
    store(replace(FIRST, version=9))
    send(["1001"])
    assert held()["1001"] == (9, "public")


def test_an_index_that_may_only_be_read_loses_nothing(index, held):
    store(FIRST)
    send(["1001"])
    index.indices.put_settings(index=alias(), settings={"index.blocks.read_only_allow_delete": True})
    store(replace(FIRST, version=11))
    with pytest.raises(IndexUnavailable):
        send(["1001"])
    assert StoredEntry.objects.get(pk=1001).indexed_version < 11
    index.indices.put_settings(index=alias(), settings={"index.blocks.read_only_allow_delete": None})
    send(["1001"])
    assert held() == {"1001": (11, "public")}


def test_nobody_answering_is_told_apart_from_a_refusal(settings):
    settings.ELASTICSEARCH_URLS = ["http://127.0.0.1:9"]
    store(FIRST)
    with pytest.raises(IndexUnavailable):
        send(["1001"])
