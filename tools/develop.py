"""``make lock``, ``messages``, ``screenshots`` and ``bench``: what developers run now and then."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tools import setup, venv
from tools.project import PYTHON, ROOT, one_at_a_time, run_as_command

_COMPILE: list[str | Path] = [
    PYTHON, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--no-emit-index-url", "--no-emit-find-links",
]  # fmt: skip
COMMANDS: dict[str, Sequence[Sequence[str | Path]]] = {
    "lock": [
        [*_COMPILE, "requirements.in", "-o", "requirements.txt"],
        # The second list repeats the first one's versions, so that the tests run on what is served.
        [*_COMPILE, "-c", "requirements.txt", "requirements-dev.in", "-o", "requirements-dev.txt"],
    ],
    "messages": [[PYTHON, "-m", "tools.messages"], [PYTHON, "manage.py", "check_messages"]],
    "screenshots": [[PYTHON, "-m", "tools.screenshots"]],
    "bench": [[PYTHON, "-m", "bench.pages"], [PYTHON, "-m", "bench.editors"]],
}


def main() -> int:
    with one_at_a_time():
        venv.ensure(venv.DEVELOPMENT)
        setup.compile_messages()
    name = sys.argv[1]
    environment = {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    for command in COMMANDS[name]:
        upgrade = ["--upgrade"] if name == "lock" and os.environ.get("UPGRADE") else []
        code = subprocess.run([*command, *upgrade], cwd=ROOT, env=environment, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    run_as_command(main)
