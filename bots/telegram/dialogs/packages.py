"""A package's label was scanned: order and package are shown, and the person's next photo is filed as that package's.

Only for members of the order's partner; to everybody else the link is one that does not work.
"""

from __future__ import annotations

import re
from datetime import timedelta

from bots.telegram.labels import key
from bots.telegram.screen import Screen, bold
from bots.telegram.stock import stock_of
from bots.telegram.turn import Outcome, Question, Turn
from bots.texts import say
from core.chats import Ask, Platform
from core.files import SlipVersion
from core.people import Actor
from core.permissions import Action, demand
from core.ports import Store
from core.refusals import WrongStatus
from core.views import OrderView, order_view

_START = re.compile(r"p-([A-Za-z0-9_-]{1,40})-(\d{1,3})")
LASTS = timedelta(minutes=30)


async def scanned(turn: Turn, payload: str) -> Outcome | None:
    """What a label's link opens; None when it is none of this person's. Raises `WrongStatus`."""
    found = _START.fullmatch(payload)
    if found is None:
        return None
    order_id, number = found[1], int(found[2])

    def job(store: Store) -> tuple[OrderView | None, SlipVersion | None]:
        return order_view(store, order_id), stock_of(store, order_id).slip

    view, slip = await turn.room.database.read(job)
    if view is None or view.order.partner_id is None or view.order.partner_id not in turn.scene.partners:
        return None
    return _wanted(turn, turn.scene.actor(view.order.partner_id), view, slip, number)


async def one_more(turn: Turn, actor: Actor, view: OrderView, arg: str) -> Outcome:
    """The same package once more. Raises `Refusal`, ValueError for an odd `arg`."""
    slip = await turn.room.database.read(lambda store: stock_of(store, view.order.id).slip)
    return _wanted(turn, actor, view, slip, int(arg))


def _wanted(turn: Turn, actor: Actor, view: OrderView, slip: SlipVersion | None, number: int) -> Outcome:
    order, language = view.order, turn.language
    demand(actor, Action.UPLOAD, order)
    if not order.is_open:
        raise WrongStatus(order.reference, order.status, "file")
    head = bold(say("package-here", language, reference=order.reference, title=order.title))
    fits = slip is not None and 1 <= number <= slip.packages
    text = (say("package-number", language, number=str(number), count=str(slip.packages)) if slip is not None and fits
            else say("package-outdated", language, number=str(number)))  # fmt: skip
    rows = ((key("order", order.id, language), key("cancel_ask", order.id, language)),)
    question = Question("package", {"order": order.id, "package": number}, order.id)
    return Outcome(send=Screen(head.followed_by(f"\n{text}"), rows), question=question)


async def waiting(turn: Turn, album: str | None) -> Ask | None:
    """The package for which this person's photo is wanted now: the newest scan, not older than half an hour.

    An album's later items belong to the package of its first.
    """
    channel, actor_id = str(turn.scene.chat_id), turn.scene.actor_id
    since = turn.room.clock() - LASTS
    await turn.room.questions.stored(turn.scene.chat_id)

    def job(store: Store) -> Ask | None:
        asks = [ask for ask in store.asks.find(platform=Platform.TELEGRAM, channel=channel, kind="package")
                if ask.asked_of == actor_id and ask.asked_at > since]  # fmt: skip
        begun = store.upload_sets.find(author_id=actor_id, album=album) if album else []
        for upload in begun:
            same = [ask for ask in asks if (ask.order_id, ask.data.get("package")) == (upload.order_id, upload.package)]
            if same:
                return same[-1]
        unanswered = [ask for ask in asks if ask.answered_at is None]
        return unanswered[-1] if unanswered else None

    return await turn.room.database.read(job)
