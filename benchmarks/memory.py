"""Resident memory of each process after some work."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import aiohttp

from benchmarks.product import CUTR, Running, _with_path, environment, free_port, started
from benchmarks.report import Line
from benchmarks.stage import hook, orders_at_partners, said, slash
from benchmarks.strangers import strangers

MESSAGES = 200


async def _work(web: Running) -> None:
    async with aiohttp.ClientSession() as session:
        topics = await orders_at_partners(session, web, 4)
        for number in range(MESSAGES):
            await hook(session, web, said(topics[number % 4], f"message {number}"))
        for _ in range(20):
            await slash(session, web, "/orders")
        await asyncio.sleep(3)


def run(told: Callable[[Line], None]) -> None:
    """One line per process of the Procfile: megabytes."""
    with ExitStack() as stack, tempfile.TemporaryDirectory() as name:
        seen = stack.enter_context(strangers())
        folder, port = Path(name), free_port()
        env = _with_path(environment(seen.url, folder, port))
        subprocess.run([CUTR, "migrate"], env=env, check=True, capture_output=True, cwd=folder)
        url = f"http://127.0.0.1:{port}"
        web = stack.enter_context(started([CUTR, "web", "--port", str(port)], env, folder, url))
        worker = stack.enter_context(started([CUTR, "worker"], env, folder, ""))
        clock = stack.enter_context(started([CUTR, "clock"], env, folder, ""))
        asyncio.run(_work(web))
        for role, process in {"web": web, "worker": worker, "clock": clock}.items():
            told(Line(f"resident memory of cutr {role}, MB", process.resident_mb(), "at most", 150.0, sys.platform))
