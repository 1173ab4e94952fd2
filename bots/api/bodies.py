"""What callers may send: names, lengths and kinds. Whether it makes sense for an order is the core's business."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StrictBool,
    StrictInt,
    StringConstraints,
)

from core.orders import DeliveryMethod


def _whole(value: str) -> str:
    # PostgreSQL takes no NUL, and other control characters have no business in a name.
    if any(ord(char) < 32 and char not in "\n\t\r" for char in value) or any(0xD800 <= ord(c) <= 0xDFFF for c in value):
        raise ValueError("holds control characters")
    return value


def _filled(value: str) -> str:
    if not value.strip():
        raise ValueError("is blank")
    return value.strip()


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("is no time zone such as Europe/Amsterdam") from None
    return value


def _written(value: object) -> object:
    # Elsewhere a number would be read as seconds since 1970.
    if not isinstance(value, str):
        raise ValueError("must be text such as 2030-01-31T09:00:00+01:00")  # noqa: TRY004 - pydantic reads ValueError only
    return value


def _calendar_day(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise ValueError("must be a day such as 2030-01-31")
    return value


def _no_box(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError("must be a number")  # noqa: TRY004 - the same
    return value


def _text(longest: int) -> StringConstraints:
    return StringConstraints(max_length=longest)


Name = Annotated[str, _text(120), AfterValidator(_whole), AfterValidator(_filled)]
Title = Annotated[str, _text(200), AfterValidator(_whole), AfterValidator(_filled)]
Reference = Annotated[str, StringConstraints(max_length=40, strip_whitespace=True, pattern=r"^[\w][\w./-]*$")]
LongText = Annotated[str, _text(4_000), AfterValidator(_whole)]
Identifier = Annotated[str, _text(64), AfterValidator(_whole)]
Email = Annotated[str, StringConstraints(max_length=254, pattern=r"^[^@\s<>,;\"]+@[^@\s<>,;\"]+\.[^@\s<>,;\"]+$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
Zone = Annotated[str, _text(60), AfterValidator(_zone)]
TelegramId = Annotated[StrictInt, Field(gt=-(2**52), lt=2**52)]
Day = Annotated[date, BeforeValidator(_calendar_day)]
Moment = Annotated[AwareDatetime, BeforeValidator(_written)]
Price = Annotated[Decimal, BeforeValidator(_no_box), Field(ge=0, max_digits=14, decimal_places=2, allow_inf_nan=False)]


def _like(**example: JsonValue) -> ConfigDict:
    """With an example for the document and its page."""
    return ConfigDict(json_schema_extra={"examples": [example]})


class Body(BaseModel):
    """A body with exactly these names."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class PartnerBody(Body):
    """A new production partner."""

    model_config = _like(
        name="Houtbouw BV",
        language="nl",
        time_zone="Europe/Amsterdam",
        self_billing=True,
        email="office@houtbouw.example",
    )

    name: Name
    language: Language = "en"
    time_zone: Zone = "Europe/Amsterdam"
    self_billing: StrictBool = False
    email: Email | None = None
    telegram_chat_id: TelegramId | None = None
    """The partner's group, where it is known already; else an admin binds it with `/link CODE`."""


class MemberBody(Body):
    """A person at a partner."""

    model_config = _like(name="Jan", role="admin", email="jan@houtbouw.example", language="nl")

    name: Name
    role: Literal["admin", "collaborator"]
    email: Email | None = None
    telegram_user_id: TelegramId | None = None
    """Without it the answer has an `invite_url`, a deep link that works once."""
    language: Language | None = None


class CustomerBody(Body):
    """A new customer."""

    model_config = _like(name="Carla", email="carla@customer.example", language="en")

    name: Name
    email: Email
    language: Language = "en"


class OrderBody(Body):
    """A new order in draft."""

    model_config = _like(
        reference="K-100",
        title="Oak kitchen",
        customer_id="5f0c6a1b9d3e4a77",
        requested_delivery_date="2030-03-01",
        delivery_address="Kade 1, Delft",
        price="1200.00",
        currency="EUR",
        needs_production_drawings=True,
        parts=[{"name": "Door left", "quantity": 2}],
    )

    reference: Reference
    title: Title
    customer_id: Identifier
    requested_delivery_date: Day | None = None
    delivery_address: Annotated[LongText, _text(500)] | None = None
    price: Price | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    includes_installation: StrictBool = False
    needs_kick_off: StrictBool = False
    needs_production_drawings: StrictBool = False
    needs_sample_pictures: StrictBool = False
    customer_chat: StrictBool = True
    aliases: StrictBool = False
    """Customer and partner do not learn who the other is; Cutr's staff do."""
    folders: list[Name] = Field(default=[], max_length=50)
    parts: list[dict[Name, JsonValue]] = Field(default=[], max_length=500)
    notes: LongText | None = None


class OffersBody(Body):
    """Offer the order to these partners."""

    model_config = _like(partner_ids=["0c2a7b6e5d4f3a21"], answer_within_hours=24)

    partner_ids: list[Identifier] = Field(min_length=1, max_length=50)
    answer_within_hours: StrictInt = Field(default=24, ge=1, le=24 * 60)


class AssignmentBody(Body):
    """Give the order to one partner."""

    model_config = _like(partner_id="0c2a7b6e5d4f3a21", assigned_at="2030-01-07T09:00:00+01:00")

    partner_id: Identifier
    assigned_at: Moment | None = None
    """A past instant for a running order; its deadlines count from it."""


class StatusBody(Body):
    """A step of the order's life, with the same guards as in chat."""

    model_config = _like(status="ready", reason="Seen at the workshop", override=True)

    status: Literal["ready", "delivered", "approved", "in_production", "cancelled"]
    at: Moment | None = None
    reason: LongText | None = None
    override: StrictBool = False
    """Mark as ready although something is missing; needs `reason`."""


class LinkBody(Body):
    """What is to become of the customer's link."""

    model_config = _like(action="renew")

    action: Literal["renew", "revoke"] = "renew"


class MilestoneBody(Body):
    """A milestone, set or moved; `date` null removes it."""

    model_config = _like(label="Frame", date="2030-01-20")

    label: Name
    date: Day | None


class DeliverySchedule(Body):
    """How and when the goods reach the customer."""

    method: DeliveryMethod
    date: Day


class InvoiceReference(Body):
    """The partner's invoice reference, or the box "No reference"."""

    reference: Name | None = None
    no_reference: StrictBool = False


class ReplayBody(Body):
    """Which webhooks to send again; with nothing all that were given up."""

    model_config = _like(reference="K-100", since="2030-01-07T09:00:00+01:00")

    ids: list[Identifier] = Field(default=[], max_length=1_000)
    reference: Reference | None = None
    """Only this order's."""
    since: Moment | None = None
    """Everything that was recorded from then on, delivered or not."""


class TaskBody(Body):
    """A to-do's value: a date, `{method, date}` or `{reference}` / `{no_reference}`; null clears a date."""

    model_config = _like(value={"method": "delivery", "date": "2030-01-31"}, reason="The oak is late")

    value: JsonValue
    reason: LongText | None = None
