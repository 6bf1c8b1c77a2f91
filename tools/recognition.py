"""What reading scans needs of the system: tesseract and its Vietnamese."""

import os
import shutil
import subprocess


def needed() -> dict[str, bool]:
    """The packages, and whether each is there where the portal looks for programs of the system."""
    program = shutil.which("tesseract", path=os.defpath)
    return {
        "tesseract-ocr": program is not None,
        "tesseract-ocr-vie": program is not None and "vie" in _languages(program),
    }


def available() -> bool:
    return all(needed().values())


def _languages(program: str) -> list[str]:
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    return listed.stdout.split()
