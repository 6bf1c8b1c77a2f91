"""Files of the log: written by a task, for who asked alone, whole, without formulas, and gone after a day."""

import csv
import io
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.management import CommandError, call_command
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from portal import spreadsheets
from portal.access.levels import Level, set_level
from portal.editorial import roles
from portal.editorial.audit import exporting
from portal.editorial.audit import lines as audit_lines
from portal.editorial.audit.models import Entry, Export
from portal.editorial.audit.services import Line, Thing, record_many
from tests.editorial.audit.conftest import client_of, person
from tests.factories import ArticleFactory, publish
from tests.reading import read

pytestmark = pytest.mark.django_db
URL = "/quan-tri/reports/nhat-ky/xuat/"
FORMULA = '=HYPERLINK("http://x";"bấm")'


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.PRIVATE_MEDIA_ROOT = tmp_path


@pytest.fixture
def client(keeper) -> Client:
    return client_of(keeper)


@pytest.fixture
def unhurried(monkeypatch) -> None:
    """What is asked for waits until a worker comes."""
    monkeypatch.setattr("portal.editorial.audit.tasks.write", lambda pk: None)


def lines(*titles: str, action: str = "wagtail.publish") -> None:
    record_many([Line(action, Thing("x.y", str(number), title)) for number, title in enumerate(titles)])


def ask(client: Client, kind: str = "csv", query: str = "") -> Export:
    answer = client.post(f"{URL}{query}", {"kind": kind})
    assert answer.status_code == 302
    return Export.objects.latest("pk")


def take(client: Client, export: Export) -> bytes:
    answer: Any = client.get(f"{URL}{export.pk}/")
    assert answer.status_code == 200
    assert answer["Cache-Control"].startswith("private, no-store")
    assert "attachment" in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)


def csv_rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


# What is in it


def test_csv_holds_what_was_asked_for_and_no_formula(client):
    lines(FORMULA)
    lines("Khác", action="wagtail.unpublish")
    heading, *rows = csv_rows(take(client, ask(client, "csv", "?action=wagtail.publish")))
    assert heading[:4] == ["Dòng", "Thời điểm", "Người thực hiện", "Việc"]
    assert [row[4] for row in rows] == [f"'{FORMULA}"]


def test_xlsx_holds_the_same_and_no_formula(client):
    lines(FORMULA)
    content = take(client, ask(client, "xlsx", "?action=wagtail.publish"))
    rows = list(openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows())
    assert rows[0][2].value == "Người thực hiện"
    assert (rows[1][4].value, rows[1][4].data_type) == (f"'{FORMULA}", "s")


def test_what_a_sheet_cannot_hold_stands_on_the_next_and_is_said(client, monkeypatch):
    monkeypatch.setattr(spreadsheets, "MOST_ROWS", 5)
    lines(*(f"Bài {number}" for number in range(12)))
    export = ask(client, "xlsx", "?action=wagtail.publish")
    book = openpyxl.load_workbook(io.BytesIO(take(client, export)))
    assert [sheet.max_row for sheet in book] == [6, 6, 3], "each with its heading"
    titles = [row[4].value for sheet in book for row in list(sheet.iter_rows())[1:]]
    assert sorted(titles) == sorted(f"Bài {number}" for number in range(12))
    assert "12 dòng" in read(client, URL).text("table")
    assert "Gồm 3 trang tính" in read(client, URL).text("table")
    assert "1.048.575 dòng" in read(client, URL).html


def test_all_lines_come_once_however_many_are_read_at_a_time(client, monkeypatch):
    monkeypatch.setattr(audit_lines, "CHUNK", 4)
    lines(*(f"Bài {number}" for number in range(21)))  # all of one moment
    _heading, *rows = csv_rows(take(client, ask(client, "csv", "?action=wagtail.publish")))
    assert [row[4] for row in rows] == [f"Bài {number}" for number in reversed(range(21))]


