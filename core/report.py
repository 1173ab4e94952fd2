"""The week in numbers, by partner: dates kept, how fast people answer, to-dos open now. Words are elsewhere.

Durations are minutes by the clock, nights and weekends included. Every promised day counts once: in the week in which
it was met, or else in the week in which it passed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from core.attention import MOST, attention
from core.concerns import OpenTodos, Said, Why
from core.orders import Order, TaskKey
from core.people import Partner, Party
from core.ports import Store

MOST_MESSAGES = 50_000
"""Of a week's messages the newest so many are looked at."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many of a partner's promised days were kept."""

    partner_id: str
    kept: int
    of: int


@dataclass(slots=True)
class Answers:
    """How many minutes a partner took: from each offer to its answer, from a first message to the next of theirs."""

    partner_id: str
    offers: list[float] = field(default_factory=list)
    words: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Week:
    """The numbers of the time from `since` to before `until` (UTC); to-dos and `needing` orders as they are at its end.

    `names` are the partners' by id, `cutr` the minutes that Cutr took to answer a partner or customer.
    """

    since: datetime
    until: datetime
    names: dict[str, str]
    kept: list[Kept]
    answers: list[Answers]
    todos: list[OpenTodos]
    cutr: list[float]
    needing: int


def week(store: Store, since: datetime, until: datetime) -> Week:
    """Put the numbers together; partners that nothing is known of in this time are left out."""
    partners = {partner.id: partner for partner in store.partners.find()}
    answers, cutr = _answers(store, since, until)
    names = {partner.id: partner.name for partner in partners.values()}
    todos = [one for one in store.overview.open_todos(until) if one.open]
    return Week(since, until, names, _kept(store, partners, since, until), answers, todos, cutr,
                len(attention(store, until).orders()))  # fmt: skip


def middle(minutes: list[float]) -> float | None:
    """The median; None of nothing."""
    return median(minutes) if minutes else None


# -- dates


def _kept(store: Store, partners: dict[str, Partner], since: datetime, until: datetime) -> list[Kept]:
    counted: defaultdict[str, list[bool]] = defaultdict(list)
    for partner_id, was_kept in _promises(store, partners, since, until):
        counted[partner_id].append(was_kept)
    return [Kept(partner_id, sum(found), len(found)) for partner_id, found in counted.items()]


def _promises(
    store: Store, partners: dict[str, Partner], since: datetime, until: datetime
) -> Iterator[tuple[str, bool]]:
    done = store.orders.find(id=frozenset(store.overview.done(since, until)))
    dates = _dates(store, done)
    for order in done:
        partner = partners.get(order.partner_id or "")
        for key, at in ((TaskKey.COMPLETION_DATE, order.ready_at), (TaskKey.DELIVERY_SCHEDULE, order.delivered_at)):
            end = dates.get((order.id, order.epoch, key))
            if partner is None or at is None or end is None or not since <= at < until:
                continue
            over = datetime.combine(end + timedelta(days=1), time(0), tzinfo=ZoneInfo(partner.time_zone))
            # One that passed in an earlier week was counted there.
            if over > since:
                yield partner.id, at < over
    for trouble in store.overview.troubles(until, until, MOST):
        if trouble.why is Why.DATE and since < trouble.since <= until:
            late = store.orders.get(trouble.order_id)
            if late is not None and late.partner_id is not None:
                yield late.partner_id, False


def _dates(store: Store, orders: Iterable[Order]) -> dict[tuple[str, int, TaskKey], date]:
    ids = frozenset(order.id for order in orders)
    tasks = store.tasks.find(order_id=ids, key=frozenset({TaskKey.COMPLETION_DATE, TaskKey.DELIVERY_SCHEDULE}))
    return {(task.order_id, task.epoch, task.key): task.date for task in tasks if task.date is not None}


# -- answers


def _answers(store: Store, since: datetime, until: datetime) -> tuple[list[Answers], list[float]]:
    found: dict[str, Answers] = {}
    for partner_id, sent, answered in store.overview.answered(since, until):
        found.setdefault(partner_id, Answers(partner_id)).offers.append(_minutes(answered - sent))
    cutr: list[float] = []
    for answerer, minutes in _word_times(store.overview.said(since, until, MOST_MESSAGES)):
        if answerer is None:
            cutr.append(minutes)
        else:
            found.setdefault(answerer, Answers(answerer)).words.append(minutes)
    return list(found.values()), cutr


def _word_times(said: list[Said]) -> Iterator[tuple[str | None, float]]:
    """Minutes from the first message that waits for a side to that side's next one; None stands for Cutr."""
    waiting: dict[tuple[str, Party], datetime] = {}
    for one in said:
        for side in (Party.PARTNER, Party.STAFF):
            if one.party != side:
                waiting.setdefault((one.chat_id, side), one.at)
                continue
            asked = waiting.pop((one.chat_id, side), None)
            if asked is not None:
                yield (one.partner_id if side is Party.PARTNER else None), _minutes(one.at - asked)


def _minutes(span: timedelta) -> float:
    return max(0.0, span.total_seconds() / 60)
