"""Who may use which button, typed command and address: written by hand beside the product's own tables.

`verbs_of` reads the source for every verb that is spoken anywhere, so that a new one without a row here fails.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import bots
from bots.catalogue import every_row
from bots.refusing import refusal_words
from bots.texts import say
from core.chats import Platform
from core.lifecycle import LIFE, Verb
from core.people import Role
from core.permissions import MATRIX, Action
from core.refusals import NotAllowed, NotLinked, NotYourOrder, UnknownThing

MEMBERS: Final = frozenset({Role.ADMIN, Role.COLLABORATOR})
CUTR: Final = frozenset({Role.STAFF, Role.PLATFORM})
Right = Action | Verb | frozenset[Role]
BOTH: Final = frozenset({Platform.SLACK, Platform.TELEGRAM})
TELEGRAM: Final = frozenset({Platform.TELEGRAM})
SLACK: Final = frozenset({Platform.SLACK})


@dataclass(frozen=True, slots=True)
class Tap:
    """A verb's right, what its button is about (`order`, `message`, …), its argument, and where it is pressed."""

    right: Right
    about: str = "order"
    arg: str = ""
    where: frozenset[Platform] = BOTH


def may_use(right: Right, role: Role) -> bool:
    """What the product's own tables say of this right."""
    if isinstance(right, Action):
        return role in MATRIX[right]
    if isinstance(right, Verb):
        return any(step.verb is right and role in step.by for step in LIFE)
    return role in right


def _telegram(right: Right, about: str = "order", arg: str = "") -> Tap:
    return Tap(right, about, arg, TELEGRAM)


def _slack(right: Right, about: str = "order", arg: str = "") -> Tap:
    return Tap(right, about, arg, SLACK)


