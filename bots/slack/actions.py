"""Presses: a button's verb opens its modal or is done at once; shortcuts on messages; what is suggested while typing.

Nothing in a button is trusted: who presses was checked by the edge, whether it still
can be done is checked by the core.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from bots.buttons import Button, NotAButton
from bots.labels import instant_of
from bots.slack import blocks, cards, filed, home, lists, modals
from bots.slack.lists import listing_blocks, read_listing
from bots.slack.modals import addresses, orders, partners
from bots.slack.modals.frame import Meta
from bots.slack.telling import open_view, replace, tell
from bots.slack.updates import Asking
from bots.texts import say
from core.chats import Audience, Message, Platform
from core.commands import (
    Command,
    DeleteMessage,
    DoStaffTask,
    PickKickOff,
    RenewCustomerLink,
    RetryMessage,
    RevokeCustomerLink,
    SendNow,
    Snooze,
    VouchMessage,
)
from core.dispatch import DUPLICATE
from core.ports import OrderFilter, Store
from core.refusals import UnknownOrder, UnknownThing
from core.views import OrderView, order_view

Json = dict[str, Any]
BuildPage = Callable[[Asking, OrderView, Meta], Awaitable[Json]]
SUGGESTIONS = 30
EXCERPT = 200


async def pressed(ask: Asking) -> Json | None:
    """One button was pressed. Raises `Refusal`."""
    action: Json = next(iter(ask.update.body.get("actions") or ()), {})
    turned = home.turned_by(action)
    if turned is not None:
        await home.publish(ask.room, ask.person, turned)
        return None
    if action.get("action_id") == lists.MORE:
        await _next_page(ask, str(action.get("value") or ""))
        return None
    try:
        press = Button.decode(str(action.get("value") or ""))
    except NotAButton:
        # A select or a link: nothing of ours to do yet.
        return None
    answer = await perform(ask, press)
    shown = home.shown_in(ask.update.body.get("view"))
    if shown is not None and (press.verb in filed.VERBS or _at_once(press) is not None):
        # What was done in the Home tab, or in a form above it, may have ended what stands there.
        await home.publish(ask.room, ask.person, shown)
    return answer


async def perform(ask: Asking, press: Button) -> Json | None:
    """Do what the button says. Raises `Refusal`."""
    command = _at_once(press)
    if command is not None:
        return await _done(ask, press, command)
    return await (filed.pressed(ask, press) if press.verb in filed.VERBS else _opened(ask, press))


async def _opened(ask: Asking, press: Button) -> Json | None:
    """What a verb shows that does nothing yet. Raises `Refusal`."""
    if press.verb in {"order", "todo"}:
        return await show_order(ask, press.about)
    if press.verb == "history" and press.arg:
        await _show_page(ask, press, modals.reading.history)
    elif press.verb == "files" and press.arg:
        await _show_page(ask, press, modals.files.listing)
    elif press.verb == "dossier":
        reader = Audience.WITH_CUSTOMER if press.arg == "customer" else Audience.CUTR_ONLY
        ask.room.slack.later(ask.room.papers.dossier(ask, press.about, reader))
        return await tell(ask.room, ask.update, say("slack-dossier-coming"))
    elif press.verb == "task":
        await modals.open_form(ask, "task", press.about, task=press.arg)
    elif press.verb == "move":
        await open_move(ask, press.about)
    elif press.verb == "address":
        await open_view(ask.room, ask.update, await addresses.address(ask, press.about, modals.where(ask)))
    elif press.verb == "invite":
        await open_view(ask.room, ask.update, await partners.invite(ask, {"partner": press.about}))
    elif press.verb in modals.BUILDERS:
        await modals.open_form(ask, press.verb, press.about)
    return None


def _at_once(press: Button) -> Command | None:
    """The command of a verb that asks nothing more."""
    match press.verb:
        case "undo":
            return DeleteMessage(message_id=press.about)
        case "send_now":
            return SendNow(press.about)
        case "retry":
            return RetryMessage(press.about)
        case "vouch" | "drop":
            return VouchMessage(press.about, let_through=press.verb == "vouch")
        case "renewlink":
            return RenewCustomerLink(press.about)
        case "revokelink":
            return RevokeCustomerLink(press.about)
        case "staff_task":
            return DoStaffTask(press.about)
        case "wake":
            return Snooze(press.about, None, "")
        case "kickoff" if press.arg:
            return PickKickOff(press.about, _instant(press.arg))
        case _:
            return None


def _instant(arg: str) -> datetime:
    try:
        return instant_of(arg)
    except ValueError:
        raise UnknownThing("kick_off", arg) from None


async def _done(ask: Asking, press: Button, command: Command) -> Json | None:
    result = await ask.do(command)
    if result is DUPLICATE:
        return None
    text = say(f"slack-pressed-{press.verb.replace('_', '-')}")
    view = ask.update.body.get("view")
    if isinstance(view, dict) and view.get("type") == "home":
        return None
    if press.verb in {"undo", "send_now"} and ask.update.response_url:
        # The question with its two buttons has had its answer.
        ask.room.slack.later(replace(ask.room, ask.update, text, [blocks.words(text)]))
        return None
    return await tell(ask.room, ask.update, text)


async def show_order(ask: Asking, order_id: str) -> Json | None:
    """The order's card, only for the asker. Raises `UnknownOrder`."""
    view = await ask.room.database.read(lambda store: order_view(store, order_id))
    if view is None:
        raise UnknownOrder(order_id)
    if not ask.update.channel:
        await modals.open_form(ask, "card", order_id)
        return None
    shown = cards.card_blocks(view, None, ask.room.zone)
    return await tell(ask.room, ask.update, cards.card_text(view, None), shown)


