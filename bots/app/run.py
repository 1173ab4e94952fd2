"""Runs the roles of a process side by side in one loop, until a signal or the first of them fails.

The same for `cutr web`, `worker`, `clock`, `run` and the demo.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import secrets
import signal
import socket
from collections.abc import Coroutine, Iterator
from itertools import chain, repeat
from typing import Any

import structlog
import uvicorn

from bots.app.parts import CLOCK, WEB, WORKER, Parts

log = structlog.get_logger("cutr.run")
GREETING_PAUSES_SECONDS = (1.0, 5.0, 30.0, 60.0)
STOP_SECONDS = 35.0
"""A send may take 30 seconds; what takes longer is found again as uncertain."""


class Server(uvicorn.Server):
    """uvicorn without its signal handlers: the process has its own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that port 0 is known before anybody is told the address. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    listener.listen(512)
    listener.setblocking(False)
    return listener


def address_of(listener: socket.socket) -> str:
    """The http address of a listening socket, with a loopback host where it listens everywhere."""
    host, port, *_ = listener.getsockname()
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, host)  # noqa: S104 - read, not bound
    return f"http://{host}:{port}"


async def serve(parts: Parts, stop: asyncio.Event, listener: socket.socket | None = None, *, run: bool = False) -> None:
    """Run the parts' roles until `stop` is set or one fails; then stop all, close the parts, raise what failed.

    `listener` is needed for the web role. With `run`, Slack comes over Socket Mode where there is an app token, and
    Telegram is polled where there is no public address (product.md "Processes and commands").
    """
    jobs = dict(_jobs(parts, stop, listener, run=run))
    tasks = {asyncio.create_task(job, name=name) for name, job in jobs.items()}
    stopping = asyncio.create_task(stop.wait(), name="stop")
    greeting = asyncio.create_task(_greet_until_heard(parts, run=run), name="greeting")
    try:
        await asyncio.wait({*tasks, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stop.set()
        greeting.cancel()
        _, late = await asyncio.wait(tasks, timeout=STOP_SECONDS)
        for task in (*late, stopping):
            task.cancel()
        await asyncio.gather(*tasks, stopping, greeting, return_exceptions=True)
        await parts.close()
    for task in tasks:
        if not task.cancelled() and (error := task.exception()) is not None:
            raise error


def _jobs(
    parts: Parts, stop: asyncio.Event, listener: socket.socket | None, *, run: bool
) -> Iterator[tuple[str, Coroutine[Any, Any, None]]]:
    if WEB in parts.roles:
        assert listener is not None, "the web role listens somewhere"
        yield "web", _run_web(parts, stop, listener)
        if parts.inbound is not None:
            yield "inbound", parts.inbound.run(stop)
        if run and parts.slack_door is not None and parts.settings.slack_app_token is not None:
            yield "slack-socket", parts.slack_door.run_socket_mode(stop)
        if run and parts.telegram_door is not None and parts.settings.cutr_public_url is None:
            yield "telegram-polling", parts.telegram_door.run_polling(stop)
    if WORKER in parts.roles:
        yield "worker", _run_worker(parts, stop)
    if CLOCK in parts.roles:
        from bots.app.clock import run_clock

        yield "clock", run_clock(parts, stop)


async def _greet_until_heard(parts: Parts, *, run: bool) -> None:
    """Tell Telegram at the start where to send and what can be typed; nothing waits for it, it is tried until heard."""
    if parts.telegram is None:
        return
    await parts.telegram.start()
    for seconds in chain(GREETING_PAUSES_SECONDS, repeat(GREETING_PAUSES_SECONDS[-1])):
        attempt = asyncio.create_task(_greet_telegram(parts, run=run))
        await asyncio.wait({attempt})
        error = attempt.exception()
        if error is None:
            return
        log.warning("run.greeting_failed", error=type(error).__name__)
        await asyncio.sleep(seconds)


async def _greet_telegram(parts: Parts, *, run: bool) -> None:
    telegram, settings = parts.telegram, parts.settings
    assert telegram is not None
    if WEB not in parts.roles:
        return
    if settings.cutr_public_url is not None and settings.telegram_webhook_secret is not None:
        await telegram.set_webhook(settings.cutr_public_url)
        log.info("telegram.webhook_set")
    elif not run:
        log.warning("telegram.no_public_url", advice="set CUTR_PUBLIC_URL, else Telegram does not know where to post")
    await telegram.set_menu()


async def _run_web(parts: Parts, stop: asyncio.Event, listener: socket.socket) -> None:
    from bots.app.web import web_app

    config = uvicorn.Config(
        web_app(parts), log_config=None, access_log=False, lifespan="off", server_header=False, proxy_headers=False,
        timeout_keep_alive=15, timeout_graceful_shutdown=10,
    )  # fmt: skip
    server = Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    log.info("web.listening", address=address_of(listener))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    stopping.cancel()
    await serving


async def _run_worker(parts: Parts, stop: asyncio.Event) -> None:
    await worker_of(parts).run(stop)


def worker_of(parts: Parts) -> Any:
    """The outbox worker over these parts; the demo may call its `drain`."""
    from bots.app.attempts import Attempts
    from bots.app.worker import Worker

    attempts = Attempts(parts.senders, parts.clock, random.SystemRandom().random)
    name = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(3)}"
    return Worker(parts.database, parts.dispatcher, attempts, parts.clock, name, parts.nudged)


def stop_on_signals(stop: asyncio.Event) -> None:
    """Let SIGTERM and SIGINT end the process in good order."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
