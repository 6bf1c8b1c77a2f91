"""Readers that go wrong in every way; they run in processes of their own."""

import os
import sys
import time
from pathlib import Path

from portal.confined.refusing import Refused


def words(file: Path) -> list[str]:
    return file.read_text().split()


def word(file: Path, *, place: int) -> str:
    return file.read_text().split()[place]


def refuse(file: Path) -> None:
    raise Refused("empty", size=file.stat().st_size)


def loop(file: Path, **options: object) -> None:
    while True:
        pass


def sleep(file: Path) -> None:
    time.sleep(600)


def hoard(file: Path) -> int:
    held = []
    while True:
        held.append(bytearray(16 * 1024 * 1024))


def hoard_and_hide(file: Path) -> int:
    """As libraries do that take every error for a damaged file."""
    try:
        return hoard(file)
    except MemoryError as problem:
        raise ValueError("damaged") from problem


def crash(file: Path) -> None:
    os.abort()


def break_on_words(file: Path) -> None:
    raise ValueError(file.read_text())


def flood(file: Path) -> str:
    return "x" * 64 * 1024 * 1024


def no_json(file: Path) -> object:
    return object()


def surroundings(file: Path) -> dict[str, list[str]]:
    return {"environment": sorted(os.environ), "modules": sorted(name for name in sys.modules if "." not in name)}
