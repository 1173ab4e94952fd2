"""`/orders export`: the orders as a file in the direct chat between the app and who asked. A reply: it may be lost."""

from __future__ import annotations

import tempfile
from pathlib import Path
from zoneinfo import ZoneInfo

from slack_sdk.errors import SlackApiError

from bots.export import NAME, csv_lines
from bots.outgoing import SendTrouble
from bots.slack.lists import filter_for
from bots.slack.telling import ephemeral, respond
from bots.slack.troubles import SlackAway, as_away
from bots.slack.updates import Asking
from bots.slack.uploads import share, upload_path
from bots.texts import say
from core.chats import Audience, Place, PlaceKind, Platform
from core.export import columns_for
from core.people import Party
from core.ports import StorageAway

EVERYTHING = "all"


async def send(ask: Asking, words: str) -> None:
    """Write the file of the orders for these words and put it into the asker's direct chat; else say why not."""
    try:
        said = await _sent(ask, words)
    except (SendTrouble, SlackAway, SlackApiError, StorageAway):
        said = say("slack-export-failed")
    await respond(ask.room, ask.update, ephemeral(said) | {"replace_original": False})


async def _sent(ask: Asking, words: str) -> str:
    which = await ask.room.database.read(lambda store: filter_for(store, words or EVERYTHING))
    if which is None:
        return say("slack-no-partner", partner=words.partition(" ")[2])
    count = await ask.room.database.read(lambda store: store.search.orders(which, None, 1).total)
    with tempfile.TemporaryDirectory(prefix="cutr-export-") as folder:
        path = Path(folder) / NAME
        with path.open("w", encoding="utf-8", newline="") as file:
            async for piece in csv_lines(ask.room.database, columns_for(ask.actor), which, ZoneInfo(ask.room.zone)):
                file.write(piece)
        await _share(ask, path, count)
    return say("slack-export-sent", count=count)


async def _share(ask: Asking, path: Path, count: int) -> None:
    slack = ask.room.slack
    with as_away():
        opened = await slack.client.conversations_open(users=ask.person.id)
    place = Place(
        "export", Platform.SLACK, PlaceKind.DIRECT, Party.STAFF, Audience.CUTR_ONLY, str(opened["channel"]["id"])
    )
    uploaded = await upload_path(slack, path, NAME)
    await share(slack, place, [uploaded], say("slack-export-words", count=count, zone=ask.room.zone))