def test_titles_are_those_that_the_owner_may_see(client, news_section):
    page = publish(ArticleFactory(parent=news_section, title="Bàn nhân sự kỳ tới"))
    set_level(page, Level.COMMITTEE)
    assert "nhân sự" not in take(client, ask(client)).decode()


# Whose it is


def test_nobody_else_gets_it(client, keeper):
    export = ask(client)
    other = client_of(person("quan-tri-2", roles.ADMINISTRATOR))
    assert other.get(f"{URL}{export.pk}/").status_code == 404
    assert other.post(f"{URL}{export.pk}/delete/").status_code == 404
    assert "chưa xuất tệp nào" in read(other, URL).html
    keeper.groups.clear()
    assert client_of(keeper).get(f"{URL}{export.pk}/").status_code in (302, 403)
    assert Client().get(f"{URL}{export.pk}/").status_code == 302


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_that_it_was_asked_for_and_taken_are_lines(client, keeper, kind):
    take(client, ask(client, kind, "?q=nhân"))
    asked, taken = Entry.objects.select_related("text").filter(action__startswith="audit.").order_by("pk")
    assert (asked.action, asked.actor_id, asked.text.details) == ("audit.export", keeper.pk, f"{kind}; q=nhân")
    assert (taken.action, taken.actor_id) == ("audit.export_taken", keeper.pk)


@pytest.mark.parametrize("asked", ["bytes=0-", "bytes=1-", "bytes=-100000"])
def test_whoever_takes_a_part_of_it_is_told_too(client, asked):
    lines("Bài")
    export = ask(client)
    assert client.get(f"{URL}{export.pk}/", headers={"range": asked}).status_code == 206
    assert Entry.objects.filter(action="audit.export_taken").count() == 1


def test_a_look_that_gets_nothing_of_it_is_no_taking(client):
    export = ask(client)
    etag = client.head(f"{URL}{export.pk}/")["ETag"]
    assert client.get(f"{URL}{export.pk}/", headers={"if-none-match": etag}).status_code == 304
    assert client.get(f"{URL}{export.pk}/", headers={"range": "bytes=99999999-"}).status_code == 416
    assert not Entry.objects.filter(action="audit.export_taken").exists()


# While it is written


def test_a_question_that_cannot_be_kept_whole_is_refused(client):
    answer = client.post(f"{URL}?q={'a' * 2000}&action=wagtail.publish", {"kind": "csv"}, follow=True)
    assert "Điều kiện lọc quá dài" in answer.content.decode()
    assert not Export.objects.exists()


@pytest.mark.parametrize("first_ends", ["well", "badly"])
def test_of_two_that_write_one_file_neither_spoils_the_other(client, unhurried, monkeypatch, tmp_path, first_ends):
    """A worker that was silent for a while, and the one that took over from it."""
    lines("Bài")
    export = ask(client)

    def overtaken(found):
        yield from audit_lines.read_all(found)
        monkeypatch.setattr(exporting, "read_all", audit_lines.read_all)
        exporting.write(export.pk)
        if first_ends == "badly":
            raise InterruptedError

    monkeypatch.setattr(exporting, "read_all", overtaken)
    with pytest.raises(InterruptedError) if first_ends == "badly" else nullcontext():
        exporting.write(export.pk)
    whole = take(client, export)
    export.refresh_from_db()
    assert export.size == len(whole)
    assert export.failed_at is None
    assert csv_rows(whole)[1:]
    assert [path.name for path in (tmp_path / "audit").iterdir()] == [Path(export.file).name]


def test_what_is_being_written_is_no_stray(client, unhurried, monkeypatch):
    lines("Bài")
    export = ask(client)

    def tidied(found):
        yield from audit_lines.read_all(found)
        exporting.forget_old_exports()

    monkeypatch.setattr(exporting, "read_all", tidied)
    exporting.write(export.pk)
    assert take(client, export)


def test_one_at_a_time(client, unhurried):
    waiting = ask(client)
    assert "Đang chờ đến lượt" in read(client, URL).html
    answer = client.post(URL, {"kind": "csv"}, follow=True)
    assert "Tệp trước của bạn chưa xong" in answer.content.decode()
    assert list(Export.objects.all()) == [waiting]
    assert client.get(f"{URL}{waiting.pk}/").status_code == 404
    client.post(f"{URL}{waiting.pk}/delete/")
    ask(client)


