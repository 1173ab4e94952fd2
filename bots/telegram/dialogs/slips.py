"""The packing slip: packages stated by buttons or in words, then the PDF in the chat at once (domain.md 9).

The paper itself is made by a callable that composition hands in; here nothing is drawn.
"""

from __future__ import annotations

import re
from functools import partial

from bots.aliases import customer_for_partner
from bots.buttons import Button
from bots.showing import show_list
from bots.telegram.cards import Reader
from bots.telegram.labels import key, moment, value_of
from bots.telegram.screen import Key, Rows, Screen
from bots.telegram.stock import Stock, stock_of
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.commands import MakeSlip
from core.files import SlipVersion
from core.orders import RUNNING_STATUSES, Order, TaskKey
from core.people import Actor
from core.permissions import Action, demand
from core.refusals import BadValue, Stale
from core.views import OrderView

_ROWS_OF_BOXES = (range(1, 6), range(6, 11))
_PALLETS = range(6)
_PALLET_WORDS = r"(?:pal|europal)"


# -- asking ------------------------------------------------------------------------------------------------------------


async def ask(turn: Turn, actor: Actor, view: OrderView, reader: Reader) -> Outcome:
    """What is known of the delivery and of the slips so far; and how many boxes, while the order is being made."""
    stock = await turn.room.database.read(lambda store: stock_of(store, view.order.id))
    title = say("telegram-slip-title", turn.language, reference=view.order.reference)
    lines = [_delivery(view, turn.language), "", *_state(stock, reader)]
    if view.order.status not in RUNNING_STATUSES:
        return Outcome(send=Screen.titled(title, "\n".join(lines).strip()))
    demand(actor, Action.UPLOAD, view.order)
    lines += ["", say("slip-ask-boxes", turn.language)]
    screen = Screen.titled(title, "\n".join(lines), _box_rows(view.order, stock, turn.language))
    return Outcome(send=screen, question=Question("slip", {}, view.order.id))


def _delivery(view: OrderView, language: str) -> str:
    order = view.order
    delivery = next((t for t in view.tasks if t.key is TaskKey.DELIVERY_SCHEDULE), None)
    unknown = say("telegram-unknown", language)
    customer = customer_for_partner(view.customer.name, order, language)
    return say("telegram-slip", language, value=(value_of(delivery, language) if delivery else "") or unknown,
               address=" ".join((order.delivery_address or unknown).split()), customer=customer)  # fmt: skip


def _state(stock: Stock, reader: Reader) -> list[str]:
    language, slip = reader.language, stock.slip
    if slip is None:
        return [say("slip-none-yet", language)]
    made = say("slip-now", language, version=str(slip.version), packages=packages_words(slip, language),
               moment=moment(slip.made_at, reader.zone, language), name=slip.made_by)  # fmt: skip
    return [made, *_outdated(stock, language)]


def _outdated(stock: Stock, language: str) -> list[str]:
    old = [say("slip-version-n", language, version=str(slip.version)) for slip in stock.slips if slip.outdated_at]
    return [say("slip-outdated", language, versions=show_list(old, language))] if old else []


def packages_words(slip: SlipVersion, language: str) -> str:
    """`3 boxes and 1 pallet`."""
    told = [say("slip-boxes", language, count=slip.boxes)] if slip.boxes else []
    told += [say("slip-pallets", language, count=slip.pallets)] if slip.pallets else []
    return show_list(told, language)


def _box_rows(order: Order, stock: Stock, language: str) -> Rows:
    rows = [tuple(Key(str(n), Button("slip_boxes", order.id, str(n))) for n in numbers) for numbers in _ROWS_OF_BOXES]
    rows.append((Key(say("slip-boxes", language, count=0), Button("slip_boxes", order.id, "0")),))
    if stock.slip is not None:
        again = say("slip-again-key", language, version=str(stock.slip.version))
        rows.append((Key(again, Button("slip_again", order.id)),))
    return (*rows, (key("cancel_ask", order.id, language),))


