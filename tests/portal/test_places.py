"""No more readers at once than there are places, and nobody waits for ever."""

import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.test import override_settings

from portal import picture_uploads
from portal.confined.places import AllTaken, Places
from tests.factories import picture_file


@pytest.fixture
def places(tmp_path, monkeypatch) -> Places:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return Places("test", count=2, seconds=0)


def test_whoever_finds_no_place_is_told(places):
    with places.one(), places.one(), pytest.raises(AllTaken), places.one():
        pass


def test_a_place_is_free_again_when_its_work_ends_or_fails(places):
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), places.one():
            raise ZeroDivisionError
    with places.one(), places.one():
        pass


def test_a_place_held_by_another_process_counts_until_that_ends(places, tmp_path):
    holding = (
        "import sys, tempfile; tempfile.tempdir = sys.argv[1]\n"
        "from portal.confined.places import Places\n"
        "with Places('test', 2, 0).one(): print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", holding, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    with places.one(), pytest.raises(AllTaken), places.one():
        pass
    other.kill()
    other.wait()
    with places.one(), places.one():
        pass


@override_settings(LANGUAGE_CODE="vi")
def test_who_sends_a_picture_while_many_are_opened_is_asked_to_try_again(places, monkeypatch):
    monkeypatch.setattr(picture_uploads, "PLACES", places)
    with places.one():
        assert picture_uploads.cleaned_within_bounds(picture_file()) is None
    with places.one(), places.one(), pytest.raises(ValidationError) as busy:
        picture_uploads.cleaned_within_bounds(picture_file())
    assert "Hãy chờ một lát rồi gửi lại" in busy.value.message
