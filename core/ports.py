"""What the core needs of the outside, in its own words: collections of what it knows, an outbox, receipts.

storage/ implements these over SQL; tests/support has a working stand-in that passes the same contract tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from core.chats import Ask, Chat, Copy, Message, Place, Platform
from core.check_ins import CheckIn
from core.concerns import Concern, Overview
from core.files import CustomerPhoto, File, Revision, SlipVersion, UploadItem, UploadLink, UploadSet
from core.inbound import InboundMark
from core.orders import Feedback, KickOff, Milestone, Offer, Order, Task
from core.people import Customer, Invite, Member, Partner, StaffTask
from core.roads import Outbox, Road
from core.timeline import Deadline, Entry

T = TypeVar("T")


class Shown(Protocol[T]):
    """What the customer may read of a larger collection: the storage has no more to give here, whoever asks for what.

    Reading for the customer goes through these only, so that a forgotten check shows nothing (reliability.md I18).
    """

    def get(self, item_id: str) -> T | None:
        """The item, or None."""
        ...

    def find(self, **equals: object) -> list[T]:
        """As in `Collection`."""
        ...


class Collection(Protocol[T]):
    """All things of one kind. `find` takes field names: equal, `None` is NULL, a frozenset is "one of"."""

    def get(self, item_id: str) -> T | None:
        """The item, or None."""
        ...

    def lock(self, item_id: str) -> T | None:
        """The item, held against other transactions until this one ends."""
        ...

    def find(self, **equals: object) -> list[T]:
        """All items whose fields equal these, oldest first."""
        ...

    def add(self, item: T) -> T:
        """Keep a new item and return it. Raises `Taken` when a unique field is in use."""
        ...

    def save(self, item: T) -> None:
        """Keep the changes made to an item. Raises `Taken`."""
        ...

    def remove(self, item_id: str) -> None:
        """Forget an item that nothing refers to."""
        ...


class Taken(Exception):
    """A unique value is in use by another item."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One platform update, admitted once by its delivery key and once by its natural key (invariant I2).

    `payload` is kept only while the update is set aside.
    """

    key: str
    platform: Platform | str
    natural_key: str | None = None


class Receipts(Protocol):
    """The inbox: which updates have had their effect."""

    def admit(self, receipt: Receipt, at: datetime) -> bool:
        """Whether this update is new; it counts as handled when the transaction commits."""
        ...

    def set_aside(self, receipt: Receipt, at: datetime, reference: str, payload: dict[str, Any], error: str) -> str:
        """Keep an update whose handling raised; the reference it is kept under, an older one if it was kept before."""
        ...

    def take_up(self, reference: str) -> tuple[Receipt, dict[str, Any]] | None:
        """Let a set-aside update be admitted once more; it stays kept until then. None if there is none."""
        ...

    def finish(self, reference: str) -> bool:
        """Forget an update that was taken up, admitted by now or not; False if it was set aside again."""
        ...


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders to list; `text` searches reference, title, people. What needs staff is asked in `core.attention`."""

    active: bool | None = None
    status: str | None = None
    partner_id: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Ids of one page, newest first; `after` is the cursor of the next one, None at the end; `total` counts all."""

    ids: list[str]
    after: str | None
    total: int


class Search(Protocol):
    """Questions over all orders, answered at a cost that does not grow with what is not asked for."""

    def orders(self, which: OrderFilter, after: str | None, limit: int) -> Page:
        """One page of orders. Raises ValueError for a cursor that is not one."""
        ...

    def due(self, now: datetime, limit: int) -> list[str]:
        """Ids of open deadlines due at `now`, soonest first; not those another clock holds."""
        ...

    def waiting(self, since: datetime, limit: int) -> list[str]:
        """Ids of messages posted before `since` that have not arrived everywhere and carry no mark yet."""
        ...

    def set_aside(self) -> list[tuple[str, datetime, str, str]]:
        """Updates kept aside: (reference, at, platform, error)."""
        ...

    def ages(self, now: datetime) -> dict[str, float]:
        """In seconds `outbox_oldest` (oldest unfinished posting that was due) and `deadline_oldest`; counted
        `outbox_waiting`.
        """
        ...


class Store(Protocol):
    """Everything a handler may read and change inside its one transaction."""

    @property
    def orders(self) -> Collection[Order]: ...
    @property
    def offers(self) -> Collection[Offer]: ...
    @property
    def tasks(self) -> Collection[Task]: ...
    @property
    def milestones(self) -> Collection[Milestone]: ...
    @property
    def kick_offs(self) -> Collection[KickOff]: ...
    @property
    def feedback(self) -> Collection[Feedback]: ...
    @property
    def check_ins(self) -> Collection[CheckIn]: ...
    @property
    def staff_tasks(self) -> Collection[StaffTask]: ...
    @property
    def partners(self) -> Collection[Partner]: ...
    @property
    def members(self) -> Collection[Member]: ...
    @property
    def invites(self) -> Collection[Invite]: ...
    @property
    def customers(self) -> Collection[Customer]: ...
    @property
    def chats(self) -> Collection[Chat]: ...
    @property
    def places(self) -> Collection[Place]: ...
    @property
    def messages(self) -> Collection[Message]: ...
    @property
    def copies(self) -> Collection[Copy]: ...
    @property
    def asks(self) -> Collection[Ask]: ...
    @property
    def deadlines(self) -> Collection[Deadline]: ...
    @property
    def entries(self) -> Collection[Entry]: ...
    @property
    def files(self) -> Collection[File]: ...
    @property
    def revisions(self) -> Collection[Revision]: ...
    @property
    def upload_sets(self) -> Collection[UploadSet]: ...
    @property
    def upload_items(self) -> Collection[UploadItem]: ...
    @property
    def slips(self) -> Collection[SlipVersion]: ...
    @property
    def upload_links(self) -> Collection[UploadLink]: ...
    @property
    def customer_photos(self) -> Collection[CustomerPhoto]: ...
    @property
    def shared_messages(self) -> Shown[Message]: ...
    @property
    def shared_files(self) -> Shown[File]: ...
    @property
    def shared_revisions(self) -> Shown[Revision]: ...
    @property
    def shared_items(self) -> Shown[UploadItem]: ...
    @property
    def shared_changes(self) -> Shown[Entry]: ...
    @property
    def shared_verdicts(self) -> Shown[Entry]: ...
    @property
    def inbound_marks(self) -> Collection[InboundMark]: ...
    @property
    def receipts(self) -> Receipts: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def road(self) -> Road: ...
    @property
    def search(self) -> Search: ...
    @property
    def concerns(self) -> Collection[Concern]: ...
    @property
    def overview(self) -> Overview: ...


R = TypeVar("R")


class StorageAway(Exception):
    """The database or file store can't be reached, or is full: nothing was changed, the caller answers 503."""


class Database(Protocol):
    """One door to the store. Both are safe to call from several tasks at once."""

    async def run(self, job: Callable[[Store], R]) -> R:
        """Do the job in one transaction and return once it is durable; an exception undoes all of it.

        The job may be run again after a deadlock, so it must be free of side effects. Raises `StorageAway`.
        """
        ...

    async def read(self, job: Callable[[Store], R]) -> R:
        """Do a job that changes nothing, beside any writer. Raises `StorageAway`."""
        ...

    async def glance(self, job: Callable[[Store], R]) -> R:
        """As `read`, for a few rows by their keys: a file is asked at once, without the way to another thread."""
        ...


@dataclass(frozen=True, slots=True)
class House:
    """Facts of this installation that the rules need: passed in, never looked up.

    `new_id` gives a fresh identifier, `new_code` an unguessable one-time code, `hash_code` its SHA-256 in hex;
    `is_holiday(day, zone)` says whether nobody works that day in that time zone.
    """

    orders_channel: str
    new_id: Callable[[], str]
    new_code: Callable[[], str]
    hash_code: Callable[[str], str]
    is_holiday: Callable[[date, str], bool]
    staff_zone: str = "Europe/Amsterdam"
    mail_enabled: bool = True
    hooks_enabled: bool = False