def chose_boxes(turn: Turn, actor: Actor, view: OrderView, arg: str) -> Outcome:
    """The boxes are known; how many pallets? Raises ValueError for an odd `arg`."""
    demand(actor, Action.UPLOAD, view.order)
    boxes, language = int(arg), turn.language
    numbers = [n for n in _PALLETS if n or boxes]
    keys = [Key(str(n) if n else say("slip-pallets", language, count=0),
                Button("slip_make", view.order.id, f"{boxes}.{n}")) for n in numbers]  # fmt: skip
    half = len(keys) - 3
    rows = (tuple(keys[:half]), tuple(keys[half:]), (key("cancel_ask", view.order.id, language),))
    words = say("slip-ask-pallets", language, boxes=say("slip-boxes", language, count=boxes))
    title = say("telegram-slip-title", language, reference=view.order.reference)
    return Outcome(edit=Screen.titled(title, words, rows))


# -- making ------------------------------------------------------------------------------------------------------------


async def make(turn: Turn, actor: Actor, view: OrderView, boxes: int, pallets: int) -> Outcome:
    """Make the slip, or find the one there is, and send the paper. Raises `Refusal`, `Again`."""
    before = await turn.room.database.read(lambda store: stock_of(store, view.order.id).slip)
    made = await turn.do(MakeSlip(view.order.id, boxes, pallets), actor)
    assert isinstance(made, SlipVersion)
    stock = await turn.room.database.read(lambda store: stock_of(store, view.order.id))
    told = "slip-same" if before is not None and before.id == made.id else "slip-made"
    lines = [say(told, turn.language, reference=view.order.reference, version=str(made.version),
                 packages=packages_words(made, turn.language))]  # fmt: skip
    lines += [*_outdated(stock, turn.language), say("slip-use", turn.language)]
    again = ((key("slip_again", view.order.id, turn.language),),)
    _send_paper(turn, view, made)
    return Outcome(edit=Screen.of("\n".join(lines), again))


async def pressed(turn: Turn, actor: Actor, view: OrderView, arg: str) -> Outcome:
    """Both numbers are known. Raises `Refusal`, `Again`, ValueError for an odd `arg`."""
    boxes, _, pallets = arg.partition(".")
    return await make(turn, actor, view, int(boxes), int(pallets or 0))


async def typed(turn: Turn, actor: Actor, view: OrderView, text: str) -> Outcome:
    """The packages in words. Raises `Refusal`, `Again`."""
    told = packages_in(text)
    if told is None:
        raise BadValue("packages", "unread", text[:40])
    made = await make(turn, actor, view, *told)
    return Outcome(send=made.edit)


def packages_in(text: str) -> tuple[int, int] | None:
    """Boxes and pallets in somebody's words: `12`, `3 boxes, 2 pallets`, `2 pallets`, `3 2`; None for no number."""
    pallets = re.search(rf"(\d{{1,4}})\s*x?\s*{_PALLET_WORDS}", text, re.IGNORECASE)
    rest = text if pallets is None else text[: pallets.start()] + text[pallets.end() :]
    numbers = [int(one) for one in re.findall(r"\d{1,4}", rest)]
    if pallets is not None:
        return (numbers[0] if numbers else 0), int(pallets[1])
    match numbers:
        case [boxes]:
            return boxes, 0
        case [boxes, more]:
            return boxes, more
        case _:
            return None


async def again(turn: Turn, actor: Actor, view: OrderView) -> Outcome:
    """Send the paper of the slip that counts once more. Raises `Stale` when there is none."""
    demand(actor, Action.UPLOAD, view.order)
    slip = await turn.room.database.read(lambda store: stock_of(store, view.order.id).slip)
    if slip is None:
        raise Stale(view.order.reference)
    await turn.first_time()
    _send_paper(turn, view, slip)
    return Outcome(toast=say("slip-version-n", turn.language, version=str(slip.version)))


def _send_paper(turn: Turn, view: OrderView, slip: SlipVersion) -> None:
    """Put off until the press is answered: drawing takes a moment."""
    turn.then(partial(_sent, turn, view, slip))


async def _sent(turn: Turn, view: OrderView, slip: SlipVersion) -> None:
    scene, replies, language = turn.scene, turn.room.replies, turn.language
    paper = await turn.room.make_slip(view.order.id) if turn.room.make_slip is not None else None
    if paper is None:
        await replies.say(scene.chat_id, scene.thread, Screen.of(say("slip-failed", language)))
        return
    reference, version = view.order.reference, str(slip.version)
    caption = say("slip-made", language, reference=reference, version=version,
                  packages=packages_words(slip, language))  # fmt: skip
    name = say("slip-file", language, reference=reference, version=version)
    await replies.hand(scene.chat_id, scene.thread, paper, name, caption)