BUTTONS: Final[dict[str, Tap]] = {
    "address": _slack(Action.CREATE_ORDER, "place"),
    "approve": Tap(Verb.APPROVE),
    "assign": Tap(Verb.ASSIGN),
    "cal": _telegram(Action.SET_DATES, arg="m.2030-02"),
    "cancel": Tap(Verb.CANCEL),
    "cancel_ask": _telegram(MEMBERS, ""),
    "card": _slack(Action.SEE_ORDER),
    "check": _telegram(Action.SEE_ORDER),
    "check_in": _telegram(Action.ANSWER_CHECK_IN),
    "check_item": _telegram(Action.UPLOAD),
    "confirm": _telegram(Action.SET_DATES),
    "decline": _telegram(Action.ANSWER_OFFER, "offer", "no_capacity"),
    "delay": Tap(Action.REPORT_DELAY),
    "delivered": Tap(Verb.MARK_DELIVERED),
    "delivered_yes": _telegram(Verb.MARK_DELIVERED),
    "dossier": _slack(CUTR),
    "drop": Tap(Action.VOUCH, "guest"),
    "feedback": Tap(Verb.RECORD_FEEDBACK),
    "file_approve": _slack(Action.REVIEW_FILE, "set"),
    "file_approve_one": _slack(Action.REVIEW_FILE, "file", "1"),
    "file_as": Tap(Action.UPLOAD, "set", "finished_photo"),
    "file_folder": _telegram(Action.UPLOAD, "set"),
    "file_keep": _telegram(Action.UPLOAD, "set"),
    "file_link": _telegram(Action.UPLOAD),
    "file_list": _telegram(Action.SEE_ORDER),
    "file_move": Tap(Action.UPLOAD, "set"),
    "file_part": _telegram(Action.UPLOAD, "set"),
    "file_reject": _slack(Action.REVIEW_FILE, "set"),
    "file_reject_one": _slack(Action.REVIEW_FILE, "file", "1"),
    "file_retake": _telegram(Action.UPLOAD, "set"),
    "file_revise": _telegram(Action.UPLOAD, "file"),
    "file_show": _telegram(Action.SEE_ORDER, "set"),
    "file_side": _telegram(Action.UPLOAD, "file"),
    "file_undo": Tap(Action.UPLOAD, "set"),
    "files": Tap(Action.SEE_ORDER),
    "history": Tap(CUTR),
    "invite": _slack(Action.MANAGE_MEMBERS, "partner"),
    "kickoff": Tap(Action.PICK_KICK_OFF),
    "language": _telegram(MEMBERS, ""),
    "milestone_no": _telegram(Action.WRITE_CUTR_ONLY),
    "milestones": Tap(Action.SET_MILESTONE),
    "move": Tap(Action.MOVE_MESSAGE, "message"),
    "no_reference": _telegram(Action.SET_INVOICE_REFERENCE),
    "offer": Tap(Verb.OFFER),
    "offer_accept": _telegram(Action.ANSWER_OFFER, "offer"),
    "offer_decline": _telegram(Action.ANSWER_OFFER, "offer"),
    "order": Tap(Action.SEE_ORDER),
    "orders": _telegram(MEMBERS, "partner", "order.0"),
    "package": _telegram(Action.UPLOAD),
    "pick": _telegram(Action.SET_DATES),
    "ready": Tap(Verb.MARK_READY),
    "ready_yes": _telegram(Verb.MARK_READY),
    "remake": _slack(Verb.REOPEN),
    "renewlink": _slack(Action.MANAGE_CUSTOMER_LINK),
    "reopen": Tap(Verb.REOPEN),
    "repair": _slack(Verb.REOPEN),
    "retry": Tap(frozenset({Role.STAFF, Role.ADMIN}), "message"),
    "revokelink": _slack(Action.MANAGE_CUSTOMER_LINK),
    "route": _telegram(Action.WRITE_CUTR_ONLY, "chat", "1"),
    "send_now": Tap(frozenset({Role.STAFF, Role.ADMIN}), "message"),
    "slip": Tap(Action.UPLOAD),
    "slip_again": _telegram(Action.UPLOAD),
    "slip_boxes": _telegram(Action.UPLOAD, arg="2"),
    "slip_make": _telegram(Action.UPLOAD, arg="2.0"),
    "snooze": Tap(Action.SNOOZE),
    "spots": _telegram(MEMBERS, "", "1.0"),
    "staff_task": Tap(Action.DO_STAFF_TASK, "task"),
    "steer_customer": _telegram(frozenset({Role.ADMIN}), "message"),
    "steer_cutr": _telegram(frozenset({Role.ADMIN}), "message"),
    "task": Tap(Action.SET_DATES, arg="material_date"),
    "todo": Tap(Action.SEE_ORDER),
    "undo": _telegram(frozenset({Role.ADMIN}), "message"),
    "undo_in": _telegram(MEMBERS, "chat", "1"),
    "upcoming": Tap(CUTR),
    "vouch": Tap(Action.VOUCH, "guest"),
    "wake": Tap(Action.SNOOZE),
    "why": _telegram(Action.SEE_ORDER),
}
"""The `message` is admin Jan's: taking back, sending anew and steering is for who wrote it, and partly for staff. The
`guest` is one of Kees's that waits where the customer would read it."""

TYPED: Final[dict[tuple[Platform, str], Right]] = {
    **{(Platform.SLACK, row.name): CUTR for row in every_row() if row.platform is Platform.SLACK},
    (Platform.TELEGRAM, "orders"): MEMBERS,
    (Platform.TELEGRAM, "order"): Action.SEE_ORDER,
    (Platform.TELEGRAM, "todo"): Action.SET_DATES,
    (Platform.TELEGRAM, "files"): Action.UPLOAD,
    (Platform.TELEGRAM, "slip"): Action.UPLOAD,
    (Platform.TELEGRAM, "ready"): Verb.MARK_READY,
    (Platform.TELEGRAM, "delivered"): Verb.MARK_DELIVERED,
    (Platform.TELEGRAM, "delay"): Action.REPORT_DELAY,
    (Platform.TELEGRAM, "undo"): MEMBERS,
    (Platform.TELEGRAM, "language"): MEMBERS,
    (Platform.TELEGRAM, "help"): MEMBERS | {Role.GUEST},
    (Platform.TELEGRAM, "start"): MEMBERS | {Role.GUEST},
    (Platform.TELEGRAM, "link"): Action.LINK_GROUP,
}

