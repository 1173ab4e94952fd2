"""Webhook delivery: FIFO inside a queue, parallel across queues, with the real server's retries (`platforms.md 2.2`).

Retry waits are real seconds times `pace`; expiry is on the sandbox clock.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

import httpx

from sandbox.telegram.args import Args
from sandbox.telegram.inbox import PendingUpdate
from sandbox.telegram.world import Bot, Webhook, World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
MAX_RETRY_AFTER = 3600
READ_SECONDS = 60.0
GONE_SECONDS = 23 * 3600
Reply = Callable[[Bot, str, Args], Awaitable[object]]


class WebhookDelivery:
    """The deliverer of one bot; `pace` scales the waits between retries (1.0 is real time)."""

    def __init__(self, world: World, bot: Bot, reply: Reply, pace: float) -> None:
        self._world = world
        self._bot = bot
        self._reply = reply
        self.pace = pace
        self._client = httpx.AsyncClient(timeout=READ_SECONDS, follow_redirects=False, trust_env=False)
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._open = asyncio.Semaphore(40)
        self._connections = 40
        self._nudge = asyncio.Event()

    def kick(self) -> None:
        """Start a lane for every queue that has something to deliver; no-op while polling."""
        hook = self._bot.webhook
        if hook is None:
            return
        if hook.max_connections != self._connections:
            self._connections = hook.max_connections
            self._open = asyncio.Semaphore(hook.max_connections)
        for queue in {update.queue for update in self._bot.inbox.live()} - set(self._lanes):
            self._lanes[queue] = asyncio.get_running_loop().create_task(self._run(queue))

    def retry_now(self) -> None:
        """End every wait before a retry."""
        self._nudge.set()
        self._nudge = asyncio.Event()

    async def stop(self) -> None:
        """Stop all lanes."""
        for lane in list(self._lanes.values()):
            lane.cancel()
        await asyncio.gather(*self._lanes.values(), return_exceptions=True)
        await self._client.aclose()

    async def _run(self, queue: str) -> None:
        failures = 0
        try:
            while self._bot.webhook is not None:
                update = next((one for one in self._bot.inbox.live() if one.queue == queue), None)
                if update is None:
                    return
                hook = self._bot.webhook
                answer = await self._post(hook, update)
                if answer is not None and answer.is_success:
                    failures = 0
                    self._bot.inbox.done(update)
                    self._world.changed()
                    await self._take_reply(answer)
                    continue
                failures += 1
                await self._wait(hook, update, answer, failures)
        finally:
            self._lanes.pop(queue, None)

    async def _post(self, hook: Webhook, update: PendingUpdate) -> httpx.Response | None:
        headers = {SECRET_HEADER: hook.secret} if hook.secret else {}
        async with self._open:
            try:
                answer = await self._client.post(hook.url, json=update.as_json(), headers=headers)
            except httpx.HTTPError as error:
                self._note(hook, f"Connection failed: {type(error).__name__}")
                return None
        if not answer.is_success:
            self._note(hook, f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}")
        return answer

    def _note(self, hook: Webhook, text: str) -> None:
        hook.last_error, hook.last_error_at = text, int(self._world.clock.time())
        self._world.changed()

    async def _wait(self, hook: Webhook, update: PendingUpdate, answer: httpx.Response | None, failures: int) -> None:
        delay = min(float(2 ** (failures - 1)), random.uniform(60, 120))  # noqa: S311 - no secret, the server's jitter
        if answer is not None:
            asked = answer.headers.get("retry-after", "")
            delay = float(min(int(asked), MAX_RETRY_AFTER)) if asked.isdigit() else delay
            self._note_gone(hook, answer.status_code)
        if self._world.clock.time() + delay > update.expires_at:
            self._bot.inbox.discard(update)
            return
        nudge = self._nudge
        try:
            async with asyncio.timeout(delay * self.pace):
                await nudge.wait()
        except TimeoutError:
            return

    def _note_gone(self, hook: Webhook, status: int) -> None:
        now = self._world.clock.time()
        hook.gone_since = (hook.gone_since or now) if status == 410 else None
        if hook.gone_since is not None and now - hook.gone_since > GONE_SECONDS:
            self._bot.webhook = None

    async def _take_reply(self, answer: httpx.Response) -> None:
        """A method call in the body of the 200 is carried out; its result is seen by nobody."""
        kind = answer.headers.get("content-type", "")
        values: dict[str, object] = {}
        if kind.startswith("application/json"):
            try:
                body = answer.json()
            except ValueError:
                return
            values = body if isinstance(body, dict) else {}
        elif kind.startswith("application/x-www-form-urlencoded"):
            values = dict(parse_qsl(answer.text))
        method = values.pop("method", None)
        if isinstance(method, str):
            await self._reply(self._bot, method, Args(values))
