"""Questions that were put, updates that were set aside, how far the way in was read, and alerts to staff."""

from __future__ import annotations

from datetime import datetime

from core import commands as c
from core.chats import Ask
from core.handlers.copies import warn_staff
from core.inbound import InboundMark
from core.ports import Receipt, Taken
from core.work import Work


def note_ask(work: Work, command: c.NoteAsk) -> Ask:
    """Remember a question."""
    return work.store.asks.add(Ask(
        work.house.new_id(), command.platform, command.channel, command.external_id, command.asked_of, command.kind,
        dict(command.data), work.now, command.order_id,
    ))  # fmt: skip


def close_ask(work: Work, command: c.CloseAsk) -> Ask | None:
    """The question is done with; None when it was so before."""
    ask = work.store.asks.lock(command.ask_id)
    if ask is None or ask.answered_at is not None:
        return None
    ask.answered_at = work.now
    work.store.asks.save(ask)
    return ask


def note_inbound(work: Work, command: c.NoteInbound) -> InboundMark:
    """A source has been read so far; it never goes back."""
    mark = work.store.inbound_marks.lock(command.source)
    if mark is None:
        mark = InboundMark(command.source, command.read_until)
        try:
            return work.store.inbound_marks.add(mark)
        except Taken:
            # Another process has said so at the same moment.
            return mark
    if mark.read_until < command.read_until:
        mark.read_until = command.read_until
        work.store.inbound_marks.save(mark)
    return mark


def all_read(work: Work, until: datetime) -> bool:
    """Whether every source there is has been read past this instant."""
    return all(mark.read_until >= until for mark in work.store.inbound_marks.find())


def keep_aside(work: Work, command: c.KeepAside) -> str:
    """Keep an update whose handling raised, with its payload; staff see the reference that is returned."""
    receipt = Receipt(command.receipt_key, command.platform, command.natural_key)
    kept = work.store.receipts.set_aside(receipt, work.now, command.reference, dict(command.payload), command.error)
    if kept == command.reference:
        # The same update once more, or a replay that failed again: staff know of it.
        warn_staff(work, "set_aside", kept)
    return kept


def alert_staff(work: Work, command: c.AlertStaff) -> None:
    """Tell staff."""
    order = work.store.orders.get(command.order_id) if command.order_id else None
    warn_staff(work, command.key, command.detail, order)