API, PAGE, UPLOADS, OPEN, SLACK_SIGNED, TELEGRAM_SIGNED = "api", "page", "uploads", "open", "slack", "telegram"
ROUTES: Final[dict[str, str]] = {
    "GET /healthz": OPEN,
    "GET /readyz": OPEN,
    "GET /metrics": OPEN,
    "GET /api/docs": OPEN,
    "GET /api/openapi.json": OPEN,
    "GET /c/-/{name}": OPEN,
    "GET /u/-/upload.js": OPEN,
    "POST /slack/events": SLACK_SIGNED,
    "POST /telegram/webhook": TELEGRAM_SIGNED,
    "POST /api/v1/partners": API,
    "POST /api/v1/partners/{partner_id}/members": API,
    "POST /api/v1/customers": API,
    "POST /api/v1/orders": API,
    "GET /api/v1/orders": API,
    "GET /api/v1/orders.csv": API,
    "GET /api/v1/orders/{reference}": API,
    "POST /api/v1/orders/{reference}/offers": API,
    "POST /api/v1/orders/{reference}/assignment": API,
    "POST /api/v1/orders/{reference}/status": API,
    "POST /api/v1/orders/{reference}/customer-link": API,
    "PUT /api/v1/orders/{reference}/milestones/{key}": API,
    "PUT /api/v1/orders/{reference}/tasks/{key}": API,
    "GET /api/v1/orders/{reference}/timeline": API,
    "GET /api/v1/orders/{reference}/messages": API,
    "GET /api/v1/orders/{reference}/files": API,
    "POST /api/v1/orders/{reference}/files": API,
    "GET /api/v1/orders/{reference}/files/{file_id}/content": API,
    "GET /api/v1/orders/{reference}/packing-slip.pdf": API,
    "GET /api/v1/webhooks": API,
    "POST /api/v1/webhooks/replay": API,
    "GET /u/{token}": UPLOADS,
    "POST /u/{token}": UPLOADS,
    "POST /u/{token}/done": UPLOADS,
    "POST /u/{token}/files": UPLOADS,
    "PATCH /u/{token}/files/{upload}": UPLOADS,
    **{
        f"{method} {prefix}{rest}": PAGE
        for prefix in ("/c/{token}", "/c/o/{order_id}")
        for method, rest in (
            ("GET", ""), ("GET", "/live"), ("GET", "/pictures/{handle}"), ("POST", "/messages"),
            ("POST", "/feedback"), ("POST", "/fine"), ("POST", "/drawings/{file_id}"), ("POST", "/seen"),
        )
    },
}  # fmt: skip


def denials() -> frozenset[str]:
    """Every sentence that says: not you."""
    actions = [*Action, *Verb, *BUTTONS, "slack", "delete_message", "send_now", "retry", "none"]
    things = ("order", "offer", "upload", "file", "message", "chat", "partner", "kick_off")
    refusals = [
        *(NotAllowed(str(one)) for one in actions), NotYourOrder(), NotLinked(),
        *(UnknownThing(one, "") for one in things),
    ]  # fmt: skip
    return frozenset({*(refusal_words(one) for one in refusals), say("slack-not-staff")})


def verbs_of() -> frozenset[str]:
    """Every verb in the source: of buttons that are made, of tables of verbs, and of branches by verb."""
    files = Path(bots.__file__).parent.rglob("*.py")
    return frozenset(verb for path in files for verb in _verbs_in(ast.parse(path.read_text("utf-8"))))


def _verbs_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="Button"), args=[ast.Constant(value=str(verb)), *_]):
                yield verb
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name.endswith("VERBS"):
                yield from _texts(value)
            case ast.AnnAssign(target=ast.Name(id="BUILDERS" | "commands"), value=ast.Dict(keys=keys)):
                yield from (key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str))
            case ast.Match(subject=subject, cases=cases) if ast.unparse(subject).endswith("verb"):
                yield from (text for one in cases for text in _texts(one.pattern))


def _texts(node: ast.AST) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value
