"""Keeps health checks out of the log: a studio that is not ready says so to whoever asks, not at every asking."""

import logging

PROBES = ("/healthz", "/readyz")


class NotProbes(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record is about something else than a health check."""
        path = getattr(getattr(record, "request", None), "path", "")
        return path not in PROBES or record.exc_info is not None
