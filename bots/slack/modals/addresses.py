"""The modal in which staff give somebody another mail address, after theirs was refused."""

from __future__ import annotations

from bots.slack import blocks
from bots.slack.modals.frame import Json, Meta, Values, ask_for, line, modal
from bots.slack.updates import Asking
from bots.texts import say
from core.chats import PlaceKind
from core.commands import ChangeAddress
from core.refusals import UnknownThing


async def address(ask: Asking, place_id: str, meta: Meta) -> Json:
    """The form for one mailbox. Raises `UnknownThing`."""
    place = await ask.room.database.read(lambda store: store.places.get(place_id))
    if place is None or place.kind is not PlaceKind.MAILBOX:
        raise UnknownThing("mailbox", place_id)
    shown = [blocks.words(say("slack-address-about", address=blocks.one_line(place.channel))),
             ask_for("email", line(place.channel))]  # fmt: skip
    return modal("address", say("slack-title-address"), meta | {"place": place.id}, shown)


async def make_address(ask: Asking, meta: Meta, values: Values) -> object:
    """Change it. Raises `BadValue`."""
    return await ask.do(ChangeAddress(meta["place"], values.text("email")))
