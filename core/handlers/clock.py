"""What happens when a deadline is due. Each fires once: its row is locked, changed and committed with its effects.

Preconditions are looked at inside this transaction, not when the deadline was written (invariant I27). After downtime
only the highest rung of a ladder that is due speaks (I28); a rung to people waits for working hours.
"""

from __future__ import annotations

from datetime import time
from zoneinfo import ZoneInfo

from core import commands as c
from core import events as e
from core import notices as n
from core.check_ins import CHECK_KINDS
from core.handlers import check_ins, ladder
from core.handlers.machinery import all_read
from core.handlers.offering import close_offer, locked_offer
from core.handlers.progress import WINDOW_KINDS, close_window
from core.handlers.reporting import fire_report
from core.handlers.spots import say_all, staff_channel
from core.handlers.steering import waited
from core.orders import Order, Status
from core.timeline import Deadline, DeadlineKind, DeadlineState
from core.work import Work
from core.worktime import is_working_time, next_daily, next_slot, nth_working_day_after

DIGEST_SUBJECT = "staff"
DIGEST_AT = time(9, 0)
MOST_LINES = 40
MOST_DUE = 1000


def fire(work: Work, command: c.FireDeadline) -> Deadline | None:
    """Let a due deadline happen; None when it is no longer open or not yet due."""
    found = work.store.deadlines.get(command.deadline_id)
    if found is None:
        return None
    if found.kind in APART:
        return APART[found.kind](work, found)
    # The subject first, then its deadline: every other command locks in this order too.
    offer = order = None
    if found.kind is DeadlineKind.OFFER_CLOSES:
        offer = locked_offer(work, found.subject)
    elif found.kind is not DeadlineKind.STAFF_DIGEST:
        order = work.store.orders.lock(found.subject)
    deadline = work.store.deadlines.lock(found.id)
    if deadline is None or deadline.state is not DeadlineState.OPEN or deadline.due_at > work.now:
        return None
    if deadline.kind is DeadlineKind.STAFF_DIGEST:
        return _digest(work, deadline)
    if offer is not None:
        close_offer(work, offer)
        return _done(work, deadline, DeadlineState.FIRED)
    return _done(work, deadline, DeadlineState.CANCELLED) if order is None else _of_order(work, deadline, order)


def _of_order(work: Work, deadline: Deadline, order: Order) -> Deadline | None:
    if deadline.kind in WINDOW_KINDS:
        return _window(work, deadline, order)
    if deadline.kind in CHECK_KINDS:
        return _check_in(work, deadline, order)
    return _rung(work, deadline, order)


def _words(work: Work, found: Deadline) -> Deadline | None:
    """Its subject is a message, and messages come before their order's rows."""
    work.store.messages.lock(found.subject)
    deadline = work.store.deadlines.lock(found.id)
    if deadline is None or deadline.state is not DeadlineState.OPEN or deadline.due_at > work.now:
        return None
    return waited(work, deadline)


APART = {DeadlineKind.WORDS_WAITING: _words, DeadlineKind.WEEKLY_REPORT: fire_report}
"""Deadlines whose subject is no order, each with its own rule."""


def _done(work: Work, deadline: Deadline, state: DeadlineState) -> Deadline:
    deadline.state, deadline.fired_at = state, work.now
    work.store.deadlines.save(deadline)
    return deadline


def _window(work: Work, deadline: Deadline, order: Order) -> Deadline | None:
    if deadline.epoch != order.window or order.status is not Status.DELIVERED:
        return _done(work, deadline, DeadlineState.CANCELLED)
    if deadline.kind is DeadlineKind.FEEDBACK_CLOSES:
        if not all_read(work, deadline.base_at):
            # Feedback from before the deadline may still be on its way: it stays due until that is known.
            return None
        close_window(work, order, deadline.base_at)
        return _done(work, deadline, DeadlineState.FIRED)
    if _later_one_due(work, deadline, WINDOW_KINDS):
        return _done(work, deadline, DeadlineState.SKIPPED)
    work.tell(e.FeedbackWindowNoted(order, deadline.kind, deadline.base_at))
    return _done(work, deadline, DeadlineState.FIRED)


def _later_one_due(work: Work, deadline: Deadline, kinds: tuple[DeadlineKind, ...]) -> bool:
    """Whether a higher rung speaks now or has spoken: several clocks may take them in any order."""
    later = frozenset(kinds[kinds.index(deadline.kind) + 1 :])
    found = work.store.deadlines.find(subject=deadline.subject, epoch=deadline.epoch, kind=later)
    return any(other.state is not DeadlineState.CANCELLED and other.due_at <= work.now for other in found)


def _rung(work: Work, deadline: Deadline, order: Order) -> Deadline:
    if deadline.epoch != order.epoch or not order.is_open:
        return _done(work, deadline, DeadlineState.CANCELLED)
    if deadline.kind is DeadlineKind.MILESTONES_MISSING:
        return _milestones(work, deadline, order)
    missing = ladder.missing_tasks(work, order)
    if order.status is not Status.IN_PRODUCTION or not missing:
        return _done(work, deadline, DeadlineState.CANCELLED)
    if deadline.kind is DeadlineKind.TODO_DIGEST:
        order.in_digest = True
        work.store.orders.save(order)
        return _done(work, deadline, DeadlineState.FIRED)
    if deadline.kind in ladder.TO_PARTNER and _later_one_due(work, deadline, ladder.TO_PARTNER):
        return _done(work, deadline, DeadlineState.SKIPPED)
    if _put_off(work, deadline, order):
        return deadline
    return _speak(work, deadline, order, missing)


