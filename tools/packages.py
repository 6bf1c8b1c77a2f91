"""System packages: installed through apt where that is allowed, else named exactly."""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence

from tools.project import Problem, run_quietly, say


def missing(needed: Mapping[str, bool]) -> list[str]:
    """Names of the packages in ``needed`` whose check found nothing."""
    return [name for name, found in needed.items() if not found]


def install(names: Sequence[str], *, why: str) -> None:
    """Install ``names`` through apt.

    Raises:
        Problem: there is no apt, no right to use it, or it failed; the sentence names the packages.
    """
    command = f"sudo apt install {' '.join(names)}"
    prefix = _apt()
    if prefix is None:
        raise Problem(f"Thiếu gói hệ thống {', '.join(names)} {why}; hãy chạy lệnh {command} rồi làm lại.")
    say(f"Cài gói hệ thống {', '.join(names)} {why}…")
    arguments = [*prefix, "install", "-y", "--no-install-recommends", *names]
    if run_quietly(arguments) is None:
        return
    run_quietly([*prefix, "update"])
    if run_quietly(arguments) is not None:
        raise Problem(
            f"Không cài được gói hệ thống {', '.join(names)} {why}; hãy kiểm tra mạng và chạy lệnh {command}."
        )


def _apt() -> list[str] | None:
    """How apt-get is called here without asking for a password; None when it cannot be."""
    if not shutil.which("apt-get"):
        return None
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return quiet
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n", *quiet]
    return None
