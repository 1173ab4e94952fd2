"""The desk pane: the clock that can be moved, what the platforms were told, and faults on request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sandbox.clock import SandboxClock
from sandbox.faults import Fault, FaultKind, FaultPlan
from sandbox.ledger import Entry, Ledger
from sandbox.mail import MailFault, MailSandbox
from sandbox.telegram import TelegramSandbox
from sandbox.web.acting import CantError, Json, act_route, number, text

LONGEST: Final = timedelta(days=400)
TAIL: Final = 60
KINDS: Final[dict[str, FaultKind]] = {
    "rate_limited": "rate_limited",
    "server_error": "server_error",
    "accepted_then_failed": "accepted_then_failed",
}
SENDS: Final = {"slack": "chat.postMessage", "telegram": "sendMessage"}


async def _nothing() -> None:
    return None


async def _never() -> datetime | None:
    return None


@dataclass(frozen=True)
class Hands:
    """What the one who runs the page adds: `moved` is awaited after the clock moved, `next_deadline` tells when
    something is due next (UTC), None when nothing is or nobody knows; the page is shown once `ready` returns.
    """

    moved: Callable[[], Awaitable[None]] = _nothing
    next_deadline: Callable[[], Awaitable[datetime | None]] = _never
    ready: Callable[[], Awaitable[None]] = _nothing
    links: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Plans:
    """The fault plans of the two chat platforms."""

    slack: FaultPlan
    telegram: FaultPlan


class DeskPane:
    """Routes under `/desk`."""

    def __init__(
        self, clock: SandboxClock, ledger: Ledger, plans: Plans, telegram: TelegramSandbox, mail: MailSandbox,
        hands: Hands,
    ) -> None:  # fmt: skip
        self._clock, self._ledger, self._plans = clock, ledger, plans
        self._telegram, self._mail, self._hands = telegram, mail, hands

    def routes(self) -> list[Route]:
        """The pane's routes."""
        acts = {
            "advance": self._advance, "to_deadline": self._to_deadline, "fault": self._fault, "calm": self._calm,
        }  # fmt: skip
        return [Route("/desk/state", self._state), Route("/desk/act", act_route(acts), methods=["POST"])]

    async def _state(self, _request: Request) -> Response:
        due = await self._hands.next_deadline()
        entries = self._ledger.entries()[-TAIL:]
        waiting = [_fault("slack", fault) for fault in self._plans.slack.pending()]
        waiting += [_fault("telegram", fault) for fault in self._plans.telegram.pending()]
        return JSONResponse(
            {
                "now": self._clock.now().isoformat(),
                "due": due.isoformat() if due else None,
                "ledger": [_shown(entry) for entry in reversed(entries)],
                "total": len(self._ledger.entries()),
                "faults": waiting,
                "links": self._hands.links,
            }
        )

    async def _advance(self, values: Json) -> Json:
        delta = timedelta(seconds=number(values, "seconds"))
        if delta <= timedelta(0):
            raise CantError("Time only moves forward here.")
        if delta > LONGEST:
            raise CantError("At most 400 days at once.")
        await self._move(delta)
        return {"now": self._clock.now().isoformat()}

    async def _to_deadline(self, _values: Json) -> Json:
        due = await self._hands.next_deadline()
        if due is None:
            raise CantError("Nothing is due: no deadline is set.")
        # A breath later, so that what is due at that instant is past.
        await self._move(max(due - self._clock.now(), timedelta(0)) + timedelta(seconds=1))
        return {"now": self._clock.now().isoformat(), "due": due.astimezone(UTC).isoformat()}

    async def _move(self, delta: timedelta) -> None:
        self._clock.advance(delta)
        self._telegram.retry_now()
        await self._hands.moved()

    async def _fault(self, values: Json) -> Json:
        platform, kind = text(values, "platform"), text(values, "kind")
        if platform == "mail":
            mail_kinds: dict[str, Any] = {"rate_limited": "greylist", "accepted_then_failed": "accept_then_drop"}
            self._mail.add_fault(MailFault(mail_kinds.get(kind, "drop_after_dot")))
            return {}
        if platform not in SENDS or kind not in KINDS:
            raise CantError("There is no such fault.")
        plan = self._plans.slack if platform == "slack" else self._plans.telegram
        plan.add(Fault(KINDS[kind], SENDS[platform], retry_after=5, status=503 if kind == "server_error" else 0))
        return {}

    async def _calm(self, _values: Json) -> Json:
        self._plans.slack.clear()
        self._plans.telegram.clear()
        self._mail.clear_faults()
        return {}


def _fault(platform: str, fault: Fault) -> Json:
    return {"platform": platform, "kind": fault.kind, "method": fault.method or "any call", "times": fault.times}


def _shown(entry: Entry) -> Json:
    args, result = entry.args, entry.result
    where = args.get("channel") or args.get("chat_id") or args.get("to") or args.get("user_id") or ""
    words = str(args.get("text") or args.get("caption") or args.get("name") or args.get("emoji") or "")
    error = result.get("error") or result.get("description") or ""
    return {
        "at": entry.at.isoformat(),
        "platform": entry.platform,
        "method": entry.method,
        "where": (", ".join(where) if isinstance(where, list) else str(where))[:60],
        "text": words[:120],
        "accepted": entry.accepted,
        "error": str(error)[:120],
    }
