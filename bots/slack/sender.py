"""Slack's way out: parcels become posts, updates, deletions and reactions; what went wrong becomes a `SendTrouble`.

Renders with cards.py, notices.py and relayed.py; takes no decision. Every post carries its posting's id, so that an
unknown outcome can be settled without a duplicate (product.md decision 2).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bots.outgoing import SendLater, SendRefused, Sent
from bots.slack import lookup, relayed, reports
from bots.slack.account import SlackAccount
from bots.slack.cards import card_blocks, card_text
from bots.slack.evidence import Evidence, EvidenceSheet
from bots.slack.notices import notice_message
from bots.slack.recaps import recap_message
from bots.slack.relayed import Part
from bots.slack.reports import REPORT, DrawCharts, Reports
from bots.slack.reviews import ContactSheet
from bots.slack.set_cards import SetCards, has_card, thread_of
from bots.slack.troubles import SlackAway, as_troubles
from bots.slack.uploads import Fetchers, share, unshare, upload_all
from bots.texts import say
from core import outbox_kinds as kinds
from core.chats import Message, PlaceKind
from core.parcels import Parcel

Json = dict[str, Any]
MARKS = {"on_its_way": "hourglass_flowing_sand", "delivered": "white_check_mark", "failed": "warning"}
REPEATABLE = frozenset({
    kinds.REFRESH_CARD, kinds.SHOW_CARD, kinds.CLOSE_PLACE, kinds.EDIT, kinds.RETRACT, kinds.MARK,
})  # fmt: skip
"""Doing these twice is the same as once: there is nothing to look up."""
GONE = frozenset({"message_not_found", "edit_window_closed", "cant_update_message", "is_inactive"})
DELETED = frozenset({"message_not_found", "cant_delete_message", "thread_not_found"})


class SlackSender:
    """`bots.outgoing.Sender` for Slack. `fetchers` get the files that other platforms hold.

    `contact_sheet` draws the pictures of a set, `evidence_sheet` those beside a complaint, `draw_charts` those of the
    weekly report; without them all three come in words alone.
    """

    def __init__(
        self,
        slack: SlackAccount,
        clock: Callable[[], datetime],
        fetchers: Fetchers | None = None,
        contact_sheet: ContactSheet | None = None,
        evidence_sheet: EvidenceSheet | None = None,
        draw_charts: DrawCharts | None = None,
    ) -> None:
        self.slack, self.clock, self.fetchers = slack, clock, fetchers or {}
        self._sets = SetCards(slack, contact_sheet, self._post, self._update)
        self._reports = Reports(slack, draw_charts, self._post)
        self._evidence = Evidence(slack, evidence_sheet, self._post) if evidence_sheet else None

    async def send(self, parcel: Parcel) -> Sent:
        """Render and send. Raises one of `SendTrouble`."""
        try:
            return await self._send(parcel)
        except SlackAway as away:
            raise SendLater(5.0, str(away)) from away

    async def _send(self, parcel: Parcel) -> Sent:
        match parcel.posting.kind:
            case kinds.OPEN_PLACE:
                return await self._open(parcel)
            case kinds.REFRESH_CARD | kinds.SHOW_CARD | kinds.CLOSE_PLACE:
                return await self._refresh(parcel)
            case kinds.DELIVER:
                return await self._deliver(parcel)
            case kinds.EDIT:
                return await self._edit(parcel)
            case kinds.RETRACT:
                return await self._retract(parcel)
            case kinds.MARK:
                return await self._mark(parcel)
            case kinds.RECAP:
                return await self._recap(parcel)
            case reports.REPORT:
                return await self._reports.send(parcel)
            case kinds.SHOW_SET | kinds.REVIEW_SET:
                return await self._sets.send(parcel)
            case _:
                return await self._tell(parcel)

    async def look_up(self, parcel: Parcel) -> Sent | None:
        """What Slack has of it, when it has all of it. Raises `SendTrouble`."""
        if parcel.posting.kind in REPEATABLE or has_card(parcel):
            return None
        opens = parcel.posting.kind == kinds.OPEN_PLACE
        thread = None if opens else parcel.place.thread
        try:
            found = await lookup.find(self.slack, parcel.place.channel, thread, parcel.posting.id)
        except SlackAway as away:
            raise SendLater(5.0, str(away)) from away
        if parcel.posting.kind in {kinds.REVIEW_SET, REPORT} and not found.files:
            # Sending again finds the words and puts the picture behind them.
            return None
        wanted = relayed.files(parcel.message) if parcel.message and parcel.posting.kind == kinds.DELIVER else []
        if not found.is_whole or (wanted and not found.files):
            return None
        ids = tuple(found.parts[number] for number in sorted(found.parts))
        return Sent((*ids, *found.files), thread=ids[0] if opens else None)

    # -- posts

    async def _open(self, parcel: Parcel) -> Sent:
        if parcel.view is None:
            raise SendRefused("no_order")
        if parcel.place.kind is not PlaceKind.THREAD:
            return Sent()
        if parcel.uncertain and (known := await self.look_up(parcel)) is not None:
            return known
        text, shown = _card(parcel)
        ts = await self._post(parcel, Part(text, shown), 0, 1, in_thread=None)
        return Sent((ts,), thread=ts, words=text)

    async def _tell(self, parcel: Parcel) -> Sent:
        if parcel.notice is None:
            raise SendRefused("nothing_to_say")
        if parcel.evidence and self._evidence is not None:
            return await self._evidence.tell(parcel, Part(*notice_message(parcel, parcel.notice)))
        if parcel.uncertain and (known := await self.look_up(parcel)) is not None:
            return known
        text, shown = notice_message(parcel, parcel.notice)
        ts = await self._post(parcel, Part(text, shown), 0, 1, in_thread=thread_of(parcel.place))
        return Sent((ts,), words=text)

    async def _recap(self, parcel: Parcel) -> Sent:
        """The last words of a chat whose thread was opened anew; nothing where nothing was said."""
        if not parcel.recap:
            return Sent()
        if parcel.uncertain and (known := await self.look_up(parcel)) is not None:
            return known
        text, shown = recap_message(parcel)
        ts = await self._post(parcel, Part(text, shown), 0, 1, in_thread=thread_of(parcel.place))
        return Sent((ts,), words=text)

    async def _deliver(self, parcel: Parcel) -> Sent:
        message = _message(parcel)
        thread = thread_of(parcel.place)
        await self.slack.channels.demand_inside(parcel.place.channel)
        there = lookup.Found()
        if parcel.uncertain or parcel.posting.attempts:
            # An attempt that was stopped between two parts has left the first ones there.
            there = await lookup.find(self.slack, parcel.place.channel, thread, parcel.posting.id)
        files = [] if there.files else relayed.files(message)
        uploaded, lost = await upload_all(self.slack, self.fetchers, files)
        made = relayed.parts(parcel, message, tuple(say("slack-file-lost", name=f.name or f.kind) for f in lost))
        ids = [
            there.parts.get(number) or await self._post(parcel, part, number, len(made), in_thread=thread)
            for number, part in enumerate(made)
        ]
        if uploaded:
            await share(self.slack, parcel.place, uploaded, relayed.author(parcel, message)[0])
        shared = there.files or [file["id"] for file in uploaded]
        return Sent((*ids, *shared), words=relayed.whole(message).plain())

    async def _post(self, parcel: Parcel, part: Part, number: int, of: int, *, in_thread: str | None) -> str:
        """One post. Raises `SendTrouble`; a post that lands elsewhere is taken back and refused (decision 3)."""
        place = parcel.place
        await self.slack.channels.demand_inside(place.channel)
        named: Json = {}
        if parcel.posting.kind in {kinds.DELIVER, kinds.EDIT} and parcel.message is not None:
            named["username"], named["icon_emoji"] = relayed.author(parcel, parcel.message)
        with as_troubles():
            answer = await self.slack.client.chat_postMessage(
                channel=place.channel,
                text=part.text,
                blocks=part.blocks,
                thread_ts=in_thread,
                metadata=lookup.metadata(parcel.posting.id, number, of),
                unfurl_links=False,
                unfurl_media=False,
                **named,
            )
        ts, landed = str(answer["ts"]), str(answer.get("channel") or place.channel)
        thread = (answer.get("message") or {}).get("thread_ts", in_thread)
        if place.kind is not PlaceKind.DIRECT and (landed != place.channel or (in_thread and thread != in_thread)):
            with as_troubles():
                await self.slack.client.chat_delete(channel=landed, ts=ts)
            raise SendRefused("wrong_place", breaks_place=True)
        return ts

    # -- changes

    async def _refresh(self, parcel: Parcel) -> Sent:
        ts = parcel.place.card or parcel.place.thread
        if ts is None or parcel.view is None or parcel.place.kind is not PlaceKind.THREAD:
            return Sent()
        text, shown = _card(parcel)
        await self.slack.channels.demand_inside(parcel.place.channel)
        try:
            await _unless(
                GONE - {"message_not_found"},
                lambda: self.slack.client.chat_update(channel=parcel.place.channel, ts=ts, text=text, blocks=shown),
            )
        except SendRefused as refused:
            if refused.error != "message_not_found":
                raise
            # The card is the thread's root: somebody has deleted it while we were not told.
            raise SendRefused("thread_not_found", breaks_place=True) from refused
        return Sent((ts,), words=text)

    async def _edit(self, parcel: Parcel) -> Sent:
        """The new words in the old messages; more parts are posted, spare ones deleted."""
        message, thread = _message(parcel), thread_of(parcel.place)
        await self.slack.channels.demand_inside(parcel.place.channel)
        old = [c.external_id for c in sorted(parcel.copies, key=lambda c: c.part) if not _is_file(c.external_id)]
        if not old:
            return Sent()
        if parcel.uncertain or parcel.posting.attempts:
            found = await lookup.find(self.slack, parcel.place.channel, thread, parcel.posting.id)
            old += [ts for _, ts in sorted(found.parts.items()) if ts not in old]
        made = relayed.parts(parcel, message)
        for ts, part in zip(old, made, strict=False):
            await self._update(parcel.place.channel, ts, part)
        more = [
            await self._post(parcel, made[number], number, len(made), in_thread=thread)
            for number in range(len(old), len(made))
        ]
        for ts in old[len(made) :]:
            await self._delete(parcel.place.channel, ts)
        return Sent((*old[: len(made)], *more), words=relayed.whole(message).plain())

    async def _retract(self, parcel: Parcel) -> Sent:
        for copy in parcel.copies:
            if copy.origin:
                continue
            if _is_file(copy.external_id):
                await unshare(self.slack, copy.external_id)
            else:
                await self._delete(parcel.place.channel, copy.external_id)
        return Sent()

    async def _mark(self, parcel: Parcel) -> Sent:
        wanted = MARKS.get(str(parcel.posting.body.get("mark")))
        origin = next((copy for copy in parcel.copies if copy.origin), None)
        if wanted is None or origin is None:
            return Sent()
        await self._react(origin.channel, origin.external_id, wanted)
        # Only what was there is taken away: reactions.remove has a small budget (platforms.md 1.8).
        for other in {MARKS[mark] for mark in parcel.marks_before if mark in MARKS} - {wanted}:
            await self._unreact(origin.channel, origin.external_id, other)
        return Sent()

    async def _update(self, channel: str, ts: str, part: Part) -> None:
        await self.slack.channels.demand_inside(channel)
        await _unless(
            GONE,
            lambda: self.slack.client.chat_update(channel=channel, ts=ts, text=part.text, blocks=part.blocks),
        )

    async def _delete(self, channel: str, ts: str) -> None:
        await _unless(DELETED, lambda: self.slack.client.chat_delete(channel=channel, ts=ts))

    async def _react(self, channel: str, ts: str, name: str) -> None:
        fine = frozenset({"already_reacted", "message_not_found", "too_many_reactions", "thread_locked"})
        await _unless(fine, lambda: self.slack.client.reactions_add(channel=channel, timestamp=ts, name=name))

    async def _unreact(self, channel: str, ts: str, name: str) -> None:
        fine = frozenset({"no_reaction", "message_not_found"})
        await _unless(fine, lambda: self.slack.client.reactions_remove(channel=channel, timestamp=ts, name=name))


async def _unless(fine: frozenset[str], call: Callable[[], Any]) -> None:
    """Make the call; these refusals mean that nothing is left to do. Raises `SendTrouble`."""
    try:
        with as_troubles():
            await call()
    except SendRefused as refused:
        if refused.error not in fine:
            raise


def _card(parcel: Parcel) -> tuple[str, list[Json]]:
    assert parcel.view is not None, "asked for before"
    audience = parcel.place.audience
    return card_text(parcel.view, audience), card_blocks(parcel.view, audience, parcel.zone)


def _message(parcel: Parcel) -> Message:
    """Raises `SendRefused` when there is no message, or one for other readers (invariant I18)."""
    if parcel.message is None:
        raise SendRefused("no_message")
    if parcel.message.audience is not parcel.place.audience:
        raise SendRefused("wrong_audience")
    return parcel.message


def _is_file(external_id: str) -> bool:
    return external_id[:1] == "F"
