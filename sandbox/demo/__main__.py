"""`cutr demo`: the whole product on this machine with its own Slack, Telegram and mail, and a page to play on."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bots.slack.manifest import manifest
from sandbox.serve import Served
from sandbox.town import Town, install, open_town
from sandbox.web import Hands, playground

if TYPE_CHECKING:
    from datetime import datetime

    from sandbox.demo.product import Product


class Later:
    """The product's hands, handed to the page before the product is up: the page is opened as soon as it can be."""

    def __init__(self) -> None:
        self.is_ready = asyncio.Event()
        self.product: Product | None = None

    async def ready(self) -> None:
        """Return once the samples are in."""
        await self.is_ready.wait()

    async def moved(self) -> None:
        """Tell the product that the clock was moved."""
        if self.product is not None:
            await self.product.moved()

    async def next_deadline(self) -> datetime | None:
        """When something is due next (UTC)."""
        return await self.product.next_deadline() if self.product is not None else None


async def run(port: int, *, samples: str, folder: Path, day: date | None) -> None:
    """Run until a signal comes or the product fails; prints the page's address first."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    later = Later()
    async with open_town(day) as town:
        menu = await install(town.slack, manifest("https://cutr.example"))
        hands = Hands(moved=later.moved, next_deadline=later.next_deadline, ready=later.ready)
        async with Served(playground(town.slack, town.telegram, town.mail, menu=menu, hands=hands), port=port) as page:
            print(f"Open {page.url}", flush=True)  # noqa: T201 - what the command is for
            playing = asyncio.create_task(_play(town, folder, later, stop, samples=samples))
            stopping = asyncio.create_task(stop.wait())
            await asyncio.wait({playing, stopping}, return_when=asyncio.FIRST_COMPLETED)
            stop.set()
            await playing
            await stopping


async def _play(town: Town, folder: Path, later: Later, stop: asyncio.Event, *, samples: str) -> None:
    # The page opens while these load.
    from sandbox.demo.product import running  # noqa: PLC0415
    from sandbox.demo.seed import seed  # noqa: PLC0415

    async with running(town, folder) as product:
        later.product = product
        if samples != "none":
            await seed(town, product)
        later.is_ready.set()
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait({stopping, product.serving}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser(prog="cutr demo", description="Everything on this machine; prints one address.")
    parser.add_argument("--port", type=int, default=0, help="port of the page; 0 (default) picks a free one")
    parser.add_argument(
        "--seed", choices=("sample", "none"), default="sample", help="sample people and orders, or none"
    )
    parser.add_argument(
        "--start",
        type=date.fromisoformat,
        help="the page's clock begins on the first Tuesday morning from this day on (YYYY-MM-DD); default: from now on",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cutr-demo-", ignore_cleanup_errors=True) as folder:
        try:
            asyncio.run(run(options.port, samples=options.seed, folder=Path(folder), day=options.start))
        except (OSError, OverflowError) as error:
            parser.exit(2, f"The demo can't run: {error}\n")


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
    sys.exit(0)
