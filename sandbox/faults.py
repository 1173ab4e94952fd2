"""Trouble on request: which calls and deliveries of a sandbox platform go wrong, how, and how often.

Only the plan lives here. What a platform answers under a fault is written where that platform answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

CallFaultKind = Literal["rate_limited", "server_error", "accepted_then_failed", "slow", "error", "wrong_thread"]
DeliveryFaultKind = Literal["duplicate", "reorder", "drop"]
FaultKind = Literal[
    "rate_limited",
    "server_error",
    "accepted_then_failed",
    "slow",
    "error",
    "wrong_thread",
    "duplicate",
    "reorder",
    "drop",
]
DELIVERY_KINDS = frozenset(get_args(DeliveryFaultKind))
CALL_KINDS = frozenset(get_args(CallFaultKind))


@dataclass
class Fault:
    """One kind of trouble for the calls or deliveries that fit.

    method: a method or delivery name; None fits every one. A delivery is named by its event or update type.
    match: argument values that must all be equal, compared as text so that form and JSON bodies fit alike.
    times: how often it strikes before it is used up.
    skip: how many fitting calls pass unharmed first.
    after: seconds to wait before answering (``slow``) or before delivering (``reorder``).
    (``wrong_thread`` is Telegram's: the effect is right, but the answer echoes another message_thread_id.)
    retry_after: whole seconds named by ``rate_limited``.
    status: the HTTP status of ``server_error`` and ``accepted_then_failed``; 0 closes the connection unanswered.
    text: the platform's own error text for ``error``.
    """

    kind: FaultKind
    method: str | None = None
    match: Mapping[str, Any] = field(default_factory=dict)
    times: int = 1
    skip: int = 0
    after: float = 0.0
    retry_after: int = 1
    status: int = 500
    text: str = ""

    def fits(self, method: str, args: Mapping[str, Any]) -> bool:
        """Return whether this fault speaks about the call or delivery."""
        if self.method not in (None, method):
            return False
        return all(key in args and str(args[key]) == str(value) for key, value in self.match.items())


class FaultPlan:
    """The faults still to strike, oldest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Put one more fault at the end of the plan."""
        if fault.kind not in CALL_KINDS | DELIVERY_KINDS:
            msg = f"unknown kind of fault: {fault.kind}"
            raise ValueError(msg)
        self._faults.append(fault)

    def clear(self) -> None:
        """Forget every fault that has not struck yet."""
        self._faults.clear()

    def pending(self) -> list[Fault]:
        """Return the faults that have not used up their times."""
        return list(self._faults)

    def take(self, method: str, args: Mapping[str, Any]) -> Fault | None:
        """Return the fault that strikes this call, using it up once, or None."""
        return self._take(CALL_KINDS, method, args)

    def take_delivery(self, name: str, args: Mapping[str, Any]) -> Fault | None:
        """Return the fault that strikes this delivery to the bot, using it up once, or None."""
        return self._take(DELIVERY_KINDS, name, args)

    def _take(self, kinds: frozenset[str], method: str, args: Mapping[str, Any]) -> Fault | None:
        for fault in self._faults:
            if fault.kind not in kinds or not fault.fits(method, args):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self._faults.remove(fault)
            return fault
        return None
