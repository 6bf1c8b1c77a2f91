"""Servers for tests: a folder and ports of their own, gone afterwards, even when the tests are killed."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.elasticsearch.node import HOST, Node, who


@contextmanager
def temporary_server(**settings: str) -> Iterator[Node]:
    """A running node, alone in its cluster.

    Raises:
        Problem: it cannot be had, or does not start.
    """
    with _folder() as folder:
        node = Node(folder, {"discovery.type": "single-node", "transport.port": "0", **settings})
        try:
            node.start()
            yield node
        finally:
            node.stop()


@contextmanager
def temporary_cluster(nodes: int = 3, **settings: str) -> Iterator[Sequence[Node]]:
    """Nodes that found each other; any of them may be ended and started again.

    Raises:
        Problem: it cannot be had, or does not start.
    """
    ports = _free_ports(nodes)
    names = [f"node-{number}" for number in range(1, nodes + 1)]
    together = {
        "discovery.seed_hosts": ",".join(f"{HOST}:{port}" for port in ports),
        "cluster.initial_master_nodes": ",".join(names),
    }
    with _folder() as folder:
        made = [
            Node(folder / name, {"node.name": name, "transport.port": str(port), **together, **settings})
            for name, port in zip(names, ports, strict=True)
        ]
        try:
            _start_together(made)
            yield made
        finally:
            for node in made:
                node.stop()


def _start_together(nodes: Sequence[Node]) -> None:
    """None answers before most of them are there."""
    for node in nodes:
        node.begin()
    for node in nodes:
        node.wait_until_ready(nodes=len(nodes))


def _free_ports(count: int) -> list[int]:
    """Ports that nobody uses now: the nodes must know each other's before any of them runs."""
    sockets = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [int(opened.getsockname()[1]) for opened in sockets]
    for opened in sockets:
        opened.close()
    return ports


@contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="portal-es-"))
    user = who()
    if user:
        os.chown(folder, user["user"], user["group"])
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
