"""Where files of documents lie: each in a private folder that nobody guesses, with the pictures of its pages."""

import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from documents.models import DocumentFile
from portal.access.storages import PrivateStorage

FOLDER = "van-ban"
_TOKEN_BYTES = 10


def new_folder() -> str:
    """The name of a folder, which is made."""
    name = f"{FOLDER}/{secrets.token_hex(_TOKEN_BYTES)}"
    Path(PrivateStorage().path(name)).mkdir(parents=True)
    return name


def stored_name(folder: str, kind: str) -> str:
    """Nothing of what somebody called it: names say what only some may know."""
    return f"{folder}/tep.{kind}"


def picture_name(file: DocumentFile, number: int) -> str:
    return f"{file.folder}/trang-{number}.webp"


def path_of(name: str) -> Path:
    return Path(PrivateStorage().path(name))


def file_path(file: DocumentFile) -> Path:
    return path_of(str(file.file.name))


def remove_folder(name: str) -> None:
    """With all that lies in it; nothing happens where it is gone, or is none of ours.

    It is called something else first: a reader that is drawing a page of it finds no folder to put the picture into.
    """
    if not name.startswith(f"{FOLDER}/"):
        return
    path = path_of(name)
    going = path.with_name(f"{path.name}.going")
    with suppress(FileNotFoundError):
        path.rename(going)
    shutil.rmtree(going, ignore_errors=True)


def folders() -> Iterator[tuple[str, float]]:
    """Each folder and when it was last changed, in seconds since the epoch."""
    root = path_of(FOLDER)
    for path in root.iterdir() if root.is_dir() else ():
        yield f"{FOLDER}/{path.name}", path.stat().st_mtime
