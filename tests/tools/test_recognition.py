"""What reading scans needs is installed, or named once; the portal starts either way."""

import os

import pytest

from tools import packages, recognition, run
from tools.project import Problem


@pytest.fixture
def nothing_installed(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "defpath", str(tmp_path))
    monkeypatch.setenv("PORTAL_VAR_DIR", str(tmp_path))
    return tmp_path


def program(folder, languages):
    """Stands for tesseract with these languages."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\nprintf '{languages}'\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("languages", "missing"),
    [
        (None, ["tesseract-ocr", "tesseract-ocr-vie"]),
        ("List:\\neng\\nosd\\n", ["tesseract-ocr-vie"]),
        ("List:\\nvie\\n", []),
    ],
)
def test_the_packages_that_are_missing_are_known(nothing_installed, languages, missing):
    if languages is not None:
        program(nothing_installed, languages)
    assert packages.missing(recognition.needed()) == missing
    assert recognition.available() is (missing == [])


def test_a_machine_without_apt_is_told_once_and_starts(nothing_installed, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(nothing_installed))
    database = nothing_installed / "db.sqlite3"
    database.touch()
    run.provide_recognition(database)
    assert "sudo apt install tesseract-ocr tesseract-ocr-vie" in capsys.readouterr().out
    run.provide_recognition(database)
    assert capsys.readouterr().out == ""


def test_what_can_be_installed_is(nothing_installed, monkeypatch):
    asked = []
    monkeypatch.setattr(packages, "install", lambda names, why: asked.append(names))
    run.provide_recognition(nothing_installed / "db.sqlite3")
    assert asked == [["tesseract-ocr", "tesseract-ocr-vie"]]


def test_where_all_is_there_nothing_is_done(nothing_installed, monkeypatch):
    program(nothing_installed, "List:\\nvie\\n")

    def fail(names, why):
        raise Problem("nothing was missing")

    monkeypatch.setattr(packages, "install", fail)
    run.provide_recognition(nothing_installed / "db.sqlite3")