def test_its_page_says_how_far_it_is(client, unhurried):
    export = ask(client)
    Export.objects.filter(pk=export.pk).update(seen_at=timezone.now(), total=12000, done=5000)
    page = read(client, f"{URL}files/")
    assert "Đã ghi 5.000 trên 12.000 dòng" in page.text("table")
    assert page.one("progress")["value"] == "41"
    assert page.all("[data-waiting]"), "the script looks again"
    Export.objects.filter(pk=export.pk).update(seen_at=timezone.now() - timedelta(minutes=6))
    assert "Tệp không ghi xong" in read(client, f"{URL}files/").text("table")
    ask(client)  # what was cut off stands in nobody's way


def test_taking_it_away_ends_its_writing(client, keeper, unhurried, monkeypatch, tmp_path):
    monkeypatch.setattr(exporting, "SAID_EVERY", 3)
    lines(*(f"Bài {number}" for number in range(12)))
    export = ask(client)
    told = []

    def read_and_take_away(found):
        for line in audit_lines.read_all(found):
            told.append(line)
            if len(told) == 4:
                Export.objects.all().delete()
            yield line

    monkeypatch.setattr(exporting, "read_all", read_and_take_away)
    exporting.write(export.pk)
    assert len(told) == 6
    assert not list((tmp_path / "audit").iterdir())


def test_what_goes_wrong_is_said_and_leaves_no_half_file(client, unhurried, monkeypatch, tmp_path):
    lines("Bài")
    export = ask(client)
    monkeypatch.setattr(exporting, "write_file", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        exporting.write(export.pk)
    assert "Tệp không ghi xong" in read(client, URL).html
    assert not list((tmp_path / "audit").iterdir())
    exporting.write(export.pk)  # once is enough


@pytest.mark.parametrize("kind", ["", "exe", "../x"])
def test_no_other_kind_is_written(client, kind):
    answer = client.post(URL, {"kind": kind}, follow=True)
    assert "Không có loại tệp này" in answer.content.decode()
    assert not Export.objects.exists()


# Afterwards


def test_it_is_gone_after_a_day_with_what_no_row_speaks_of(client, tmp_path):
    old, young = ask(client), ask(client)
    Export.objects.filter(pk=old.pk).update(asked_at=timezone.now() - timedelta(hours=25))
    stray = tmp_path / "audit" / "stray.csv"
    stray.write_text("x")
    assert client.get(f"{URL}{old.pk}/").status_code == 404
    assert exporting.forget_old_exports() == "Đã xoá 1 tệp nhật ký"
    assert [path.name for path in (tmp_path / "audit").iterdir()] == [Path(young.file).name]
    assert list(Export.objects.all()) == [young]


# By a command


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_command_writes_all_of_it(twelve_lines, tmp_path, kind, capsys):
    file = tmp_path / f"nhat-ky.{kind}"
    call_command("audit", "export", str(file))
    if kind == "csv":
        assert len(csv_rows(file.read_bytes())) == 14, "twelve, the export itself and the heading"
    else:
        assert openpyxl.load_workbook(file).active.max_row == 14


def test_another_ending_is_refused(db, tmp_path):
    with pytest.raises(CommandError, match="csv"):
        call_command("audit", "export", str(tmp_path / "nhat-ky.txt"))


def test_what_is_narrowed_to_is_said_in_words(keeper):
    from portal.editorial.audit.narrowing import asked_in_words

    asked = QueryDict(f"q=hoa&at_from=01/03/2026&action=user.created&actor_id={keeper.pk}")
    assert asked_in_words(asked) == [
        "Từ khoá: hoa", "Thời điểm: 01/03/2026 – …", "Việc: Tạo tài khoản", "Người thực hiện: Vũ Minh Khê",
    ]  # fmt: skip
    assert asked_in_words(QueryDict("at_from=never")) == []
