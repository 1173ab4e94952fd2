"""What the API tells, as plain data with the names that product.md promises. Instants are ISO 8601 in UTC."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from core.chats import Audience, Chat, Message, Place
from core.file_views import FileView
from core.files import CUSTOMER_SEES, File
from core.orders import Milestone, Offer, Order, Task
from core.outbox import Posting, PostingState
from core.people import Customer, Member, Partner
from core.timeline import Deadline, Entry
from core.views import OrderView


def moment(value: datetime | None) -> str | None:
    """The instant in UTC, or None."""
    return value.astimezone(UTC).isoformat() if value else None


def day(value: date | None) -> str | None:
    """The calendar date, or None."""
    return value.isoformat() if value else None


def partner(it: Partner) -> dict[str, Any]:
    """A partner."""
    return {
        "id": it.id,
        "name": it.name,
        "language": it.language,
        "time_zone": it.time_zone,
        "self_billing": it.self_billing,
        "email": it.email,
        "telegram_chat_id": it.telegram_chat_id,
    }


def member(it: Member) -> dict[str, Any]:
    """A partner's member."""
    return {
        "id": it.id,
        "partner_id": it.partner_id,
        "name": it.name,
        "role": it.role,
        "email": it.email,
        "telegram_user_id": it.telegram_user_id,
        "language": it.language,
    }


def customer(it: Customer) -> dict[str, Any]:
    """A customer."""
    return {"id": it.id, "name": it.name, "email": it.email, "language": it.language}


def summary(it: Order) -> dict[str, Any]:
    """An order's own fields."""
    return {
        "id": it.id,
        "reference": it.reference,
        "title": it.title,
        "status": it.status,
        "customer_id": it.customer_id,
        "partner_id": it.partner_id,
        "requested_delivery_date": day(it.requested_delivery_date),
        "delivery_address": it.delivery_address,
        "price": it.price,
        "currency": it.currency,
        "includes_installation": it.includes_installation,
        "needs_kick_off": it.needs_kick_off,
        "needs_production_drawings": it.needs_production_drawings,
        "needs_sample_pictures": it.needs_sample_pictures,
        "customer_chat": it.customer_chat,
        "aliases": it.aliases,
        "folders": list(it.folders),
        "parts": list(it.parts),
        "notes": it.notes,
        "created_at": moment(it.created_at),
        "assigned_at": moment(it.assigned_at),
        "ready_at": moment(it.ready_at),
        "delivered_at": moment(it.delivered_at),
        "feedback_until": moment(it.feedback_until),
        "approved_at": moment(it.approved_at),
        "cancelled_at": moment(it.cancelled_at),
        "snoozed_until": moment(it.snoozed_until),
    }


def order(view: OrderView, customer_url: Callable[[Order], str]) -> dict[str, Any]:
    """An order with everything that hangs on it."""
    return {
        **summary(view.order),
        "customer": customer(view.customer),
        "tasks": [task(it) for it in view.tasks],
        "deadlines": [deadline(it) for it in sorted(view.deadlines, key=lambda it: it.due_at)],
        "milestones": [milestone(it) for it in view.milestones],
        "offers": [offer(it) for it, _ in view.offers],
        "chats": [chat(it, view.places) for it in view.chats],
        "customer_url": customer_url(view.order),
    }


def task(it: Task) -> dict[str, Any]:
    """A to-do: `state` is open, done or hidden."""
    return {
        "key": it.key,
        "state": it.state,
        "value": it.value,
        "due_at": moment(it.due_at),
        "done_at": moment(it.done_at),
        "done_by": it.done_by,
    }


def deadline(it: Deadline) -> dict[str, Any]:
    """Something the clock does: `base_at` is the instant the rule names, `due_at` when it happens."""
    return {
        "kind": it.kind,
        "state": it.state,
        "base_at": moment(it.base_at),
        "due_at": moment(it.due_at),
        "fired_at": moment(it.fired_at),
    }


def milestone(it: Milestone) -> dict[str, Any]:
    """A milestone."""
    return {
        "key": it.key,
        "label": it.label,
        "date": day(it.date),
        "set_by": it.set_by,
        "set_at": moment(it.set_at),
    }


def offer(it: Offer) -> dict[str, Any]:
    """An offer to one partner and what became of it."""
    return {
        "id": it.id,
        "partner_id": it.partner_id,
        "state": it.state,
        "sent_at": moment(it.sent_at),
        "answer_until": moment(it.answer_until),
        "answered_at": moment(it.answered_at),
        "reason": it.reason,
        "note": it.note,
    }


def chat(it: Chat, places: list[Place]) -> dict[str, Any]:
    """One of the two chats with its places on the platforms."""
    return {
        "id": it.id,
        "audience": it.audience,
        "closed_at": moment(it.closed_at),
        "places": [
            {
                "platform": place.platform,
                "kind": place.kind,
                "channel": place.channel,
                "thread": place.thread,
                "state": place.state,
            }
            for place in places
            if place.chat_id == it.id
        ],
    }


def entry(it: Entry) -> dict[str, Any]:
    """One line of the timeline."""
    return {
        "seq": it.seq,
        "at": moment(it.at),
        "effective_at": moment(it.effective_at),
        "actor": {"id": it.actor_id, "name": it.actor_name, "role": it.actor_role},
        "event": it.event,
        "old": it.old,
        "new": it.new,
        "reason": it.reason,
        "source": it.source,
        "chain": it.chain,
    }


def message(it: Message) -> dict[str, Any]:
    """A message of a chat; `text` is its words without their looks."""
    return {
        "id": it.id,
        "chat": it.audience,
        "party": it.party,
        "author": {"id": it.author_id, "name": it.author_name},
        "guest": it.guest,
        "text": "".join(span.text for span in it.body.spans),
        "attachments": [
            {"kind": one.kind, "name": one.name, "mime": one.mime, "size": one.size} for one in it.attachments
        ],
        "state": it.state,
        "reply_to": it.reply_to_id,
        "sent_at": moment(it.sent_at),
        "edited_at": moment(it.edited_at),
    }


def file(view: FileView) -> dict[str, Any]:
    """A file as its newest revision; `content` is the address of its bytes."""
    it, newest = view.file, view.newest
    return {
        "id": it.id,
        "kind": it.kind,
        "folder": it.folder,
        "name": it.name,
        "original_name": it.original_name,
        "sha256": newest.sha256,
        "size": newest.size,
        "mime": newest.mime,
        "review": it.review,
        "review_note": newest.review_note,
        "part_side": it.part_side,
        "package": it.package,
        "revision": it.revision,
        "uploaded_by": {"id": newest.uploaded_by, "name": newest.uploaded_by_name, "party": it.party},
        "at": moment(newest.uploaded_at),
        "warnings": list(newest.warnings),
        "customer_sees": customer_sees(it),
    }


def hook(it: Posting) -> dict[str, Any]:
    """A webhook on its way or given up; `id` is its `webhook-id`."""
    about = it.body["order"]
    assert isinstance(about, dict)
    return {
        "id": it.id,
        "type": it.body["type"],
        "seq": it.body["seq"],
        "reference": about["reference"],
        "at": it.body["at"],
        "state": "failed" if it.state is PostingState.FAILED else "waiting",
        "attempts": it.attempts,
        "next_attempt_at": moment(it.not_before) if it.state is not PostingState.FAILED else None,
        "error": it.error,
    }


def customer_sees(it: File) -> bool:
    """Whether the customer may see it: their kinds, from where they read, and not taken back (domain.md 6.1)."""
    return it.kind in CUSTOMER_SEES and it.audience is Audience.WITH_CUSTOMER and it.withdrawn_at is None
