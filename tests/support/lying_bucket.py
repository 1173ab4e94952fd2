"""A proxy before an S3 server that lies on request: busy, cut short, a byte changed. For small files."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

import aiohttp
from aiohttp import web
from yarl import URL

from tests.support.buckets import Bucket

Lie = Literal["busy once", "always busy", "changed", "short"]


@dataclass
class Liar:
    """`asked` counts the requests."""

    behind: Bucket
    lie: Lie
    asked: int = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        if self.lie == "always busy" or (self.lie == "busy once" and self.asked == 1):
            return web.Response(status=503, text="<Error><Code>SlowDown</Code></Error>")
        url = URL(self.behind.endpoint + request.raw_path, encoded=True)
        async with (
            # The signature covers the Host header, so it goes on as it came.
            aiohttp.ClientSession(auto_decompress=False) as session,
            session.request(request.method, url, headers=request.headers, data=await request.read()) as got,
        ):
            return self._told(request.method, got, await got.read())

    def _told(self, method: str, got: aiohttp.ClientResponse, body: bytes) -> web.StreamResponse:
        headers = {name: value for name, value in got.headers.items() if name.lower() not in _OWN}
        if method == "HEAD":
            size = int(got.headers.get("Content-Length", "0"))
            told = size - 1 if self.lie == "short" and size else size
            return web.Response(status=got.status, headers={**headers, "Content-Length": str(told)})
        if method == "GET" and self.lie == "changed":
            body = body[:-1] + bytes([body[-1] ^ 1])
        return web.Response(status=got.status, headers=headers, body=body)


_OWN = {"content-length", "transfer-encoding", "connection", "date", "server"}


@asynccontextmanager
async def lying(behind: Bucket, lie: Lie) -> AsyncIterator[tuple[Bucket, Liar]]:
    """The same bucket, seen through the liar."""
    liar = Liar(behind, lie)
    app = web.Application(client_max_size=1 << 26)
    app.router.add_route("*", "/{path:.*}", liar.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield Bucket(f"http://127.0.0.1:{port}"), liar
    finally:
        await runner.cleanup()
