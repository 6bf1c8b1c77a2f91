"""One node of Elasticsearch: its folder, its process, and what can be done to it."""

import http.client
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

from tools.elasticsearch import distribution
from tools.project import Problem
from tools.unprivileged import Identity, identity

HOST = "127.0.0.1"
START_SECONDS = 90.0
STOP_SECONDS = 30.0
HEAP = "512m"
#: For one machine and no secrets: only this machine reaches it, and its disk may be as full as a developer's is.
SETTINGS = {
    "network.host": HOST,
    "xpack.security.enabled": "false",
    "node.portsfile": "true",
    "cluster.routing.allocation.disk.threshold_enabled": "false",
}
#: Options of the distribution that would fill the folder with logs and dumps of memory.
UNWANTED = ("-Xlog", "-XX:+HeapDump", "-XX:ErrorFile")
#: Java's first compiler alone: up in half the time, slower at what takes minutes.
QUICK_START = "-XX:TieredStopAtLevel=1"


def who() -> Identity:
    """Elasticsearch refuses to run as root."""
    return identity(("elasticsearch", "nobody"), "Elasticsearch")


class Node:
    """A node whose configuration, data and logs are in ``folder``; it chooses its ports unless ``settings`` do."""

    def __init__(self, folder: Path, settings: Mapping[str, str], *, short_lived: bool = True) -> None:
        self.folder = folder
        self.settings = {**SETTINGS, "http.port": "0", **settings}
        self.short_lived = short_lived
        self.process: subprocess.Popen[bytes] | None = None
        self.who = who()

    @property
    def address(self) -> tuple[str, int]:
        """Where it answers; known when it has started."""
        host, _, port = self._ports("http").rpartition(":")
        return host, int(port)

    @property
    def url(self) -> str:
        host, port = self.address
        return f"http://{host}:{port}"

    @property
    def pid(self) -> int:
        """Of the server itself; the program that was started only watches over it."""
        return int((self.folder / "pid").read_text())

    @property
    def log(self) -> Path:
        return self.folder / "output.log"

    def start(self) -> None:
        """Start it and wait until it answers.

        Raises:
            Problem: it does not start.
        """
        self.begin()
        self.wait_until_ready()

    def begin(self, *, tied: bool = True) -> None:
        """Start it, and go on at once; ``tied``: it ends with the process that started it."""
        home = self._configure()
        command: list[str | Path] = [home / "bin" / "elasticsearch", "--pidfile", self.folder / "pid"]
        if tied and shutil.which("setpriv"):
            command = ["setpriv", "--pdeathsig", "TERM", "--", *command]
        (self.folder / "pid").unlink(missing_ok=True)
        for ports in (self.folder / "logs").glob("*.ports"):
            ports.unlink()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, env=self._environment(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, **self.who,
            )  # fmt: skip

    def _configure(self) -> Path:
        """Write the configuration; the folder of the programs as the node's user reaches them."""
        home = distribution.ensure()
        config = self.folder / "config"
        for made in (config, self.folder / "data", self.folder / "logs", self.folder / "tmp"):
            made.mkdir(parents=True, exist_ok=True)
        shutil.copy(home / "config" / "log4j2.properties", config)
        options = (home / "config" / "jvm.options").read_text().splitlines()
        kept = [line for line in options if not any(unwanted in line for unwanted in UNWANTED)]
        own = [f"-Xms{HEAP}", f"-Xmx{HEAP}", *([QUICK_START] if self.short_lived else [])]
        (config / "jvm.options").write_text("\n".join([*kept, *own, ""]))
        paths = {"path.data": str(self.folder / "data"), "path.logs": str(self.folder / "logs")}
        lines = [f"{name}: {json.dumps(value)}\n" for name, value in {**paths, **self.settings}.items()]
        (config / "elasticsearch.yml").write_text("".join(lines))
        if self.who and not reachable(home):
            home = _copy(home, self.folder / "home")
        if self.who:
            for path in (self.folder, *self.folder.rglob("*")):
                if path.is_relative_to(self.folder / "home"):
                    continue
                os.chown(path, self.who["user"], self.who["group"])
        return home

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "HOME": str(self.folder),
            "ES_JAVA_HOME": str(distribution.java_home()),
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_TMPDIR": str(self.folder / "tmp"),
            "CLI_JAVA_OPTS": "-Xmx64m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        }

    def _ports(self, kind: str) -> str:
        """Address by the file that the node writes: it chooses its ports itself."""
        return (self.folder / "logs" / f"{kind}.ports").read_text().splitlines()[0]

    def wait_until_ready(self, nodes: int = 1) -> None:
        """Until its cluster has a master and so many nodes.

        Raises:
            Problem: it ended, or the patience did.
        """
        deadline = time.monotonic() + START_SECONDS
        while not self.answers(nodes):
            ended = self.process is not None and self.process.poll() is not None
            if ended or time.monotonic() > deadline:
                self.stop()
                end = "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])
                raise Problem(f"Elasticsearch thử không khởi động được; nhật ký {self.log} kết thúc bằng:\n{end}")
            time.sleep(0.1)

    def answers(self, nodes: int = 1) -> bool:
        try:
            host, port = self.address
        except (OSError, IndexError, ValueError):
            return False
        return has_nodes(host, port, nodes)

    def running(self) -> int | None:
        """The process of its file, if that is a server of this folder (numbers of processes are used again)."""
        with suppress(OSError, ValueError):
            if self.is_server(self.pid):
                return self.pid
        return None

    def is_server(self, pid: int) -> bool:
        try:
            return bytes(self.folder / "tmp") in Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return False

    def kill(self) -> None:
        """As when the power fails."""
        self._signal(signal.SIGKILL)
        self._wait()

    def freeze(self) -> None:
        """It takes connections and does not answer."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def stop(self) -> None:
        """End it in order, and by force when it does not."""
        if self.process is None:
            return
        self.thaw()
        self.process.send_signal(signal.SIGTERM)
        self._wait()

    def _signal(self, number: int) -> None:
        with suppress(OSError, ValueError):
            os.kill(self.pid, number)

    def _wait(self) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._signal(signal.SIGKILL)
            self.process.kill()
            self.process.wait()
        self.process = None


def has_nodes(host: str, port: int, count: int = 1) -> bool:
    """A cluster of at least so many nodes answers there, and has what it must have."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/_cluster/health")
        answer = connection.getresponse()
        said = json.loads(answer.read())
        return answer.status == HTTPStatus.OK and said["status"] != "red" and said["number_of_nodes"] >= count
    except (OSError, ValueError, KeyError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def reachable(path: Path) -> bool:
    """Every folder above lets everybody through."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _copy(home: Path, place: Path) -> Path:
    """The programs where the node's user may go; without copying a byte where both are on one disk."""

    def link(source: str, target: str) -> str:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
        return target

    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(home, place, copy_function=link)
    return place
