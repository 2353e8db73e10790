"""Counts and times for Prometheus, of one app; nothing in them says who asked, or what."""

import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

from index.errors import IndexProblem
from web.services import Library

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 10.0)
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


class Metrics:
    """Watches every request, and knows what is searched at the moment."""

    def __init__(self, library: Library) -> None:
        self._registry = CollectorRegistry()
        self._registry.register(_Searched(library))
        ProcessCollector(registry=self._registry)
        self._requests = Counter(
            "vraagbaak_requests", "Requests answered.", ("endpoint", "method", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "vraagbaak_request_seconds",
            "Seconds before an answer begins.",
            ("endpoint",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._actions = Counter(
            "vraagbaak_actions",
            "What people and programs did, as the audit log calls it.",
            ("action",),
            registry=self._registry,
        )

    def watch(self, app: Flask) -> None:
        """Have the app count its requests."""

        @app.before_request
        def begin() -> None:
            g.begun = time.perf_counter()

        @app.after_request
        def count(response: Response) -> Response:
            endpoint = request.endpoint or "none"
            # Each method that somebody makes up would be a series of its own.
            method = request.method if request.method in _METHODS else "other"
            self._requests.labels(endpoint, method, str(response.status_code)).inc()
            if "begun" in g:
                self._seconds.labels(endpoint).observe(time.perf_counter() - g.begun)
            for action in g.get("actions", ()):
                self._actions.labels(action).inc()
            return response

    def exposed(self) -> Response:
        """All of it, in Prometheus' text format."""
        return Response(generate_latest(self._registry), content_type=CONTENT_TYPE_LATEST)


class _Searched(Collector):
    """The generation in force, looked at when asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def collect(self) -> list[Metric]:
        try:
            generation = self._library.current()
        except IndexProblem:
            return [_gauge("vraagbaak_up", "Whether questions can be answered.", 0)]
        passages = generation.info.manifest.chunk_count
        degraded = 1 if self._library.problems else 0
        return [
            _gauge("vraagbaak_up", "Whether questions can be answered.", 1),
            _gauge("vraagbaak_degraded", "Whether an older generation serves than the newest.", degraded),
            _gauge("vraagbaak_generation", "The number of the generation in force.", generation.info.number),
            _gauge("vraagbaak_letters", "Letters that are searched.", len(generation.letters)),
            _gauge("vraagbaak_passages", "Passages that are searched.", passages),
        ]


def _gauge(name: str, text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, text, value=value)
