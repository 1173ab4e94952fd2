"""No secret leaves through the log, whatever form it takes."""

import base64
import io
import json
import logging
import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bots.app.logging import Gate, start_logging

TOKEN = '123456:AAbb-Cc/dd+EE"ff'


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level, sys.excepthook)
    yield io.StringIO()
    root.handlers[:], sys.excepthook = before[0], before[2]
    root.setLevel(before[1])
    structlog.reset_defaults()
    logging.captureWarnings(capture=False)


def test_every_form_of_a_secret_is_taken_out() -> None:
    gate = Gate([TOKEN])
    forms = [TOKEN, quote(TOKEN, safe=""), json.dumps(TOKEN), base64.b64encode(TOKEN.encode()).decode()]
    forms += [base64.urlsafe_b64encode(f"{pad}{TOKEN}:x".encode()).decode() for pad in ("", "u", "us", "use")]
    cleaned = [gate.clean(f"before {form} after") for form in forms]
    assert [text for text in cleaned if "[secret]" not in text] == []


@given(st.binary(max_size=9), st.text("abcXYZ019-_", min_size=12, max_size=40), st.binary(max_size=9))
def test_base64_around_a_secret_never_gives_it_back(before: bytes, secret: str, after: bytes) -> None:
    encoded = base64.b64encode(before + secret.encode() + after).decode()
    assert "[secret]" in Gate([secret]).clean(encoded)


def test_lines_are_json_with_an_event_and_without_secrets(stream: io.StringIO) -> None:
    start_logging([TOKEN], stream)
    structlog.get_logger("cutr.t").info("worker.settled", posting="p1", address=f"https://x/bot{TOKEN}/getMe")
    logging.getLogger("httpx").warning("HTTP Request: POST https://x/bot%s/getMe", TOKEN)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["event"] for line in lines] == ["worker.settled", "HTTP Request: POST https://x/bot[secret]/getMe"]
    assert lines[0]["posting"] == "p1"
    assert TOKEN not in stream.getvalue()


def test_libraries_do_not_tell_every_request(stream: io.StringIO) -> None:
    start_logging([], stream)
    for name in ("httpx", "aiohttp.access", "uvicorn.access", "slack_sdk", "telegram"):
        logging.getLogger(name).info("GET /bot1:secret/x")
    assert stream.getvalue() == ""


def test_a_crash_is_logged_clean(stream: io.StringIO) -> None:
    start_logging([TOKEN], stream)
    try:
        raise RuntimeError(f"cannot reach https://x/bot{TOKEN}/getMe")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    told = stream.getvalue()
    assert json.loads(told)["event"] == "crashed"
    assert "cannot reach" in told
    assert "AAbb" not in told
