"""What the customer says of the delivery, from their page or as staff write it down.

The steps of the order's life that follow from it are in `core.handlers.progress`.
"""

from __future__ import annotations

from contextlib import suppress

from core import commands as c
from core.chats import Platform
from core.handlers.customer import note_presence
from core.handlers.messages import relay
from core.handlers.progress import record_feedback
from core.orders import Feedback
from core.people import Role
from core.refusals import ClosedChat, NoCustomerChat
from core.richtext import RichText
from core.work import Work


def record(work: Work, command: c.RecordFeedback) -> Feedback:
    """Keep it and let it decide; what comes after the window is said in the chat instead (domain.md 10)."""
    feedback = record_feedback(work, command)
    if work.actor.role is Role.CUSTOMER:
        note_presence(work, work.order(command.order_id))
        if feedback.late and (feedback.text or feedback.photos):
            _say_in_chat(work, command, feedback)
    return feedback


def _say_in_chat(work: Work, command: c.RecordFeedback, feedback: Feedback) -> None:
    """Partner and Cutr read it among the customer's words; an order without that chat has staff's notice alone."""
    origin = c.PlatformMessage(Platform.PAGE, command.order_id, f"feedback:{feedback.id}")
    with suppress(NoCustomerChat, ClosedChat):
        relay(work, c.RelayMessage(origin, RichText.of(feedback.text), feedback.given_at, command.photos))
