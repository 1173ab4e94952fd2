"""The life of an order as one table: verb, from, to, by whom. `move` is the only place that writes `Order.status`.

What else a step does (deadlines, to-dos, notices) is in `core.handlers.progress`. The diagram in docs/ is printed
from `LIFE`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from core.orders import OPEN_STATUSES, Order, Status
from core.people import Actor, Role
from core.refusals import NotAllowed, WrongStatus


class Verb(StrEnum):
    """What can be done to an order as a whole."""

    OFFER = "offer"
    ASSIGN = "assign"
    MARK_READY = "mark_ready"
    MARK_DELIVERED = "mark_delivered"
    RECORD_FEEDBACK = "record_feedback"
    APPROVE = "approve"
    REOPEN = "reopen"
    CANCEL = "cancel"


CUTR = frozenset({Role.STAFF, Role.PLATFORM})
MAKERS = CUTR | {Role.ADMIN, Role.COLLABORATOR}


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table."""

    verb: Verb
    source: Status
    target: Status
    by: frozenset[Role]


def _steps(verb: Verb, sources: Iterable[Status], target: Status, by: frozenset[Role]) -> tuple[Step, ...]:
    return tuple(Step(verb, source, target, by) for source in sources)


LIFE: tuple[Step, ...] = (
    *_steps(Verb.OFFER, (Status.DRAFT, Status.OFFERED), Status.OFFERED, CUTR),
    *_steps(Verb.ASSIGN, (Status.DRAFT, Status.OFFERED, Status.IN_PRODUCTION), Status.IN_PRODUCTION, CUTR),
    *_steps(Verb.MARK_READY, (Status.IN_PRODUCTION,), Status.READY, MAKERS),
    *_steps(Verb.MARK_DELIVERED, (Status.READY,), Status.DELIVERED, MAKERS),
    *_steps(Verb.RECORD_FEEDBACK, (Status.DELIVERED, Status.FEEDBACK_RECEIVED), Status.FEEDBACK_RECEIVED,
            CUTR | {Role.CUSTOMER}),
    # Feedback from before the deadline wins, also when it arrives after the automatic approval (decision 1).
    *_steps(Verb.RECORD_FEEDBACK, (Status.APPROVED,), Status.FEEDBACK_RECEIVED, CUTR | {Role.CUSTOMER}),
    *_steps(Verb.APPROVE, (Status.DELIVERED,), Status.APPROVED, CUTR | {Role.CLOCK, Role.CUSTOMER}),
    *_steps(Verb.APPROVE, (Status.FEEDBACK_RECEIVED,), Status.APPROVED, CUTR),
    *_steps(Verb.REOPEN, (Status.READY, Status.DELIVERED, Status.FEEDBACK_RECEIVED), Status.IN_PRODUCTION, CUTR),
    *_steps(Verb.REOPEN, (Status.DELIVERED, Status.FEEDBACK_RECEIVED), Status.READY, CUTR),
    *_steps(Verb.REOPEN, (Status.FEEDBACK_RECEIVED,), Status.DELIVERED, CUTR),
    *_steps(Verb.CANCEL, sorted(OPEN_STATUSES), Status.CANCELLED, CUTR),
)  # fmt: skip


def step_for(verb: Verb, source: Status, target: Status | None = None) -> Step | None:
    """The row for this verb out of this status, towards `target` where the verb has several."""
    return next((s for s in LIFE if s.verb is verb and s.source is source and target in (None, s.target)), None)


def may_ever(verb: Verb, actor: Actor) -> bool:
    """Whether somebody in this role may use the verb at all, whatever the status."""
    return any(step.verb is verb and actor.role in step.by for step in LIFE)


def check(order: Order, verb: Verb, actor: Actor, target: Status | None = None) -> Step:
    """The step this verb makes now.

    Raises `NotAllowed` when this role never may, `WrongStatus` when the order is elsewhere in its life.
    """
    if not may_ever(verb, actor):
        raise NotAllowed(verb)
    step = step_for(verb, order.status, target)
    if step is None:
        raise WrongStatus(order.reference, order.status, verb)
    if actor.role not in step.by:
        raise NotAllowed(verb)
    return step


def move(order: Order, verb: Verb, actor: Actor, target: Status | None = None) -> Status:
    """Make the step and return the status before it. Raises as `check` does."""
    step = check(order, verb, actor, target)
    before, order.status = order.status, step.target
    return before


def verbs_now(order: Order, actor: Actor) -> list[Verb]:
    """What this actor can do to the order at this moment, in the order of a life; drives every row of buttons."""
    return [
        verb for verb in Verb
        if any(s.verb is verb and s.source is order.status and actor.role in s.by for s in LIFE)
        and not (order.status is Status.APPROVED and verb is Verb.RECORD_FEEDBACK)
    ]  # fmt: skip


def as_mermaid() -> str:
    """The table as a Mermaid state diagram for docs/."""
    lines = ["stateDiagram-v2", "    [*] --> draft"]
    seen: dict[tuple[Status, Status], list[str]] = {}
    for step in LIFE:
        seen.setdefault((step.source, step.target), []).append(step.verb)
    lines += [f"    {a} --> {b}: {', '.join(dict.fromkeys(verbs))}" for (a, b), verbs in seen.items()]
    return "\n".join([*lines, "    approved --> [*]", "    cancelled --> [*]"]) + "\n"
