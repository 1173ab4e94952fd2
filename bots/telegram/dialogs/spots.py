"""Which order, which chat? Asked whenever the spot does not say it; nothing is guessed (product decision 4)."""

from __future__ import annotations

from dataclasses import dataclass

from bots.buttons import Button
from bots.telegram.cards import PAGE, order_list, page_row
from bots.telegram.identity import Scene
from bots.telegram.labels import chat_name, key, who_reads
from bots.telegram.screen import Key, Screen, stacked
from bots.telegram.turn import Outcome, Turn
from bots.texts import say
from core.chats import Audience, PlaceState, Platform
from core.orders import Order, Status
from core.ports import OrderFilter, Store

_MOST = 200


@dataclass(frozen=True, slots=True)
class Spot:
    """A chat that can be written in from here."""

    chat_id: str
    reference: str
    audience: Audience


def spots_here(store: Store, channel: int) -> list[Spot]:
    """The chats whose place is this Telegram chat, newest order first."""
    found: dict[str, tuple[str, Spot]] = {}
    for place in store.places.find(platform=Platform.TELEGRAM, channel=str(channel)):
        chat = store.chats.get(place.chat_id) if place.chat_id and place.state is not PlaceState.CLOSED else None
        order = store.orders.get(chat.order_id) if chat is not None and chat.closed_at is None else None
        if chat is not None and order is not None and order.status is not Status.CANCELLED:
            when = (order.assigned_at or order.created_at).isoformat()
            found[chat.id] = (f"{when}{order.id}", Spot(chat.id, order.reference, chat.audience))
    ranked = sorted(found.values(), key=lambda item: item[1].audience)
    return [spot for _, spot in sorted(ranked, key=lambda item: item[0], reverse=True)]


def which_chat(spots: list[Spot], verb: str, about_message: int, page: int, language: str) -> Screen:
    """One button per chat, its readers named in the label; `verb` is done with the one pressed."""
    if not spots:
        return Screen.of(say("telegram-no-chats", language))
    shown = spots[page * PAGE : (page + 1) * PAGE]
    keys = [Key(chat_name(spot.reference, spot.audience, language), Button(verb, spot.chat_id, str(about_message)))
            for spot in shown]  # fmt: skip
    lines = [say(f"telegram-which-chat-{verb}", language), ""]
    lines += [f"{sign} {who_reads(audience, language)}" for sign, audience in (
        ("🔒", Audience.CUTR_ONLY), ("👥", Audience.WITH_CUSTOMER))]  # fmt: skip
    rows = (*stacked(keys), *page_row(Button("spots", verb, str(about_message)), page, len(spots), language),
            (key("cancel_ask", "", language, f"{verb}.{about_message}"),))  # fmt: skip
    return Screen.of("\n".join(lines), rows)


async def spots_of(turn: Turn) -> list[Spot]:
    """The chats that can be written in from where the person is."""
    channel = turn.scene.chat_id
    return await turn.room.database.read(lambda store: spots_here(store, channel))


def orders_of(store: Store, partner_id: str, *, only_open: bool) -> list[Order]:
    """A partner's orders, newest first."""
    page = store.search.orders(OrderFilter(active=True if only_open else None, partner_id=partner_id), None, _MOST)
    found = (store.orders.get(order_id) for order_id in page.ids)
    return [order for order in found if order is not None]


async def ask_order(turn: Turn, verb: str) -> Outcome:
    """Which order? With several memberships: which workshop first (domain.md 17, case 22)."""
    partners = list(_partners(turn.scene).values())
    if len(partners) > 1:
        keys = [Key(name, Button("orders", partner_id, f"{verb}.0")) for partner_id, name in partners]
        return Outcome(send=Screen.of(say("telegram-which-workshop", turn.language), stacked(keys)))
    if not partners:
        return Outcome(send=Screen.of(say("telegram-orders-none", turn.language)))
    return Outcome(send=await list_screen(turn, partners[0][0], verb, 0))


async def list_screen(turn: Turn, partner_id: str, verb: str, page: int) -> Screen:
    """A page of this partner's orders."""
    only_open = verb != "order"
    orders = await turn.room.database.read(lambda store: orders_of(store, partner_id, only_open=only_open))
    return order_list(orders, verb, page, partner_id, turn.language)


def _partners(scene: Scene) -> dict[str, tuple[str, str]]:
    return {partner.id: (partner.id, partner.name) for partner in scene.partners.values()}
