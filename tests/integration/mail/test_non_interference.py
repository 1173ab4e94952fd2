"""Reliability.md I17: whatever stands in the Cutr-only chat, the customer's mails and page are the same to the byte."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bots.customer.letters import letter_for
from core import commands as c
from core.chats import Audience, Platform
from core.customer_views import customer_view
from core.orders import DeliveryMethod, FeedbackCategory, Order, Remedy, Status, TaskKey
from core.outbox import PostingState
from core.parcels import parcel_for
from core.people import Party
from core.richtext import RichText
from tests.support.desk import ANNA
from tests.unit.core.scenes import Scene, running

OURS, SHARED = Audience.CUTR_ONLY, Audience.WITH_CUSTOMER
CANARY = "canary-4711"
Secrets = Callable[[Scene, int], None]


def nothing(_scene: Scene, _step: int) -> None:
    """The Cutr-only chat stays empty."""


def some(scene: Scene, step: int) -> None:
    """Words of both sides, answered, changed and taken back; a photo; a to-do nobody else knows."""
    topic, thread = scene.place(OURS, Platform.TELEGRAM), scene.place(OURS, Platform.SLACK)
    first = scene.says(scene.jan, topic, f"{CANARY} margin", f"9{step}1")
    scene.says(ANNA, thread, CANARY, f"9{step}.2")
    scene.says(scene.jan, topic, CANARY, f"9{step}3", reply_to=f"9{step}1")
    scene.sends(scene.jan, topic, f"9{step}4", f"{CANARY}-{step}.jpg", caption="finished")
    scene.store_all()
    scene.desk.do(c.DeleteMessage(first.id), scene.jan)
    if step == 1:
        scene.desk.do(c.SetDate(scene.order_id, TaskKey.MATERIAL_DATE, date(2030, 1, 9), CANARY), scene.jan)


def many(scene: Scene, step: int) -> None:
    """The same several times over."""
    for again in range(4):
        some(scene, step * 10 + again + 2)


Mails = list[tuple[str, str, str]]


def life(secrets: Secrets) -> tuple[Scene, Mails]:
    """An order with a chat, dates, a complaint and its end; between the steps the Cutr-only chat goes its own way.

    With it every mail to the customer as it left: subject, text and HTML.
    """
    mails: Mails = []
    scene = running()
    desk, order_id = scene.desk, scene.order_id
    topic, thread = scene.place(SHARED, Platform.TELEGRAM), scene.place(SHARED, Platform.SLACK)
    steps: list[Callable[[], object]] = [
        lambda: scene.says(scene.jan, topic, "The oak is in", "1"),
        lambda: scene.says(ANNA, thread, "We come on Friday", "1.1"),
        lambda: desk.do(c.SetDelivery(order_id, DeliveryMethod.DELIVERY, date(2030, 1, 25)), scene.jan),
        lambda: scene.sends(scene.jan, topic, "2", "table.jpg", caption="finished"),
        scene.store_all,
        lambda: scene.go(Status.READY, Status.DELIVERED),
        lambda: desk.do(c.RecordFeedback(order_id, FeedbackCategory.FINISH, "a scratch"), scene.customer),
        lambda: desk.do(c.Reopen(order_id, Status.DELIVERED, CANARY if secrets is not nothing else "x", Remedy.REPAIR)),
        lambda: writes(scene, "Thank you"),
        lambda: desk.do(c.RecordFeedback(order_id, FeedbackCategory.FINE, ""), scene.customer),
    ]
    for number, step in enumerate(steps):
        step()
        mails += leaving(scene)
        secrets(scene, number)
        mails += leaving(scene)
        desk.wait(minutes=30)
        mails += leaving(scene)
    return scene, mails


def writes(scene: Scene, text: str) -> None:
    origin = c.PlatformMessage(Platform.PAGE, scene.order_id, "nonce")
    scene.desk.do(c.RelayMessage(origin, RichText.of(text), scene.desk.now), scene.customer)


def leaving(scene: Scene) -> Mails:
    """Send everything that is due; the customer's mails among it."""
    store, now = scene.desk.store, scene.desk.now
    due = [one for one in store.outbox.find(party=Party.CUSTOMER, state=PostingState.QUEUED) if one.not_before <= now]
    letters = [letter_for(parcel_for(store, one, uncertain=False), link) for one in due]
    scene.desk.send_all()
    return [(letter.subject, letter.text, letter.html) for letter in letters]


def link(order: Order) -> str:
    return f"https://orders.example/c/{order.reference}-{order.customer_link_version}"


def page(scene: Scene) -> list[object]:
    """What the page is made of, without our random ids."""
    view = customer_view(scene.desk.store, scene.order_id, scene.desk.now, None)
    assert view is not None
    return [
        view.order.status, view.method, view.day, view.changes, view.milestones, view.earlier,
        [(one.message.author_name, one.message.body, one.message.sent_at, one.mark) for one in view.messages],
        [(one.file.kind, [version.number for version in one.versions]) for one in view.files],
        [(one.category, one.text, one.given_at) for one in view.feedback],
    ]  # fmt: skip


@pytest.mark.parametrize("secrets", [some, many])
def test_the_cutr_only_chat_leaves_no_trace(secrets: Secrets) -> None:
    (plain, few), (full, mails) = life(nothing), life(secrets)
    assert CANARY in repr(full.desk.store.messages.find())
    assert mails == few
    assert page(full) == page(plain)
    assert CANARY not in repr((mails, page(full)))
    assert "The oak is in" in repr(mails)
    assert len(mails) > 5
