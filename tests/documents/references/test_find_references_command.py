"""``manage.py find_references``: one JSON object a line, with places in the file as it stands."""

import io
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

TEXT = "Căn cứ:\r\n- Chỉ thị số 10-CT/TW ngày 30/3/2007;\r\n- Nghị quyết T.ư 4 khóa XI, XII."


def printed(capsys, file):
    call_command("find_references", file)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_prints_every_mention(tmp_path, capsys):
    file = tmp_path / "text.txt"
    file.write_bytes(TEXT.encode())
    first, *others = printed(capsys, str(file))
    start = TEXT.index("Chỉ thị")
    assert first == {
        "start": start,
        "end": start + len("Chỉ thị số 10-CT/TW"),
        "text": "Chỉ thị số 10-CT/TW",
        "kind": "party",
        "number": "10",
        "code": "CT",
        "issuer": "TW",
        "date": "2007-03-30",
        "year": 2007,
        "term": None,
        "key": "10|CT|TW",
    }
    assert [mention["key"] for mention in others] == ["NQTW|4|XI", "NQTW|4|XII"]
    assert all(TEXT[mention["start"] : mention["end"]] == mention["text"] for mention in others)


def test_reads_the_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"CT05")))
    assert [mention["key"] for mention in printed(capsys, "-")] == ["CT|5"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_says_what_it_cannot_read(tmp_path, content):
    file = tmp_path / "text.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=r"text\.txt"):
        call_command("find_references", str(file))
