"""Logs: one JSON object a line, opaque ids and codes only, our own lines and the SDK's alike."""

import logging
import sys
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from activities.errors import place_of


def write_logs(to: TextIO = sys.stderr, level: int = logging.INFO) -> None:
    """Set up logging for a process; to be called once, at its start."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        without_exception_text,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(ensure_ascii=False)],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(to),
        cache_logger_on_first_use=False,
    )
    foreign = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(to)
    handler.setFormatter(foreign)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(max(level, logging.WARNING))


def without_exception_text(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace an exception by its class and the place where it was raised: its text may hold what was handled."""
    error = event.pop("exc_info", None)
    record: logging.LogRecord | None = event.get("_record")
    if record is not None:
        error = error or record.exc_info
        record.exc_info = record.exc_text = None
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        event["error"] = type(error).__qualname__
        event["at"] = place_of(error)
    return event
