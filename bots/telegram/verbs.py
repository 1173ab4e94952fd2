"""What a button or a typed command does with an order: one table for both, so that neither can do more than the other.

Every verb checks who asks through the core; the picture shown before a question is no permission.
"""

from __future__ import annotations

from datetime import datetime

from bots.buttons import Button
from bots.labels import instant_of
from bots.telegram.cards import Reader, card, todo_screen
from bots.telegram.dialogs import check_ins, checklists, dates, packages, reasons, slips, steps, todos
from bots.telegram.dialogs.calendar import month_of, picked
from bots.telegram.dialogs.codes import Aim, Choice, NotACode
from bots.telegram.filing import give_link
from bots.telegram.labels import moment
from bots.telegram.screen import Screen
from bots.telegram.stock import files_screen, list_screen, stock_of
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Audience
from core.commands import PickKickOff
from core.people import Actor, Role
from core.permissions import Action, demand, may
from core.refusals import NotAllowed, Stale
from core.views import OrderView

ORDER_VERBS = frozenset({
    "task", "no_reference", "ready", "ready_yes", "delivered", "delivered_yes", "delay", "why", "kickoff",
    "milestone_no", "check_in", "todo", "files", "slip", "order", "cal", "pick", "confirm",
    "file_link", "file_list", "check", "check_item", "slip_boxes", "slip_make", "slip_again", "package",
})  # fmt: skip
STAFF_VERBS = frozenset({
    "snooze", "wake", "approve", "reopen", "cancel", "feedback", "milestones", "history", "upcoming", "offer", "assign",
    "staff_task", "move",
})  # fmt: skip


def reader_of(turn: Turn, actor: Actor) -> Reader:
    """The person as reader: in a group everybody sees what is shown, billing is refused when pressed."""
    sees = may(actor, Action.SEE_MONEY) or not turn.scene.is_private
    return Reader(turn.language, turn.scene.zone, sees, is_group=not turn.scene.is_private)


async def do_with_order(turn: Turn, actor: Actor, view: OrderView, button: Button) -> Outcome:
    """The outcome of a verb about an order. Raises `Refusal`, `Again`, `StorageAway`."""
    demand(actor, Action.SEE_ORDER, view.order)
    try:
        done = await _changed(turn, actor, view, button) or await _about_files(turn, actor, view, button)
        return done or _shown(turn, actor, view, button)
    except (NotACode, ValueError):
        raise Stale(view.order.reference) from None


async def _changed(turn: Turn, actor: Actor, view: OrderView, button: Button) -> Outcome | None:
    match button.verb:
        case "confirm" if button.arg.startswith("@"):
            return await reasons.confirmed(turn, actor, view, turn.scene.ask, button.arg)
        case "confirm":
            return await dates.confirmed(turn, actor, view, Choice.decode(button.arg))
        case "no_reference":
            return await todos.set_invoice(turn, actor, view, None)
        case "ready_yes":
            return await steps.ready(turn, actor, view, button.arg)
        case "delivered_yes":
            return await steps.delivered(turn, actor, view, button.arg)
        case "kickoff":
            return await _pick_kick_off(turn, actor, view, instant_of(button.arg))
        case "task":
            return await todos.open_task(turn, actor, view, button.arg)
        case "ready":
            return await steps.ask_ready(turn, actor, view)
        case "check_in":
            return await check_ins.answered(turn, actor, view, button.arg)
        case _:
            return None


async def _about_files(turn: Turn, actor: Actor, view: OrderView, button: Button) -> Outcome | None:
    reader = reader_of(turn, actor)
    match button.verb:
        case "files" | "file_list":
            return await _stock(turn, view, button, reader)
        case "file_link":
            return await give_link(turn, actor, view)
        case "check":
            return await checklists.show(turn, view, button.arg)
        case "check_item":
            return checklists.ask_photos(turn, actor, view, button.arg)
        case "slip":
            return await slips.ask(turn, actor, view, reader)
        case "slip_boxes":
            return slips.chose_boxes(turn, actor, view, button.arg)
        case "slip_make":
            return await slips.pressed(turn, actor, view, button.arg)
        case "slip_again":
            return await slips.again(turn, actor, view)
        case "package":
            return await packages.one_more(turn, actor, view, button.arg)
        case _:
            return None


async def _stock(turn: Turn, view: OrderView, button: Button, reader: Reader) -> Outcome:
    stock = await turn.room.database.read(lambda store: stock_of(store, view.order.id))
    if button.verb == "file_list":
        return Outcome(edit=list_screen(view, stock, button.arg, reader))
    return Outcome(send=files_screen(view, stock, reader, turn.today))


def _shown(turn: Turn, actor: Actor, view: OrderView, button: Button) -> Outcome:
    match button.verb:
        case "delivered":
            return steps.ask_delivered(turn, actor, view)
        case "delay" if button.arg:
            demand(actor, Action.REPORT_DELAY, view.order)
            return _calendar(turn, view, Aim.of(button.arg), "")
        case "delay":
            return todos.ask_delay(turn, actor, view)
        case "cal":
            demand(actor, Action.SET_DATES, view.order)
            aim, _ = month_of(button.arg, turn.today)
            return _calendar(turn, view, aim, button.arg)
        case "pick":
            demand(actor, Action.SET_DATES, view.order)
            return dates.chose(turn, view, *picked(button.arg))
        case "why":
            return reasons.pressed(turn, view, turn.scene.ask, button.arg)
        case "milestone_no":
            demand(actor, Action.WRITE_CUTR_ONLY, view.order)
            return _can_not_make_it(turn, view)
        case _:
            return _picture(turn, actor, view, button.verb)


def _picture(turn: Turn, actor: Actor, view: OrderView, verb: str) -> Outcome:
    reader = reader_of(turn, actor)
    match verb:
        case "todo":
            return Outcome(send=todo_screen(view, reader))
        case "order":
            place = turn.scene.place
            audience = place.audience if place and place.order_id == view.order.id else Audience.CUTR_ONLY
            return Outcome(send=card(view, audience, reader))
        case _:
            raise Stale(view.order.reference)


def _calendar(turn: Turn, view: OrderView, aim: Aim, arg: str) -> Outcome:
    month = month_of(arg or aim.code, turn.today)[1]
    opened = dates.turned_into_calendar(turn, view, aim, month)
    # The message is a question already when somebody only turns the page.
    return opened if turn.scene.ask is None else Outcome(edit=opened.edit)


async def _pick_kick_off(turn: Turn, actor: Actor, view: OrderView, option: datetime) -> Outcome:
    await turn.do(PickKickOff(view.order.id, option), actor)
    at = moment(option, turn.scene.zone, turn.language)
    words = say("telegram-kickoff-picked", turn.language, reference=view.order.reference, moment=at)
    return Outcome(toast=at, edit=Screen.of(words))


def _can_not_make_it(turn: Turn, view: OrderView) -> Outcome:
    words = say("telegram-milestone-words", turn.language, reference=view.order.reference)
    return Outcome(send=Screen.of(words), question=Question("milestone_no", {}, view.order.id))


def refuse_staff_verb(verb: str) -> None:
    """Verbs of Cutr's side are never done from here. Raises `NotAllowed`."""
    raise NotAllowed(verb)


def is_known_person(actor: Actor) -> bool:
    """Whether the person may use verbs at all: guests may not (product.md)."""
    return actor.role in (Role.ADMIN, Role.COLLABORATOR)
