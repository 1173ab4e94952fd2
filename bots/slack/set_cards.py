"""Cards of sets on their way to Slack: posted once, edited from then on; a review with its contact sheet behind it.

What the cards say is in bots/slack/filing.py and bots/slack/reviews.py.
"""

from __future__ import annotations

import tempfile
from collections.abc import Awaitable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bots.outgoing import SendLater, SendRefused, SendUnknown, Sent
from bots.slack import lookup
from bots.slack.account import SlackAccount
from bots.slack.filing import living, set_message
from bots.slack.relayed import Part
from bots.slack.reviews import ContactSheet, review_message
from bots.slack.uploads import share, upload_path
from bots.texts import say
from core import outbox_kinds as kinds
from core.chats import Audience, Place, PlaceKind
from core.file_views import UploadView
from core.parcels import Parcel
from core.ports import StorageAway


class Post(Protocol):
    """Posts one message and returns its ts. Raises `SendTrouble`."""

    def __call__(
        self, parcel: Parcel, part: Part, number: int, of: int, *, in_thread: str | None
    ) -> Awaitable[str]: ...


class Update(Protocol):
    """Puts something else in a message's place. Raises `SendTrouble`."""

    def __call__(self, channel: str, ts: str, part: Part) -> Awaitable[None]: ...


@dataclass(frozen=True, slots=True)
class SetCards:
    """Without a contact sheet's draughtsman, reviews come in words alone."""

    slack: SlackAccount
    contact_sheet: ContactSheet | None
    post: Post
    update: Update

    async def send(self, parcel: Parcel) -> Sent:
        """Show the set, or have it reviewed. Raises `SendTrouble`."""
        shown = _upload(parcel)
        if parcel.posting.kind == kinds.SHOW_SET:
            return await self._card(parcel, shown.upload.card, Part(*set_message(shown)))
        if shown.upload.review_card is None and not living(shown):
            return Sent()
        sent = await self._card(parcel, shown.upload.review_card, Part(*review_message(shown, parcel.zone)))
        if shown.upload.review_card is None and self.contact_sheet is not None and len(sent.external_ids) == 1:
            shared = await self._share_sheet(parcel, shown, self.contact_sheet)
            return Sent((*sent.external_ids, *shared), words=sent.words)
        return sent

    async def _card(self, parcel: Parcel, card: str | None, part: Part) -> Sent:
        """Edit the card that stands there, or post it unless an earlier attempt has; with files already behind it."""
        if card is not None:
            await self.update(parcel.place.channel, card, part)
            return Sent((card,), words=part.text)
        thread, there = thread_of(parcel.place), lookup.Found()
        if parcel.uncertain or parcel.posting.attempts:
            there = await lookup.find(self.slack, parcel.place.channel, thread, parcel.posting.id)
        ts = there.parts.get(0) or await self.post(parcel, part, 0, 1, in_thread=thread)
        return Sent((ts, *there.files), words=part.text)

    async def _share_sheet(self, parcel: Parcel, shown: UploadView, draw: ContactSheet) -> tuple[str, ...]:
        with tempfile.TemporaryDirectory(prefix="cutr-sheet-") as folder:
            try:
                sheet = await draw(shown, Path(folder) / "sheet.jpg")
            except StorageAway as away:
                raise SendLater(5.0, "files_away") from away
            if sheet is None:
                return ()
            try:
                uploaded = await upload_path(self.slack, sheet, say("slack-sheet-name"))
            except SendRefused:
                # A workspace without room for files still gets the words and the buttons.
                return ()
            except SendUnknown as doubt:
                # Nothing is visible yet.
                raise SendLater(5.0, doubt.error) from doubt
        await share(self.slack, parcel.place, [uploaded], say("slack-sheet-words", count=len(living(shown))))
        return (uploaded["id"],)


def has_card(parcel: Parcel) -> bool:
    """Whether the parcel only edits the card of a set."""
    if parcel.upload is None:
        return False
    upload, kind = parcel.upload.upload, parcel.posting.kind
    return (upload.card if kind == kinds.SHOW_SET else upload.review_card) is not None


def _upload(parcel: Parcel) -> UploadView:
    """Raises `SendRefused` when there is no such set, or one for other readers."""
    if parcel.upload is None:
        raise SendRefused("nothing_to_say")
    for_cutr = parcel.upload.upload.audience is Audience.CUTR_ONLY
    if for_cutr and parcel.place.audience is Audience.WITH_CUSTOMER:
        raise SendRefused("wrong_audience")
    return parcel.upload


def thread_of(place: Place) -> str | None:
    """The thread to write in. Raises `SendRefused` for a thread that has no id: never into the channel instead."""
    if place.kind is PlaceKind.THREAD and not place.thread:
        raise SendRefused("no_thread", breaks_place=True)
    return place.thread if place.kind is PlaceKind.THREAD else None
