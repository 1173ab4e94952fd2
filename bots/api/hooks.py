"""Webhooks on their way to Cutr's platform: one signed POST per event, and what its answer means.

Signed after the Standard Webhooks specification, version 1 (`webhook-id`, `webhook-timestamp`, `webhook-signature`).
What is sent, in which order, and for how long it is tried, is decided in `core.handlers.hooks` and by the worker.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp

from bots.outgoing import SendLater, SendRefused, Sent
from core.parcels import Parcel

SECONDS: Final = 10.0
"""For one request with everything; a receiver that needs longer should answer first and work afterwards."""
CONNECTIONS: Final = 16
LONGEST_REST_SECONDS: Final = 6 * 3600.0
"""However long a receiver asks to be left alone: an event is given up after a day."""
FIRST_PAUSE_SECONDS: Final = 5.0


@dataclass(slots=True)
class HookSender:
    """`bots.outgoing.Sender` for `Platform.HOOK`. `secrets` are `whsec_…`, the present one and those it replaces.

    `clock` gives the instant (UTC). Redirects are not followed and no answer's body is read.
    """

    url: str
    secrets: tuple[str, ...] = field(repr=False)
    clock: Callable[[], datetime]
    _session: aiohttp.ClientSession | None = None

    async def send(self, parcel: Parcel) -> Sent:
        """Post it once. Raises `SendLater` and, when the address is gone for good, `SendRefused`."""
        posting = parcel.posting
        body = json.dumps({"id": posting.id, **posting.body}, ensure_ascii=False, separators=(",", ":")).encode()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "cutr-webhooks/1",
            **signed(posting.id, body, self.clock(), self.secrets),
        }
        try:
            async with self._open().post(self.url, data=body, headers=headers, allow_redirects=False) as answer:
                status, told = answer.status, answer.headers
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            # Nobody knows whether it arrived, and nobody needs to: the same id is the same event.
            raise SendLater(FIRST_PAUSE_SECONDS, type(error).__name__) from None
        return self._judged(status, told)

    async def look_up(self, parcel: Parcel) -> Sent | None:  # noqa: ARG002 - as the port asks
        """Nothing can be asked of the receiver: it is sent again under the same id."""
        return None

    async def close(self) -> None:
        """Hang up."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _judged(self, status: int, headers: Mapping[str, str]) -> Sent:
        if 200 <= status < 300:
            return Sent()
        if status == 410:
            raise SendRefused("HTTP 410", breaks_place=True)
        rest = rest_seconds(headers.get("Retry-After"), self.clock()) if status in {429, 503} else None
        if rest is None:
            raise SendLater(FIRST_PAUSE_SECONDS, f"HTTP {status}")
        raise SendLater(rest, f"HTTP {status}", platform_wide=True)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS),
                timeout=aiohttp.ClientTimeout(total=SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
            )
        return self._session


def signed(hook_id: str, body: bytes, at: datetime, secrets: tuple[str, ...]) -> dict[str, str]:
    """The three headers: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`, once per secret."""
    timestamp = str(int(at.timestamp()))
    content = b".".join((hook_id.encode(), timestamp.encode(), body))
    macs = (hmac.digest(base64.b64decode(one.removeprefix("whsec_")), content, hashlib.sha256) for one in secrets)
    signature = " ".join(f"v1,{base64.b64encode(mac).decode()}" for mac in macs)
    return {"webhook-id": hook_id, "webhook-timestamp": timestamp, "webhook-signature": signature}


def rest_seconds(told: str | None, now: datetime) -> float | None:
    """How long to wait by a `Retry-After` of seconds or of a date (RFC 9110 10.2.3); None when it says nothing."""
    text = (told or "").strip()
    if text.isascii() and text.isdigit():
        return _bounded(float(text[:9]))
    try:
        until = parsedate_to_datetime(text)
    except (TypeError, ValueError, OverflowError):
        return None
    # A date without a zone is UTC by RFC 9110.
    return _bounded(((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds())


def _bounded(seconds: float) -> float:
    return min(max(seconds, 1.0), LONGEST_REST_SECONDS)
