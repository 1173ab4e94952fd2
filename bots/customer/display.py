"""An order's picture (`core.customer_views`) in its customer's words: what the templates show, part by part.

Pure: the same picture at the same instant gives the same bytes. Where the order has aliases the workshop is never
named (reliability.md T30).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from bots.aliases import author_for_customer, without_contacts, words_without_contacts
from bots.customer.frame import template
from bots.customer.looks import rendered
from bots.customer.picture import Stage, Step, tall, wide
from bots.showing import HOME, show_date, show_instant
from bots.texts import say
from core.customer_views import CustomerView, DateChange, Picture, SeenFile, SeenMessage
from core.files import CustomerPhoto, FileKind, Review, Revision
from core.orders import DelayReason, FeedbackCategory, Order, Status
from core.people import Party

PARTS: Final = ("status", "feedback", "delivery", "milestones", "drawings", "photos", "messages", "compose")
"""What the page is put together of; the script brings those up to date that have changed."""
COMPLAINTS: Final = tuple(one for one in FeedbackCategory if one is not FeedbackCategory.FINE)
PATH: Final = (Status.DRAFT, Status.IN_PRODUCTION, Status.READY, Status.DELIVERED, Status.APPROVED)
BEFORE: Final = {Status.OFFERED: Status.DRAFT, Status.FEEDBACK_RECEIVED: Status.DELIVERED}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One look at an order's page. `base` is where its forms go, `token` what they carry, `now` in UTC."""

    view: CustomerView
    language: str
    base: str
    token: str
    now: datetime

    def page(self, flash: str = "") -> str:
        """The whole page."""
        return template("order.html").render(self._shared() | {
            "heading": self.say("heading", reference=self.view.order.reference),
            "title": self.say("title", reference=self.view.order.reference, title=self.view.order.title),
            "flash": self.say(f"said-{flash}") if flash else "",
            "parts": {name: (self.mark(html), html) for name, html in self.parts().items()},
        })  # fmt: skip

    def parts(self) -> dict[str, str]:
        """Each part by its name; blank where there is nothing to show."""
        made = {
            "status": self._status(), "feedback": self._feedback(), "delivery": self._delivery(),
            "milestones": self._milestones(), "drawings": self._drawings(), "photos": self._photos(),
            "messages": self._messages(), "compose": self._compose(),
        }  # fmt: skip
        drawn = template("parts.html")
        return {name: drawn.render(self._shared() | {"part": name, "it": made[name]}) for name in PARTS}

    def mark(self, html: str) -> str:
        """A hash of what is to be seen of a part, whatever its forms carry along."""
        return hashlib.sha256(html.replace(self.nonce(), "").encode()).hexdigest()[:16]

    def nonce(self) -> str:
        """Marks a form: what is sent twice from the same state of the page is one thing (a double tap, a reload)."""
        own = [one.message.id for one in self.view.messages if one.message.party is Party.CUSTOMER]
        told = f"{self.view.order.id}:{len(own)}:{own[-1] if own else ''}:{len(self.view.feedback)}"
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def say(self, key: str, **fields: object) -> str:
        """The page's words for this key."""
        return say(f"page-{key}", self.language, fields)

    def _shared(self) -> dict[str, Any]:
        return {
            "language": self.language, "base": self.base, "token": self.token, "nonce": self.nonce(), "say": self.say,
            "order": self.view.order,
        }  # fmt: skip

    def _day(self, day: date) -> str:
        return show_date(day, self.language)

    def _moment(self, at: datetime) -> str:
        return show_instant(at, self.language)

    # -- where it stands

    def _status(self) -> dict[str, Any]:
        order = self.view.order
        steps = self.steps()
        told = "; ".join(f"{one.label}: {one.note or self.say(f'step-{one.stage}')}" for one in steps)
        told = self.say("steps-told", steps=told)
        name = self.say(f"status-{order.status}")
        return {"name": name, "kind": str(order.status), "wide": wide(steps, told), "tall": tall(steps, told)}

    def steps(self) -> list[Step]:
        """The order's way, for the picture."""
        order = self.view.order
        here = BEFORE.get(order.status, order.status)
        at = PATH.index(here) if here in PATH else -1
        if order.status is Status.CANCELLED:
            passed = [one for one in PATH if self._reached(one) is not None]
            return [self._step(one, Stage.DONE) for one in passed] + [self._step(Status.CANCELLED, Stage.STOPPED)]
        ended = order.status is Status.APPROVED
        return [
            self._step(one, Stage.DONE if number < at or ended else Stage.NOW if number == at else Stage.AHEAD)
            for number, one in enumerate(PATH)
        ]

    def _step(self, status: Status, stage: Stage) -> Step:
        reached = self._reached(status)
        note = show_date(reached, self.language) if reached and stage is not Stage.AHEAD else ""
        if status is Status.DELIVERED and stage is Stage.AHEAD and self.view.day:
            note = self.say("expected", day=self._day(self.view.day))
        return Step(self.say(f"step-{status}"), note, stage)

    def _reached(self, status: Status) -> date | None:
        order = self.view.order
        at = {
            Status.DRAFT: order.created_at, Status.IN_PRODUCTION: order.assigned_at, Status.READY: order.ready_at,
            Status.DELIVERED: order.delivered_at, Status.APPROVED: order.approved_at,
            Status.CANCELLED: order.cancelled_at,
        }.get(status)  # fmt: skip
        return local_day(at) if at is not None else None

    # -- what the customer says of it

    def _feedback(self) -> dict[str, Any]:
        order, view = self.view.order, self.view
        until = order.feedback_until
        takes = view.takes_feedback(self.now)
        given = [
            {"category": say(f"feedback-{one.category}", self.language), "text": one.text,
             "at": self._moment(one.given_at)}
            for one in view.feedback if one.window == order.window
        ]  # fmt: skip
        return {
            "takes": takes,
            "fine": takes and order.status is Status.DELIVERED,
            "until": self.say("feedback-until", until=self._moment(until)) if takes and until else "",
            "left": self.say("days-left", count=days_left(until, self.now)) if takes and until else "",
            "over": self._over(order),
            "given": given,
            "categories": [(one.value, say(f"feedback-{one}", self.language)) for one in COMPLAINTS],
        }

    def _over(self, order: Order) -> str:
        if order.status is Status.APPROVED:
            return self.say("feedback-over")
        return ""

    # -- when and how it comes

    def _delivery(self) -> dict[str, Any]:
        view = self.view
        changes = [
            {
                "at": self._moment(one.at),
                "what": self.say("date-moved", before=self._day(one.before), after=self._day(one.after))
                if one.before and one.before != one.after else self.say("date-set", after=self._day(one.after)),
                "method": self.say(f"method-{one.method}") if one.method else "",
                "reason": self._reason(one),
            }
            for one in reversed(view.changes)
        ]  # fmt: skip
        return {
            "day": self._day(view.day) if view.day else "",
            "method": self.say(f"method-{view.method}") if view.method else "",
            "changes": changes,
        }

    def _reason(self, one: DateChange) -> str:
        """What was chosen from the list of reasons, and what was said of it."""
        listed = one.cause if one.cause in {cause.value for cause in DelayReason} - {DelayReason.OTHER.value} else ""
        told = say(f"delay-{listed}", self.language) if listed else ""
        return ": ".join(part for part in (told, self._clean(one.reason)) if part)

    def _clean(self, words: str) -> str:
        return words_without_contacts(words, self.view.order, self.language)

    def _milestones(self) -> list[dict[str, Any]]:
        today = local_day(self.now)
        return [{"label": one.label, "day": self._day(one.date), "past": one.date < today}
                for one in self.view.milestones]  # fmt: skip

    # -- files

    def _drawings(self) -> list[dict[str, Any]]:
        return [self._drawing(number, one) for number, one in enumerate(self.view.drawings, start=1)]

    def _drawing(self, number: int, seen: SeenFile) -> dict[str, Any]:
        name = self.say("drawing-name", number=number)
        versions = [self._version(one, seen, name) for one in seen.versions]
        open_now = self.view.order.is_open
        return {
            "id": seen.file.id, "name": name, "side": seen.file.part_side or "", "version": versions[0],
            "earlier": versions[1:],
            "approvable": open_now and seen.newest.review is not Review.APPROVED,
            "rejectable": open_now and seen.newest.review is not Review.REJECTED,
        }  # fmt: skip

    def _version(self, one: Revision, seen: SeenFile, name: str) -> dict[str, Any]:
        shown = bool(one.copy)
        return {
            "number": one.number,
            "title": self.say("version", number=one.number),
            "alt": f"{name}, {self.say('version', number=one.number)}",
            "at": self._moment(one.uploaded_at),
            "note": self._clean(one.note or ""),
            "review": str(one.review),
            "verdict": self.say(f"review-{one.review}"),
            "own_note": seen.own_notes.get(one.id, ""),
            "small": f"{self.base}/pictures/version-{one.id}-small" if one.preview else "",
            "full": f"{self.base}/pictures/version-{one.id}-full" if shown else "",
            "is_image": one.mime.startswith("image/"),
        }

    def _photos(self) -> list[dict[str, Any]]:
        groups: list[dict[str, Any]] = []
        for kind in (FileKind.FINISHED_PHOTO, FileKind.PACKED_PHOTO):
            found = [one for one in self.view.photos if one.file.kind is kind and one.newest.copy]
            shown = [self._photo(number, one, kind) for number, one in enumerate(found, start=1)]
            if shown:
                groups.append({"title": self.say(f"photos-{kind}"), "photos": shown})
        return groups

    def _photo(self, number: int, seen: SeenFile, kind: FileKind) -> dict[str, str]:
        alt = self.say("photo-alt", kind=self.say(f"photos-{kind}"), number=number)
        address = f"{self.base}/pictures/version-{seen.newest.id}"
        words = " · ".join(self._clean(part) for part in (seen.file.part_side, seen.newest.note) if part)
        return {"alt": alt, "small": f"{address}-small", "full": f"{address}-full", "words": words}

    # -- the chat

    def _messages(self) -> dict[str, Any]:
        return {
            "messages": [self._message(one) for one in self.view.messages],
            "earlier": self.say("earlier", count=self.view.earlier) if self.view.earlier else "",
            "shown": self.view.chat is not None or bool(self.view.messages),
        }

    def _message(self, seen: SeenMessage) -> dict[str, Any]:
        one = without_contacts(seen.message, self.view.order, self.language)
        return {
            "author": self._author(seen),
            "side": str(one.party),
            "at": self._moment(one.sent_at),
            "edited": one.edited_at is not None,
            "lines": [rendered(span) for span in one.body.with_places_shown().spans],
            "mark": self.say(f"mark-{seen.mark}") if seen.mark else "",
            "mark_kind": seen.mark,
            "pictures": [self._sent(number, one) for number, one in enumerate(seen.pictures, start=1)],
            "others": [other.name or self.say("attachment") for other in seen.others if other in one.attachments],
        }

    def _author(self, seen: SeenMessage) -> str:
        one, view = seen.message, self.view
        if one.party is Party.CUSTOMER:
            return self.say("you")
        # Words from before another workshop got the order keep their writer's name alone.
        now = view.chat is not None and one.chat_id == view.chat.id
        return author_for_customer(one, view.partner if now else None, view.order, self.language)

    def _sent(self, number: int, picture: Picture) -> dict[str, str]:
        handle = f"{'sent' if isinstance(picture, CustomerPhoto) else 'item'}-{picture.id}"
        address = f"{self.base}/pictures/{handle}"
        return {"alt": self.say("sent-alt", number=number), "small": f"{address}-small", "full": f"{address}-full"}

    def _compose(self) -> dict[str, Any]:
        order = self.view.order
        closed = "" if self.view.chat is not None else self._closed(order)
        return {"open": self.view.chat is not None, "closed": closed}

    def _closed(self, order: Order) -> str:
        if not order.customer_chat:
            return ""
        over = order.status is Status.CANCELLED or bool(self.view.messages)
        return self.say("chat-closed" if over else "chat-later")


def local_day(at: datetime) -> date:
    """The day of an instant where customers are."""
    return at.astimezone(ZoneInfo(HOME)).date()


def days_left(until: datetime, now: datetime) -> int:
    """Whole days until then, begun ones counted: 1 on the last day."""
    return max(0, -((now - until) // timedelta(days=1)))
