"""What needs staff now, and why, from one question that costs in proportion to its answer, not to the orders there are.

The Home tab, `/orders needs attention` and the report's count all ask here, so that they never tell different things.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from core.concerns import Trouble, Why
from core.ports import Store

SOON = timedelta(hours=24)
FAILED_FOR = timedelta(days=14)
"""How long a send that failed stays on the board while its order is open."""
MOST = 1000
"""Of each kind of trouble no more are read: a board with more is no board."""


class Reason(StrEnum):
    """Why an order is listed, the most urgent first."""

    LATE = "late"
    REJECTED = "rejected"
    UNREACHABLE = "unreachable"
    SILENT = "silent"
    FAILED = "failed"
    FEEDBACK = "feedback"
    CLOSING = "closing"
    MILESTONES = "milestones"
    DUE_SOON = "due_soon"


RANK = {reason: place for place, reason in enumerate(Reason)}
_ALWAYS = {
    Why.REJECTED: Reason.REJECTED, Why.FEEDBACK: Reason.FEEDBACK, Why.CLOSING: Reason.CLOSING,
    Why.MILESTONES: Reason.MILESTONES, Why.UNREACHABLE: Reason.UNREACHABLE, Why.SILENT: Reason.SILENT,
    Why.FAILED: Reason.FAILED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Need:
    """One order for one reason. `since` (UTC) lies ahead for what is due soon; `why` and `about` are the trouble's."""

    order_id: str
    reason: Reason
    since: datetime
    why: Why
    about: str = ""


@dataclass(slots=True)
class Attention:
    """Every need, most urgent first, and how many orders there are for each reason."""

    needs: list[Need] = field(default_factory=list)

    @property
    def counts(self) -> Counter[Reason]:
        """Orders, or partners without one, by reason."""
        return Counter(need.reason for need in self.needs)

    def orders(self, reason: Reason | None = None) -> list[tuple[str, list[Need]]]:
        """Order ids with everything that is the matter with them, most urgent first; those with this reason only."""
        by_order: dict[str, list[Need]] = {}
        for need in self.needs:
            if need.order_id:
                by_order.setdefault(need.order_id, []).append(need)
        return [(found, needs) for found, needs in by_order.items()
                if reason is None or any(need.reason is reason for need in needs)]  # fmt: skip


def attention(store: Store, now: datetime) -> Attention:
    """What needs staff at this instant."""
    troubles = store.overview.troubles(now + SOON, now - FAILED_FOR, MOST)
    needs = [need for need in (_need(trouble, now) for trouble in troubles) if need is not None]
    needs.sort(key=lambda need: (RANK[need.reason], need.since, need.order_id, need.about))
    first: dict[tuple[str, Reason, str], Need] = {}
    for need in needs:
        first.setdefault(_same(need), need)
    return Attention(list(first.values()))


def _same(need: Need) -> tuple[str, Reason, str]:
    """Of several failed sends or due dates of an order the first is shown; partners are told apart."""
    return need.order_id, need.reason, "" if need.order_id else need.about


def _need(trouble: Trouble, now: datetime) -> Need | None:
    if trouble.why in {Why.TODOS, Why.DATE}:
        reason = Reason.LATE if trouble.since <= now else Reason.DUE_SOON
    elif trouble.since > now:
        return None
    else:
        reason = _ALWAYS[trouble.why]
    return Need(trouble.order_id, reason, trouble.since, trouble.why, trouble.about)
