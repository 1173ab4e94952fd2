"""The baselines, as their documentation shows them: a bare python-telegram-bot relay and a bare Bolt slash command.

They store nothing and lose what a crash takes; that is the point of comparing.
"""

from __future__ import annotations

import asyncio
import os
import sys

import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Update
from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

STRANGERS = os.environ.get("STRANGERS", "")


async def telegram_app() -> Starlette:
    """A webhook that hands each update to a handler, which posts it to Slack."""
    slack = AsyncWebClient("xoxb-benchmark", base_url=f"{STRANGERS}/api/")

    async def relay(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        message = update.effective_message
        if message is not None:
            await slack.chat_postMessage(channel="C0ORDERS", thread_ts="1900000000.000001", text=message.text or "")

    bot = ApplicationBuilder().token("7000001:benchmark-telegram-token").base_url(f"{STRANGERS}/bot").updater(None)
    application = bot.build()
    application.add_handler(MessageHandler(filters.TEXT, relay))
    await application.initialize()

    async def webhook(request: Request) -> Response:
        await application.process_update(Update.de_json(await request.json(), application.bot))
        return Response()

    return Starlette(routes=[Route("/telegram/webhook", webhook, methods=["POST"])])


async def slack_app() -> Starlette:
    """A slash command answered at once."""
    client = AsyncWebClient("xoxb-benchmark", base_url=f"{STRANGERS}/api/")
    app = AsyncApp(client=client, signing_secret=os.environ["SIGNING"], process_before_response=True)

    @app.command("/orders")
    async def orders(ack: object) -> None:
        await ack("No orders")  # type: ignore[operator]

    handler = AsyncSlackRequestHandler(app)

    async def events(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route("/slack/events", events, methods=["POST"])])


async def main(kind: str) -> None:
    app = await (telegram_app() if kind == "telegram" else slack_app())
    config = uvicorn.Config(app, port=int(os.environ["PORT"]), log_level="warning", access_log=False)
    await uvicorn.Server(config).serve()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
