"""The server that hands requests to the app."""

from flask import Flask
from waitress.server import create_server

_THREADS = 8
_LONGEST_WAIT = 30  # seconds for a client that sends or reads nothing
_LARGEST_HEADER = 32 * 1024  # bytes: room for a question of 2,000 characters, each written as %XX%XX%XX


def open_server(app: Flask, host: str, port: int) -> "Server":
    """A server that listens already and answers once it is run; port 0 takes a free one."""
    return Server(app, host, port)


class Server:
    """A listening server; close it from another thread to end `run`."""

    def __init__(self, app: Flask, host: str, port: int) -> None:
        self._server = create_server(
            app,
            host=host,
            port=port,
            threads=_THREADS,
            channel_timeout=_LONGEST_WAIT,
            max_request_header_size=_LARGEST_HEADER,
            ident=None,
        )

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return int(self._server.effective_port)

    def run(self) -> None:
        """Answer requests until closed or interrupted."""
        self._server.run()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()


def serve(app: Flask, host: str, port: int) -> None:
    """Serve until interrupted."""
    open_server(app, host, port).run()
