"""Headers that every response carries, so that a letter or a question can never act as a program."""

from flask import Flask, Response

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# A file that people hand out is theirs, not ours: a browser may keep it but never run anything in it.
_FILE_POLICY = "default-src 'none'; sandbox"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def set_headers(app: Flask) -> None:
    """Have the app add the headers to every response that did not choose stricter ones."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in _ALWAYS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        if "Cache-Control" not in response.headers:
            # Questions and letters may be confidential: nothing of them stays behind in a shared cache.
            response.headers["Cache-Control"] = "private, no-cache"
        return response


def as_download(response: Response) -> Response:
    """Seal a response that holds a file as it was ingested."""
    response.headers["Content-Security-Policy"] = _FILE_POLICY
    response.headers["Cache-Control"] = "private, max-age=0, must-revalidate"
    return response