async def _next_page(ask: Asking, value: str) -> None:
    try:
        press = json.loads(value)
        query, after = str(press["q"]), str(press["after"])
        listing = await ask.room.database.read(lambda store: read_listing(store, query, after, ask.room.clock()))
    except (ValueError, KeyError, TypeError):
        listing = await ask.room.database.read(lambda store: read_listing(store, ""))
    shown, text = (
        listing_blocks(listing, ask.room.zone),
        say("slack-orders-count", shown=len(listing.views), total=listing.total),
    )
    if ask.update.response_url:
        ask.room.slack.later(replace(ask.room, ask.update, text, shown))


async def _show_page(ask: Asking, press: Button, build: BuildPage) -> None:
    view = await ask.room.database.read(lambda store: order_view(store, press.about))
    if view is None:
        raise UnknownOrder(press.about)
    page = press.arg if press.arg.isdigit() else "0"
    shown = await build(ask, view, {"order": press.about, "page": page})
    inside = ask.update.body.get("view") or {}
    if inside.get("type") == "modal":
        ask.room.slack.later(
            ask.room.slack.client.views_update(view_id=inside["id"], hash=inside.get("hash"), view=shown)
        )
    else:
        await open_view(ask.room, ask.update, shown)


# -- message shortcuts


async def shortcut(ask: Asking) -> Json | None:
    """*Move to…*, *Retry* or *File this* on a message. Raises `UnknownThing` for a message that is no order's."""
    if ask.update.body.get("callback_id") == "file_this":
        return await filed.file_this(ask)
    message = ask.update.body.get("message") or {}
    found = await _message_at(ask, str(message.get("ts") or ""))
    if ask.update.body.get("callback_id") == "retry":
        return await perform(ask, Button("retry", found))
    await open_move(ask, found)
    return None


async def _message_at(ask: Asking, ts: str) -> str:
    channel = ask.update.channel
    found = await ask.room.database.read(
        lambda store: store.copies.find(platform=Platform.SLACK, channel=channel, external_id=ts)
    )
    if not found:
        raise UnknownThing("message", ts)
    return found[0].message_id or ""


async def open_move(ask: Asking, message_id: str) -> None:
    """Ask where a message belongs. Raises `UnknownThing`."""
    message = await ask.room.database.read(lambda store: store.messages.get(message_id))
    if not isinstance(message, Message):
        raise UnknownThing("message", message_id)
    excerpt = f"{message.author_name}: {blocks.one_line(message.body.plain())[:EXCERPT]}"
    await open_view(ask.room, ask.update, orders.move(modals.where(ask) | {"message": message.id}, excerpt))


async def suggest(ask: Asking) -> Json:
    """The lines of a select that is being typed into: open orders, or customers."""
    body = ask.update.body
    typed = str(body.get("value") or "").strip()
    read = _customers if body.get("action_id") == orders.SUGGEST_CUSTOMER else _orders
    found = await ask.room.database.read(lambda store: read(store, typed))
    return {"options": blocks.options(found)}


def _orders(store: Store, typed: str) -> list[tuple[str, str]]:
    page = store.search.orders(OrderFilter(active=True, text=typed or None), None, SUGGESTIONS)
    found = [store.orders.get(order_id) for order_id in page.ids]
    return [(order.id, f"{order.reference} · {order.title}") for order in found if order is not None]


def _customers(store: Store, typed: str) -> list[tuple[str, str]]:
    found = [c for c in store.customers.find() if typed.lower() in f"{c.name} {c.email}".lower()]
    new = (orders.NEW_CUSTOMER, say("slack-customer-new"))
    return [new, *((c.id, f"{c.name} · {c.email}") for c in found[:SUGGESTIONS])]
