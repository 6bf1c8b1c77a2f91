"""The process that reads: ``python -m portal.confined.child MODULE FUNCTION FILE LIMITS OPTIONS``.

Limits come first, then the reader's module is imported: by then nothing but the standard library was loaded, and
neither Django nor settings, secrets or the database are here. One line of JSON on the standard output is the answer.
"""

import importlib
import json
import resource
import sys
from pathlib import Path
from typing import Any

from portal.confined.refusing import Refused

#: What the operating system bounds, by the name that the caller gives.
_KINDS = {
    "memory": resource.RLIMIT_AS,
    "processor": resource.RLIMIT_CPU,
    "answer": resource.RLIMIT_FSIZE,
    "files": resource.RLIMIT_NOFILE,
}


def confine(limits: dict[str, int]) -> None:
    """Bound this process for good; a core dump would hold the file."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for name, limit in limits.items():
        # One second more before the kernel kills: the signal in between tells why.
        hard = limit + 1 if name == "processor" else limit
        resource.setrlimit(_KINDS[name], (limit, hard))


def answer(module: str, function: str, file: Path, options: dict[str, Any]) -> dict[str, Any]:
    try:
        read = getattr(importlib.import_module(module), function)
        return {"value": read(file, **options)}
    except Refused as refused:
        return {"refused": refused.code, "values": refused.values}
    except MemoryError:
        return {"exceeded": "memory"}


def main(module: str, function: str, file: str, limits: str, options: str) -> None:
    confine(json.loads(limits))
    said = answer(module, function, Path(file), json.loads(options))
    try:
        json.dump(said, sys.stdout)
        sys.stdout.flush()
    except MemoryError:
        sys.exit("memory")


if __name__ == "__main__":
    main(*sys.argv[1:])
