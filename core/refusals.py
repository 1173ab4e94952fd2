"""Refusals: expected, told to the person who asked, nothing changed. Wording lives in the catalogue by class name.

    Refusal
      NotAllowed / NotYourOrder / NotLinked         who
      WrongStatus / AlreadyDone / TooLate / Stale   when
      UnknownOrder / UnknownThing                   what
      ReasonNeeded / BadValue / ConfirmNeeded / UploadsMissing       how
      ClosedChat / NoCustomerChat / UnclearTarget   where

Dataclasses with `eq=False`: a frozen exception breaks inside context managers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


class Refusal(Exception):
    """Something that may not be done now, with fields for its words."""


@dataclass(eq=False)
class NotAllowed(Refusal):
    """This role may not do that."""

    action: str


@dataclass(eq=False)
class NotYourOrder(Refusal):
    """The order belongs to somebody else; also used for references that must not be confirmed to exist."""


@dataclass(eq=False)
class NotLinked(Refusal):
    """The person or chat is not bound to a partner."""


@dataclass(eq=False)
class WrongStatus(Refusal):
    """The order is elsewhere in its life; says where."""

    reference: str
    status: str
    verb: str


@dataclass(eq=False)
class AlreadyDone(Refusal):
    """Somebody did it before: by whom and when (domain.md 17, case 6)."""

    what: str
    by: str
    at: datetime


@dataclass(eq=False)
class TooLate(Refusal):
    """The time for it is over since `until` (UTC)."""

    what: str
    until: datetime


@dataclass(eq=False)
class Stale(Refusal):
    """A button of an earlier state."""

    reference: str


@dataclass(eq=False)
class UnknownOrder(Refusal):
    """No order with this reference that the asker may know of."""

    reference: str


@dataclass(eq=False)
class UnknownThing(Refusal):
    """Something named by id or name does not exist."""

    what: str
    name: str


@dataclass(eq=False)
class ReasonNeeded(Refusal):
    """A change that must say why; blank is not a reason."""

    what: str


@dataclass(eq=False)
class BadValue(Refusal):
    """A value that cannot be used; `problem` is a stable key such as `not_a_date`, `too_long`, `blank`, `taken`."""

    field: str
    problem: str
    value: str = ""


@dataclass(eq=False)
class ConfirmNeeded(Refusal):
    """The value is implausible: `warnings` are stable keys; saying it again with confirmation goes through."""

    warnings: list[str] = field(default_factory=list)


@dataclass(eq=False)
class UploadsMissing(Refusal):
    """Not ready yet: required kinds of which nothing is on file, and files whose newest revision was rejected."""

    kinds: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)


@dataclass(eq=False)
class ClosedChat(Refusal):
    """The order is over or with somebody else: read only."""

    reference: str


@dataclass(eq=False)
class NoCustomerChat(Refusal):
    """This order has no chat with the customer."""

    reference: str


@dataclass(eq=False)
class UnclearTarget(Refusal):
    """Which order, which chat? The asker chooses; nothing is guessed (decision 4)."""
