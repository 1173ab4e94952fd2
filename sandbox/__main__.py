"""`cutr sandbox`: only the sandbox platforms and their page, for any bot to run against. Ctrl-C ends it."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
from pathlib import Path
from typing import Any

from sandbox.serve import Served
from sandbox.town import BOT_NAME, BOT_TOKEN, STAFF, Town, install, open_town
from sandbox.web import Hands, Menu, playground


async def run(port: int, manifest: dict[str, Any] | None, request_url: str) -> None:
    """Serve until a signal comes; prints the page's address first."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_town() as town:
        menu = await install(town.slack, manifest) if manifest else Menu(people=STAFF)
        await town.slack.configure_app(request_url=request_url)
        facts = _facts(town)
        page = playground(town.slack, town.telegram, town.mail, menu=menu, hands=Hands(links=facts))
        async with Served(page, port=port) as served:
            print(f"Open {served.url}", flush=True)  # noqa: T201 - what the command is for
            for name, value in facts.items():
                print(f"{name}={value}", flush=True)  # noqa: T201 - the same
            await stop.wait()


def _facts(town: Town) -> dict[str, str]:
    """What a bot needs, as environment variables by their usual names. The tokens open nothing but this sandbox."""
    app = town.slack.settings
    return {
        "SLACK_API_URL": f"{town.slack_url}/api/",
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_APP_TOKEN": app.app_token,
        "SLACK_SIGNING_SECRET": app.signing_secret,
        "SLACK_ORDERS_CHANNEL": town.orders_channel,
        "TELEGRAM_API_URL": town.telegram_url,
        "TELEGRAM_BOT_TOKEN": BOT_TOKEN,
        "TELEGRAM_BOT_NAME": BOT_NAME,
        "SMTP_URL": f"smtp://127.0.0.1:{town.mail_port}",
        "SLACK_CONTROL": f"{town.slack_url}/_control/",
        "TELEGRAM_CONTROL": f"{town.telegram_url}/_control/",
    }


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="cutr sandbox", description="A Slack, a Telegram and a mail box on loopback.")
    parser.add_argument("--port", type=int, default=0, help="port of the page; 0 (default) picks a free one")
    parser.add_argument("--manifest", type=Path, help="the Slack app's manifest (JSON): its commands, scopes, events")
    parser.add_argument("--slack-request-url", default="", help="where Slack sends events; without it, Socket Mode")
    options = parser.parse_args()
    try:
        manifest = json.loads(options.manifest.read_text("utf-8")) if options.manifest else None
    except (OSError, ValueError) as error:
        parser.error(f"--manifest can't be read: {error}")
    try:
        asyncio.run(run(options.port, manifest, options.slack_request_url))
    except (OSError, OverflowError) as error:
        parser.error(f"can't listen on port {options.port}: {error}")


if __name__ == "__main__":
    main()
