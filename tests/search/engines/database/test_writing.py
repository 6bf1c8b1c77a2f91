"""What is written is found at once, what is deleted is found no more, and nothing of it stays in the tables."""

import datetime as dt

import pytest
from django.db import connection

from portal.editorial.purging.compacting import forget_deleted_words
from search.contract import Facet
from search.engines.database import storage, writing
from search.engines.database.tokens import Lines
from search.entries import Entry, Passage
from search.models import SearchRow, StoredEntry
from tests.search.contract.database import database_engine, page_of

pytestmark = pytest.mark.django_db

OLD = Entry("1", "Thông báo cũ", kind="article", body="họp chi bộ", date=dt.date(2020, 1, 1), numbers=("3|TB|TW",),
            passages=(Passage("9", "tep.pdf", 2, "lời trong tệp"),))  # fmt: skip


def again(**changes):
    """The entry as it is stored, changed and written anew."""
    stored = StoredEntry.objects.get(pk=page_of("1").pk)
    for name, value in changes.items():
        setattr(stored, name, value)
    stored.save()
    writing.write([stored.entry()])


def holds(*tokens):
    return {token for token, places in storage.places_of(tokens, 10).items() if places}


def test_writing_again_replaces_all_of_it(keys, ask):
    database_engine([OLD])
    again(title="Thông tin mới", date=dt.date(2026, 1, 1), kind="document", numbers=[])
    assert keys("thông tin mới") == ["1"]
    assert keys("báo cũ") == keys("3-TB/TW") == []
    assert ask("thông tin").facets[Facet.YEAR] == {"2026": 1}
    assert holds("cu", "=bao_cu", "#3|tb|tw", "moi", "=tin_moi") == {"moi", "=tin_moi"}
    assert SearchRow.objects.count() == 1


def test_what_is_deleted_leaves_no_token(keys):
    database_engine([OLD])
    writing.delete([str(page_of("1").pk), "999999"])
    assert keys("thông báo cũ") == []
    assert holds("thong", "chi_bo", "#3|tb|tw", "tep") == set()


def test_the_words_go_with_their_page(keys):
    database_engine([OLD])
    page_of("1").delete()
    assert holds("thong", "chi_bo", "#3|tb|tw", "tep") == set()
    assert not SearchRow.objects.exists()


def test_rebuilding_gives_what_writing_gave(keys):
    database_engine([OLD, Entry("2", "Họp chi bộ", path="", date=dt.date(2021, 1, 1))])
    before = keys("họp chi bộ"), keys("3-TB/TW"), keys("trong tệp")
    SearchRow.objects.all().delete()
    done = []
    assert writing.rebuild(done.append) == 2
    assert done == [2]
    assert (keys("họp chi bộ"), keys("3-TB/TW"), keys("trong tệp")) == before == (["2", "1"], ["1"], ["1"])


def test_an_entry_given_twice_is_written_once(keys):
    database_engine([OLD])
    entry = StoredEntry.objects.get().entry()
    writing.write([entry, entry])
    assert keys("chi bộ") == ["1"]


def test_what_is_kept_gives_the_tokens_that_were_written():
    """Otherwise SQLite could not take them away again."""
    lines = Lines.of(
        Entry("1", "Kỳ họp ½ ㈱ ﬁ", summary="Đ" * 90, body="x " * 4000 + "cuối", passages=OLD.passages * 2)
    )
    assert Lines.read(*lines.stored()).tokens() == lines.tokens()
    assert {"ki", "=ki_hop", "cuoi", "trong_tep"} <= set(lines.tokens())


def test_a_file_of_a_thousand_pages_is_found(keys):
    pages = tuple(
        Passage("9", "sach.pdf", number, " ".join(f"tu{number}x{place}" for place in range(150)))
        for number in range(1000)
    )
    database_engine([Entry("1", "Sách dày", passages=pages)])
    assert keys("sách dày") == keys("tu20x7") == ["1"]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_the_texts_are_not_stored_a_second_time():
    assert not [name for name in connection.introspection.table_names() if name == "search_tokens_content"]


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_what_was_deleted_is_not_in_the_file_after_purging(keys):
    database_engine([OLD, Entry("2", "zzyzx hiếm")])
    assert any(b"zyzx" in block for block in blocks())
    writing.delete([str(page_of("2").pk)])
    forget_deleted_words()
    assert not any(b"zyzx" in block for block in blocks())
    assert keys("thông báo") == ["1"]


def blocks():
    """The bytes of the index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM search_tokens_data")
        return [bytes(block) for (block,) in cursor.fetchall()]
