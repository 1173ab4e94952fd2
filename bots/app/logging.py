"""Log lines: JSON on stderr with a stable event key and ids, and a last gate that takes every secret out.

The gate sits in the handler's formatter, so that it sees what libraries log and what crashes print as well
(reliability.md T34, T35). Message bodies are never handed to a logger; that is the callers' duty.
"""

from __future__ import annotations

import base64
import json
import logging
import secrets as chance
import sys
import threading
from collections.abc import Iterable
from types import TracebackType
from typing import Final, TextIO
from urllib.parse import quote, quote_plus

import structlog

HIDDEN: Final = "[secret]"
# These tell addresses (Telegram's hold the token) or every request at INFO.
QUIET: Final = (
    "aiohttp",
    "alembic",
    "apscheduler",
    "asyncio",
    "httpcore",
    "httpx",
    "slack_bolt",
    "slack_sdk",
    "telegram",
    "uvicorn",
)
SHORTEST: Final = 4


class Gate:
    """Takes secrets out of a text in every form they are likely to take: raw, in an address, in JSON, in base64."""

    def __init__(self, secrets: Iterable[str]) -> None:
        forms = {form for secret in secrets for form in _forms(secret)}
        # Longest first: a short secret inside a longer one must not leave the rest of it standing.
        self._forms = sorted((form for form in forms if len(form) >= SHORTEST), key=len, reverse=True)

    def clean(self, text: str) -> str:
        """The text without any secret."""
        for form in self._forms:
            if form in text:
                text = text.replace(form, HIDDEN)
        return text


def _forms(secret: str) -> Iterable[str]:
    yield from (secret, quote(secret), quote(secret, safe=""), quote_plus(secret))
    yield from (json.dumps(secret)[1:-1], repr(secret)[1:-1])
    raw = secret.encode()
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for shift in range(3):
            yield _inner(encode(bytes(shift) + raw).decode(), shift)


def _inner(encoded: str, shift: int) -> str:
    """The part of a base64 text that stays the same whatever stands before and after the secret."""
    inner = encoded.rstrip("=")[(shift * 8 + 5) // 6 :]
    return inner[:-1] if len(inner) > 2 * SHORTEST else ""


class Formatter(structlog.stdlib.ProcessorFormatter):
    """One JSON object a line, cleaned as a whole."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(
            foreign_pre_chain=_STEPS,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
        )
        self._gate = gate

    def format(self, record: logging.LogRecord) -> str:
        return self._gate.clean(super().format(record))


_STEPS: list[structlog.types.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def start_logging(secrets: Iterable[str], stream: TextIO | None = None) -> Gate:
    """Send everything that is logged, and every crash, through one gate to `stream` (stderr); returns the gate."""
    gate = Gate(secrets)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(Formatter(gate))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        library = logging.getLogger(name)
        library.handlers.clear()
        library.propagate = True
        library.setLevel(logging.WARNING)
    logging.captureWarnings(capture=True)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_STEPS,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash
    return gate


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("cutr").critical("crashed", exc_info=(kind, error, trace))


def _log_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        _log_crash(crash.exc_type, crash.exc_value, crash.exc_traceback)


def new_reference() -> str:
    """A short name for one trace, to be told to the asker and found in the log."""
    return chance.token_hex(4).upper()
