"""Notices that are fit for the customer as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from core.notices.families import SharedNotice


@dataclass(frozen=True, slots=True)
class CustomerLink(SharedNotice):
    """Mail: the order is being made, here is the page. `order_id` yields the link."""

    order_id: str
    title: str
    customer: str


@dataclass(frozen=True, slots=True)
class ChatMail(SharedNotice):
    """Mail: what was said in the chat while the customer was away; ids of the messages, and how many `more` there are.

    The words are read when it leaves, so that what was taken back or read meanwhile is not in it.
    """

    order_id: str
    title: str
    messages: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MoneyQuestion(SharedNotice):
    """To the writer, where they wrote: these words are about money or delay, shall only Cutr read them?"""

    order_id: str
    message_id: str
    text: str


@dataclass(frozen=True, slots=True)
class DeliveryDateNotice(SharedNotice):
    """Delivery date set or moved; `reason` (words) and `cause` (of the list) are blank on the first time."""

    order_id: str
    title: str
    old: date | None
    new: date
    method: str
    reason: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class OrderReady(SharedNotice):
    """Packed and ready to go."""

    order_id: str
    title: str


@dataclass(frozen=True, slots=True)
class OrderDelivered(SharedNotice):
    """Delivered; feedback until `feedback_until`."""

    order_id: str
    title: str
    feedback_until: datetime


@dataclass(frozen=True, slots=True)
class FeedbackHalfway(SharedNotice):
    """Day 7 of the window."""

    order_id: str
    title: str
    feedback_until: datetime


@dataclass(frozen=True, slots=True)
class FeedbackLastCall(SharedNotice):
    """Day 12: last call."""

    order_id: str
    title: str
    feedback_until: datetime


@dataclass(frozen=True, slots=True)
class OrderApproved(SharedNotice):
    """The end. `how` is `window_over` or `decided`."""

    order_id: str
    title: str
    how: str
