"""Sealed lines cannot be changed, deleted, inserted or put elsewhere without ``verify`` saying where."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, migrations, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.editorial.audit import triggers
from portal.editorial.audit.chain import CHAINED, GENESIS, link
from portal.editorial.audit.models import ChainHead, DailyHead, Entry, EntryText
from portal.editorial.audit.querysets import AppendOnly
from portal.editorial.audit.sealing import head, seal
from portal.editorial.audit.services import Line, erase, forget_old_texts, record, record_many
from portal.editorial.audit.verifying import Broken, parse_head, verify
from tests.editorial.audit.conftest import person, run_sql

pytestmark = pytest.mark.django_db
LINES = 12


# Append-only


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: entry.text.save(),
        lambda entry: entry.text.delete(),
        lambda entry: Entry.objects.update(action="x"),
        lambda entry: Entry.objects.all().delete(),
        lambda entry: EntryText.objects.filter(pk=entry.pk).delete(),
        lambda entry: Entry.objects.bulk_update([entry], ["action"]),
    ],
)
def test_the_models_refuse_changes(twelve_lines, change):
    with pytest.raises(AppendOnly):
        change(twelve_lines[3])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET action = 'x'",
        "UPDATE audit_entry SET position = position + 100",
        "UPDATE audit_entry SET hash = 'x'",
        "DELETE FROM audit_entry",
        "UPDATE audit_entrytext SET title = 'x'",
    ],
)
def test_the_database_refuses_changes(twelve_lines, statement):
    seal()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        run_sql(statement)


def test_a_line_can_be_given_no_other_content_while_it_is_sealed(twelve_lines):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        run_sql("UPDATE audit_entry SET position = 1, hash = 'x', action = 'x' WHERE id = %s", twelve_lines[0].pk)


def test_the_refusal_can_be_taken_back_and_put_there_again(twelve_lines, unguarded):
    run_sql("UPDATE audit_entry SET action = 'x'")
    triggers.create(connection)
    with pytest.raises(IntegrityError), transaction.atomic():
        run_sql("UPDATE audit_entry SET action = 'y'")


# Sealing


def test_lines_are_sealed_in_their_order_and_once(twelve_lines):
    before = head()
    assert seal() == Entry.objects.count()
    assert seal() == 0
    positions = list(Entry.objects.order_by("pk").values_list("position", flat=True))
    assert positions == list(range(before[0] + 1, before[0] + len(positions) + 1))
    assert head() == (positions[-1], Entry.objects.get(position=positions[-1]).hash)


def test_more_lines_take_no_more_statements(twelve_lines, django_assert_num_queries, monkeypatch):
    with CaptureQueriesContext(connection) as few:
        seal()
    record_many([Line("wagtail.publish", details=str(number)) for number in range(200)])
    with django_assert_num_queries(len(few) - 1):  # the head is there by now
        seal()


def test_what_one_batch_does_not_hold_is_in_the_next(twelve_lines, monkeypatch):
    monkeypatch.setattr("portal.editorial.audit.sealing.BATCH", 5)
    assert seal() == 12
    assert verify().unsealed == 0


def test_a_whole_log_verifies_with_every_head_it_had(twelve_lines):
    heads = [head()]
    seal()
    heads.append(head())
    record("wagtail.publish")
    seal()
    found = verify(heads)
    assert (found.lines, found.head) == head()


# Tampering, by somebody who owns the database. He may move the head that the database keeps; not the one mailed.


def _move_head() -> None:
    last = Entry.objects.sealed().order_by("position").last()
    ChainHead.objects.update(position=last.position if last else 0, hash=last.hash if last else GENESIS)


def _rechain(first: int = 1) -> None:
    """Compute all positions and hashes anew, as somebody who knows how would."""
    previous = GENESIS
    lines = list(Entry.objects.sealed().order_by("position").values_list("position", *CHAINED))
    run_sql("UPDATE audit_entry SET position = -position WHERE position IS NOT NULL")
    for position, (_was, *values) in enumerate(lines, start=1):
        previous = link(previous, position, values)
        run_sql("UPDATE audit_entry SET position = %s, hash = %s WHERE id = %s", position, previous, values[0])
    _move_head()


def _delete(pk: int) -> None:
    run_sql("DELETE FROM audit_entrytext WHERE entry_id = %s", pk)
    run_sql("DELETE FROM audit_entry WHERE id = %s", pk)


def change_line(n: int, m: int, column: str) -> None:
    value: Any = {"at": "2020-01-01 00:00:00+00:00", "actor_id": 4242, "position": 4242}.get(column, "khác")
    run_sql(f"UPDATE audit_entry SET {column} = %s WHERE position = %s", value, n)  # noqa: S608  names are ours


def change_text(n: int, m: int, column: str) -> None:
    pk = Entry.objects.get(position=n).pk
    run_sql(f"UPDATE audit_entrytext SET {column} = %s WHERE entry_id = %s", "khác", pk)  # noqa: S608  as above


def delete_line(n: int, m: int, column: str) -> None:
    _delete(Entry.objects.get(position=n).pk)
    _move_head()


def delete_end(n: int, m: int, column: str) -> None:
    for pk in list(Entry.objects.filter(position__gte=n).values_list("pk", flat=True)):
        _delete(pk)
    _move_head()


def delete_line_and_rechain(n: int, m: int, column: str) -> None:
    _delete(Entry.objects.get(position=n).pk)
    _rechain()


def swap_lines(n: int, m: int, column: str) -> None:
    one, other = n, m if m != n else n % LINES + 1
    for was, now in ((one, -1), (other, one), (-1, other)):
        run_sql("UPDATE audit_entry SET position = %s WHERE position = %s", now, was)


def swap_and_rechain(n: int, m: int, column: str) -> None:
    swap_lines(n, m, column)
    _rechain()


def insert_line(n: int, m: int, column: str) -> None:
    run_sql("UPDATE audit_entry SET position = -position - 1 WHERE position >= %s", n)
    run_sql("UPDATE audit_entry SET position = -position WHERE position < 0")
    record("wagtail.publish", details="chưa từng có")
    pk = Entry.objects.unsealed().get().pk
    run_sql("UPDATE audit_entry SET position = %s, hash = %s WHERE id = %s", n, "0" * 64, pk)
    _move_head()


def insert_and_rechain(n: int, m: int, column: str) -> None:
    insert_line(n, m, column)
    _rechain()


def delete_text(n: int, m: int, column: str) -> None:
    run_sql("DELETE FROM audit_entrytext WHERE entry_id = %s", Entry.objects.get(position=n).pk)


def swap_texts(n: int, m: int, column: str) -> None:
    """As whole rows, salts included."""
    one, other = (Entry.objects.get(position=p).pk for p in (n, m if m != n else n % LINES + 1))
    kept = EntryText.objects.get(pk=one).salt, EntryText.objects.get(pk=one).title
    run_sql(
        "UPDATE audit_entrytext SET (salt, title) = (SELECT salt, title FROM audit_entrytext WHERE entry_id = %s) "
        "WHERE entry_id = %s", other, one,
    )  # fmt: skip
    run_sql("UPDATE audit_entrytext SET salt = %s, title = %s WHERE entry_id = %s", *kept, other)


COLUMNS = ("at", "action", "actor_id", "origin", "object_type", "object_id", "digest", "hash", "position")
TEXT_COLUMNS = ("title", "actor_name", "address", "details", "salt")
ROADS: list[tuple[Callable[[int, int, str], None], tuple[str, ...]]] = [
    (change_line, COLUMNS), (change_text, TEXT_COLUMNS), (delete_line, ("",)), (delete_end, ("",)),
    (delete_line_and_rechain, ("",)), (swap_lines, ("",)), (swap_and_rechain, ("",)), (insert_line, ("",)),
    (insert_and_rechain, ("",)), (delete_text, ("",)), (swap_texts, ("",)),
]  # fmt: skip
TAMPERINGS = st.sampled_from(ROADS).flatmap(
    lambda road: st.tuples(st.just(road[0]), st.integers(1, LINES), st.integers(1, LINES), st.sampled_from(road[1]))
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tampering=TAMPERINGS)
def test_any_tampering_is_found(twelve_lines, unguarded, tampering):
    seal()
    mailed = head()
    assert mailed[0] == LINES
    verify([mailed])
    tamper, n, m, column = tampering
    with transaction.atomic():
        tamper(n, m, column)
        with pytest.raises(Broken):
            verify([mailed])
        transaction.set_rollback(True)


def test_who_rewrites_everything_is_found_by_the_mailed_head_alone(twelve_lines, unguarded):
    seal()
    mailed = head()
    delete_line_and_rechain(4, 0, "")
    verify()
    with pytest.raises(Broken, match="phần cuối đã bị xoá"):
        verify([mailed])


def test_the_first_broken_place_is_said(twelve_lines, unguarded, capsys):
    seal()
    change_line(5, 0, "action")
    change_line(9, 0, "action")
    with pytest.raises(CommandError, match=r"Dòng 5 của nhật ký hoạt động \(số hiệu \d+\) đã bị sửa"):
        call_command("audit", "verify")


def test_a_deleted_line_is_named(twelve_lines, unguarded):
    seal()
    delete_line(7, 0, "")
    with pytest.raises(Broken, match="thiếu dòng 7: sau dòng 6 là dòng 8"):
        verify()


def test_a_daily_head_in_the_database_counts_as_well(twelve_lines, unguarded):
    seal()
    position, last = head()
    DailyHead.objects.create(day="2026-03-09", position=position, hash=last)
    swap_and_rechain(2, 3, "")
    with pytest.raises(Broken, match="viết lại"):
        verify()


def test_lines_not_sealed_yet_have_their_texts_checked(twelve_lines, unguarded):
    run_sql("UPDATE audit_entrytext SET title = 'khác' WHERE entry_id = %s", twelve_lines[0].pk)
    with pytest.raises(Broken, match="Phần chữ"):
        verify()


@pytest.mark.parametrize("typed", ["", "12", "12:abc", "x:" + "a" * 64, "²:" + "a" * 64])
def test_what_is_no_head_is_said(typed):
    with pytest.raises(ValueError):  # noqa: PT011  its message is the text itself
        parse_head(typed)
    with pytest.raises(CommandError, match="không phải đầu chuỗi"):
        call_command("audit", "verify", head=[typed])


# Erasure


def test_after_a_lawful_erasure_the_chain_holds_and_the_words_are_gone(capsys):
    user = person("nguyen.van.an", last_name="Nguyễn Văn", first_name="An")
    keeper = person("giu.nhat.ky")
    record("wagtail.publish", by=user)
    record("wagtail.publish", by=keeper)
    seal()
    mailed = head()
    call_command("audit", "erase", "--person", "nguyen.van.an", "--by", "giu.nhat.ky")
    seal()
    found = verify([mailed])
    assert found.erased == 2, "the account was made, and published"
    assert not EntryText.objects.filter(search_who__contains="nguyen van an").exists()
    lines = Entry.objects.filter(action="audit.erase")
    assert {line.actor_id for line in lines} == {keeper.pk}
    assert {line.digest for line in lines} == {""}, "without words"


def test_a_text_added_to_an_erasure_is_found(twelve_lines):
    erase(Entry.objects.filter(pk=twelve_lines[0].pk))
    line = Entry.objects.get(action="audit.erase")
    EntryText.objects.bulk_create([EntryText(entry=line, salt="x", title="bịa")])
    with pytest.raises(Broken, match="Phần chữ"):
        verify()


@pytest.mark.parametrize("years", [0, 2])
def test_old_texts_are_forgotten_only_where_a_setting_says_so(twelve_lines, unguarded, settings, years):
    run_sql("UPDATE audit_entry SET at = '2020-01-01 00:00:00+00:00' WHERE id <= %s", twelve_lines[4].pk)
    seal()
    settings.AUDIT_KEEP_YEARS = years
    forget_old_texts()
    seal()
    assert EntryText.objects.count() == (7 if years else 12)
    assert verify().erased == (5 if years else 0)


def test_the_refusal_belongs_to_a_migration_that_can_be_reversed():
    from django.db.migrations.loader import MigrationLoader

    from portal.editorial.audit.migrations import __path__ as folder

    loaded = MigrationLoader(connection).get_migration("audit", "0002_refuse_changes")
    assert folder
    assert all(isinstance(done, migrations.RunPython) and done.reversible for done in loaded.operations)
