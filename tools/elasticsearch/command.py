"""``make elasticsearch`` and ``make elasticsearch-stop``: one server for development, kept until it is stopped."""

import hashlib
import os
import signal
import socket
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from tools import packages
from tools.elasticsearch import distribution
from tools.elasticsearch.node import HOST, STOP_SECONDS, Node, reachable, who
from tools.project import Problem, one_at_a_time, run_as_command, say, var_dir

PORT = 9200


def server() -> Node:
    """The server of this data folder."""
    port = os.environ.get("ELASTICSEARCH_PORT") or str(PORT)
    if not port.isdecimal():
        raise Problem(f"ELASTICSEARCH_PORT phải là một số, không phải “{port}”.")
    settings = {"discovery.type": "single-node", "http.port": port, "transport.port": "0", "cluster.name": "portal"}
    return Node(_folder(), settings, short_lived=False)


def _folder() -> Path:
    """In the data folder; where the user that Elasticsearch runs as may not go there, among the temporary files."""
    folder = var_dir().resolve() / "elasticsearch"
    if who() and not reachable(var_dir().resolve()):
        folder = Path(tempfile.gettempdir()) / f"portal-elasticsearch-{hashlib.sha256(bytes(folder)).hexdigest()[:12]}"
    return folder


def start() -> None:
    node = server()
    if node.running() is None:
        _require_free(int(node.settings["http.port"]))
        missing = packages.missing(distribution.needed())
        if missing:
            packages.install(missing, why="để chạy Elasticsearch thử")
        say("Khởi động Elasticsearch thử…")
        node.begin(tied=False)
    node.wait_until_ready()
    print(node.url)


def stop() -> None:
    node = server()
    pid = node.running()
    if pid is None:
        say("Elasticsearch thử không chạy.")
        return
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while node.is_server(pid):  # it takes its file away long before it ends
        if time.monotonic() > deadline:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        time.sleep(0.1)
    say("Đã dừng Elasticsearch thử.")


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise Problem(
                f"Cổng {port} đang có chương trình khác dùng; hãy chọn cổng khác: make elasticsearch ELASTICSEARCH_PORT={port + 1}"
            ) from None


def main() -> None:
    with one_at_a_time():
        stop() if sys.argv[1:] == ["stop"] else start()


if __name__ == "__main__":
    run_as_command(main)
