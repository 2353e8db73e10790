"""The server, over the loopback."""

import threading
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.web_examples import make_app, make_letter
from web.server import Server, open_server


@pytest.fixture
def server() -> Iterator[Server]:
    """A running server with one letter."""
    server = open_server(make_app((make_letter(), b"een brief")), "127.0.0.1", 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield server
    server.close()
    thread.join(5)


def test_it_answers(server: Server) -> None:
    """And does not tell what it is made of."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/health") as response:
        assert response.status == 200
        assert response.headers.get("Server") is None


def test_the_longest_question_fits_in_an_address(server: Server) -> None:
    """Two thousand characters, each four bytes and twelve characters in an address."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/?q={'%F0%9F%98%80' * 2000}") as response:
        assert response.status == 200


def test_an_endless_address_is_cut_off(server: Server) -> None:
    """A request that only grows is refused."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.putrequest("GET", "/?q=" + "a" * 100_000)
    connection.endheaders()
    assert connection.getresponse().status == 431
    connection.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_closing_ends_it_at_once(host: str) -> None:
    """Also while a browser keeps its connection open."""
    server = open_server(make_app((make_letter(), b"")), host, 0)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    connection = HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", "/health")
    assert connection.getresponse().read().startswith(b"{")
    server.close()
    thread.join(3)
    assert not thread.is_alive()
    connection.close()
