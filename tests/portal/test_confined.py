"""Files from strangers are read in processes with bounds, really run; this process and its memory stay as they were."""

import os
import resource
from pathlib import Path

import pytest

from portal.confined.refusing import Refused
from portal.confined.running import MIB, Bounds, NotRead, TookTooLong, TookTooMuch, kept_for_reading, read_confined
from tests.portal import confined_readers as readers

SECRET = "Vi Thị Lựu, 0912 345 678"
#: Far from what a reader needs, also on a machine with other work.
AMPLE = Bounds(memory=256 * MIB, processor=60, seconds=300)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "thu.txt"
    path.write_text(SECRET)
    return path


def children() -> list[int]:
    """The processes that this one started and that are still there."""
    me, found = os.getpid(), []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # ended meanwhile
        if int(fields[1]) == me:
            found.append(int(status.parent.name))
    return found


def test_what_the_reader_gives_comes_back(file):
    assert read_confined(readers.words, file, AMPLE) == SECRET.split()


def test_the_reader_is_told_what_it_has_to_know(file):
    assert read_confined(readers.word, file, AMPLE, place=2) == SECRET.split()[2]


def test_what_it_refuses_is_refused(file):
    with pytest.raises(Refused) as refused:
        read_confined(readers.refuse, file, AMPLE)
    assert (refused.value.code, refused.value.values) == ("empty", {"size": file.stat().st_size})


def test_an_endless_loop_ends_with_its_processor_time(file):
    with pytest.raises(TookTooLong) as stopped:
        read_confined(readers.loop, file, Bounds(memory=256 * MIB, processor=1, seconds=300))
    assert "mất quá nhiều thời gian" in stopped.value.message


def test_who_waits_for_ever_ends_by_the_clock(file):
    before = children()
    with pytest.raises(TookTooLong):
        read_confined(readers.sleep, file, Bounds(memory=256 * MIB, seconds=0.5))
    assert children() == before, "nothing is left running"


@pytest.mark.parametrize("reader", [readers.hoard, readers.crash])
def test_a_memory_hog_ends_at_its_memory(file, reader):
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TookTooMuch) as stopped:
        read_confined(reader, file, AMPLE)
    assert "tốn quá nhiều bộ nhớ" in stopped.value.message
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - held < 64 * 1024, "this process held none of it"


@pytest.mark.parametrize("reader", [readers.break_on_words, readers.hoard_and_hide, readers.flood, readers.no_json])
def test_whatever_else_goes_wrong_is_one_sentence_and_the_log_holds_no_words_of_the_file(file, reader, caplog):
    with pytest.raises(NotRead) as broken:
        read_confined(reader, file, AMPLE)
    assert "Không đọc được tệp" in broken.value.message
    assert reader.__name__ in caplog.text
    assert "0912" not in caplog.text


def test_it_knows_neither_secrets_nor_the_portal(file, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "bí mật")
    told = read_confined(readers.surroundings, file, AMPLE)
    assert set(told["environment"]) <= {"PATH", "LANG", "PYTHONPATH", "LC_CTYPE"}
    assert not {"django", "wagtail"} & set(told["modules"])


def test_the_file_is_kept_only_while_it_is_read():
    with kept_for_reading(b"abc") as path:
        assert path.read_bytes() == b"abc"
    assert not path.exists()
