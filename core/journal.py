"""The timeline: which entry each event makes. What is said to people about it is in `core.announce`."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple, assert_never

from core import events as e
from core.handlers.hooks import tell_platform
from core.timeline import Entry
from core.work import Work


class Line(NamedTuple):
    """What an event puts into the timeline besides who and when."""

    name: str
    old: object = None
    new: object = None
    reason: str | None = None
    effective_at: datetime | None = None


def write(work: Work, event: e.Event) -> None:
    """Add the event's entry to its order's timeline, and tell Cutr's platform of it."""
    line = line_of(event)
    entry = work.store.entries.add(
        Entry(
            id=work.house.new_id(),
            order_id=event.order.id,
            at=work.now,
            effective_at=line.effective_at or work.now,
            actor_id=work.actor.id,
            actor_name=work.actor.name,
            actor_role=work.actor.role,
            event=line.name,
            old=line.old,
            new=line.new,
            reason=line.reason,
            source=work.source,
        )
    )
    tell_platform(work, event.order, entry)


def line_of(event: e.Event) -> Line:  # noqa: PLR0911, PLR0912, C901 - one row per event, exhaustive on purpose
    """The entry's own part, with values that JSON can hold."""
    match event:
        case e.OrderCreated(order):
            return Line("order_created", new={"reference": order.reference, "title": order.title})
        case e.OrderOffered(_, offer):
            return Line("order_offered", new={"partner_id": offer.partner_id, "until": offer.answer_until.isoformat()})
        case e.OfferAnswered(_, offer):
            return Line(
                "offer_answered",
                new={"partner_id": offer.partner_id, "answer": offer.state}
                | ({"why": offer.reason} if offer.reason else {}),
                reason=offer.note or offer.reason,
            )
        case e.OfferEnded(_, offer):
            return Line("offer_ended", new={"partner_id": offer.partner_id, "outcome": offer.state})
        case e.OrderAssigned(order, previous, _):
            return Line("order_assigned", old=previous, new=order.partner_id, effective_at=order.assigned_at)
        case e.TaskChanged(_, task, old, new, reason, _):
            return Line(f"task_{task.key}", old, new, reason)
        case e.DeliveryDateChanged(_, before, after, method, reason, cause):
            return Line(
                "delivery_date_changed",
                before and before.isoformat(),
                {"date": after.isoformat(), "method": method} | _cause(cause),
                reason,
            )
        case e.DelayReported(_, key, before, after, reason, remedy, cause):
            return Line(
                "delay_reported",
                before and before.isoformat(),
                {"task": key, "date": after.isoformat(), "remedy": remedy} | _cause(cause),
                reason or None,
            )
        case e.MilestoneChanged(_, key, label, before, now):
            return Line(
                "milestone_changed",
                before and before.isoformat(),
                {"key": key, "label": label, "date": now and now.isoformat()},
            )
        case e.KickOffProposed(_, kick_off):
            return Line("kick_off_proposed", new=list(kick_off.proposed))
        case e.KickOffPicked(_, kick_off):
            return Line("kick_off_picked", new=kick_off.picked)
        case e.StatusChanged(_, verb, was, status, effective_at, reason, remedy):
            return Line(verb, was, status, f"{remedy}: {reason}" if remedy else reason, effective_at)
        case e.FeedbackRecorded(_, feedback):
            return Line(
                "feedback_recorded",
                new={"category": feedback.category, "late": feedback.late},
                reason=feedback.text,
                effective_at=feedback.given_at,
            )
        case e.OrderSnoozed(_, until, reason):
            return Line("reminders_snoozed", new=until and until.isoformat(), reason=reason)
        case e.PartnerReminded(_, level, missing, _, effective_at):
            return Line(level, new=list(missing), effective_at=effective_at)
        case e.StaffEscalated(_, missing, effective_at):
            return Line("todo_escalation", new=list(missing), effective_at=effective_at)
        case e.MilestonesMissing(_, effective_at):
            return Line("milestones_missing", effective_at=effective_at)
        case e.FeedbackWindowNoted(_, level, effective_at):
            return Line(level, effective_at=effective_at)
        case e.StaffTaskDone(_, kind):
            return Line("staff_task_done", new=kind)
        case e.MessageChanged(_, message_id, what, old, new, reason):
            return Line(f"message_{what}", old, {"message": message_id, "value": new} if new else message_id, reason)
        case e.FileChanged(_, file_id, name, what, old, new):
            return Line(f"file_{what}", old, {"file": file_id, "name": name, "folder": new})
        case e.FileReviewed(_, file, old, verdict, note):
            return Line(f"file_{verdict}", old, {"file": file.id, "name": file.name}, note or None)
        case e.CheckInAsked(_, check_in):
            return Line("check_in_asked", new={"question": check_in.key, "date": check_in.day.isoformat()})
        case e.CheckInReplied(_, check_in, answer):
            return Line("check_in_answered", {"question": check_in.key, "date": check_in.day.isoformat()}, answer)
        case e.CheckInSilent(_, check_in):
            return Line("check_in_silent", new={"question": check_in.key, "date": check_in.day.isoformat()})
        case e.SlipMade(_, slip, outdated):
            return Line("slip_made", outdated, {"version": slip.version, "packages": slip.packages})
        case e.CustomerLinkChanged(_, what):
            return Line(f"customer_link_{what}")
        case _:
            assert_never(event)


def _cause(cause: str) -> dict[str, str]:
    """The reason of the list; `other` is in the words."""
    return {"cause": cause} if cause not in {"", "other"} else {}
