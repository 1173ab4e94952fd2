"""The modals by name: how each is built for an order, and what is done with what was filled in.

A form is opened only when its verb is possible now, and everything is checked again by the core when it is sent.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from inspect import isawaitable
from typing import Any
from zoneinfo import ZoneInfo

from bots.refusing import refusal_words
from bots.slack import blocks, home
from bots.slack.board import Turned
from bots.slack.modals import addresses, dates, delays, files, life, orders, partners, reading
from bots.slack.modals.frame import Json, Meta, Values, confirming, meta_of
from bots.slack.telling import alert_view, open_view
from bots.slack.updates import Asking
from bots.texts import say
from core.dispatch import DUPLICATE
from core.lifecycle import Verb, check
from core.orders import Remedy
from core.refusals import BadValue, ConfirmNeeded, ReasonNeeded, Refusal, UnknownOrder, UploadsMissing
from core.views import OrderView, order_view

Build = Callable[[Asking, OrderView, Meta], Json | Awaitable[Json]]
Submit = Callable[[Asking, Meta, Values], Awaitable[object]]

BUILDERS: dict[str, Build] = {
    "ready": life.ready,
    "delivered": life.delivered,
    "approve": life.approve,
    "reopen": life.reopen,
    "remake": partial(life.remedy, wanted=Remedy.REMAKE),
    "repair": partial(life.remedy, wanted=Remedy.REPAIR),
    "cancel": life.cancel,
    "snooze": life.snooze,
    "feedback": life.feedback,
    "task": dates.task,
    "delay": delays.delay,
    "milestones": dates.milestones,
    "kickoff": dates.kickoff,
    "offer": partners.offer,
    "assign": partners.assign,
    "history": reading.history,
    "upcoming": reading.upcoming,
    "card": reading.card,
    "files": files.listing,
    "slip": files.slip,
}
SUBMITTERS: dict[str, Submit] = {
    "ready": life.make_ready,
    "delivered": life.make_delivered,
    "approve": life.make_approved,
    "reopen": life.make_reopened,
    "remake": partial(life.make_remedied, wanted=Remedy.REMAKE),
    "repair": partial(life.make_remedied, wanted=Remedy.REPAIR),
    "cancel": life.make_cancelled,
    "snooze": life.make_snoozed,
    "feedback": life.make_feedback,
    "task": dates.set_task,
    "delay": delays.make_delay,
    "milestones": dates.set_milestone,
    "kickoff": dates.propose_kickoff,
    "offer": partners.make_offer,
    "assign": partners.make_assigned,
    "partner_add": partners.add_partner,
    "address": addresses.make_address,
    "invite": partners.make_invite,
    "new": orders.create_order,
    "move": orders.make_move,
    "file_move": files.make_move,
    "file_reject": files.make_rejected,
    "slip": files.make_slip,
}
STEP_OF = {
    "ready": Verb.MARK_READY,
    "delivered": Verb.MARK_DELIVERED,
    "approve": Verb.APPROVE,
    "reopen": Verb.REOPEN,
    "remake": Verb.REOPEN,
    "repair": Verb.REOPEN,
    "cancel": Verb.CANCEL,
    "feedback": Verb.RECORD_FEEDBACK,
    "offer": Verb.OFFER,
    "assign": Verb.ASSIGN,
}
# What the core calls a value, where the form has another name for it.
BLOCK_OF = {
    "options": "option_0", "invoice_reference": "reference", "date": "day", "partners": "partner_ids",
    "packages": "boxes",
    "hours": "answer_within_hours", "at": "given_at", "customer": "customer_id", "target": "target", "status": "target",
}  # fmt: skip


async def open_form(ask: Asking, verb: str, order_id: str, **more: str) -> None:
    """Open the modal for this verb on this order. Raises `UnknownOrder`, or whatever the verb's state refuses."""
    view = await ask.room.database.read(lambda store: order_view(store, order_id))
    if view is None:
        raise UnknownOrder(order_id)
    if verb in STEP_OF:
        check(view.order, STEP_OF[verb], ask.actor)
    built = BUILDERS[verb](ask, view, where(ask) | {"order": order_id, "ref": view.order.reference} | more)
    await open_view(ask.room, ask.update, await built if isawaitable(built) else built)


def where(ask: Asking) -> Meta:
    """Where the asker pressed, so that they can be told there what came of it."""
    view = ask.update.body.get("view")
    if isinstance(view, Mapping):
        inner = meta_of(view)
        kept: Meta = {name: inner[name] for name in ("channel", "thread", "home") if name in inner}
        return {"home": inner.get("home") or Turned().written()} if view.get("type") == "home" else kept
    found: Meta = {"channel": ask.update.channel, "thread": ask.update.thread}
    return {name: value for name, value in found.items() if value}


async def submitted(ask: Asking) -> Json | None:
    """A modal was sent: do it, and close it, or say in it what is wrong. Raises `Refusal`s that no input can mend."""
    view: Mapping[str, Any] = ask.update.body.get("view") or {}
    submit = SUBMITTERS.get(str(view.get("callback_id") or ""))
    if submit is None:
        return None
    meta, values = meta_of(view), Values((view.get("state") or {}).get("values") or {})
    try:
        done = await submit(ask, meta, values)
    except ConfirmNeeded as odd:
        return {"response_action": "update", "view": confirming(view, meta, _words(odd, ask))}
    except (BadValue, ReasonNeeded, UploadsMissing) as wrong:
        block = _block_for(wrong, view)
        if block is None:
            raise
        return {"response_action": "errors", "errors": {block: _words(wrong, ask)}}
    return _closed(ask, str(view["callback_id"]), meta, done)


def _closed(ask: Asking, verb: str, meta: Meta, done: object) -> Json | None:
    if done is DUPLICATE:
        return {"response_action": "update", "view": alert_view(say("slack-sent-before"))}
    if isinstance(done, dict):
        return {"response_action": "update", "view": done}
    if isinstance(done, str) and verb in {"partner_add", "invite"}:
        return {"response_action": "update", "view": alert_view(done)}
    if meta.get("home"):
        ask.room.slack.later(home.publish(ask.room, ask.person, Turned.read(meta["home"])))
    if meta.get("channel"):
        text = say(f"slack-done-{verb}", reference=meta.get("ref") or _reference(done))
        ask.room.slack.later(_tell_where(ask, meta, text))
    return None


def _reference(done: object) -> str:
    return str(getattr(done, "reference", ""))


async def _tell_where(ask: Asking, meta: Meta, text: str) -> None:
    await ask.room.slack.client.chat_postEphemeral(
        channel=meta["channel"], user=ask.person.id, thread_ts=meta.get("thread") or None, text=blocks.fallback(text)
    )


def _words(refusal: Refusal, ask: Asking) -> str:
    if isinstance(refusal, UploadsMissing):
        return say("slack-ready-override", reason=refusal_words(refusal, zone=ZoneInfo(ask.room.zone)))
    return refusal_words(refusal, zone=ZoneInfo(ask.room.zone))


def _block_for(wrong: BadValue | ReasonNeeded | UploadsMissing, view: Mapping[str, Any]) -> str | None:
    """The input an error belongs to: Slack takes errors on input blocks only (platforms.md 1.5)."""
    inputs = [str(block["block_id"]) for block in view.get("blocks") or () if block.get("type") == "input"]
    field = wrong.field if isinstance(wrong, BadValue) else "reason"
    for name in (field, "note" if isinstance(wrong, ReasonNeeded) else "", BLOCK_OF.get(field, "")):
        if name in inputs:
            return name
    return None
