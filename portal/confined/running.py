"""Calling a function of ours on a file in a fresh, bounded Python process.

    rows = read_confined(workbook_rows.read, path)

The function stands at the top of a module that imports no Django, takes a ``Path`` and returns what JSON can hold; what
else it has to know (which page, how wide) are its ``options``, by name. It refuses a file by ``Refused``; all else
that may happen to it is one of the errors here, each with a sentence for whoever sent the file.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.utils.translation import gettext as _

from portal.confined.refusing import Refused

logger = logging.getLogger(__name__)
MIB = 1024 * 1024
_LONGEST_COMPLAINT = 2000


@dataclass(frozen=True)
class Bounds:
    """What a reader may use. ``seconds`` is by the clock on the wall, ``processor`` by that of the processor."""

    memory: int = 512 * MIB
    processor: int = 10
    seconds: float = 20
    answer: int = 16 * MIB
    files: int = 64

    def for_process(self) -> str:
        limits = {"memory": self.memory, "processor": self.processor, "answer": self.answer, "files": self.files}
        return json.dumps(limits)


class NotRead(Exception):
    """A file could not be read; ``message`` tells whoever sent it what to do."""

    @property
    def message(self) -> str:
        return _("The file cannot be read; it may be damaged. Open it in its program, save it again and send that.")


class TookTooLong(NotRead):
    @property
    def message(self) -> str:
        return _(
            "Reading the file takes too long, so it was stopped. Keep only what is needed in it and send it again."
        )


class TookTooMuch(NotRead):
    @property
    def message(self) -> str:
        return _("Reading the file takes too much memory, so it was stopped. Keep only what is needed in it.")


def read_confined(function: Callable[..., Any], file: Path, bounds: Bounds | None = None, **options: Any) -> Any:
    """What ``function`` makes of ``file``, read in another process; ``options`` are handed on to it, as JSON.

    Raises:
        Refused: by the function.
        TookTooLong, TookTooMuch: it was stopped.
        NotRead: it broke; why is in the log of this process, without the file's words.
    """
    bounds = bounds or Bounds()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        status = _run(function, file, bounds, options, out, complaints)
        if status == 0 and (said := _said(out)) is not None:
            return _value(said)
        complaint = _end_of(complaints)
    if status is None or status == -signal.SIGXCPU:
        raise TookTooLong
    if complaint == "memory" or "MemoryError" in complaint or status in (-signal.SIGABRT, -signal.SIGSEGV):
        raise TookTooMuch
    logger.error("%s.%s broke (%s): %s", function.__module__, function.__qualname__, status, complaint)
    raise NotRead


@contextmanager
def kept_for_reading(content: bytes) -> Iterator[Path]:
    """``content`` as a file, for as long as it is read."""
    with tempfile.NamedTemporaryFile(prefix="portal-unread-") as file:
        file.write(content)
        file.flush()
        yield Path(file.name)


def _run(
    function: Callable[..., Any],
    file: Path,
    bounds: Bounds,
    options: dict[str, Any],
    out: IO[bytes],
    complaints: IO[bytes],
) -> int | None:
    """How the process ended; ``None`` where the clock on the wall ended it."""
    command = [sys.executable, "-m", "portal.confined.child", function.__module__, function.__qualname__, str(file)]
    process = subprocess.Popen(  # noqa: S603  our own interpreter, module and function; the file is an argument
        [*command, bounds.for_process(), json.dumps(options)],
        stdin=subprocess.DEVNULL,
        stdout=out,
        stderr=complaints,
        cwd=settings.BASE_DIR,
        env={"PATH": os.defpath, "LANG": "C.UTF-8", "PYTHONPATH": str(settings.BASE_DIR)},
        start_new_session=True,
    )
    try:
        return process.wait(bounds.seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        if process.poll() is None:
            _end_all(process)


def _end_all(process: subprocess.Popen[bytes]) -> None:
    """The process, and whatever it may have started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _said(out: IO[bytes]) -> dict[str, Any] | None:
    out.seek(0)
    try:
        said = json.load(out)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _value(said: dict[str, Any]) -> Any:
    if "refused" in said:
        raise Refused(said["refused"], **said["values"])
    if "exceeded" in said:
        raise TookTooMuch
    return said["value"]


def _end_of(complaints: IO[bytes]) -> str:
    """The last line: what kind of error it was. Lines before it may hold words of the file."""
    size = complaints.seek(0, os.SEEK_END)
    complaints.seek(max(0, size - _LONGEST_COMPLAINT))
    lines = complaints.read().decode("utf-8", "replace").strip().splitlines()
    return lines[-1].partition(":")[0].strip()[:200] if lines else ""
