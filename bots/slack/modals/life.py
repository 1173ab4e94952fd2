"""Modals of the order's steps: Ready, Delivered, approve, reopen, cancel, snooze, feedback."""

from __future__ import annotations

from bots.refusing import kinds_words
from bots.slack import blocks
from bots.slack.modals.frame import (
    MAY_BE_EMPTY,
    Json,
    Meta,
    Values,
    ask_for,
    day,
    instant,
    modal,
    one_of,
    prose,
    radio,
    ticks,
)
from bots.slack.updates import Asking
from bots.texts import say
from core.commands import Approve, Cancel, MarkDelivered, MarkReady, RecordFeedback, Reopen, Snooze
from core.lifecycle import Verb, step_for
from core.orders import FeedbackCategory, Remedy, Status
from core.views import OrderView


def _title(verb: str, view: OrderView) -> str:
    return say(f"slack-title-{verb}", reference=view.order.reference)


def ready(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    missing = [say(f"task-{task.key}-short") for task in view.open_tasks]
    about = say("slack-ready-missing", missing=", ".join(missing)) if missing else say("slack-ready-complete")
    shown = [
        blocks.words(about),
        *_uploads(view),
        ask_for("reason", prose(limit=1000), optional=say("slack-hint-ready-reason")),
    ]
    return modal("ready", _title("ready", view), meta, shown, submit=say("slack-submit-ready"))


def _uploads(view: OrderView) -> list[Json]:
    """What of the required files is missing or rejected: then the reason below is needed."""
    told = [say("slack-ready-lacking", kinds=kinds_words(view.lacking))] if view.lacking else []
    names = ", ".join(file.name for file in view.rejected)
    told += [say("slack-ready-rejected", names=names)] if names else []
    return [blocks.words("\n".join([*told, say("slack-ready-why")]))] if told else []


async def make_ready(ask: Asking, meta: Meta, values: Values) -> object:
    return await ask.do(MarkReady(meta["order"], override_reason=values.text("reason") or None))


def delivered(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    signed = ticks([("signed", say("slack-signed-slip"))])
    shown = [blocks.words(say("slack-delivered-about")), ask_for("signed_slip", signed, optional=MAY_BE_EMPTY)]
    return modal("delivered", _title("delivered", view), meta, shown, submit=say("slack-submit-delivered"))


async def make_delivered(ask: Asking, meta: Meta, values: Values) -> object:
    return await ask.do(MarkDelivered(meta["order"], signed_slip="signed" in values.choices("signed_slip")))


def approve(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    judged = view.order.status is Status.FEEDBACK_RECEIVED
    why = "" if judged else say("slack-hint-approve-reason")
    shown = [blocks.words(say("slack-approve-about")), ask_for("reason", prose(limit=1000), optional=why)]
    return modal("approve", _title("approve", view), meta, shown, submit=say("slack-submit-approve"))


async def make_approved(ask: Asking, meta: Meta, values: Values) -> object:
    return await ask.do(Approve(meta["order"], reason=values.text("reason") or None))


def reopen(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    targets = [s for s in Status if step_for(Verb.REOPEN, view.order.status, s) is not None]
    pairs = [(target.value, say(f"status-{target}")) for target in targets]
    choose = radio(pairs, pairs[0][0] if len(pairs) == 1 else None)
    shown = [ask_for("target", choose), ask_for("reason", prose(limit=1000))]
    return modal("reopen", _title("reopen", view), meta, shown)


async def make_reopened(ask: Asking, meta: Meta, values: Values) -> object:
    return await ask.do(Reopen(meta["order"], Status(values.choice("target")), values.text("reason")))


def remedy(_ask: Asking, view: OrderView, meta: Meta, wanted: Remedy) -> Json:
    shown = [blocks.words(say(f"slack-{wanted}-about")), ask_for("reason", prose(limit=1000))]
    return modal(wanted, _title(wanted, view), meta, shown, submit=say(f"slack-submit-{wanted}"))


async def make_remedied(ask: Asking, meta: Meta, values: Values, wanted: Remedy) -> object:
    return await ask.do(Reopen(meta["order"], Status.IN_PRODUCTION, values.text("reason"), wanted))


def cancel(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    shown = [blocks.words(say("slack-cancel-about")), ask_for("reason", prose(limit=1000))]
    return modal("cancel", _title("cancel", view), meta, shown, submit=say("slack-submit-cancel"))


async def make_cancelled(ask: Asking, meta: Meta, values: Values) -> object:
    return await ask.do(Cancel(meta["order"], values.text("reason")))


def snooze(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    shown = [ask_for("until", day()), ask_for("reason", prose(limit=1000))]
    return modal("snooze", _title("snooze", view), meta, shown)


async def make_snoozed(ask: Asking, meta: Meta, values: Values) -> object:
    return await ask.do(Snooze(meta["order"], values.day("until"), values.text("reason")))


def feedback(_ask: Asking, view: OrderView, meta: Meta) -> Json:
    categories = [(category.value, say(f"feedback-{category}")) for category in FeedbackCategory]
    shown = [
        ask_for("category", one_of(categories)),
        ask_for("text", prose()),
        ask_for("given_at", instant(), optional=say("slack-hint-given-at")),
    ]
    return modal("feedback", _title("feedback", view), meta, shown)


async def make_feedback(ask: Asking, meta: Meta, values: Values) -> object:
    category = FeedbackCategory(values.choice("category"))
    return await ask.do(RecordFeedback(meta["order"], category, values.text("text"), values.instant("given_at")))
