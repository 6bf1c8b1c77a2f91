"""Compiles the catalogues of messages (.po → .mo) in Python: a bare machine has no msgfmt."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from tools.project import ROOT, Problem, run_as_command

FOLDERS = (ROOT / "locale", ROOT / "locale_vendor")


def sources(folders: Iterable[Path] = FOLDERS) -> list[Path]:
    return sorted(path for folder in folders for path in folder.rglob("*.po"))


def compile_all(folders: Iterable[Path] = FOLDERS) -> Iterator[Path]:
    """Compile each catalogue below ``folders``; yields what was written.

    Raises:
        Problem: a catalogue cannot be read; the sentence names the file and the line.
    """
    for source in sources(folders):
        made = source.with_suffix(".mo")
        new = made.with_suffix(".new")
        read(source).save_as_mofile(str(new))
        new.replace(made)  # a server that starts meanwhile never reads half a file
        yield made


def read(source: Path) -> polib.POFile:
    try:
        return polib.pofile(str(source), encoding="utf-8", check_for_duplicates=True)
    except (OSError, ValueError) as error:
        raise Problem(f"Tệp thông điệp {source} có lỗi: {error}.") from None


def main() -> None:
    for made in compile_all():
        print(made.relative_to(ROOT))


if __name__ == "__main__":
    run_as_command(main)
