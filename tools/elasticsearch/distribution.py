"""Elasticsearch's files: fetched once, checked, and kept in the cache with our plugin in them."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.project import Problem, cache_dir, log_path, run_quietly, say

VERSION = "8.19.8"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
SHA256 = "8d943e94cef02cbceb6e39cd00175bb04e5f882fa32783a473880b8691a54376"
JAVA = 17
PLUGIN = Path(__file__).resolve().parent / "plugin"
PLUGIN_NAME = "portal-analysis-names"


def needed() -> dict[str, bool]:
    """The system packages, and whether what they bring is there."""
    return {
        f"openjdk-{JAVA}-jdk-headless": java_home() is not None,
        "maven": shutil.which("mvn") is not None or ready(),
    }


def available() -> bool:
    return all(needed().values())


def java_home() -> Path | None:
    """A Java that can also compile: ``JAVA_HOME``, that of the PATH, or the oldest that is new enough."""
    on_path = shutil.which("javac")
    places = [
        *([Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []),
        *([Path(on_path).resolve().parent.parent] if on_path else []),
        *sorted(Path("/usr/lib/jvm").glob("java-*")),
    ]
    return next((place for place in places if (place / "bin" / "javac").exists() and _version(place) >= JAVA), None)


def _version(home: Path) -> int:
    """Of the Java in ``home``, as the file says that every one of them has."""
    try:
        found = re.search(r'^JAVA_VERSION="(\d+)', (home / "release").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(found[1]) if found else 0


def home() -> Path:
    return cache_dir() / f"elasticsearch-{VERSION}"


def ready() -> bool:
    return home().is_dir()


def ensure() -> Path:
    """The folder of Elasticsearch with our plugin as its sources are now.

    Raises:
        Problem: something that is needed is not installed, or the files cannot be had.
    """
    missing = [name for name, found in needed().items() if not found]
    if missing:
        raise Problem(
            f"Elasticsearch để thử cần {' và '.join(missing)}; hãy chạy lệnh sudo apt install {' '.join(missing)} rồi làm lại."
        )
    with _alone():
        if not ready():
            _fetch()
        _build_plugin()
    return home()


@contextmanager
def _alone() -> Iterator[None]:
    """Tests of several workers ask for it at once."""
    with (cache_dir() / "elasticsearch.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _fetch() -> None:
    say(f"Tải Elasticsearch {VERSION} để phát triển và kiểm tra (chỉ lần đầu, 98 MB)…")
    with tempfile.TemporaryDirectory(prefix="elasticsearch-new-", dir=cache_dir()) as name:
        folder = Path(name)
        failed = run_quietly([
            "mvn", "--batch-mode", "--no-transfer-progress", "dependency:copy", f"-Dartifact={ARTIFACT}",
            f"-DoutputDirectory={folder}",
        ])  # fmt: skip
        archive = folder / f"elasticsearch-{VERSION}.zip"
        if failed is not None or not archive.exists():
            raise Problem(
                f"Không tải được Elasticsearch {VERSION} từ Maven Central: hãy kiểm tra kết nối mạng rồi chạy lại "
                f"(chi tiết ở cuối tệp {log_path()})."
            )
        with archive.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        if digest != SHA256:
            raise Problem(f"Tệp Elasticsearch {VERSION} tải về không khớp mã băm đã ghi nên không được dùng.")
        unpacked = folder / "unpacked"
        _unpack(archive, unpacked)
        (unpacked / f"elasticsearch-{VERSION}").rename(home())


def _unpack(archive: Path, folder: Path) -> None:
    """With the rights that the archive gives, which Python's own way forgets; and readable for the user it runs as."""
    with zipfile.ZipFile(archive) as files:
        for member in files.infolist():
            written = Path(files.extract(member, folder))
            mode = (member.external_attr >> 16) & 0o777
            written.chmod(mode | (0o755 if member.is_dir() else 0o444))


def _build_plugin() -> None:
    """Compile the plugin, unless the one that is there was made from the same sources."""
    sources = sorted(PLUGIN.rglob("*.java"))
    descriptor = PLUGIN / "plugin-descriptor.properties"
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in (descriptor, *sources))).hexdigest()
    built = home() / "plugins" / PLUGIN_NAME
    jar = f"{digest[:16]}.jar"
    if (built / jar).exists():
        return
    with tempfile.TemporaryDirectory(prefix="plugin-new-", dir=cache_dir()) as name:
        classes, new = Path(name) / "classes", Path(name) / "plugin"
        _compile(sources, classes)
        new.mkdir()
        shutil.copy(descriptor, new)
        with zipfile.ZipFile(new / jar, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(classes.rglob("*.class")):
                archive.write(path, path.relative_to(classes))
        shutil.rmtree(built, ignore_errors=True)
        new.rename(built)


def _compile(sources: list[Path], folder: Path) -> None:
    java = java_home()
    if java is None:  # pragma: no cover - ``ensure`` has looked
        raise Problem("Chưa có Java.")
    done = subprocess.run(
        [java / "bin" / "javac", "--release", str(JAVA), "-encoding", "UTF-8", "-Xlint:all", "-Werror",
         "-cp", home() / "lib" / "*", "-d", folder, *sources],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Problem(f"Không biên dịch được phần bổ sung của Elasticsearch để thử: {done.stderr.strip()}")