def _check_in(work: Work, deadline: Deadline, order: Order) -> Deadline:
    if deadline.epoch != order.epoch or not order.is_open:
        return _done(work, deadline, DeadlineState.CANCELLED)
    if deadline.kind is DeadlineKind.CHECK_SILENT:
        return _silence(work, deadline, order)
    check_in = check_ins.to_ask(work, order, deadline)
    if check_in is None:
        check_ins.skip(work, order, deadline)
        return _done(work, deadline, DeadlineState.SKIPPED)
    if _put_off(work, deadline, order):
        return deadline
    done = _done(work, deadline, DeadlineState.FIRED)
    check_ins.put(work, order, check_in)
    return done


def _silence(work: Work, deadline: Deadline, order: Order) -> Deadline:
    later = check_ins.fall_silent(work, order)
    if later is None:
        return _done(work, deadline, DeadlineState.FIRED)
    deadline.base_at = deadline.due_at = later
    work.store.deadlines.save(deadline)
    return deadline


def _milestones(work: Work, deadline: Deadline, order: Order) -> Deadline:
    if work.store.milestones.find(order_id=order.id):
        return _done(work, deadline, DeadlineState.CANCELLED)
    if _put_off(work, deadline, order):
        return deadline
    work.tell(e.MilestonesMissing(order, deadline.base_at))
    return _done(work, deadline, DeadlineState.FIRED)


def _put_off(work: Work, deadline: Deadline, order: Order) -> bool:
    """Snoozed, or outside working hours: the rung waits for the next slot."""
    to_staff = deadline.kind in {DeadlineKind.TODO_ESCALATION, DeadlineKind.MILESTONES_MISSING}
    zone = ZoneInfo(work.house.staff_zone) if to_staff else work.zone_of(order)
    earliest = max(work.now, order.snoozed_until or work.now)
    slot = next_slot(earliest, zone, work.is_holiday_in(zone))
    if slot <= work.now:
        return False
    deadline.due_at = slot
    work.store.deadlines.save(deadline)
    return True


def _speak(work: Work, deadline: Deadline, order: Order, missing: tuple[str, ...]) -> Deadline:
    if deadline.kind is DeadlineKind.TODO_ESCALATION:
        work.tell(e.StaffEscalated(order, missing, deadline.base_at))
    else:
        due = min(task.due_at for task in ladder.counted_tasks(work, order) if task.due_at)
        work.tell(e.PartnerReminded(order, deadline.kind, missing, due, deadline.base_at))
    return _done(work, deadline, DeadlineState.FIRED)


def ensure_digest(work: Work) -> None:
    """Have exactly one staff digest ahead; its epoch counts the days since 1970."""
    if work.store.deadlines.find(subject=DIGEST_SUBJECT, state=DeadlineState.OPEN):
        return
    zone = ZoneInfo(work.house.staff_zone)
    due = next_daily(work.now, zone, DIGEST_AT, work.is_holiday_in(zone))
    epoch = due.date().toordinal()
    if not work.store.deadlines.find(subject=DIGEST_SUBJECT, epoch=epoch):
        ladder.set_deadline(work, DeadlineKind.STAFF_DIGEST, DIGEST_SUBJECT, epoch, due)


def _digest(work: Work, deadline: Deadline) -> Deadline:
    """List what has been open since day 4, and plan the next working day's digest."""
    zone = ZoneInfo(work.house.staff_zone)
    resting = work.is_holiday_in(zone)
    if not is_working_time(work.now, zone, resting) or work.now.astimezone(zone).time() < DIGEST_AT:
        # One that comes late, after downtime, does not speak twice on a day.
        deadline.due_at = next_daily(work.now, zone, DIGEST_AT, resting)
        work.store.deadlines.save(deadline)
        return deadline
    _say_digest(work)
    check_ins.say_digest(work)
    due = nth_working_day_after(work.now, 1, zone, resting, DIGEST_AT)
    if not work.store.deadlines.find(subject=DIGEST_SUBJECT, epoch=due.date().toordinal()):
        ladder.set_deadline(work, DeadlineKind.STAFF_DIGEST, DIGEST_SUBJECT, due.date().toordinal(), due)
    return _done(work, deadline, DeadlineState.FIRED)


def _say_digest(work: Work) -> None:
    listed = work.store.orders.find(in_digest=True, status=Status.IN_PRODUCTION) + _joining(work)
    orders = [o for o in listed if o.snoozed_until is None or o.snoozed_until <= work.now]
    lines = [_digest_line(work, order) for order in orders]
    if lines:
        more = (f"+{len(lines) - MOST_LINES}",) if len(lines) > MOST_LINES else ()
        say_all(work, [staff_channel(work)], n.TodosDigest("", (*lines[:MOST_LINES], *more)))


def _joining(work: Work) -> list[Order]:
    """Orders that join the digest at this very tick: after downtime it may come before their own deadline."""
    due = (work.store.deadlines.get(found) for found in work.store.search.due(work.now, MOST_DUE))
    subjects = [d.subject for d in due if d is not None and d.kind is DeadlineKind.TODO_DIGEST]
    orders = [order for order in map(work.store.orders.get, subjects) if order is not None and not order.in_digest]
    return [o for o in orders if o.status is Status.IN_PRODUCTION and ladder.missing_tasks(work, o)]


def _digest_line(work: Work, order: Order) -> str:
    partner = work.store.partners.get(order.partner_id) if order.partner_id else None
    due = (order.assigned_at or work.now) + ladder.TODOS_DUE
    late = max(0, (work.now - due).days)
    return "|".join([order.reference, partner.name if partner else "", ",".join(ladder.missing_tasks(work, order)),
                     str(late)])  # fmt: skip
