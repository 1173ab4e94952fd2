"""Questions that were put, updates that were set aside, and alerts to staff."""

from __future__ import annotations

from core import commands as c
from core.chats import Ask
from core.handlers.messages import warn_staff
from core.ports import Receipt
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
