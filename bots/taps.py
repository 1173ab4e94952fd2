"""The buttons below a notice: one tap for what it asks. Their labels are made by `bots.labels`.

A button promises nothing: whether the presser may, and whether it is still possible, is checked when it is pressed.
"""

from __future__ import annotations

from datetime import datetime

from bots.buttons import Button
from bots.checks import answer_arg
from bots.labels import minute
from core import notices as n
from core.check_ins import CheckInAnswer
from core.people import Party

MOST_REVISIONS = 10
"""Buttons below one rejection; the others are under /files."""
Rows = tuple[tuple[Button, ...], ...]


def buttons(notice: n.Notice, reader: Party | None = None) -> Rows:
    """The rows of buttons; with `reader` only what that side of the order can do."""
    if reader is Party.CUSTOMER:
        return ()
    rows = _for_both(notice)
    rows += _for_partner(notice) if reader is not Party.STAFF else ()
    return rows + (_for_staff(notice) if reader is not Party.PARTNER else ())


def _for_partner(notice: n.Notice) -> Rows:
    match notice:
        case n.OfferSent():
            return ((Button("offer_accept", notice.offer_id), Button("offer_decline", notice.offer_id)),)
        case n.KickOffOptions():
            options = [minute(datetime.fromisoformat(option)) for option in notice.options]
            return tuple((Button("kickoff", notice.order_id, option),) for option in options)
        case n.TodosNudge() | n.TodosOverdue():
            return tuple((Button("task", notice.order_id, key),) for key in notice.missing)
        case n.MilestoneNotice() if notice.new is not None:
            return ((Button("milestone_no", notice.order_id),),)
        case n.CheckInQuestion():
            arguments = [answer_arg(notice.key, notice.day, answer) for answer in CheckInAnswer]
            return (tuple(Button("check_in", notice.order_id, arg) for arg in arguments),)
        case n.OrderReopened():
            return ((Button("todo", notice.order_id), Button("order", notice.order_id)),)
        case n.FileRejected():
            # Where there are several, each button carries its file's number in the list above it.
            numbers = range(1, len(notice.files) + 1) if len(notice.files) > 1 else [""]
            pairs = zip(notice.files[:MOST_REVISIONS], map(str, numbers), strict=False)
            return tuple((Button("file_revise", file_id, number),) for file_id, number in pairs)
        case n.MoneyQuestion():
            return ((Button("steer_cutr", notice.message_id), Button("steer_customer", notice.message_id)),)
        case n.MemberWelcome():
            return ((Button("language"),),)
        case _:
            return ()


def _for_staff(notice: n.Notice) -> Rows:
    match notice:
        case n.MailBounced():
            return ((Button("address", notice.place_id),),)
        case n.CheckInWanted():
            return ((Button("staff_task", notice.task_id, "check_in"),),)
        case n.TodosEscalated():
            return ((Button("snooze", notice.order_id), Button("order", notice.order_id)),)
        case n.MilestonesWanted():
            return ((Button("milestones", notice.order_id),),)
        case n.FeedbackNotice():
            return _after_feedback(notice)
        case n.FeedbackHalfway() | n.FeedbackLastCall():
            return ((Button("feedback", notice.order_id),),)
        case n.StaffAlert():
            return _after_alert(notice)
        case _:
            return ()


def _for_both(notice: n.Notice) -> Rows:
    match notice:
        case n.GuestHeld():
            return ((Button("vouch", notice.message_id), Button("drop", notice.message_id)),)
        case n.SendFailed():
            return ((Button("retry", notice.message_id),),)
        case _:
            return ()


def _after_feedback(notice: n.FeedbackNotice) -> Rows:
    show = Button("order", notice.order_id)
    if notice.late:
        return ((show,),)
    decide = (Button("approve", notice.order_id), Button("remake", notice.order_id), Button("repair", notice.order_id))
    return (decide, (Button("reopen", notice.order_id), show))


def _after_alert(notice: n.StaffAlert) -> Rows:
    row = [Button("retry", notice.message_id)] if notice.message_id else []
    row += [Button("order", notice.order_id)] if notice.order_id else []
    return (tuple(row),) if row else ()
