"""Papers made for staff: the packing slip and the dossier, put into the order's Cutr-only thread.

Drawing them is somebody else's work, handed in at composition.
A paper may be lost on its way; it can be asked for again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bots.outgoing import SendTrouble
from bots.slack import blocks
from bots.slack.troubles import SlackAway
from bots.slack.uploads import share, upload_path
from bots.texts import say
from core.chats import Audience, Place, PlaceState, Platform
from core.file_views import valid_slip
from core.files import SlipVersion
from core.ports import Store
from core.views import OrderView, order_view

if TYPE_CHECKING:
    from bots.slack.updates import Asking

MakeSlipPaper = Callable[[str], Awaitable[bytes | None]]
"""The PDF of the slip that counts for an order; None when it can't be drawn."""
MakeDossier = Callable[[str, Path, Audience], Awaitable[Sequence[Path]]]
"""Writes an order's dossier for its readers into a folder and returns the files made."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Who draws them; where nobody does, the asker is told."""

    make_slip: MakeSlipPaper | None = None
    make_dossier: MakeDossier | None = None

    async def slip(self, ask: Asking, order_id: str) -> None:
        """Put the slip that counts into the thread."""
        view, slip = await ask.room.database.read(lambda store: _slip(store, order_id))
        paper = await self.make_slip(order_id) if self.make_slip and slip else None
        if view is None or slip is None or paper is None:
            await _say(ask, say("slack-paper-failed"))
            return
        with tempfile.TemporaryDirectory(prefix="cutr-paper-") as folder:
            path = Path(folder) / say("slip-file", reference=_safe(view), version=str(slip.version))
            path.write_bytes(paper)
            words = say("slack-slip-made", reference=view.order.reference, version=str(slip.version),
                        count=slip.packages)  # fmt: skip
            await _put(ask, view, [path], words)

    async def dossier(self, ask: Asking, order_id: str, reader: Audience = Audience.CUTR_ONLY) -> None:
        """Put the dossier into the thread; the customer's form too, for staff to look at and hand on."""
        view = await ask.room.database.read(lambda store: order_view(store, order_id))
        with tempfile.TemporaryDirectory(prefix="cutr-dossier-") as folder:
            made = await self.make_dossier(order_id, Path(folder), reader) if self.make_dossier and view else []
            if view is None or not made:
                await _say(ask, say("slack-paper-failed"))
                return
            await _put(ask, view, made, say(f"slack-dossier-made-{reader}", reference=view.order.reference))


def _slip(store: Store, order_id: str) -> tuple[OrderView | None, SlipVersion | None]:
    return order_view(store, order_id), valid_slip(store, order_id)


def _safe(view: OrderView) -> str:
    return view.order.reference.replace("/", "_")


def thread_of(view: OrderView) -> Place | None:
    """The thread where staff and the partner, but not the customer, may read it."""
    place = view.place(Audience.CUTR_ONLY, Platform.SLACK)
    return place if place is not None and place.state is PlaceState.OPEN and place.thread else None


async def _put(ask: Asking, view: OrderView, paths: Sequence[Path], words: str) -> None:
    place, slack = thread_of(view), ask.room.slack
    if place is None:
        await _say(ask, say("slack-paper-no-thread", reference=view.order.reference))
        return
    try:
        await slack.channels.demand_inside(place.channel)
        uploaded = [await upload_path(slack, path, path.name) for path in paths]
        await share(slack, place, uploaded, words)
    except (SendTrouble, SlackAway):
        await _say(ask, say("slack-paper-failed"))


async def _say(ask: Asking, text: str) -> None:
    """Only for the asker, where they are; nowhere when that is no channel."""
    if ask.update.channel:
        await ask.room.slack.client.chat_postEphemeral(
            channel=ask.update.channel, user=ask.person.id, thread_ts=ask.update.thread or None,
            text=blocks.fallback(text),
        )  # fmt: skip
