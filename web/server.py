"""The server that hands requests to the app."""

from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

_THREADS = 8
_LONGEST_WAIT = 30  # seconds for a client that sends or reads nothing
_LARGEST_HEADER = 32 * 1024  # bytes: room for a question of 2,000 characters, each written as %XX%XX%XX%XX


class Server:
    """A listening server; close it from another thread to end `run`."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        self._sockets: dict[int, Any] = {}
        self._server = create_server(
            app,
            map=self._sockets,
            host=host,
            port=port,
            threads=_THREADS,
            channel_timeout=_LONGEST_WAIT,
            max_request_header_size=_LARGEST_HEADER,
            ident=None,
            # Which proxies are believed is decided in one place, web.safety.proxies.
            clear_untrusted_proxy_headers=False,
        )

    @property
    def port(self) -> int:
        """The port that it listens on."""
        # A name such as localhost has several addresses; then waitress listens on each of them.
        several = getattr(self._server, "effective_listen", None)
        return int(several[0][1] if several else self._server.effective_port)

    def run(self) -> None:
        """Answer requests until closed or interrupted."""
        self._server.run()
        self._server.task_dispatcher.shutdown()

    def close(self) -> None:
        """Stop listening and answering, open connections included."""
        waker = next(held for held in self._sockets.values() if hasattr(held, "pull_trigger"))
        # Sockets are closed by the thread that waits for them; it ends when none is left. Under the lock, since another
        # wake-up could have it close the waker before this one has written to it.
        with waker.lock:
            waker.thunks.append(lambda: wasyncore.close_all(self._sockets, ignore_all=True))
            waker.pull_trigger()


def open_server(app: Flask, host: str, port: int) -> Server:
    """A server that listens already and answers once it is run; port 0 takes a free one."""
    return Server(app, host, port)
