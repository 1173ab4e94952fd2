"""The dossier in Slack: by command and by button, for Cutr and in the customer's form, into the Cutr-only thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bots.slack.papers import Papers
from core.chats import Audience
from core.orders import Order
from tests.integration.slack.conftest import StaffRoom

CUTR_ONLY, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER


@dataclass
class Binder:
    """Writes a paper and an archive, and remembers for whom."""

    readers: list[Audience] = field(default_factory=list)

    async def __call__(self, order_id: str, folder: Path, reader: Audience) -> Sequence[Path]:
        self.readers.append(reader)
        paths = [folder / f"dossier-{reader}.pdf", folder / f"dossier-{reader}.zip"]
        for path in paths:
            path.write_bytes(b"%PDF-1.7 " + order_id.encode())
        return paths


@pytest.fixture
def binder(room: StaffRoom) -> Binder:
    made = Binder()
    room.door.room.papers = Papers(make_dossier=made)
    return made


def names_in(room: StaffRoom, order: Order, audience: Audience) -> list[str]:
    return [file["name"] for m in room.thread(order, audience) for file in m.get("files", ())]


async def put_into_thread(room: StaffRoom, order: Order) -> list[str]:
    """The names of what comes, once it has come: Slack shows files a moment after they were given."""
    await room.settle()
    return list(await room.slack.wait_for(lambda: names_in(room, order, CUTR_ONLY)))


async def test_the_command_puts_paper_and_archive_into_the_thread(room: StaffRoom, binder: Binder) -> None:
    order, _, _ = await room.assigned()
    await room.slack.slash("anna", "orders", "/order", "REF-1 dossier")
    assert await put_into_thread(room, order) == ["dossier-cutr_only.pdf", "dossier-cutr_only.zip"]
    assert names_in(room, order, SHARED) == []
    assert binder.readers == [CUTR_ONLY]


@pytest.mark.parametrize(("arg", "reader"), [("", CUTR_ONLY), ("customer", SHARED)])
async def test_the_buttons_give_either_form(room: StaffRoom, binder: Binder, arg: str, reader: Audience) -> None:
    order, _, _ = await room.assigned()
    root = room.thread(order, CUTR_ONLY)[0]
    action = f"dossier|{order.id}|{arg}" if arg else f"dossier|{order.id}"
    await room.slack.click("anna", room.channel, root["ts"], action)
    assert await put_into_thread(room, order) == [f"dossier-{reader}.pdf", f"dossier-{reader}.zip"]
    assert names_in(room, order, SHARED) == [], "staff look at it before a customer does"
    assert binder.readers == [reader]


async def test_an_unknown_order_has_none(room: StaffRoom, binder: Binder) -> None:
    await room.slack.slash("anna", "orders", "/order", "NONE-1 dossier")
    await room.settle()
    assert binder.readers == []
