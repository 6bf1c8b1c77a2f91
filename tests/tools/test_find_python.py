"""``tools/find-python``: the first Python that is new enough, or one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "tools" / "find-python"
#: What an older Python does with the two questions it is asked.
OLD_PYTHON = '#!/bin/sh\ncase "$2" in *exit*) exit 1;; *) echo 3.9;; esac\n'


def find(folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(["/bin/sh", SCRIPT], env={"PATH": str(folder)}, capture_output=True, text=True, check=False)


def put(folder: Path, name: str, script: str) -> None:
    (folder / name).write_text(script)
    (folder / name).chmod(0o755)


def test_a_machine_without_python_is_told_what_to_install(tmp_path):
    answer = find(tmp_path)
    assert answer.returncode == 1
    assert "sudo apt install python3" in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


def test_an_old_python_is_named(tmp_path):
    put(tmp_path, "python3", OLD_PYTHON)
    answer = find(tmp_path)
    assert answer.returncode == 1
    assert "Python 3.9 quá cũ" in answer.stderr
    assert len(answer.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("name", ["python3", "python3.12"])
def test_a_new_python_is_found_beside_an_old_one(tmp_path, name):
    put(tmp_path, "python3", OLD_PYTHON)
    put(tmp_path, name, f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    answer = find(tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == name
