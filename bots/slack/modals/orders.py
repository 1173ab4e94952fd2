"""Modals of a new order and of moving a message to the right order and chat."""

from __future__ import annotations

from bots.slack import blocks
from bots.slack.modals.frame import (
    MAY_BE_EMPTY,
    Json,
    Meta,
    Values,
    ask_for,
    day,
    line,
    looked_up,
    modal,
    one_of,
    prose,
    radio,
    ticks,
)
from bots.slack.updates import Asking
from bots.texts import say
from core.chats import Audience
from core.commands import AddCustomer, CreateOrder, MoveMessage
from core.people import Customer
from core.refusals import BadValue

FLAGS = (
    "includes_installation",
    "needs_kick_off",
    "needs_production_drawings",
    "needs_sample_pictures",
    "customer_chat",
    "aliases",
)
SUGGEST_CUSTOMER = "customer"
SUGGEST_ORDER = "order"
NEW_CUSTOMER = "new"


async def new_order(ask: Asking, meta: Meta) -> Json:
    """The form of a new order."""
    customers = await ask.room.database.read(lambda store: store.customers.find())
    pairs = sorted(((c.id, f"{c.name} · {c.email}") for c in customers), key=lambda pair: pair[1].lower())
    new = [(NEW_CUSTOMER, say("slack-customer-new"))]
    fits = len(pairs) < blocks.OPTIONS_LIMIT
    choose = one_of([*new, *pairs], NEW_CUSTOMER if not pairs else None) if fits else looked_up(SUGGEST_CUSTOMER)
    shown = [
        ask_for("reference", line(limit=40)),
        ask_for("title", line()),
        ask_for("customer_id", choose, optional=say("slack-hint-customer")),
        ask_for("name", line(), optional=MAY_BE_EMPTY, label=say("slack-field-customer-name")),
        ask_for("email", {"type": "email_text_input"}, optional=MAY_BE_EMPTY, label=say("slack-field-customer-email")),
        ask_for("requested_delivery_date", day(), optional=MAY_BE_EMPTY),
        ask_for("delivery_address", prose(limit=500), optional=MAY_BE_EMPTY),
        ask_for("price", line(limit=30), optional=MAY_BE_EMPTY),
        ask_for("currency", line("EUR", 3), optional=MAY_BE_EMPTY),
        ask_for("flags", ticks([(f, say(f"slack-flag-{f}")) for f in FLAGS], ["customer_chat"]), optional=MAY_BE_EMPTY),
        ask_for("folders", prose(limit=1000), optional=say("slack-hint-folders")),
        ask_for("notes", prose(), optional=MAY_BE_EMPTY),
    ]
    return modal("new", say("slack-title-new"), meta, shown, submit=say("slack-submit-new"))


async def create_order(ask: Asking, _meta: Meta, values: Values) -> object:
    """A customer where a new one is named, then the order."""
    price = values.text("price").replace(",", ".") or None
    flags = values.choices("flags")
    customer = await _customer(ask, values)
    return await ask.do(
        CreateOrder(
            reference=values.text("reference"),
            title=values.text("title"),
            customer_id=customer,
            requested_delivery_date=values.day("requested_delivery_date"),
            delivery_address=values.text("delivery_address") or None,
            price=price,
            currency=(values.text("currency").upper() or None) if price else None,
            includes_installation="includes_installation" in flags,
            needs_kick_off="needs_kick_off" in flags,
            needs_production_drawings="needs_production_drawings" in flags,
            needs_sample_pictures="needs_sample_pictures" in flags,
            customer_chat="customer_chat" in flags,
            aliases="aliases" in flags,
            folders=tuple(dict.fromkeys(f.strip() for f in values.text("folders").splitlines() if f.strip())),
            notes=values.text("notes") or None,
        )
    )


async def _customer(ask: Asking, values: Values) -> str:
    chosen, name, email = values.choice("customer_id"), values.text("name"), values.text("email")
    if chosen and chosen != NEW_CUSTOMER:
        return chosen
    if not name or not email:
        raise BadValue("email" if name else "name", "blank")
    # The same person again, or the form sent a second time after something else was put right.
    known = await ask.room.database.read(lambda store: store.customers.find(name=name, email=email))
    if known:
        return known[0].id
    made = await ask.do(AddCustomer(name, email), ":customer")
    if isinstance(made, Customer):
        return made.id
    found = await ask.room.database.read(lambda store: store.customers.find(email=email))
    if not found:
        raise BadValue("name", "blank")
    return found[-1].id


def move(meta: Meta, excerpt: str) -> Json:
    """Where the message belongs."""
    chats = [(a.value, say(f"slack-move-to-{a.value.replace('_', '-')}")) for a in Audience]
    shown = [
        blocks.words(say("slack-move-about")),
        blocks.context(excerpt),
        ask_for("order_id", looked_up(SUGGEST_ORDER)),
        ask_for("audience", radio(chats)),
        ask_for("reason", prose(limit=500), optional=MAY_BE_EMPTY),
    ]
    return modal("move", say("slack-title-move"), meta, shown, submit=say("slack-submit-move"))


async def make_move(ask: Asking, meta: Meta, values: Values) -> object:
    audience = Audience(values.choice("audience"))
    return await ask.do(MoveMessage(meta["message"], values.choice("order_id"), audience, values.text("reason")))
