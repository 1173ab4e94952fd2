"""The webhook's door: secret, size, JSON; then parse, commit, answer (decision 9). Speaking comes afterwards.

401  the secret is missing or wrong        nothing is read
413  more than 1 MB                        nothing is read
400  no JSON, or no update                 Telegram never sends that
503  the database is away                  Telegram sends it again, in order (platforms.md 2.2)
200  done, or kept aside under a reference: a poison update must not block its chat for a day (invariant I5)
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from datetime import datetime
from hmac import compare_digest
from typing import Any

from bots.telegram.account import TelegramAccount
from bots.telegram.listener import Listener
from bots.telegram.polling import poll
from bots.telegram.replies import Replies
from bots.telegram.turn import MakePaper, Room, UploadPage
from core.dispatch import Dispatcher
from core.ports import Database, StorageAway

Answer = tuple[int, dict[str, str], bytes]
MOST_BYTES = 1 << 20
_SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
_TRY_AGAIN_SECONDS = "2"


class TelegramDoor:
    """Everything from Telegram comes in here, by webhook or by polling, one update at a time per call."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        database: Database,
        telegram: TelegramAccount,
        clock: Callable[[], datetime],
        *,
        upload_page: UploadPage | None = None,
        make_slip: MakePaper | None = None,
    ) -> None:
        self._telegram = telegram
        replies = Replies(telegram, database, clock)
        self._listener = Listener(Room(dispatcher, database, telegram, replies, clock, upload_page, make_slip))

    async def handle_http(self, headers: Mapping[str, str], body: bytes) -> Answer:
        """Return status, headers and body of the answer; never raises."""
        given = next((value for name, value in headers.items() if name.lower() == _SECRET_HEADER), "")
        secret = self._telegram.webhook_secret
        if not secret or not compare_digest(given.encode(), secret.encode()):
            return 401, {}, b""
        if len(body) > MOST_BYTES:
            return 413, {}, b""
        try:
            payload = json.loads(body)
        except (ValueError, RecursionError):
            return 400, {}, b""
        if not isinstance(payload, dict) or not isinstance(payload.get("update_id"), int):
            return 400, {}, b""
        try:
            await self._listener.handle(payload)
        except StorageAway:
            return 503, {"Retry-After": _TRY_AGAIN_SECONDS}, b""
        return 200, {}, b""

    async def run_polling(self, stop: asyncio.Event) -> None:
        """Fetch updates until `stop` is set; each is confirmed only after its commit. Never raises."""
        await poll(self._telegram, self._listener.handle, stop)
        await self.settled()

    async def replay(self, payload: dict[str, Any]) -> None:
        """Handle again an update that was kept aside, and return once all is said. Raises `StorageAway`."""
        await self._listener.handle(payload)
        await self.settled()

    async def settled(self) -> None:
        """Return once everything that was to be said has been said."""
        await self._listener.settled()
