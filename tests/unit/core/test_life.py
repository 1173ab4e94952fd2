"""Every verb x status x role against a table written from domain.md 2.2 by hand, and the picture in docs/."""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest

from core import commands as c
from core import lifecycle
from core.commands import Command
from core.lifecycle import Verb
from core.orders import FeedbackCategory, Order, Status
from core.people import Actor, Role
from core.refusals import AlreadyDone, NotAllowed, Refusal, WrongStatus
from tests.house.tree import ROOT
from tests.support.desk import ANNA, MONDAY
from tests.unit.core.scenes import Scene, only, running, standing

CUTR: Final = "staff platform"
MAKERS: Final = "staff platform admin collaborator"
JUDGES: Final = "staff platform customer"
# verb: {from: {to: by}}
EXPECTED: Final[dict[str, dict[str, dict[str, str]]]] = {
    "offer": {"draft": {"offered": CUTR}, "offered": {"offered": CUTR}},
    "assign": {
        "draft": {"in_production": CUTR}, "offered": {"in_production": CUTR},
        "in_production": {"in_production": CUTR},
    },
    "mark_ready": {"in_production": {"ready": MAKERS}},
    "mark_delivered": {"ready": {"delivered": MAKERS}},
    "record_feedback": {
        "delivered": {"feedback_received": JUDGES}, "feedback_received": {"feedback_received": JUDGES},
        "approved": {"feedback_received": JUDGES},
    },
    "approve": {"delivered": {"approved": "staff platform customer clock"}, "feedback_received": {"approved": CUTR}},
    "reopen": {
        "ready": {"in_production": CUTR},
        "delivered": {"in_production": CUTR, "ready": CUTR},
        "feedback_received": {"in_production": CUTR, "ready": CUTR, "delivered": CUTR},
    },
    "cancel": {status: {"cancelled": CUTR} for status in (
        "draft", "offered", "in_production", "ready", "delivered", "feedback_received")},
}  # fmt: skip
EVER: Final = {verb: {role for ways in rows.values() for by in ways.values() for role in by.split()}
               for verb, rows in EXPECTED.items()}  # fmt: skip
WAYS: Final = {verb: tuple(Status) if verb is Verb.REOPEN else (None,) for verb in Verb}


def an_order(status: Status) -> Order:
    return Order("o1", "REF-1", "Oak kitchen", "c1", MONDAY, status=status, partner_id="p1")


def expected(verb: str, status: str, role: str, target: str | None) -> str:
    """The status after it, or the class of the refusal."""
    if role not in EVER[verb]:
        return "NotAllowed"
    ways = EXPECTED[verb].get(status, {})
    towards = target or next(iter(ways), "")
    if towards not in ways:
        return "WrongStatus"
    return towards if role in ways[towards].split() else "NotAllowed"


@pytest.mark.parametrize("verb", list(Verb))
@pytest.mark.parametrize("status", list(Status))
def test_each_cell_of_the_life(verb: Verb, status: Status) -> None:
    wrong = []
    for role, target in product(Role, WAYS[verb]):
        order, wish = an_order(status), expected(verb, status, role, target)
        found = outcome(order, verb, Actor(role, "x", "X", "p1"), target)
        if found != wish or order.status != (wish if wish in list(Status) else status):
            wrong.append((role, target, found, wish))
    assert wrong == []


def outcome(order: Order, verb: Verb, actor: Actor, target: Status | None) -> str:
    try:
        lifecycle.move(order, verb, actor, target)
    except (NotAllowed, WrongStatus) as refusal:
        return type(refusal).__name__
    return order.status


@pytest.mark.parametrize("status", list(Status))
async def test_each_cell_through_the_commands(status: Status) -> None:
    scene = standing(status)
    other = scene.desk.partner("Staalbouw", group=-100888)
    wrong = []
    for verb in Verb:
        for role, actor in scene.actors().items():
            for target in (Status.IN_PRODUCTION, Status.READY, Status.DELIVERED) if verb is Verb.REOPEN else (None,):
                after = await tried(scene, ask(verb, scene.order_id, other.id, target), actor)
                wish = expected(verb, status, role, target)
                if after != (wish if wish in list(Status) else status):
                    wrong.append((verb, role, target, after, wish))
    assert wrong == []


