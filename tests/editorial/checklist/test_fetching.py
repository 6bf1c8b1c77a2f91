"""Addresses are tried without ever reaching a private network, within a deadline, reading nothing but the head."""

import ipaddress
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.editorial.checklist.fetching import Refused, Unreachable, is_public, status_of, target_of

PRIVATE = [
    *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1"),
    *("240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1"),
    *("::1", "::", "fc00::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1"),
    *(
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ),
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_no_open_network_is_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "113.160.92.202", "2405:4800::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_open_internet_is_public(address):
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_into_version_six_changes_nothing(address):
    mapped = ipaddress.IPv6Address(f"::ffff:{address}")
    assert is_public(mapped) == is_public(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "[::1]", "localhost", "[::ffff:127.0.0.1]", "2130706433", "127.1"])
def test_nothing_private_is_asked_however_it_is_written(address, server):
    with pytest.raises((Refused, Unreachable)):
        status_of(f"http://{address}/")
    assert server.asked == []


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://example.vn/", "file:///etc/passwd", "javascript:alert(1)", "//example.vn/", "http://", "http:///x"),
        *("http://a:b@example.vn/", "http://example.vn:22/", "http://example.vn:99999/", "http://[::1", ""),
        "http://" + "a" * 300 + ".vn/",
    ],
)
def test_what_is_no_plain_address_of_http_is_refused(url):
    with pytest.raises(Refused):
        target_of(url)


def test_a_name_and_a_path_in_vietnamese_are_written_for_machines():
    target = target_of("https://tỉnhuỷ.vn/tin tức?q=đ")
    assert target.host.startswith("xn--")
    assert target.path == "/tin%20t%E1%BB%A9c?q=%C4%91"


def test_no_line_of_its_own_gets_into_the_request():
    assert "\r" not in target_of("http://example.vn/a\r\nHost: trong.vn").path


class Server:
    """Answers each connection with the next of ``answers``; a number among the parts is a pause in seconds."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.answers: list[list[bytes | float]] = []
        self.asked: list[bytes] = []
        threading.Thread(target=self.run, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/bai"

    def run(self) -> None:
        while True:
            try:
                connection, _address = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(connection,), daemon=True).start()

    def answer(self, connection: socket.socket) -> None:
        with connection:
            self.asked.append(connection.recv(4096))
            try:
                for part in self.answers.pop(0) if self.answers else []:
                    if isinstance(part, bytes):
                        connection.sendall(part)
                    else:
                        time.sleep(part)
            except OSError:
                return


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.listening.close()


def ask(server: Server, url: str = "", seconds: float = 8.0) -> int:
    """As the task does, but of this machine."""
    return status_of(url or server.url, allowed=lambda address: True, ports=frozenset({server.port}), seconds=seconds)


def head(status: str, *lines: str) -> bytes:
    return ("\r\n".join((f"HTTP/1.1 {status}", *lines)) + "\r\n\r\n").encode()


def test_the_status_is_what_the_server_says(server):
    server.answers = [[head("404 Not Found")]]
    assert ask(server) == 404
    assert server.asked[0].startswith(b"GET /bai HTTP/1.1\r\nHost: 127.0.0.1")


def test_a_redirect_is_followed(server):
    server.answers = [[head("302 Found", "Location: /khac")], [head("200 OK")]]
    assert ask(server) == 200
    assert server.asked[1].startswith(b"GET /khac ")


def test_a_redirect_into_a_private_network_is_refused(server):
    server.answers = [[head("302 Found", f"Location: http://127.0.0.2:{server.port}/trong")]]
    only_this = ipaddress.ip_address("127.0.0.1")
    with pytest.raises(Refused):
        status_of(server.url, allowed=lambda address: address == only_this, ports=frozenset({server.port}))
    assert len(server.asked) == 1


def test_redirects_end(server):
    server.answers = [[head("302 Found", "Location: /bai")] for _ in range(20)]
    with pytest.raises(Unreachable):
        ask(server)
    assert len(server.asked) < 8


def test_an_endless_head_is_not_read_to_its_end(server):
    server.answers = [[b"HTTP/1.1 200 OK\r\n", *[b"X: " + b"a" * 4000 + b"\r\n"] * 50]]
    assert ask(server) == 200


def test_a_server_that_drips_is_left_at_the_deadline(server):
    """Each drop comes in time; after four seconds it would have been an answer."""
    server.answers = [[b"HTTP/1.1 200 OK\r\n", *[part for _ in range(40) for part in (0.1, b"X: y\r\n")]]]
    with pytest.raises(Unreachable):
        ask(server, seconds=0.5)


@pytest.mark.parametrize("said", [b"SSH-2.0-OpenSSH\r\n", b"", b"HTTP/1.1 abc\r\n\r\n"])
def test_what_does_not_speak_http_does_not_answer(server, said):
    server.answers = [[said]]
    with pytest.raises(Unreachable):
        ask(server)


def test_nobody_there_is_no_answer(server):
    port = server.port
    server.listening.close()
    with pytest.raises(Unreachable):
        status_of(f"http://127.0.0.1:{port}/", allowed=lambda address: True, ports=frozenset({port}), seconds=2)
