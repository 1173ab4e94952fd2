"""Who may do what: the matrix of domain.md section 13 as one table. The life's verbs are in `core.lifecycle`.

`demand` is called by every handler that is not a step of the life; a refusal never says more than what to do next.
"""

from __future__ import annotations

from enum import StrEnum

from core.orders import Order
from core.people import Actor, Role
from core.refusals import NotAllowed, NotYourOrder


class Action(StrEnum):
    """Rows of the matrix."""

    ANSWER_OFFER = "answer_offer"
    SEE_MONEY = "see_money"
    SEE_ORDER = "see_order"
    SET_DATES = "set_dates"
    SET_INVOICE_REFERENCE = "set_invoice_reference"
    REPORT_DELAY = "report_delay"
    ANSWER_CHECK_IN = "answer_check_in"
    SET_MILESTONE = "set_milestone"
    PROPOSE_KICK_OFF = "propose_kick_off"
    PICK_KICK_OFF = "pick_kick_off"
    WRITE_CUTR_ONLY = "write_cutr_only"
    WRITE_WITH_CUSTOMER = "write_with_customer"
    MOVE_MESSAGE = "move_message"
    VOUCH = "vouch"
    STEER_MESSAGE = "steer_message"
    MANAGE_MEMBERS = "manage_members"
    LINK_GROUP = "link_group"
    CREATE_ORDER = "create_order"
    SNOOZE = "snooze"
    DO_STAFF_TASK = "do_staff_task"
    REPLAY_UPDATE = "replay_update"
    SEE_HEALTH = "see_health"
    SEE_REPORT = "see_report"
    EXPORT_ORDERS = "export_orders"
    UPLOAD = "upload"
    REVIEW_FILE = "review_file"
    LOOK_AT_PAGE = "look_at_page"
    MANAGE_CUSTOMER_LINK = "manage_customer_link"


_CUTR = frozenset({Role.STAFF, Role.PLATFORM})
_MEMBERS = frozenset({Role.ADMIN, Role.COLLABORATOR})

MATRIX: dict[Action, frozenset[Role]] = {
    Action.ANSWER_OFFER: frozenset({Role.ADMIN}),
    Action.SEE_MONEY: _CUTR | {Role.ADMIN},
    Action.SEE_ORDER: _CUTR | _MEMBERS | {Role.CUSTOMER},
    Action.SET_DATES: _CUTR | _MEMBERS,
    Action.SET_INVOICE_REFERENCE: _CUTR | {Role.ADMIN},
    Action.REPORT_DELAY: _CUTR | _MEMBERS,
    Action.ANSWER_CHECK_IN: _CUTR | _MEMBERS,
    Action.SET_MILESTONE: _CUTR,
    Action.PROPOSE_KICK_OFF: _CUTR,
    Action.PICK_KICK_OFF: _CUTR | _MEMBERS,
    Action.WRITE_CUTR_ONLY: _CUTR | _MEMBERS | {Role.GUEST},
    Action.WRITE_WITH_CUSTOMER: _CUTR | _MEMBERS | {Role.GUEST, Role.CUSTOMER},
    Action.MOVE_MESSAGE: _CUTR,
    Action.STEER_MESSAGE: _CUTR | _MEMBERS,
    Action.VOUCH: _CUTR | {Role.ADMIN},
    Action.MANAGE_MEMBERS: _CUTR | {Role.ADMIN},
    Action.LINK_GROUP: frozenset({Role.ADMIN}),
    Action.CREATE_ORDER: _CUTR,
    Action.SNOOZE: _CUTR,
    Action.DO_STAFF_TASK: _CUTR,
    Action.REPLAY_UPDATE: _CUTR,
    Action.SEE_HEALTH: _CUTR,
    Action.SEE_REPORT: _CUTR,
    Action.EXPORT_ORDERS: _CUTR,
    Action.UPLOAD: _CUTR | _MEMBERS,
    Action.REVIEW_FILE: _CUTR | {Role.CUSTOMER},
    Action.LOOK_AT_PAGE: frozenset({Role.CUSTOMER}),
    Action.MANAGE_CUSTOMER_LINK: _CUTR,
}


def may(actor: Actor, action: Action) -> bool:
    """Whether this role may do this at all."""
    return actor.role in MATRIX[action]


def demand(actor: Actor, action: Action, order: Order | None = None) -> None:
    """Go on only if the actor may. Raises `NotAllowed`, or `NotYourOrder` for somebody else's order."""
    if not may(actor, action):
        raise NotAllowed(action)
    if order is not None:
        demand_own(actor, order)


def demand_own(actor: Actor, order: Order) -> None:
    """A partner's people see orders of their own organisation only, a customer their own (domain.md 13).

    Raises `NotYourOrder`.
    """
    if actor.role in _MEMBERS | {Role.GUEST} and order.partner_id != actor.partner_id:
        raise NotYourOrder
    if actor.role is Role.CUSTOMER and order.customer_id != actor.customer_id:
        raise NotYourOrder