class Undone(Exception):
    """Ends the transaction without a trace, so that the next cell starts where this one did."""


async def tried(scene: Scene, command: Command, actor: Actor) -> str:
    """The order's status as it would be after the command."""
    desk, after = scene.desk, [str(scene.order.status)]

    def job(_store: object) -> None:
        desk.do(command, actor)
        after.append(scene.order.status)
        raise Undone

    try:
        await desk.database.run(job)
    except (Refusal, Undone):
        return after[-1]
    raise AssertionError("neither refused nor undone")


def ask(verb: Verb, order_id: str, other: str, target: Status | None) -> Command:
    match verb:
        case Verb.OFFER:
            return c.OfferOrder(order_id, (other,))
        case Verb.ASSIGN:
            return c.AssignOrder(order_id, other)
        case Verb.MARK_READY:
            return c.MarkReady(order_id)
        case Verb.MARK_DELIVERED:
            return c.MarkDelivered(order_id, signed_slip=True)
        case Verb.RECORD_FEEDBACK:
            return c.RecordFeedback(order_id, FeedbackCategory.FINISH, "a scratch")
        case Verb.APPROVE:
            return c.Approve(order_id, "agreed by phone")
        case Verb.REOPEN:
            return c.Reopen(order_id, only(Status, target), "not finished")
        case Verb.CANCEL:
            return c.Cancel(order_id, "customer left")


def test_every_status_can_be_reached_from_a_draft() -> None:
    reached = {Status.DRAFT}
    for _ in Status:
        reached |= {step.target for step in lifecycle.LIFE if step.source in reached}
    assert reached == set(Status)


def test_nothing_leaves_a_cancelled_order() -> None:
    assert [step for step in lifecycle.LIFE if step.source is Status.CANCELLED] == []


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("role", list(Role))
def test_the_buttons_offered_are_those_that_work(status: Status, role: Role) -> None:
    offered = set(lifecycle.verbs_now(an_order(status), Actor(role, "x", "X", "p1")))
    working = {verb for verb in Verb if any(
        role in by.split() for by in EXPECTED[verb].get(status, {}).values())}  # fmt: skip
    if status is Status.APPROVED:
        # Only feedback from before the deadline counts there; nobody is invited to give more.
        working.discard(Verb.RECORD_FEEDBACK)
    assert offered == working


def test_the_diagram_in_the_docs_is_printed_from_the_table() -> None:
    text = (ROOT / "docs" / "life.md").read_text(encoding="utf-8")
    assert text.split("```mermaid\n")[1].split("```")[0] == lifecycle.as_mermaid()


def test_a_button_pressed_twice_says_who_did_it_before() -> None:
    scene = running()
    scene.desk.do(c.MarkReady(scene.order_id), scene.jan)
    with pytest.raises(AlreadyDone) as told:
        scene.desk.do(c.MarkReady(scene.order_id), scene.piet)
    assert (told.value.by, told.value.at) == ("Jan", MONDAY)
    assert scene.desk.events(scene.order).count("mark_ready") == 1


def test_delivered_from_an_old_button_is_refused_with_the_present_status() -> None:
    scene = running()
    with pytest.raises(WrongStatus) as told:
        scene.desk.do(c.MarkDelivered(scene.order_id, signed_slip=True), scene.jan)
    assert (told.value.reference, told.value.status) == ("REF-1", "in_production")


def test_delivered_needs_the_signed_slip() -> None:
    scene = standing(Status.READY)
    with pytest.raises(Refusal):
        scene.desk.do(c.MarkDelivered(scene.order_id, signed_slip=False), scene.jan)
    assert scene.order.status is Status.READY


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\u200b"])
def test_what_staff_take_back_needs_a_reason(blank: str) -> None:
    scene = standing(Status.READY)
    for command in (c.Reopen(scene.order_id, Status.IN_PRODUCTION, blank), c.Cancel(scene.order_id, blank)):
        with pytest.raises(Refusal):
            scene.desk.do(command, ANNA)
    assert scene.order.status is Status.READY
