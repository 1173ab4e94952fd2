"""Modals to read only: an order's history in pages, what the clock will do, and an order's card."""

from __future__ import annotations

from bots.buttons import Button
from bots.slack import blocks, cards
from bots.slack.diary import entry_words
from bots.slack.modals.frame import Json, Meta, modal
from bots.slack.updates import Asking
from bots.slack.when import moment_words
from bots.texts import say
from core.ports import Store
from core.timeline import Entry
from core.views import OrderView

PAGE = 20


def card(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """The order's card where there is no channel to show it in."""
    shown = cards.card_blocks(view, None, ask.room.zone)
    return modal("card", view.order.reference, meta, shown)


def upcoming(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """What the clock will do, soonest first."""
    lines = [
        blocks.words(f"{moment_words(d.due_at, ask.room.zone)}: {say(f'deadline-{d.kind}')}") for d in view.upcoming
    ]
    title = say("slack-title-upcoming", reference=view.order.reference)
    return modal("upcoming", title, meta, lines or [blocks.words(say("slack-upcoming-none"))])


async def history(ask: Asking, view: OrderView, meta: Meta) -> Json:
    """One page of the timeline, newest first; `page` counts from 0."""
    found, names = await ask.room.database.read(lambda store: _entries(store, view.order.id))
    page = int(meta.get("page") or 0)
    entries = sorted(found, key=lambda entry: entry.seq, reverse=True)
    shown = [blocks.words(entry_words(e, ask.room.zone, names)) for e in entries[page * PAGE : (page + 1) * PAGE]]
    presses = []
    if page:
        presses.append(page_button(view.order.id, page - 1, say("slack-newer")))
    if len(entries) > (page + 1) * PAGE:
        presses.append(page_button(view.order.id, page + 1, say("slack-older")))
    title = say("slack-title-history", reference=view.order.reference)
    return modal("history", title, meta, [*(shown or [blocks.words(say("slack-history-none"))]), *blocks.rows(presses)])


def _entries(store: Store, order_id: str) -> tuple[list[Entry], dict[str, str]]:
    names = {partner.id: blocks.one_line(partner.name) for partner in store.partners.find()}
    return store.entries.find(order_id=order_id), names


def page_button(order_id: str, page: int, label: str) -> Json:
    """A button to another page of the history."""
    return blocks.button(Button("history", order_id, str(page)), label)
